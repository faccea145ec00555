package stemma.store;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.prompt.Sentence;

/// The drivers that are there, and the way to open a store. Immutable.
public final class Stores {
    private final List<StoreDriver> drivers;
    private final Opening opening;

    public Stores(List<StoreDriver> drivers, Opening opening) {
        this.drivers = List.copyOf(drivers);
        this.opening = opening;
    }

    /// The program's own drivers.
    public static Stores discovered(Opening opening) {
        return new Stores(load(new OwnServices(Stores.class.getClassLoader())), opening);
    }

    /// The program's own drivers, and those in the jars of a folder. A jar that cannot be used is left out and
    /// logged; of two drivers with one scheme the program's own one holds.
    ///
    /// @param folder need not be there
    public static Stores discovered(Opening opening, Path folder) {
        List<StoreDriver> drivers = new ArrayList<>(load(new OwnServices(Stores.class.getClassLoader())));
        Set<String> schemes = drivers.stream().map(StoreDriver::scheme).collect(Collectors.toCollection(HashSet::new));
        for (Path jar : jars(folder)) {
            try {
                // Never closed: its drivers are used as long as the program runs.
                ClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, Stores.class.getClassLoader());
                for (StoreDriver driver : load(loader)) {
                    if (driver.getClass().getClassLoader() == loader && schemes.add(driver.scheme())) {
                        drivers.add(driver);
                    }
                }
            } catch (MalformedURLException | RuntimeException | LinkageError e) {
                System.getLogger(Stores.class.getName()).log(System.Logger.Level.WARNING, "no driver could be taken from " + jar, e);
            }
        }
        return new Stores(drivers, opening);
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            System.getLogger(Stores.class.getName()).log(System.Logger.Level.WARNING, "the folder of drivers cannot be read: " + folder, e);
            return List.of();
        }
    }

    /// Finds what the program itself brings without opening every jar of the class path, which would cost each start
    /// a tenth of a second.
    private static final class OwnServices extends ClassLoader {
        OwnServices(ClassLoader program) {
            super(program);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            URL own = getParent().getResource(name);
            return own == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(own));
        }
    }

    /// A driver that cannot be made is left out.
    private static List<StoreDriver> load(ClassLoader loader) {
        List<StoreDriver> drivers = new ArrayList<>();
        Iterator<StoreDriver> found =
                ServiceLoader.load(StoreDriver.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return drivers;
                }
                drivers.add(found.next());
            } catch (ServiceConfigurationError e) {
                System.getLogger(Stores.class.getName()).log(System.Logger.Level.WARNING, "a driver cannot be used", e);
            }
        }
    }

    /// The program's own drivers, with secrets from the environment and no folder of their own.
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

    /// The address as its driver makes it [absolute][StoreDriver#absolute]; unchanged when no driver knows it.
    public StoreUri resolve(StoreUri uri) {
        return resolve(uri, Path.of(""));
    }

    /// As [#resolve(StoreUri)], with relative paths that begin in another folder.
    public StoreUri resolve(StoreUri uri, Path folder) {
        return findDriver(uri.scheme())
                .map(driver -> driver.absolute(uri, folder))
                .orElse(uri);
    }

    private Optional<StoreDriver> findDriver(String scheme) {
        return drivers.stream()
                .filter(driver -> driver.scheme().equals(scheme))
                .findFirst();
    }

    /// What opening an address would give where a store of that place is open already.
    ///
    /// @return the open store, for reading only where the address says so; empty when the address means another place
    ///     or wants it opened otherwise
    public Optional<Store> as(StoreUri address, Store open) {
        StoreUri wanted = place(address);
        StoreUri there = place(open.uri());
        if (wanted.equals(there)) {
            return Optional.of(open);
        }
        return DriverOption.READ_ONLY.isOn(wanted) && wanted.evenForReading().equals(there)
                ? Optional.of(new ReadOnlyStore(open))
                : Optional.empty();
    }

    /// The address in one spelling, without links in its path, as far as that leads somewhere.
    private StoreUri place(StoreUri address) {
        StoreUri resolved = resolve(address);
        StoreUri absolute = new StoreUri(
                resolved.scheme(),
                findDriver(resolved.scheme())
                        .map(driver -> driver.spelling(resolved.location()))
                        .orElse(resolved.location()),
                resolved.options());
        try {
            Path path = Path.of(absolute.location());
            if (!path.isAbsolute()) {
                return absolute;
            }
            Path parent = path.getParent();
            Path real = Files.exists(path) || parent == null
                    ? path.toRealPath()
                    : parent.toRealPath().resolve(path.getFileName());
            return new StoreUri(absolute.scheme(), real.toString(), absolute.options());
        } catch (IOException | InvalidPathException e) {
            return absolute;
        }
    }

    /// Opens a store. Blocks.
    ///
    /// @throws StoreException.Unsupported when no driver has the scheme, naming those that are there, or the driver
    ///     does not know an option
    /// @throws StoreException when the driver cannot open it
    public Store open(StoreUri uri) {
        StoreDriver driver = known(uri);
        Duration kept = keepFor(driver, uri);
        Store store = driver.open(uri, opening);
        Store cached = kept.isZero() ? store : new CachedStore(store, opening.clock(), kept);
        return DriverOption.READ_ONLY.isOn(uri) ? new ReadOnlyStore(cached) : cached;
    }

    /// Refuses an address that must be neither shown nor remembered, since it holds a secret.
    ///
    /// @throws StoreException.Unsupported saying where the secret belongs, without the address
    public void refuseSecrets(StoreUri uri) {
        findDriver(uri.scheme()).ifPresent(driver -> {
            driver.refuseSecrets(uri);
            for (DriverOption option : options(driver)) {
                if (option.kind() == DriverOption.Kind.SECRET && uri.options().containsKey(option.name())) {
                    throw secretInAddress(driver, option.name());
                }
            }
        });
    }

    private static StoreException secretInAddress(StoreDriver driver, String option) {
        return new StoreException.Unsupported(Sentence.of(
                "The option \"{0}\" of {1}: is a secret and has no place in an address. Name an"
                    + " environment variable that holds it with \"{2}{3}\".",
                option, driver.scheme(), option, Secrets.VARIABLE_SUFFIX));
    }

    /// The file or folder of an address when nothing is there yet; empty when a store may be there.
    ///
    /// @throws StoreException.Unsupported as [#open]: a misspelt option, or a secret, must not be told as a part of a path
    public Optional<Path> missing(StoreUri uri) {
        return known(uri).missing(resolve(uri));
    }

    /// As [#open], but a store that is missing is not made: what is opened then is an empty one of the same kind, which
    /// is gone when it is closed. For looking at what a write would do.
    ///
    /// @throws StoreException as [#open]
    public Store openWithoutMaking(StoreUri uri) {
        return missing(uri).isPresent() && driver(uri.scheme()).isMadeByOpening()
                ? Standin.open(uri, this::open)
                : open(uri);
    }

    /// The options of a driver's stores with those that hold for every store of its sort.
    public List<DriverOption> options(StoreDriver driver) {
        return driver.isRemote()
                ? Stream.concat(driver.options().stream(), Stream.of(DriverOption.KEEP_SECONDS))
                        .toList()
                : driver.options();
    }

    private static Duration keepFor(StoreDriver driver, StoreUri uri) {
        if (!driver.isRemote()) {
            return Duration.ZERO;
        }
        String seconds =
                uri.options().getOrDefault(DriverOption.KEEP_SECONDS.name(), DriverOption.KEEP_SECONDS.defaultValue());
        if (!seconds.matches("\\d{1,6}")) {
            throw new StoreException.Unsupported(Sentence.of("\"{0}={1}\" is no number of seconds.", DriverOption.KEEP_SECONDS.name(), seconds));
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /// As [StoreDriver#backupSuffix].
    public Optional<String> backupSuffix(StoreUri uri) {
        return driver(uri.scheme()).backupSuffix();
    }

    /// As [StoreDriver#lookIntoBackup].
    public Statistics lookIntoBackup(StoreUri uri, Path backup) {
        return restoring(uri).lookIntoBackup(uri, backup, opening);
    }

    /// As [StoreDriver#restore].
    public Optional<Path> restore(StoreUri uri, Path backup) {
        return restoring(uri).restore(uri, backup, opening);
    }

    private StoreDriver restoring(StoreUri uri) {
        StoreDriver driver = driver(uri.scheme());
        refuseUnknownOptions(driver, uri);
        if (DriverOption.READ_ONLY.isOn(uri)) {
            throw StoreException.Unsupported.readOnly(uri);
        }
        return driver;
    }

    /// The driver of an address that it understands.
    private StoreDriver known(StoreUri uri) {
        StoreDriver driver = driver(uri.scheme());
        driver.refuseSecrets(uri);
        refuseUnknownOptions(driver, uri);
        return driver;
    }

    private StoreDriver driver(String scheme) {
        return findDriver(scheme)
                .orElseThrow(() -> new StoreException.Unsupported(Sentence.of(
                        "No store is known for \"{0}:\". Known are: {1}.",
                        scheme, drivers.stream().map(StoreDriver::scheme).sorted().collect(Collectors.joining(", ")))));
    }

    /// A misspelt option must not be taken for its default, and a secret must not stay unnoticed in an address.
    private void refuseUnknownOptions(StoreDriver driver, StoreUri uri) {
        Map<String, DriverOption.Kind> known = options(driver).stream()
                .collect(Collectors.toMap(DriverOption::name, DriverOption::kind));
        for (String name : uri.options().keySet()) {
            if (known.get(name) == DriverOption.Kind.SECRET) {
                throw secretInAddress(driver, name);
            }
            boolean namesVariable = name.endsWith(Secrets.VARIABLE_SUFFIX)
                    && known.get(name.substring(0, name.length() - Secrets.VARIABLE_SUFFIX.length()))
                            == DriverOption.Kind.SECRET;
            boolean isKnown = known.containsKey(name) && !name.equals(DriverOption.LOCATION);
            if (!isKnown && !namesVariable && !name.equals(DriverOption.READ_ONLY.name())) {
                throw new StoreException.Unsupported(Sentence.of("A store of the kind {0}: has no option \"{1}\".", driver.scheme(), name));
            }
        }
    }
}
