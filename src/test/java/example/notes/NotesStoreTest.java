package example.notes;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

/// Every promise of a store, held by the contract suite.
class NotesStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new NotesStoreDriver()
                .open(StoreUri.of("notes", folder.resolve("notes.json").toString()), Opening.at(clock));
    }
}
