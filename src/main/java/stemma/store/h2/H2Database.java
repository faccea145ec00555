package stemma.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.OwnThreads;
import stemma.store.sql.Schema;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;
import stemma.store.sql.SqlStore;

/// The way to an H2 file: creating, looking before touching, opening.
final class H2Database {
    static final String SUFFIX = Constants.SUFFIX_MV_FILE;

    private static final int READERS = 2;

    /// How H2 must be opened so that nothing acknowledged is lost; see `docs/adr/0020-h2-without-loss.md`.
    private static final String SAFE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    /// Kilobytes; the default grows with the machine.
    private static final String SMALL = ";CACHE_SIZE=8192;PAGE_SIZE=4096;QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0";

    private final StoreUri uri;
    private final String fileSystem;
    private final Path file;
    private final H2Dialect dialect;
    private final boolean isCopy;
    /// The schema that the file was found with.
    private int found;

    /// @param fileSystem what H2 puts before a path for a file system of its own, such as `nio:`; empty for the usual
    /// @param path the file, with or without [#SUFFIX]
    H2Database(StoreUri uri, String fileSystem, Path path) {
        this(uri, fileSystem, path, false);
    }

    /// @param isCopy whether the file is a copy itself, of which none is kept before its schema is changed
    H2Database(StoreUri uri, String fileSystem, Path path, boolean isCopy) {
        this.uri = uri;
        this.isCopy = isCopy;
        this.fileSystem = fileSystem;
        file = withSuffix(path.toAbsolutePath().normalize());
        dialect = new H2Dialect(uri, file);
        if (file.toString().indexOf(';') >= 0) {
            throw new StoreException.Unsupported(Sentence.of("H2 cannot open {0}: the path holds a semicolon.", file));
        }
    }

    private static Path withSuffix(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SUFFIX) ? path : path.resolveSibling(name + SUFFIX);
    }

    /// Opens the file, which is made when it is missing.
    Store open(Clock clock) {
        TrackedFiles.begin();
        try {
            return tryToOpen(clock);
        } catch (StoreException.Unreachable e) {
            if (e.isInUse()) {
                TrackedFiles.undo();
            }
            throw e;
        } finally {
            TrackedFiles.end();
        }
    }

    private Store tryToOpen(Clock clock) {
        if (Files.notExists(file)) {
            create();
        }
        verify();
        return openVerified(clock);
    }

    /// @throws StoreException when the file is damaged, in use, not a store or one that is not known yet
    void verify() {
        if (!Files.isRegularFile(file)) {
            throw new StoreException.Unreachable(uri, Sentence.of("{0} is not a file that can be read", file));
        }
        try {
            new H2File(uri, file, h2Name(file) + SUFFIX).verify();
            verifySchema();
        } catch (StoreException e) {
            releaseUnlessInUse(e);
            throw e;
        }
    }

    Path file() {
        return file;
    }

    /// A file of the same name with something said about it, such as `prompts.restoring.mv.db`.
    Path beside(String said) {
        return file.resolveSibling(said(said) + SUFFIX);
    }

    private String said(String said) {
        return stem(file) + "." + said;
    }

    private Store openVerified(Clock clock) {
        Session first = null;
        try {
            first = connect(file, "", Use.WRITE);
            if (!isCopy) {
                int newest = dialect.migrations().size();
                Schema.keepOlder(first, dialect, found, file.resolveSibling(said("before-schema-" + newest) + ".zip"));
            }
            Schema.migrate(first, dialect);
            dialect.opened();
            OwnThreads threads =
                    new OwnThreads(uri, dialect, use -> connect(file, "", use), first, READERS);
            return new SqlStore(uri, dialect, threads, clock);
        } catch (SQLException | IOException | RuntimeException e) {
            close(first);
            StoreException problem = e instanceof StoreException known ? known : H2Problems.explain(uri, file, e);
            releaseUnlessInUse(problem);
            throw problem;
        }
    }

    /// A file that another program, or another store of this one, has open is not ours to close.
    private void releaseUnlessInUse(StoreException problem) {
        if (problem instanceof StoreException.Corrupt) {
            TrackedFiles.close(h2Name(file) + SUFFIX);
        }
    }

    /// Makes a whole file under another name, so that a file of the right name is never a half-made one.
    private void create() {
        Path unfinished = file.resolveSibling(stem(file) + ".new" + SUFFIX);
        try {
            DurableFiles.createFolders(file.getParent());
            try {
                fill(unfinished);
            } catch (SQLException e) {
                StoreException problem = H2Problems.explain(uri, file, e);
                if (!(problem instanceof StoreException.Corrupt)) {
                    throw problem;
                }
                Files.deleteIfExists(unfinished); // what an interrupted attempt left
                fill(unfinished);
            }
            if (Files.notExists(file)) {
                Files.move(unfinished, file);
                DurableFiles.forceFolder(file.getParent());
            }
        } catch (SQLException | IOException e) {
            throw H2Problems.explain(uri, file, e);
        }
    }

    private void fill(Path target) throws SQLException {
        try (Session session = connect(target, "", Use.WRITE)) {
            Schema.migrate(session, dialect);
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /// Nothing is written to a file before it is known to be ours and of a schema that we know.
    private void verifySchema() {
        try (Session session = connect(file, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", Use.READ)) {
            Set<String> tables = new TreeSet<>(session.all(
                    "SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES"
                            + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'",
                    row -> row.getString(1)));
            if (!tables.contains(Schema.TABLE)) {
                throw foreign();
            }
            int number = Schema.number(session);
            found = number;
            int newest = dialect.migrations().size();
            if (number > newest) {
                throw new StoreException.Unsupported(Sentence.of(
                        "The file {0} was written by a newer version of this program (schema {1}, known"
                            + " up to {2}). Nothing was changed in it.",
                        file, number, newest));
            }
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
                case ErrorCode.WRONG_USER_OR_PASSWORD -> foreign();
                case ErrorCode.DATABASE_IS_READ_ONLY ->
                    StoreException.Corrupt.wholeFile(
                            uri, file, Sentence.of("the file is damaged (H2 wants to mend it before it is read)"), e);
                default -> H2Problems.explain(uri, file, e);
            };
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw H2Problems.explain(uri, file, e);
        }
    }

    /// As H2 wants it: with slashes, without the suffix.
    private String h2Name(Path target) {
        String path = target.resolveSibling(stem(target)).toString().replace('\\', '/');
        return TrackedFiles.prefix() + fileSystem + path;
    }

    private StoreException foreign() {
        return new StoreException.Unsupported(
                Sentence.of(
                        "The file {0} is an H2 database of another program. Nothing was changed in it.",
                        file));
    }

    private Session connect(Path target, String settings, Use use) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "");
        Connection connection = new Driver().connect("jdbc:h2:" + h2Name(target) + SAFE + SMALL + settings, user);
        if (use == Use.READ) {
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
        }
        return new Session(connection);
    }

    private void close(@Nullable Session session) {
        Session.close(session, System.Logger.Level.WARNING, "the file " + file + " could not be closed");
    }
}
