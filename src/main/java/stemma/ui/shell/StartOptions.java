package stemma.ui.shell;

import java.util.Optional;
import stemma.settings.Home;
import stemma.settings.Settings;

/// What the window is started with.
///
/// @param store the store that was asked for on the command line
/// @param version the program's version
public record StartOptions(
        Home home, Settings settings, Optional<String> store, SingleInstance instance, String version) {}
