package stemma.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import stemma.files.DurableFiles;
import stemma.store.FileFailures;
import stemma.store.Health;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Puts a backup in place of an H2 file that nobody has open. What was there is moved aside, never deleted.
final class H2Restore {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final StoreUri uri;
    private final H2Database database;

    H2Restore(StoreUri uri, H2Database database) {
        this.uri = uri;
        this.database = database;
    }

    /// @return where the file that was there is now
    Optional<Path> run(Path backup, Clock clock) {
        Path file = database.file();
        Path restored = database.beside("restoring");
        try {
            DurableFiles.createFolders(file.getParent());
            Files.deleteIfExists(restored);
            DurableFiles.writeNew(restored, unfinished -> unpack(backup, unfinished));
            verify(restored, clock);
            Optional<Path> aside = Optional.empty();
            if (Files.exists(file)) {
                verifyFree(clock);
                aside = Optional.of(database.beside("before-restore-" + TIME.format(clock.instant())));
                DurableFiles.replace(file, aside.get());
            }
            DurableFiles.replace(restored, file);
            DurableFiles.forceFolder(file.getParent());
            return aside;
        } catch (IOException e) {
            throw new StoreException.Unreachable(
                    uri, "the backup " + backup + " cannot be restored: " + FileFailures.sentence(e), e);
        } finally {
            delete(restored);
        }
    }

    private void unpack(Path backup, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(backup);
                ZipInputStream archive = new ZipInputStream(in)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith(H2Database.SUFFIX)) {
                    Files.copy(archive, target);
                    return;
                }
            }
        }
        throw new StoreException.Corrupt(uri, backup.toString(), "it is no backup of an H2 store");
    }

    /// A damaged backup must not take the place of anything.
    private void verify(Path restored, Clock clock) {
        try (Store store = new H2Database(uri, "", restored).open(clock)) {
            Health health = store.check();
            if (!health.isSound()) {
                Health.Problem first = health.problems().getFirst();
                throw new StoreException.Corrupt(uri, "the backup, " + first.where(), first.what());
            }
        }
    }

    /// Opening fails while another program has the file. A damaged one is what a backup is for.
    private void verifyFree(Clock clock) {
        try (Store _ = database.open(clock)) {
            // It is free.
        } catch (StoreException.Corrupt e) {
            System.getLogger(H2Restore.class.getName())
                    .log(System.Logger.Level.INFO, "a damaged store gives way to a backup", e);
        }
    }

    private static void delete(Path restored) {
        try {
            Files.deleteIfExists(restored);
        } catch (IOException e) {
            System.getLogger(H2Restore.class.getName())
                    .log(System.Logger.Level.WARNING, restored + " is left over", e);
        }
    }
}
