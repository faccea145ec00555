package stemma.store.file;

import java.nio.file.Path;
import stemma.markdown.FormatException;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What went wrong with a file, in the words of the port.
final class Failures {
    private Failures() {}

    static StoreException of(StoreUri store, Path root, Exception failure) {
        return failure instanceof FormatException e
                ? new StoreException.Corrupt(store, e.where(), e.sentence(), e)
                : FileFailures.of(store, root, failure);
    }

    /// See [FileFailures#sentence(Exception)].
    static Sentence sentence(Exception failure) {
        return FileFailures.sentence(failure);
    }

    /// See [FileFailures#relative(Path, Path)].
    static String relative(Path root, Path file) {
        return FileFailures.relative(root, file);
    }

    /// The same problem with the file's name, unless it has one.
    static FormatException in(Path root, Path file, FormatException problem) {
        return problem.where().isEmpty() ? problem.in(relative(root, file)) : problem;
    }
}
