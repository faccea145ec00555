package stemma.store.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new SqliteStoreDriver().open(StoreUri.of("sqlite", folder.resolve("prompts").toString()), Opening.at(clock));
    }
}
