package stemma.store.goprompty;

import java.util.List;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.gojson.GoFolderStore;

/// Opens a storage folder of the library go-prompty: `go-prompty:DIR`. A folder that is not there yet is created by the first write,
/// if the folder above it is there; opening writes nothing.
public final class GoPromptyStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "go-prompty";
    }

    @Override
    public String title() {
        return "go-prompty folder";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "Folder", DriverOption.Kind.FOLDER, true, ""));
    }

    @Override
    public boolean isMadeByOpening() {
        return false;
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        return GoFolderStore.open(uri, opening.clock(), new GoPromptyLayout());
    }
}
