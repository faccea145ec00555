package stemma.store.file;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class FileStoreTest extends StoreContract {
    @TempDir(factory = QuickFolder.class)
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new FileStoreDriver().open(StoreUri.of("file", folder.toString()), Opening.at(clock));
    }
}
