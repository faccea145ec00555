package stemma.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The file that a database was opened from. Some systems let a file be deleted or replaced that is open; whoever has it
/// open goes on writing to it without a complaint, and all of that is gone when it is closed. Safe for concurrent use.
public final class OpenedFile {
    private final StoreUri uri;
    private final Path file;
    private volatile @Nullable Object key;

    public OpenedFile(StoreUri uri, Path file) {
        this.uri = uri;
        this.file = file;
    }

    /// The file is open from now on.
    public void opened() throws IOException {
        key = key();
    }

    /// What tells this file from another of its name; null where the system has none, or it was not opened yet.
    private @Nullable Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// Makes sure that the file that is open can be found again.
    ///
    /// @throws StoreException.Unreachable when it was moved, deleted or replaced
    public void verify() {
        Object before = key;
        try {
            if (before == null || before.equals(key())) {
                return;
            }
        } catch (IOException e) {
            throw gone(e);
        }
        throw gone(null);
    }

    private StoreException gone(@Nullable IOException cause) {
        Sentence problem = Sentence.of(
                "the file {0} was moved, deleted or replaced by another program while it was open. Nothing was written"
                        + " to it. Put it back, or keep what it held with \"Back up\" in the window's menu before you"
                        + " close the window.",
                file);
        return cause == null
                ? new StoreException.Unreachable(uri, problem)
                : new StoreException.Unreachable(uri, problem, cause);
    }
}
