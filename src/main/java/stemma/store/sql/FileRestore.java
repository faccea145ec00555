package stemma.store.sql;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import stemma.files.DurableFiles;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;
import stemma.store.Health;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Puts a backup in place of a database file that nobody has open. What was there is kept beside it, never deleted.
/// Stateless.
public final class FileRestore {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final StoreUri uri;
    private final Kind kind;

    /// What one kind of database file does in its own way.
    public interface Kind {
        /// The file that a backup shall replace; it need not be there.
        Path file();

        /// A file of the same name with something said about it.
        Path beside(String said);

        /// What the names of files end with that belong to a database file and lie beside it.
        List<String> companions();

        /// Makes a database file from a backup.
        ///
        /// @param target not there yet
        /// @throws StoreException.Corrupt when the backup is none
        void unpack(Path backup, Path target) throws IOException;

        /// Opens a file made by [#unpack]; its schema may be an older one. Nothing but this file is touched.
        Store open(Path restored, Clock clock);

        /// Makes sure that nobody has [#file()], which is there, open.
        ///
        /// @throws StoreException.Corrupt when it is damaged, which is what a backup is for
        /// @throws StoreException when it is in use, or not a store
        void release();
    }

    public FileRestore(StoreUri uri, Kind kind) {
        this.uri = uri;
        this.kind = kind;
    }

    /// What a backup does once it is a file that was checked.
    @FunctionalInterface
    private interface Use<T> {
        T of(Path restored, Statistics held) throws IOException;
    }

    /// @return what the backup holds
    /// @throws StoreException.Corrupt when the backup is damaged or is none
    /// @throws StoreException.Unreachable when a file cannot be read or written
    public Statistics look(Path backup, Clock clock) {
        return unpacked(backup, clock, (_, held) -> held);
    }

    /// @return where the file that was there is now; empty when there was none
    /// @throws StoreException.Corrupt when the backup is damaged or is none
    /// @throws StoreException.Unreachable when the file is in use, or a file cannot be read or written
    public Optional<Path> run(Path backup, Clock clock) {
        Path file = kind.file();
        return unpacked(backup, clock, (restored, _) -> {
            DurableFiles.force(restored);
            Optional<Path> aside = moveAside(file, clock);
            DurableFiles.replace(restored, file);
            DurableFiles.forceFolder(file.getParent());
            return aside;
        });
    }

    private <T> T unpacked(Path backup, Clock clock, Use<T> use) {
        Path restored = kind.beside("restoring");
        // Two at once would unpack to the same name.
        synchronized (FileRestore.class) {
            try {
                if (!Files.isRegularFile(backup)) {
                    throw new StoreException.Unreachable(uri, Sentence.of("the backup {0} is not a file that can be read", backup));
                }
                DurableFiles.createFolders(kind.file().getParent());
                delete(restored);
                kind.unpack(backup, restored);
                return use.of(restored, verify(backup, restored, clock));
            } catch (ZipException | EOFException e) {
                throw new StoreException.Corrupt(uri, backup.toString(), Sentence.of("the backup is damaged"), e);
            } catch (IOException e) {
                if (FileFailures.isFull(e)) {
                    throw StoreException.Unreachable.noRoom(uri, restored, e);
                }
                throw new StoreException.Unreachable(
                        uri, Sentence.of("the backup {0} cannot be restored: {1}", backup, FileFailures.sentence(e)), e);
            } finally {
                tidy(restored);
            }
        }
    }

    /// A damaged backup must not take the place of anything.
    private Statistics verify(Path backup, Path restored, Clock clock) {
        Health health;
        Statistics held;
        try (Store store = kind.open(restored, clock)) {
            health = store.check();
            held = store.count();
        } catch (StoreException.Corrupt e) {
            throw new StoreException.Corrupt(uri, backup.toString(), Sentence.of("the backup is damaged"), e);
        } catch (StoreException.Unsupported e) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The backup {0} was made by another program, or by a newer version of this one."
                            + " Nothing was changed.",
                        backup));
        }
        if (!health.isSound()) {
            Health.Problem first = health.problems().getFirst();
            throw new StoreException.Corrupt(
                    uri, backup.toString(), Sentence.of("the backup is damaged ({0}: {1})", first.where(), first.what()));
        }
        return held;
    }

    /// The file keeps its place until the restored one takes it, so that a crash leaves one of them.
    private Optional<Path> moveAside(Path file, Clock clock) throws IOException {
        if (isNothing(file)) {
            return Optional.empty();
        }
        if (Files.exists(file)) {
            try {
                kind.release();
            } catch (StoreException.Corrupt e) {
                System.getLogger(FileRestore.class.getName())
                        .log(System.Logger.Level.INFO, "a damaged store gives way to a backup", e);
            }
        }
        Path aside = freeName(clock);
        if (Files.exists(file)) {
            keep(file, aside);
        }
        for (String suffix : kind.companions()) {
            Path companion = companion(file, suffix);
            if (Files.exists(companion)) {
                Files.move(companion, companion(aside, suffix));
            }
        }
        DurableFiles.forceFolder(file.getParent());
        return Optional.of(aside);
    }

    private boolean isNothing(Path file) {
        return Stream.concat(Stream.of(""), kind.companions().stream())
                .allMatch(suffix -> Files.notExists(companion(file, suffix), LinkOption.NOFOLLOW_LINKS));
    }

    private Path freeName(Clock clock) {
        String said = "before-restore-" + TIME.format(clock.instant());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> kind.beside(number == 1 ? said : said + "-" + number))
                .filter(this::isNothing)
                .findFirst()
                .orElseThrow();
    }

    /// A second name, or a copy where a file can have one name only.
    private static void keep(Path file, Path aside) throws IOException {
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            DurableFiles.writeNew(
                    aside, unfinished -> Files.copy(file, unfinished, StandardCopyOption.COPY_ATTRIBUTES));
        }
    }

    private static Path companion(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private void delete(Path restored) throws IOException {
        Files.deleteIfExists(restored);
        for (String suffix : kind.companions()) {
            Files.deleteIfExists(companion(restored, suffix));
        }
    }

    private void tidy(Path restored) {
        try {
            delete(restored);
        } catch (IOException e) {
            System.getLogger(FileRestore.class.getName())
                    .log(System.Logger.Level.WARNING, restored + " is left over", e);
        }
    }
}
