package stemma.store.memory;

import java.time.Clock;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open(Clock clock) {
        return new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(clock));
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
