package stemma.ui.editor;

import stemma.registry.Registry;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;

/// What every editor of one window works with.
public record EditorContext(
        Registry registry, Tasks tasks, Dialogs dialogs, Notices notices, Times times, EditorHost host) {}
