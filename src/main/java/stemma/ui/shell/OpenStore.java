package stemma.ui.shell;

import stemma.store.StoreUri;

/// A store that is open in the window, in front or behind.
record OpenStore(Workspace workspace, WorkspaceView view) {
    StoreUri uri() {
        return workspace.registry().store().uri();
    }
}
