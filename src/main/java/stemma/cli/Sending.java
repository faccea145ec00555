package stemma.cli;

import java.io.IOException;
import java.util.Optional;
import stemma.prompt.Sentence;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Synchronising;

/// A store that sends changes to another side by itself does so in the background; a command ends only when that is
/// done, and says when it failed. Asks nothing of other stores.
///
/// @param other empty when the store has no other side
/// @param before how many changes had not been sent when the command began
record Sending(Optional<Synchronising> other, int before) {
    static Sending of(Store store) {
        if (!store.can(Capability.SYNCHRONISE)) {
            return new Sending(Optional.empty(), 0);
        }
        try {
            return new Sending(
                    Optional.of(store.synchronising()), store.synchronising().status().ahead());
        } catch (StoreException e) {
            // Such as a repository without a branch, which takes no change that could be sent, but can be read.
            return new Sending(Optional.empty(), 0);
        }
    }

    /// @param code of the command so far
    /// @return the code, but for a command that was done and whose changes were not sent
    int done(Output out, int code) throws IOException {
        if (other.isEmpty()) {
            return code;
        }
        Synchronising.Status status = other.get().settled();
        Optional<Sentence> problem = status.problem().filter(_ -> status.ahead() > before);
        if (problem.isEmpty()) {
            return code;
        }
        out.message("What changed is kept here, but was not sent to " + status.remote().orElse("the other side") + ": "
                + problem.get());
        return code == ExitCode.DONE ? ExitCode.FAILED : code;
    }
}
