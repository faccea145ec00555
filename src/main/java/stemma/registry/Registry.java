package stemma.registry;

import java.nio.file.Path;
import stemma.draft.Drafts;
import stemma.store.Store;

/// An open store with everything that is done with it. Safe for concurrent use as far as its parts are.
public final class Registry implements AutoCloseable {
    private final Store store;
    private final Catalogue catalogue;
    private final Drafts drafts;

    /// @param store open; closed with the registry
    /// @param draftsRoot the folder of all drafts
    public Registry(Store store, Path draftsRoot) {
        this.store = store;
        this.catalogue = new Catalogue(store);
        this.drafts = new Drafts(draftsRoot, store.uri().evenForReading().toString());
    }

    public Store store() {
        return store;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Saving saving() {
        return new Saving(store);
    }

    public Promoting promoting() {
        return new Promoting(store);
    }

    public Tagging tagging() {
        return new Tagging(store);
    }

    public Deleting deleting() {
        return new Deleting(store);
    }

    @Override
    public void close() {
        store.close();
    }
}
