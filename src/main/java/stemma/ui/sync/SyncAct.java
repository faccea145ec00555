package stemma.ui.sync;

import java.util.Locale;
import stemma.ui.common.Messages;

/// What an author can do about the other side.
public enum SyncAct {
    /// All of the others, one after the other.
    SYNCHRONISE(true, true, true),
    /// Asks what is new there.
    FETCH(true, false, false),
    /// Brings in what was fetched.
    BRING_IN(false, true, false),
    /// Sends what is new here.
    SEND(false, false, true);

    private final boolean fetches;
    private final boolean merges;
    private final boolean sends;

    SyncAct(boolean fetches, boolean merges, boolean sends) {
        this.fetches = fetches;
        this.merges = merges;
        this.sends = sends;
    }

    boolean fetches() {
        return fetches;
    }

    boolean merges() {
        return merges;
    }

    boolean sends() {
        return sends;
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /// What a menu calls it.
    String title() {
        return Messages.text("sync.act." + key());
    }

    /// What is said while it goes on.
    String doing() {
        return Messages.text("sync.doing." + key());
    }

    /// What is said when it did not work.
    String failed() {
        return Messages.text("sync.failed." + key());
    }
}
