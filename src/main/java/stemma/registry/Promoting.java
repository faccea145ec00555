package stemma.registry;

import java.util.List;
import java.util.Optional;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Moving stages with open eyes: first a plan that tells what will happen, then the move, and a way back.
public final class Promoting {
    private final Store store;

    public Promoting(Store store) {
        this.store = store;
    }

    /// What a promotion would do.
    ///
    /// @param holds the version that the stage holds now
    /// @param target the version that it would hold
    /// @param direction how the target stands to the version it replaces
    public record Plan(Stage stage, Optional<Version> holds, Version target, Direction direction) {
        public PromptId prompt() {
            return target.prompt();
        }
    }

    /// How a promotion's target stands to the version it replaces, by the order of appending.
    public enum Direction {
        /// The stage is empty.
        FIRST,
        /// To a newer version.
        FORWARD,
        /// To an older version: rolling back.
        BACK,
        /// To the version that it holds already.
        NOWHERE
    }

    /// Looks at what the stage holds now.
    ///
    /// @throws StoreException.NotFound when prompt or version are not there
    public Plan plan(PromptId prompt, VersionLabel label, Stage stage) {
        Version target = store.get(prompt, label);
        Optional<Version> holds = store.inStage(prompt, stage);
        return new Plan(stage, holds, target, holds.map(held -> direction(held, target)).orElse(Direction.FIRST));
    }

    private Direction direction(Version held, Version target) {
        if (held.label().equals(target.label())) {
            return Direction.NOWHERE;
        }
        List<VersionLabel> newestFirst =
                store.versions(target.prompt()).stream().map(VersionInfo::label).toList();
        return newestFirst.indexOf(target.label()) < newestFirst.indexOf(held.label())
                ? Direction.FORWARD
                : Direction.BACK;
    }

    /// Carries a plan out.
    ///
    /// @throws StoreException.Conflict when the stage moved since the plan was made
    public StageMoved promote(Plan plan, String who, String why) {
        return store.promote(new Promotion(
                plan.prompt(),
                plan.stage(),
                plan.holds().map(Version::label),
                Optional.of(plan.target().label()),
                Act.by(who, why)));
    }

    /// Takes a move back.
    ///
    /// @throws StoreException.Conflict when the stage moved since
    public StageMoved undo(StageMoved moved, String who, String why) {
        return store.promote(
                new Promotion(moved.prompt(), moved.stage(), moved.to(), moved.from(), Act.by(who, why)));
    }
}
