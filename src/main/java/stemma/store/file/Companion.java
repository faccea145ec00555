package stemma.store.file;

import java.io.IOException;
import java.util.List;
import stemma.store.Health;
import stemma.store.Synchronising;

/// What a store that is built on a folder of files does besides: it hears of every change of the files and tells which
/// of those that others made are as they shall be. Belongs to one store and is safe for concurrent use; the calls that
/// need the folder's lock never come at the same time.
public interface Companion extends AutoCloseable {
    /// Before a change, under the folder's lock: refuses when [#changed] could not do its part.
    ///
    /// @throws IOException saying why nothing can be changed now
    void prepare() throws IOException;

    /// After a change, under the folder's lock, or when one is found that was interrupted. Doing it twice does nothing.
    ///
    /// @throws IOException when it could not be done now; it will be asked again before the next change
    void changed(Pending pending) throws IOException;

    /// After a change that the caller was told of, without any lock; must return soon.
    void told();

    /// Whether a recorded version file that differs from its record shall be taken as it is, because it was brought by
    /// a proper way and not edited.
    ///
    /// @param file relative to the store's folder, with slashes
    boolean brought(String file, byte[] bytes);

    /// What is wrong besides the files.
    List<Health.Problem> problems();

    Synchronising synchronising();

    /// Lets go of everything; waits for what is under way.
    @Override
    void close();
}
