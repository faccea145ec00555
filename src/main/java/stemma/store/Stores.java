package stemma.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// The drivers that are there, and the way to open a store. Immutable.
public final class Stores {
    private final List<StoreDriver> drivers;
    private final Opening opening;

    public Stores(List<StoreDriver> drivers, Opening opening) {
        this.drivers = List.copyOf(drivers);
        this.opening = opening;
    }

    /// All drivers on the class path.
    public static Stores discovered(Opening opening) {
        return new Stores(
                ServiceLoader.load(StoreDriver.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                opening);
    }

    /// All drivers on the class path, with secrets from the environment and no folder of their own.
    public static Stores discovered() {
        Opening plain = Opening.at(Clock.systemUTC());
        return discovered(new Opening(plain.clock(), Secrets.inEnvironment(System.getenv()), plain.dataFolder()));
    }

    /// The same drivers, which look for secrets here first.
    public Stores withSecrets(Secrets first) {
        return new Stores(
                drivers,
                new Opening(opening.clock(), first.or(opening.secrets()), opening.dataFolder()));
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
    /// @throws StoreException.Unsupported when no driver has the scheme, naming those that are there, or the driver
    ///     does not know an option
    /// @throws StoreException when the driver cannot open it
    public Store open(StoreUri uri) {
        StoreDriver driver = driver(uri.scheme());
        refuseUnknownOptions(driver, uri);
        Store store = driver.open(uri, opening);
        return DriverOption.READ_ONLY.isOn(uri) ? new ReadOnlyStore(store) : store;
    }

    private StoreDriver driver(String scheme) {
        return drivers.stream()
                .filter(driver -> driver.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> new StoreException.Unsupported("No store is known for \"" + scheme
                        + ":\". Known are: "
                        + drivers.stream().map(StoreDriver::scheme).sorted().collect(Collectors.joining(", ")) + "."));
    }

    /// A misspelt option must not be taken for its default, and a secret must not stay unnoticed in an address.
    private static void refuseUnknownOptions(StoreDriver driver, StoreUri uri) {
        Map<String, DriverOption.Kind> known = driver.options().stream()
                .collect(Collectors.toMap(DriverOption::name, DriverOption::kind));
        for (String name : uri.options().keySet()) {
            if (known.get(name) == DriverOption.Kind.SECRET) {
                throw new StoreException.Unsupported("The option \"" + name + "\" of " + driver.scheme()
                        + ": is a secret and has no place in an address. Name an environment variable that holds it"
                        + " with \"" + name + Secrets.VARIABLE_SUFFIX + "\".");
            }
            boolean namesVariable = name.endsWith(Secrets.VARIABLE_SUFFIX)
                    && known.get(name.substring(0, name.length() - Secrets.VARIABLE_SUFFIX.length()))
                            == DriverOption.Kind.SECRET;
            boolean isKnown = known.containsKey(name) && !name.equals(DriverOption.LOCATION);
            if (!isKnown && !namesVariable && !name.equals(DriverOption.READ_ONLY.name())) {
                throw new StoreException.Unsupported("A store of the kind " + driver.scheme() + ": has no option \""
                        + name + "\".");
            }
        }
    }
}
