package stemma.store.git;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;
import stemma.store.file.QuickFolder;

class GitStoreTest extends StoreContract {
    @TempDir(factory = QuickFolder.class)
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new GitStoreDriver()
                .open(StoreUri.of("git", folder.resolve("repository").toString()), Opening.at(clock));
    }
}
