package stemma.ui.shell;

import stemma.store.PausableStore;
import stemma.store.StoreUri;

/// A store that is open in the window, in front or behind.
record OpenStore(PausableStore store, Workspace workspace, WorkspaceView view) {
    StoreUri uri() {
        return store.uri();
    }
}
