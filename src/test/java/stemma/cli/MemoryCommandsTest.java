package stemma.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import stemma.settings.Home;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Stores in memory are gone with their process, so one that stays open is handed to each command, as a window does.
class MemoryCommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        Opening opening = Opening.at(Clock.systemUTC());
        Store open = Stores.discovered(opening).open(StoreUri.parse("memory:shared"));
        List<StoreDriver> drivers = new ArrayList<>();
        drivers.add(new StoreDriver() {
            @Override
            public String scheme() {
                return "shared";
            }

            @Override
            public String title() {
                return "One that stays open";
            }

            @Override
            public List<DriverOption> options() {
                return List.of();
            }

            @Override
            public Store open(StoreUri uri, Opening with) {
                return new LeftOpen(open).store();
            }
        });
        return new Shell(new Home(folder.resolve("home")), folder, new Stores(drivers, opening), "--store", "shared:");
    }

    /// A store whose close does nothing.
    private record LeftOpen(Store behind) {
        Store store() {
            return (Store) java.lang.reflect.Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (_, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(behind, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
