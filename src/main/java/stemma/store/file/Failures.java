package stemma.store.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import stemma.markdown.FormatException;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What went wrong with a file, in the words of the port.
final class Failures {
    private Failures() {}

    static StoreException of(StoreUri store, Path root, Exception failure) {
        return switch (failure) {
            case StoreException e -> e;
            case FormatException e -> new StoreException.Corrupt(store, e.where(), e.problem(), e);
            case AccessDeniedException e -> new StoreException.Denied(store, described(root, e), e);
            case ReadOnlyFileSystemException e ->
                new StoreException.Denied(store, "the file system is read-only.", e);
            case FileSystemException e when isDenied(e) -> new StoreException.Denied(store, described(root, e), e);
            case FileSystemException e -> new StoreException.Unreachable(store, described(root, e), e);
            default -> new StoreException.Unreachable(store, sentence(failure), failure);
        };
    }

    private static boolean isDenied(FileSystemException e) {
        String reason = String.valueOf(e.getReason());
        return reason.contains("Read-only") || reason.contains("not permitted");
    }

    private static String described(Path root, FileSystemException e) {
        String file = e.getFile();
        return (file == null ? "" : relative(root, Path.of(file)) + ": ") + sentence(e);
    }

    /// What is wrong, without the file's name.
    static String sentence(Exception failure) {
        String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return switch (failure) {
            case AccessDeniedException _ -> "reading or writing it is not allowed.";
            case NoSuchFileException _ -> "it is not there.";
            case NotDirectoryException _ -> "it is no folder.";
            case DirectoryNotEmptyException _ -> "the folder is not empty.";
            case FileAlreadyExistsException _ -> "another file is in the way.";
            default -> reason == null || reason.isBlank() ? failure.getClass().getSimpleName() + "." : reason + ".";
        };
    }

    /// A file as the user finds it: relative to the opened folder, with slashes.
    static String relative(Path root, Path file) {
        Path path = file.startsWith(root) ? root.relativize(file) : file;
        return path.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /// The same problem with the file's name, unless it has one.
    static FormatException in(Path root, Path file, FormatException problem) {
        return problem.where().isEmpty() ? problem.in(relative(root, file)) : problem;
    }
}
