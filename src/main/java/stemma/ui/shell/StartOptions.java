package stemma.ui.shell;

import java.util.Optional;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.instance.Worker;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Stores;
import stemma.update.UpdateCheck;

/// What the window is started with.
///
/// @param stores the kinds of stores that can be opened
/// @param call what was asked for on the command line
/// @param worker does what later starts hand over
/// @param open told which stores the window has open
/// @param version the program's version
/// @param updates looks for a newer one; empty where the packager wants none
public record StartOptions(
        Home home,
        Settings settings,
        Stores stores,
        Call call,
        SingleInstance instance,
        Worker worker,
        OpenStores open,
        String version,
        Optional<UpdateCheck> updates) {}
