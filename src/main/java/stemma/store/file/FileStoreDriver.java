package stemma.store.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreFolder;
import stemma.store.StoreUri;

/// Opens a folder of Markdown files: `file:DIR`. A folder that is not there yet is created by the first write, if the
/// folder above it is there; opening writes nothing.
public final class FileStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public String title() {
        return "Folder";
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
        Path root = StoreFolder.locate(uri);
        boolean readOnly = DriverOption.READ_ONLY.isOn(uri);
        return new FileStore(uri, opening.clock(), Folder.share(root), !readOnly && Folder.unwritable(root).isEmpty(), Optional.empty());
    }
}
