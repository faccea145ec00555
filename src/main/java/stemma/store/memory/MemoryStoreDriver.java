package stemma.store.memory;

import java.util.List;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;

/// Opens a new, empty store each time: `memory:NAME`.
public final class MemoryStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory (gone when closed)";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "Name", DriverOption.Kind.TEXT, false, ""));
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        return new MemoryStore(uri, opening.clock());
    }
}
