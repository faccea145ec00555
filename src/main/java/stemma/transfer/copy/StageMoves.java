package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.Page;
import stemma.store.Store;

/// A prompt's record of stage moves, as far as another store can have it.
final class StageMoves {
    private static final int PAGE = 500;

    private StageMoves() {}

    /// One move.
    ///
    /// @param to by the label in the target
    record Move(Stage stage, Optional<VersionLabel> to, Act act) {}

    /// What a prompt's record holds since the prompt was there.
    ///
    /// @param moves oldest first, without those to versions that have no label; none when the store keeps no record
    /// @param left how many entries are not among the moves: deletions, renamings, moves to versions without a label
    record Read(List<Move> moves, int left) {}

    /// @param labels the label in the target
    static Read read(Store store, PromptId id, Function<VersionLabel, Optional<VersionLabel>> labels) {
        List<Move> moves = new ArrayList<>();
        Map<Stage, VersionLabel> holds = new HashMap<>();
        List<HistoryEntry> entries = entries(store, id);
        for (HistoryEntry entry : entries.reversed()) {
            if (!(entry instanceof StageMoved moved)) {
                continue;
            }
            Optional<VersionLabel> to = moved.to().flatMap(labels);
            boolean toSomethingGone = moved.to().isPresent() && to.isEmpty();
            boolean fromNothingToNothing = moved.to().isEmpty() && !holds.containsKey(moved.stage());
            if (!toSomethingGone && !fromNothingToNothing) {
                moves.add(new Move(
                        moved.stage(), to, new Act(moved.who(), moved.why(), Optional.of(moved.at()))));
                to.ifPresentOrElse(
                        label -> holds.put(moved.stage(), label), () -> holds.remove(moved.stage()));
            }
        }
        return new Read(moves, entries.size() - moves.size());
    }

    /// Newest first, back to when an older prompt of that id was deleted.
    private static List<HistoryEntry> entries(Store store, PromptId id) {
        List<HistoryEntry> entries = new ArrayList<>();
        if (!store.can(Capability.HISTORY)) {
            return entries;
        }
        while (true) {
            Page<HistoryEntry> page = store.history(Optional.of(id), entries.size(), PAGE);
            for (HistoryEntry entry : page.items()) {
                if (entry instanceof HistoryEntry.PromptDeleted) {
                    return entries;
                }
                entries.add(entry);
            }
            if (page.isLast() || page.items().isEmpty()) {
                return entries;
            }
        }
    }
}
