package stemma.ui.shell;

import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.instance.Worker;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Stores;

/// What the window is started with.
///
/// @param stores the kinds of stores that can be opened
/// @param call what was asked for on the command line
/// @param worker does what later starts hand over
/// @param open told which stores the window has open
/// @param version the program's version
public record StartOptions(
        Home home,
        Settings settings,
        Stores stores,
        Call call,
        SingleInstance instance,
        Worker worker,
        OpenStores open,
        String version) {}
