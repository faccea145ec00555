package stemma.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.sql.SqlQueryContract;

class H2QueryTest extends SqlQueryContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new H2StoreDriver().open(StoreUri.of("h2", folder.resolve("x").toString()), Opening.at(clock));
    }
}
