package stemma.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Does the work of later starts in the program that has the data folder. Called on threads of its own, several at
/// once.
@FunctionalInterface
public interface Worker {
    /// Takes no work.
    Worker NONE = request -> Optional.empty();

    /// Looks at what a later start has to do.
    ///
    /// @return the work; empty when the other process must do it by itself
    Optional<Work> take(Request request);

    /// What is done for the other process, with that one's streams. Nothing is read from `in` there before it is
    /// read here.
    @FunctionalInterface
    interface Work {
        /// @param isCancelled whether the other process is gone, or this one wants to end
        /// @return the exit code
        /// @throws IOException when the other process is gone
        int run(InputStream in, OutputStream out, OutputStream err, BooleanSupplier isCancelled) throws IOException;
    }
}
