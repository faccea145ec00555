package stemma.ui.sync;

import java.util.List;
import java.util.Map;
import stemma.store.StoreException;
import stemma.store.Synchronising;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Merged;
import stemma.store.Synchronising.Status;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks.Progress;

/// The steps of an act. Blocks, so it runs on a task's thread; between two steps it can be stopped.
record SyncWork(Synchronising other, Progress progress) {
    private static final double FETCHED = 0.4;
    private static final double MERGED = 0.6;

    /// What came of an act.
    ///
    /// @param brought how many changes came in
    /// @param sent how many changes were sent
    /// @param clashes what must be decided before it can go on
    /// @param stopped the author stopped it before its end
    record Outcome(int brought, int sent, Status status, List<Clash> clashes, boolean stopped) {}

    /// @throws StoreException as [Synchronising] says
    Outcome carryOut(SyncAct act) {
        Status status = other.status();
        int brought = 0;
        if (act.fetches()) {
            progress.report(-1, Messages.text("sync.step.fetch"));
            status = other.fetch();
        }
        if (act.merges()) {
            if (progress.isCancelled()) {
                return new Outcome(0, 0, status, List.of(), true);
            }
            progress.report(FETCHED, Messages.text("sync.step.merge"));
            Merged merged = other.merge(Map.of());
            if (!merged.clashes().isEmpty()) {
                return new Outcome(0, 0, merged.status(), merged.clashes(), false);
            }
            brought = status.behind() - merged.status().behind();
            status = merged.status();
        }
        if (!act.sends()) {
            return new Outcome(brought, 0, status, List.of(), false);
        }
        if (progress.isCancelled()) {
            return new Outcome(brought, 0, status, List.of(), true);
        }
        return send(brought, status);
    }

    private Outcome send(int brought, Status before) {
        progress.report(MERGED, Messages.text("sync.step.send"));
        try {
            Status status = other.push();
            return new Outcome(brought, before.ahead() - status.ahead(), status, List.of(), false);
        } catch (StoreException.Conflict e) {
            // Somebody was faster, and sending has fetched what clashes.
            Merged merged = other.merge(Map.of());
            if (merged.clashes().isEmpty()) {
                throw e;
            }
            return new Outcome(brought, 0, merged.status(), merged.clashes(), false);
        }
    }
}
