package stemma.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// The drivers that are there, and the way to open a store. Immutable.
public final class Stores {
    private final List<StoreDriver> drivers;
    private final Clock clock;

    public Stores(List<StoreDriver> drivers, Clock clock) {
        this.drivers = List.copyOf(drivers);
        this.clock = clock;
    }

    /// All drivers on the class path.
    public static Stores discovered() {
        return new Stores(
                ServiceLoader.load(StoreDriver.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                Clock.systemUTC());
    }

    public List<StoreDriver> drivers() {
        return drivers;
    }

    /// The address with a location that means the same wherever the program is started: a relative path of a file or
    /// a folder becomes absolute.
    public StoreUri resolve(StoreUri uri) {
        boolean isPath = drivers.stream()
                .filter(driver -> driver.scheme().equals(uri.scheme()))
                .flatMap(driver -> driver.options().stream())
                .filter(option -> option.name().equals(DriverOption.LOCATION))
                .anyMatch(option -> option.kind() == DriverOption.Kind.FILE || option.kind() == DriverOption.Kind.FOLDER);
        return isPath
                ? new StoreUri(
                        uri.scheme(),
                        Path.of(uri.location()).toAbsolutePath().normalize().toString(),
                        uri.options())
                : uri;
    }

    /// Opens a store. Blocks.
    ///
    /// @throws StoreException.Unsupported when no driver has the scheme, naming those that are there
    /// @throws StoreException when the driver cannot open it
    public Store open(StoreUri uri) {
        for (StoreDriver driver : drivers) {
            if (driver.scheme().equals(uri.scheme())) {
                return driver.open(uri, clock);
            }
        }
        String known = drivers.stream().map(StoreDriver::scheme).sorted().collect(Collectors.joining(", "));
        throw new StoreException.Unsupported(
                "No store is known for \"" + uri.scheme() + ":\". Known are: " + known + ".");
    }
}
