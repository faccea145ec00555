package stemma.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class H2StoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new H2StoreDriver().open(StoreUri.of("h2", folder.resolve("prompts").toString()), Opening.at(clock));
    }
}
