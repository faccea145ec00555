package stemma.ui.sync;

import java.util.Optional;
import java.util.StringJoiner;
import stemma.store.Synchronising.Status;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// How a store stands to its other side, in words.
final class StatusText {
    private StatusText() {}

    /// The branch and the state, such as `main · 2 ahead, 1 behind`.
    ///
    /// @param status empty when it cannot be told
    /// @param troubled whether there is something to read in the [#detail]
    static String of(Optional<Status> status, boolean troubled) {
        StringJoiner text = new StringJoiner(" · ");
        status.ifPresent(known -> text.add(known.branch()).add(state(known)));
        if (troubled) {
            text.add(Messages.text(status.isPresent() ? "sync.trouble" : "sync.unknown"));
        }
        return text.toString();
    }

    private static String state(Status status) {
        if (status.remote().isEmpty()) {
            return Messages.text("sync.state.alone");
        }
        if (status.isDiverged()) {
            return Messages.text("sync.state.diverged", status.ahead(), status.behind());
        }
        if (status.ahead() > 0) {
            return Messages.text("sync.state.ahead", status.ahead());
        }
        return status.behind() > 0
                ? Messages.text("sync.state.behind", status.behind())
                : Messages.text("sync.state.same");
    }

    /// What else is known: the other side, when it was asked, and the problem.
    static String detail(Optional<Status> status, String problem, Times times) {
        StringJoiner text = new StringJoiner("\n");
        status.ifPresent(known -> known.remote()
                .ifPresentOrElse(
                        remote -> {
                            text.add(Messages.text("sync.remote", remote));
                            text.add(known.asked()
                                    .map(at -> Messages.text("sync.asked", times.exact(at)))
                                    .orElseGet(() -> Messages.text("sync.asked.never")));
                        },
                        () -> text.add(Messages.text("sync.alone"))));
        if (!problem.isEmpty()) {
            text.add(problem);
        }
        return text.toString();
    }
}
