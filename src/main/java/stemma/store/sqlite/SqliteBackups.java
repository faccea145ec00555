package stemma.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.FileRestore;

/// Backups of SQLite files: such files themselves.
final class SqliteBackups implements FileRestore.Kind {
    private static final String LOG = "-wal";

    private static final int WAIT_SECONDS = 10;

    private final StoreUri uri;
    private final SqliteDatabase database;

    SqliteBackups(StoreUri uri, SqliteDatabase database) {
        this.uri = uri;
        this.database = database;
    }

    @Override
    public Path file() {
        return database.file();
    }

    @Override
    public Path beside(String said) {
        return database.beside(said);
    }

    @Override
    public List<String> companions() {
        return List.of(LOG, "-shm", "-journal");
    }

    /// Somebody may have copied a file by hand, with the newest writes in the log beside it.
    @Override
    public void unpack(Path backup, Path target) throws IOException {
        if (Files.size(backup) == 0) {
            throw StoreException.Corrupt.backup(backup, Sentence.of("it is no backup of a SQLite store"));
        }
        Files.copy(backup, target);
        Path log = backup.resolveSibling(backup.getFileName() + LOG);
        if (Files.exists(log)) {
            Files.copy(log, target.resolveSibling(target.getFileName() + LOG));
        }
    }

    @Override
    public Store open(Path restored, Clock clock) {
        SqliteDatabase copy = new SqliteDatabase(uri, restored, WAIT_SECONDS, false, true);
        copy.verify(false);
        return copy.open(clock);
    }

    @Override
    public void release() {
        database.release();
    }
}
