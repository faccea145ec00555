package stemma.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.FileRestore;

/// Backups of H2 files: archives as H2 writes them, with the one file in it.
final class H2Backups implements FileRestore.Kind {
    private final StoreUri uri;
    private final H2Database database;

    H2Backups(StoreUri uri, H2Database database) {
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
        return List.of();
    }

    @Override
    public void unpack(Path backup, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(backup);
                ZipInputStream archive = new ZipInputStream(in)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith(H2Database.SUFFIX)) {
                    Files.copy(archive, target);
                    return;
                }
            }
        }
        throw StoreException.Corrupt.backup(backup, Sentence.of("it is no backup of an H2 store"));
    }

    @Override
    public Store open(Path restored, Clock clock) {
        return new H2Database(uri, "", restored, true).open(clock);
    }

    @Override
    public void release() {
        database.verify();
    }
}
