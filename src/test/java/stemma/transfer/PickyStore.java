package stemma.transfer;

import java.util.List;
import stemma.prompt.VersionInfo;
import stemma.store.ForwardingStore;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Another store that refuses prompts whose id holds `refused`, without saying so beforehand.
public class PickyStore extends ForwardingStore {
    private final Store store;

    public PickyStore(Store store) {
        this.store = store;
    }

    @Override
    protected Store store() {
        return store;
    }

    protected void beforeAppending() {}

    @Override
    public VersionInfo append(NewVersion version) {
        beforeAppending();
        if (version.prompt().value().contains("refused")) {
            throw new StoreException.Invalid(uri(), "the id \"" + version.prompt() + "\" is refused");
        }
        return super.append(version);
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        versions.forEach(this::append);
    }
}
