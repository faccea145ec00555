package stemma.ui.shell;

import java.util.Optional;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Stores;

/// What the window is started with.
///
/// @param stores the kinds of stores that can be opened
/// @param store the store that was asked for on the command line
/// @param version the program's version
public record StartOptions(
        Home home, Settings settings, Stores stores, Optional<String> store, SingleInstance instance, String version) {}
