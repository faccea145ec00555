package stemma.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Explained;
import stemma.prompt.Sentence;

/// What went wrong with a file, in the words of the port: for stores that keep files.
public final class FileFailures {
    /// What Linux, macOS and Windows say when nothing more fits on a disk.
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private FileFailures() {}

    /// What a failed operation on a file means to the caller of a store.
    ///
    /// @param root the store's folder
    public static StoreException of(StoreUri store, Path root, Exception failure) {
        return switch (failure) {
            case StoreException e -> e;
            case AccessDeniedException e -> new StoreException.Denied(store, described(root, e), e);
            case ReadOnlyFileSystemException e ->
                new StoreException.Denied(store, Sentence.of("the file system is read-only."), e);
            case IOException e when isFull(e) -> StoreException.Unreachable.noRoom(store, file(e).orElse(root), e);
            case FileSystemException e when isDenied(e) -> new StoreException.Denied(store, described(root, e), e);
            case FileSystemException e -> new StoreException.Unreachable(store, described(root, e), e);
            default -> new StoreException.Unreachable(store, sentence(failure), failure);
        };
    }

    /// What an error means for a store that is one file, where the folder of that file may not be written to.
    ///
    /// @return empty where it may, or is not there
    public static Optional<StoreException> ofFolder(StoreUri store, Path file, Throwable failure) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isWritable(folder)) {
            return Optional.empty();
        }
        return Optional.of(new StoreException.Denied(
                store,
                Files.exists(file)
                        ? Sentence.of(
                                "nothing can be made beside the file {0}, since this program may not write to its folder; get"
                                        + " the right to write there, or copy the folder and open the copy",
                                file)
                        : Sentence.of(
                                "the file {0} cannot be made, since this program may not write to its folder; get the right"
                                        + " to write there, or choose another folder",
                                file),
                failure));
    }

    /// Whether nothing more fits on a disk.
    public static boolean isFull(IOException failure) {
        return FULL.stream().anyMatch(reason(failure)::contains);
    }

    private static Optional<Path> file(IOException failure) {
        return failure instanceof FileSystemException e
                ? Optional.ofNullable(e.getFile()).map(Path::of)
                : Optional.empty();
    }

    private static boolean isDenied(FileSystemException e) {
        String reason = String.valueOf(e.getReason());
        return reason.contains("Read-only") || reason.contains("not permitted");
    }

    private static CharSequence described(Path root, FileSystemException e) {
        String file = e.getFile();
        Sentence what = sentence(e);
        return file == null ? what : Sentence.of("{0}: {1}", relative(root, Path.of(file)), what);
    }

    /// What is wrong, without the file's name.
    public static Sentence sentence(Exception failure) {
        return switch (failure) {
            case Explained explained -> Sentence.of("{0}.", explained.sentence());
            case AccessDeniedException _ -> Sentence.of("reading or writing it is not allowed.");
            case NoSuchFileException _ -> Sentence.of("it is not there.");
            case NotDirectoryException _ -> Sentence.of("it is no folder.");
            case DirectoryNotEmptyException _ -> Sentence.of("the folder is not empty.");
            case FileAlreadyExistsException _ -> Sentence.of("another file is in the way.");
            case IOException e when isFull(e) ->
                Sentence.of("there is no room left on the disk; make room there and try again.");
            case FileSystemException e when e.getReason() != null && e.getCause() instanceof Explained explained ->
                Sentence.of("{0}.", explained.sentence());
            default -> Sentence.from(reason(failure) + ".");
        };
    }

    private static String reason(Exception failure) {
        String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return reason == null || reason.isBlank() ? failure.getClass().getSimpleName() : reason;
    }

    /// A file as the user finds it: relative to the opened folder, with slashes.
    public static String relative(Path root, Path file) {
        Path path = file.startsWith(root) ? root.relativize(file) : file;
        return path.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
