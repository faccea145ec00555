package stemma.store.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.sql.SqlQueryContract;

class SqliteQueryTest extends SqlQueryContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new SqliteStoreDriver().open(StoreUri.of("sqlite", folder.resolve("x").toString()), Opening.at(clock));
    }
}
