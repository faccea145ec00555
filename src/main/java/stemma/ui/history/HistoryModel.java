package stemma.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Untold;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// A prompt's versions, newest first, and its stage history.
public final class HistoryModel {
    /// So many moves are told at once.
    private static final int MOVES = 500;

    private final Store store;
    private final PromptId prompt;
    private final Notices notices;
    private final TaskSlot loading;
    private final ReadOnlyObjectWrapper<List<VersionInfo>> versions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<HistoryEntry>> moves = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Untold>> damage = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<VersionInfo> chosen = FXCollections.observableArrayList();

    /// Damage of the history that was told already.
    private Optional<String> told = Optional.empty();

    private record Loaded(List<VersionInfo> versions, List<Untold> damage, Moves moves) {}

    /// @param damage why there are none, where the store's history cannot be read
    private record Moves(List<HistoryEntry> entries, Optional<StoreException.Corrupt> damage) {}

    public HistoryModel(Store store, PromptId prompt, Tasks tasks, Notices notices) {
        this.store = store;
        this.prompt = prompt;
        this.notices = notices;
        this.loading = new TaskSlot(tasks);
    }

    /// Reads versions and moves again. A damaged history hides no version; it is told once, not at every refresh.
    public void refresh() {
        loading.run(Messages.text("history.loading"), _ -> load(), this::show, e -> {
            notices.error(Messages.text("history.failed", prompt.value()), e);
        });
    }

    private Loaded load() {
        Moves read = loadMoves();
        List<Untold> damaged =
                store.untold(Optional.of(prompt)).stream().filter(Untold::isDamage).toList();
        try {
            return new Loaded(store.versions(prompt), damaged, read);
        } catch (StoreException.NotFound e) {
            return new Loaded(List.of(), damaged, read);
        } catch (StoreException.Corrupt e) {
            if (damaged.isEmpty()) {
                throw e;
            }
            return new Loaded(List.of(), damaged, read);
        }
    }

    private Moves loadMoves() {
        if (!store.can(Capability.HISTORY)) {
            return new Moves(List.of(), Optional.empty());
        }
        try {
            return new Moves(store.history(Optional.of(prompt), 0, MOVES).items(), Optional.empty());
        } catch (StoreException.Corrupt e) {
            return new Moves(List.of(), Optional.of(e));
        }
    }

    private void show(Loaded loaded) {
        List<VersionLabel> wanted = chosen.stream().map(VersionInfo::label).toList();
        versions.set(loaded.versions());
        damage.set(loaded.damage());
        moves.set(loaded.moves().entries());
        chosen.setAll(loaded.versions().stream()
                .filter(version -> wanted.contains(version.label()))
                .toList());
        tell(loaded.moves().damage());
    }

    private void tell(Optional<StoreException.Corrupt> damage) {
        Optional<String> text = damage.map(Notices::explain);
        if (!text.equals(told)) {
            damage.ifPresent(e -> notices.error(Messages.text("history.moves.failed", prompt.value()), e));
            told = text;
        }
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<VersionInfo>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<HistoryEntry>> movesProperty() {
        return moves.getReadOnlyProperty();
    }

    /// What the store has of the prompt and cannot read, so that nobody takes the versions for all of them.
    public ReadOnlyObjectProperty<List<Untold>> damageProperty() {
        return damage.getReadOnlyProperty();
    }

    /// Whether the store claims a capability.
    public boolean can(Capability capability) {
        return store.can(capability);
    }

    /// The versions that are selected, in the order of the list.
    public ObservableList<VersionInfo> chosen() {
        return chosen;
    }

    /// What can be compared: a pair, older first.
    public record Pair(VersionInfo left, VersionInfo right) {}

    /// The two versions that are selected, or the selected one and the one before it.
    public Optional<Pair> pair() {
        return switch (chosen.size()) {
            case 1 -> before(chosen.getFirst()).map(older -> new Pair(older, chosen.getFirst()));
            case 2 -> Optional.of(ordered(chosen.getFirst(), chosen.getLast()));
            default -> Optional.empty();
        };
    }

    /// The newest version and the one before it.
    public Optional<Pair> newestPair() {
        return versions.get().size() < 2
                ? Optional.empty()
                : Optional.of(new Pair(versions.get().get(1), versions.get().getFirst()));
    }

    /// The same two versions, older first.
    private Pair ordered(VersionInfo one, VersionInfo other) {
        List<VersionInfo> newestFirst = versions.get();
        return newestFirst.indexOf(one) > newestFirst.indexOf(other) ? new Pair(one, other) : new Pair(other, one);
    }

    /// The version before another one.
    public Optional<VersionInfo> before(VersionInfo version) {
        int at = versions.get().indexOf(version);
        return at < 0 || at + 1 >= versions.get().size()
                ? Optional.empty()
                : Optional.of(versions.get().get(at + 1));
    }

    /// The version that a move brought into its stage; empty when it brought none, or that one is no longer there.
    public Optional<VersionInfo> brought(HistoryEntry entry) {
        return entry instanceof HistoryEntry.StageMoved moved ? moved.to().flatMap(this::find) : Optional.empty();
    }

    /// What was in the stage before a move, on the left, and what the move brought.
    public Optional<Pair> moved(HistoryEntry entry) {
        return entry instanceof HistoryEntry.StageMoved move
                ? move.from().flatMap(this::find).flatMap(old -> brought(move).map(now -> new Pair(old, now)))
                : Optional.empty();
    }

    private Optional<VersionInfo> find(VersionLabel label) {
        return versions.get().stream()
                .filter(version -> version.label().equals(label))
                .findFirst();
    }

    /// Every stage that holds a version, production first.
    public List<Stage> stages() {
        return versions.get().stream()
                .flatMap(version -> version.stages().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// A version with what a stage holds.
    public Optional<Pair> withStage(VersionInfo version, Stage stage) {
        return versions.get().stream()
                .filter(other -> other.stages().contains(stage) && !other.equals(version))
                .findFirst()
                .map(held -> ordered(held, version));
    }
}
