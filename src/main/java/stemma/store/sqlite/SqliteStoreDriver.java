package stemma.store.sqlite;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Sentence;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.FileRestore;

/// Opens a SQLite file and makes it when it is missing; its folder must be there: `sqlite:FILE`. Several processes of
/// one machine may have it open at once. On a network drive the locks that keep them apart cannot be relied on.
public final class SqliteStoreDriver implements StoreDriver {
    private static final DriverOption WAIT = new DriverOption(
            "wait", "Seconds to wait while another program writes", DriverOption.Kind.NUMBER, false, "10");

    private static final int LONGEST_WAIT = 3600;

    @Override
    public String scheme() {
        return "sqlite";
    }

    @Override
    public String title() {
        return "SQLite file";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "File", DriverOption.Kind.FILE, true, ""), WAIT);
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        return database(uri).open(opening.clock());
    }

    @Override
    public Optional<String> backupSuffix() {
        return Optional.of(".db");
    }

    /// Where the folder is missing too, opening says so and makes nothing.
    @Override
    public Optional<Path> missing(StoreUri uri) {
        return StoreDriver.super.missing(uri)
                .filter(file -> file.getParent() == null || Files.isDirectory(file.getParent()));
    }

    @Override
    public Statistics lookIntoBackup(StoreUri uri, Path backup, Opening opening) {
        return new FileRestore(uri, new SqliteBackups(uri, database(uri))).look(backup, opening.clock());
    }

    @Override
    public Optional<Path> restore(StoreUri uri, Path backup, Opening opening) {
        return new FileRestore(uri, new SqliteBackups(uri, database(uri))).run(backup, opening.clock());
    }

    private static SqliteDatabase database(StoreUri uri) {
        if (uri.location().isBlank()) {
            throw new StoreException.Unsupported(Sentence.of("A SQLite store needs a file, such as \"sqlite:prompts.db\"."));
        }
        try {
            Path file = Path.of(uri.location()).toAbsolutePath().normalize();
            boolean readOnly = DriverOption.READ_ONLY.isOn(uri);
            return new SqliteDatabase(uri, file, waitSeconds(uri), readOnly);
        } catch (InvalidPathException e) {
            throw new StoreException.Unsupported(Sentence.of("\"{0}\" is no path: {1}", uri.location(), e.getReason()));
        }
    }

    private static int waitSeconds(StoreUri uri) {
        String given = uri.options().getOrDefault(WAIT.name(), WAIT.defaultValue());
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) > LONGEST_WAIT) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The option \"{0}\" is a number of seconds from 0 to {1}, not \"{2}\".",
                        WAIT.name(), LONGEST_WAIT, given));
        }
        return Integer.parseInt(given);
    }
}
