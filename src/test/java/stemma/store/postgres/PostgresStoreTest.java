package stemma.store.postgres;

import java.time.Clock;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class PostgresStoreTest extends StoreContract {
    private final StoreUri uri = PostgresServer.shared().freshWorkspace();

    @Override
    protected Store open(Clock clock) {
        return PostgresServer.open(uri, clock);
    }
}
