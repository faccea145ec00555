package stemma.ui.shell;

import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.Stores;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Times;
import stemma.ui.compare.CompareLook;
import stemma.ui.editor.TextLook;

/// What everything in one window works with.
record WindowContext(
        FxTasks tasks,
        FxDialogs dialogs,
        Notices notices,
        Settings settings,
        Stores stores,
        Connections connections,
        StoreNames storeNames,
        Times times,
        ChangePreview changes,
        PaneWidths widths,
        TextLook look,
        CompareLook compareLook) {

    /// The name that versions and moves are recorded with: what the author set, or else the system's user name.
    String author() {
        return settings.author();
    }

    /// Asks about unsaved edits that could not be written to the disk.
    boolean agreesToLoseEdits() {
        return dialogs.confirm(
                Messages.text("shell.close.title"),
                Messages.text("shell.close.text"),
                Messages.text("shell.close.act"));
    }
}
