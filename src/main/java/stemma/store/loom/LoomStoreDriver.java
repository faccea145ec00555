package stemma.store.loom;

import java.util.List;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.gojson.GoFolderStore;

/// Opens a directory of the program loom: `loom:DIR`. A directory that is not there yet is created by the first write,
/// if the folder above it is there; opening writes nothing.
public final class LoomStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "loom";
    }

    @Override
    public String title() {
        return "loom directory";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "Directory", DriverOption.Kind.FOLDER, true, ""));
    }

    @Override
    public boolean isMadeByOpening() {
        return false;
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        return GoFolderStore.open(uri, opening.clock(), new LoomLayout());
    }
}
