package stemma.store.postgres;

import java.time.Clock;
import stemma.store.Store;
import stemma.store.sql.SqlQueryContract;

class PostgresQueryTest extends SqlQueryContract {
    @Override
    protected Store open(Clock clock) {
        return PostgresServer.open(PostgresServer.shared().freshWorkspace(), clock);
    }
}
