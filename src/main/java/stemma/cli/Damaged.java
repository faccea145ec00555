package stemma.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.store.Store;
import stemma.store.Untold;

/// What a command tells of damage that its store leaves out.
final class Damaged {
    private Damaged() {}

    /// @throws stemma.store.StoreException.NotFound when a prompt is not there
    /// @throws stemma.store.StoreException.Corrupt when none of its versions can be read
    static void requireThere(Store store, PromptId prompt) {
        if (store.find(prompt).isEmpty()) {
            store.versions(prompt);
        }
    }

    /// The damaged versions of a prompt that are not listed.
    static List<Untold> versions(Store store, PromptId prompt) {
        return store.untold(Optional.of(prompt)).stream()
                .filter(untold -> untold.kind() == Untold.Kind.VERSION)
                .toList();
    }

    /// Says what is left out.
    ///
    /// @return the exit code
    static int tell(Output out, Store store, Optional<PromptId> prompt) throws IOException {
        int code = ExitCode.DONE;
        for (Untold untold : store.untold(prompt)) {
            if (untold.isDamage()) {
                out.message(untold.problem(store.uri()).getMessage());
                code = ExitCode.FAILED;
            }
        }
        return code;
    }
}
