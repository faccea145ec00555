package stemma.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.ChangeThread;
import stemma.store.sql.OwnThreads;
import stemma.store.sql.Schema;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;
import stemma.store.sql.SqlStore;

/// The way to a SQLite file: looking before touching, creating, opening. Why it is opened as it is stands in
/// `docs/adr/0022-sqlite-shared-file.md`.
final class SqliteDatabase {
    private static final int READERS = 2;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(5);

    /// Kilobytes for each connection.
    private static final int CACHE = 16_384;

    /// What every file begins with; see <https://www.sqlite.org/fileformat2.html>.
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int HEADER = 100;

    private final StoreUri uri;
    private final Path file;
    private final int waitSeconds;
    private final boolean readOnly;
    private final boolean isCopy;
    private final SqliteDialect dialect;

    SqliteDatabase(StoreUri uri, Path file, int waitSeconds, boolean readOnly) {
        this(uri, file, waitSeconds, readOnly, false);
    }

    /// @param isCopy whether the file is a copy itself, of which none is kept before its schema is changed
    SqliteDatabase(StoreUri uri, Path file, int waitSeconds, boolean readOnly, boolean isCopy) {
        this.isCopy = isCopy;
        this.uri = uri;
        this.file = file;
        this.waitSeconds = waitSeconds;
        this.readOnly = readOnly;
        dialect = new SqliteDialect(uri, file, UUID.randomUUID().toString());
    }

    Store open(Clock clock) {
        verifyFile();
        Session first = null;
        try {
            int found = Files.exists(file) && Files.size(file) > 0 ? verifySchema(!readOnly) : 0;
            first = connect(Use.WRITE);
            if (!readOnly) {
                if (!isCopy) {
                    int newest = dialect.migrations().size();
                    Schema.keepOlder(first, dialect, found, beside("before-schema-" + newest));
                }
                Schema.migrate(first, dialect);
                dialect.opened();
            }
            OwnThreads threads = new OwnThreads(uri, dialect, this::connect, first, READERS);
            SqliteChanges changes = new SqliteChanges(dialect, this::connect);
            return new SqlStore(uri, dialect, threads, new ChangeThread(uri, changes, LOOK_EVERY_MILLIS), clock);
        } catch (SQLException | IOException | RuntimeException e) {
            close(first);
            throw e instanceof StoreException known ? known : SqliteProblems.explain(uri, file, e);
        }
    }

    Path file() {
        return file;
    }

    /// A file of the same name with something said about it, such as `prompts.restoring.db`.
    Path beside(String said) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot > 0 ? name.substring(0, dot) + "." + said + name.substring(dot) : name + "." + said);
    }

    /// Makes sure that the file is a whole store.
    ///
    /// @param mayBeEmpty whether it may be without anything yet
    /// @throws StoreException when it is damaged, of another program or of a newer version of this one
    void verify(boolean mayBeEmpty) {
        verifyFile();
        try {
            verifySchema(mayBeEmpty);
        } catch (SQLException e) {
            throw SqliteProblems.explain(uri, file, e);
        }
    }

    /// Makes sure that nobody has the file open, and takes into it what stands beside it. Leaving the log's way of
    /// writing is what SQLite allows to the only one who has the file open; see <https://www.sqlite.org/wal.html>.
    void release() {
        verify(true);
        try (Session session = connect(Use.WRITE)) {
            session.all("PRAGMA journal_mode = DELETE", row -> row.getString(1));
        } catch (SQLException e) {
            throw SqliteProblems.kind(e) == SQLiteErrorCode.SQLITE_BUSY
                    ? StoreException.Unreachable.inUse(uri, file, e)
                    : SqliteProblems.explain(uri, file, e);
        }
    }

    /// Looks at the file without SQLite.
    private void verifyFile() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException.Unreachable(uri, Sentence.of("the folder {0} is not there", folder));
        }
        if (Files.notExists(file)) {
            if (readOnly) {
                throw new StoreException.Unreachable(uri, Sentence.of("the file {0} is not there", file));
            }
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new StoreException.Unreachable(uri, Sentence.of("{0} is not a file that can be read", file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            verifyHeader(in.readNBytes(HEADER), Files.size(file));
        } catch (IOException e) {
            throw SqliteProblems.explain(uri, file, e);
        }
    }

    /// An empty file is what SQLite leaves when it is interrupted before its first write.
    private void verifyHeader(byte[] header, long size) throws IOException {
        if (header.length == 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(header);
        if (header.length < HEADER || !bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw damaged(Sentence.of("this is no SQLite file, or its beginning is damaged"));
        }
        int pageSize = Short.toUnsignedInt(bytes.getShort(16));
        long pages = Integer.toUnsignedLong(bytes.getInt(28));
        boolean countIsValid = bytes.getInt(24) == bytes.getInt(92);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean logIsEmpty = Files.notExists(log) || Files.size(log) == 0;
        if (countIsValid && logIsEmpty && size < pages * (pageSize == 1 ? 65_536 : pageSize)) {
            throw damaged(Sentence.of("its end is missing, nothing was changed"));
        }
    }

    /// Nothing is written to a file before it is known to be ours and of a schema that we know.
    ///
    /// @param mayBeEmpty whether it may be without anything yet
    /// @return the number of its schema; 0 when there is nothing in it
    private int verifySchema(boolean mayBeEmpty) throws SQLException {
        try (Session session = connect(Use.READ, true)) {
            List<String> tables = session.all(
                    "SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.getString(1));
            if (tables.isEmpty() && mayBeEmpty) {
                return 0; // an interrupted creation, or a file made to be filled
            }
            if (!tables.contains(Schema.TABLE)) {
                throw new StoreException.Unsupported(
                        Sentence.of(
                        "The file {0} is a SQLite database of another program. Nothing was changed in it.",
                        file));
            }
            int number = Schema.number(session);
            int newest = dialect.migrations().size();
            if (number > newest) {
                throw new StoreException.Unsupported(Sentence.of(
                        "The file {0} was written by a newer version of this program (schema {1}, known"
                            + " up to {2}). Nothing was changed in it.",
                        file, number, newest));
            }
            if (readOnly && number < newest) {
                throw new StoreException.Unsupported(Sentence.of(
                        "The file {0} has an older schema ({1}, the newest is {2}); open it once for"
                            + " writing.",
                        file, number, newest));
            }
            return number;
        }
    }

    private StoreException.Corrupt damaged(CharSequence problem) {
        return StoreException.Corrupt.wholeFile(uri, file, problem, null);
    }

    private Session connect(Use use) throws SQLException {
        return connect(use, readOnly);
    }

    private Session connect(Use use, boolean onlyToRead) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.multiplyExact(waitSeconds, 1000));
        config.setCacheSize(-CACHE);
        if (onlyToRead) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
        }
        return new SqliteSession(connection(config), use);
    }

    /// Of two that open a new file at once and turn its log on, SQLite refuses one without letting it wait.
    private Connection connection(SQLiteConfig config) throws SQLException {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
        while (true) {
            try {
                return config.createConnection("jdbc:sqlite:" + file);
            } catch (SQLException e) {
                boolean isBusy = (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
                if (!isBusy || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    private void close(@Nullable Session session) {
        Session.close(session, System.Logger.Level.WARNING, "the file " + file + " could not be closed");
    }
}
