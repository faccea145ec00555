package example.notes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Opens a notes file: `notes:FILE`. It is made by the first write.
public final class NotesStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "notes";
    }

    @Override
    public String title() {
        return "Notes file (example)";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "File", DriverOption.Kind.FILE, true, ""));
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        try {
            NotesStore store = new NotesStore(
                    uri, opening.clock(), Path.of(uri.location()).toAbsolutePath().normalize());
            store.count();
            return store;
        } catch (InvalidPathException e) {
            throw new StoreException.Unsupported("\"" + uri.location() + "\" is no path: " + e.getReason());
        }
    }
}
