package stemma.ui.shell;

import stemma.registry.Registry;
import stemma.store.StoreChange;
import stemma.store.Subscription;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;

/// An open store with its list of prompts and its text index. Used on the FX thread only.
final class Workspace implements AutoCloseable {
    private final Registry registry;
    private final BrowserModel browser;
    private final TextIndex index;
    private final Subscription changes;

    /// What wants to know that a prompt, or anything, changed.
    interface Listener {
        void changed(StoreChange change);
    }

    Workspace(Registry registry, TextIndex index, Tasks tasks, Notices notices, Listener listener) {
        this.registry = registry;
        this.index = index;
        this.browser = new BrowserModel(registry, index, tasks, notices);
        ChangeCollector collector = new ChangeCollector(tasks, change -> {
            change.prompt().ifPresentOrElse(browser::refresh, browser::reload);
            listener.changed(change);
        });
        this.changes = registry.store().watch(collector::add);
    }

    Registry registry() {
        return registry;
    }

    BrowserModel browser() {
        return browser;
    }

    TextIndex index() {
        return index;
    }

    /// Stops listening and closes the store, which waits for writes that are going on.
    @Override
    public void close() {
        changes.close();
        index.close();
        registry.close();
    }
}
