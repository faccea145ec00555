package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.Promotion;
import stemma.store.StoreException;
import stemma.transfer.VersionBatch;
import stemma.transfer.copy.StageMoves.Move;

/// Brings the stages of a prompt, whose versions are copied, to where they are in the source. A stage whose record of
/// moves in the target is the beginning of its record in the source is taken through the rest of the moves, with who,
/// when and why. Any other stage is only moved when it is empty, or when the options say so.
final class StageCopy {
    private final CopyRun run;
    private final PromptId id;
    private final Map<VersionLabel, VersionLabel> labels;
    private final SortedMap<Stage, VersionLabel> wanted = new TreeMap<>();
    private final SortedMap<Stage, VersionLabel> holds = new TreeMap<>();
    private final SortedMap<Stage, VersionLabel> heldBefore;
    private final List<Move> moves;
    /// Entries of the source's record that no other store can have.
    private final int leftEntries;
    private final Map<Stage, List<Move>> theirMoves;
    private final Map<Stage, StoreException> failures = new LinkedHashMap<>();

    /// @param versions in the source, oldest first
    /// @param labels those that are in the target, with their label there
    StageCopy(CopyRun run, PromptId id, List<VersionInfo> versions, Map<VersionLabel, VersionLabel> labels) {
        this.run = run;
        this.id = id;
        this.labels = labels;
        versions.forEach(info -> info.stages().forEach(stage -> wanted.put(stage, info.label())));
        run.target.find(id).map(PromptSummary::stages).ifPresent(holds::putAll);
        this.heldBefore = new TreeMap<>(holds);
        StageMoves.Read read = StageMoves.read(run.source, id, label -> Optional.ofNullable(labels.get(label)));
        this.moves = read.moves();
        this.leftEntries = read.left();
        this.theirMoves = StageMoves.read(run.target, id, Optional::of).moves().stream()
                .collect(Collectors.groupingBy(Move::stage));
    }

    List<CopyItem> copy() {
        SortedSet<Stage> continued = new TreeSet<>();
        SortedSet<Stage> stages = new TreeSet<>(wanted.keySet());
        moves.forEach(move -> stages.add(move.stage()));
        stages.stream().filter(run.target::canMove).filter(this::canContinue).forEach(continued::add);
        replay(continued);
        List<CopyItem> items = new ArrayList<>();
        stages.forEach(stage -> item(stage, continued.contains(stage)).ifPresent(items::add));
        historyLoss().ifPresent(items::add);
        return items;
    }

    /// Whether nobody moved the stage in the target but a copy of this source.
    private boolean canContinue(Stage stage) {
        if (!run.target.can(Capability.HISTORY)) {
            return false;
        }
        List<Move> mine = of(stage);
        List<Move> theirs = theirMoves.getOrDefault(stage, List.of());
        Optional<VersionLabel> recorded = theirs.isEmpty() ? Optional.empty() : theirs.getLast().to();
        return !mine.isEmpty()
                && theirs.size() <= mine.size()
                && mine.subList(0, theirs.size()).equals(theirs)
                && Optional.ofNullable(holds.get(stage)).equals(recorded);
    }

    private List<Move> of(Stage stage) {
        return moves.stream().filter(move -> move.stage().equals(stage)).toList();
    }

    private void replay(SortedSet<Stage> stages) {
        Map<Stage, Integer> done = new LinkedHashMap<>();
        stages.forEach(stage -> done.put(stage, theirMoves.getOrDefault(stage, List.of()).size()));
        for (Move move : moves) {
            Stage stage = move.stage();
            if (stages.contains(stage) && done.merge(stage, -1, Integer::sum) < 0 && !failures.containsKey(stage)) {
                try {
                    move(stage, move.to(), move.act());
                } catch (StoreException e) {
                    VersionBatch.throwIfAboutTheStore(e);
                    failures.put(stage, e);
                }
            }
        }
    }

    private void move(Stage stage, Optional<VersionLabel> to, Act act) {
        if (run.writes) {
            run.target.promote(new Promotion(id, stage, Optional.ofNullable(holds.get(stage)), to, act));
        }
        to.ifPresentOrElse(label -> holds.put(stage, label), () -> holds.remove(stage));
    }

    private Optional<CopyItem> item(Stage stage, boolean wasContinued) {
        Optional<VersionLabel> version = Optional.ofNullable(wanted.get(stage));
        if (failures.containsKey(stage)) {
            return Optional.of(failed(stage, version, failures.get(stage)));
        }
        if (version.isEmpty()) {
            return changed(stage)
                    ? Optional.of(CopyItem.stage(id, version, stage, Outcome.CHANGED, Sentence.of("cleared")))
                    : Optional.empty();
        }
        if (!run.target.canMove(stage)) {
            return Optional.of(
                    CopyItem.stage(id, version, stage, Outcome.LOST, Sentence.of("the store has no stage {0}", stage)));
        }
        VersionLabel to = labels.get(version.get());
        if (to == null) {
            return Optional.of(CopyItem.stage(
                    id, version, stage, Outcome.FAILED, Sentence.of("version {0} is not there", version.get())));
        }
        if (to.equals(holds.get(stage))) {
            boolean isMoved = changed(stage);
            boolean ownRecord = !wasContinued && !theirMoves.getOrDefault(stage, List.of()).isEmpty();
            return Optional.of(CopyItem.stage(
                    id,
                    version,
                    stage,
                    isMoved ? outcomeOfMove(stage) : Outcome.THERE,
                    isMoved
                            ? way(stage)
                            : ownRecord ? Sentence.of("with a record of moves of its own") : Sentence.NONE));
        }
        return Optional.of(setPointer(stage, version.get(), to));
    }

    private CopyItem setPointer(Stage stage, VersionLabel version, VersionLabel to) {
        if (holds.containsKey(stage) && !run.options.moveStages()) {
            return CopyItem.stage(
                    id, Optional.of(version), stage, Outcome.CONFLICT, Sentence.of("it is at {0} there", holds.get(stage)));
        }
        try {
            move(stage, Optional.of(to), Act.by(run.options.who(), "Copied from " + run.source.uri()));
            return CopyItem.stage(id, Optional.of(version), stage, outcomeOfMove(stage), way(stage));
        } catch (StoreException e) {
            return failed(stage, Optional.of(version), e);
        }
    }

    private CopyItem failed(Stage stage, Optional<VersionLabel> version, StoreException e) {
        VersionBatch.throwIfAboutTheStore(e);
        Outcome outcome = e instanceof StoreException.Conflict ? Outcome.CONFLICT : Outcome.FAILED;
        return CopyItem.stage(id, version, stage, outcome, e.sentence());
    }

    private boolean changed(Stage stage) {
        return !Optional.ofNullable(holds.get(stage)).equals(Optional.ofNullable(heldBefore.get(stage)));
    }

    private Outcome outcomeOfMove(Stage stage) {
        return heldBefore.containsKey(stage) ? Outcome.CHANGED : Outcome.ADDED;
    }

    private Sentence way(Stage stage) {
        VersionLabel before = heldBefore.get(stage);
        return before == null ? Sentence.NONE : Sentence.from(before + " → " + holds.get(stage));
    }

    private Optional<CopyItem> historyLoss() {
        List<Loss> losses = new ArrayList<>();
        boolean keepsHistory = run.target.can(Capability.HISTORY);
        if (!moves.isEmpty() && !keepsHistory) {
            losses.add(historyLoss(
                    moves.size() == 1
                            ? Sentence.of("the record of 1 stage move")
                            : Sentence.of("the record of {0} stage moves", moves.size())));
        }
        if (leftEntries > 0) {
            losses.add(historyLoss(
                    leftEntries == 1
                            ? Sentence.of("the record of 1 deletion, renaming or move to a version that is not there")
                            : Sentence.of(
                                    "the record of {0} deletions, renamings or moves to versions that are not there",
                                    leftEntries)));
        }
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(CopyItem.prompt(
                        id,
                        Outcome.LOST,
                        keepsHistory ? Sentence.NONE : Sentence.of("the store keeps no history"),
                        losses));
    }

    private static Loss historyLoss(Sentence what) {
        return new Loss(Loss.Part.HISTORY, what);
    }
}
