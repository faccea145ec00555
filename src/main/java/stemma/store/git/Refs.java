package stemma.store.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.lib.RefUpdate;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// Moves branches and tags. Needs the [IndexLock].
final class Refs {
    /// A branch or tag is locked for as long as it takes to write one line; whoever holds it longer is dead.
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(3);

    @FunctionalInterface
    private interface Try {
        RefUpdate.Result run() throws IOException;
    }

    private Refs() {}

    /// @throws IOException when it is not where the update expects it
    static void update(Repo repo, RefUpdate update) throws IOException {
        run(repo, update, update::update);
    }

    static void delete(Repo repo, RefUpdate update) throws IOException {
        run(repo, update, update::delete);
    }

    private static void run(Repo repo, RefUpdate update, Try attempt) throws IOException {
        while (true) {
            RefUpdate.Result result = attempt.run();
            switch (result) {
                case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {
                    return;
                }
                case LOCK_FAILURE -> {
                    if (!isLocked(repo, update)) {
                        throw new ExplainedIOException(
                                Sentence.of("{0} was moved by another program meanwhile", update.getName()));
                    }
                }
                default -> throw new ExplainedIOException(
                        Sentence.of("{0} could not be moved ({1})", update.getName(), result));
            }
        }
    }

    /// Waits while somebody has it, and removes what a dead program left.
    ///
    /// @return whether to try again
    private static boolean isLocked(Repo repo, RefUpdate update) throws IOException {
        Path folder = repo.git().getCommonDirectory().toPath();
        Path lock = folder.resolve(update.getRef().getLeaf().getName() + ".lock");
        Path packed = folder.resolve("packed-refs.lock");
        for (Path file : new Path[] {lock, packed}) {
            try {
                Instant since = Files.getLastModifiedTime(file).toInstant();
                if (since.plus(LONGEST_LOCK).isBefore(Instant.now())) {
                    Files.deleteIfExists(file);
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                return true;
            } catch (NoSuchFileException e) {
                // not this one
            }
        }
        return false;
    }
}
