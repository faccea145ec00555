package stemma.ui.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.prompt.Content;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Merged;
import stemma.store.Synchronising.Side;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// Clashes that wait for decisions. Nothing is written before [#merge()]. Used on the FX thread only.
public final class ClashModel {
    private final Store store;
    private final Tasks tasks;
    private final TaskSlot reading;
    private final Consumer<? super Merged> onMerged;
    private final ObservableList<Decision> decisions =
            FXCollections.observableArrayList(decision -> new Observable[] {decision.sideProperty()});
    private final ObjectProperty<Optional<Decision>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper undecided = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper merging = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

    /// Both sides of a version that clashes.
    public record Comparison(Content here, Content there) {}

    /// @param onMerged called once everything is merged
    ClashModel(Store store, List<Clash> clashes, Tasks tasks, Consumer<? super Merged> onMerged) {
        this.store = store;
        this.tasks = tasks;
        this.reading = new TaskSlot(tasks);
        this.onMerged = onMerged;
        decisions.subscribe(this::count);
        clashes.forEach(clash -> decisions.add(new Decision(clash)));
        chosen.subscribe(this::compare);
        chosen.set(decisions.stream().findFirst());
    }

    private void count() {
        undecided.set((int) decisions.stream()
                .filter(decision -> decision.sideProperty().get().isEmpty())
                .count());
    }

    private void compare(Optional<Decision> decision) {
        reading.cancel();
        comparison.set(Optional.empty());
        decision.map(Decision::clash)
                .filter(clash -> clash.kind() == Clash.Kind.VERSION)
                .ifPresent(clash -> reading.run(
                        Messages.text("prompt.reading"),
                        _ -> read(clash),
                        comparison::set,
                        e -> problem.set(Notices.explain(e))));
    }

    private Optional<Comparison> read(Clash clash) {
        VersionLabel label = new VersionLabel(clash.subject());
        return clash.prompt().flatMap(prompt -> store.synchronising()
                .there(prompt, label)
                .map(there -> new Comparison(store.get(prompt, label).content(), there)));
    }

    /// Every clash, those that are decided too. The list also changes when one is decided.
    public ObservableList<Decision> decisions() {
        return decisions;
    }

    /// The clash that is looked at.
    public ObjectProperty<Optional<Decision>> chosenProperty() {
        return chosen;
    }

    /// The contents of the chosen clash; empty while they are read, or when it is about no version.
    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// How many clashes are not decided yet.
    public ReadOnlyIntegerProperty undecidedProperty() {
        return undecided.getReadOnlyProperty();
    }

    /// What the author must know before going on; empty when there is nothing.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty mergingProperty() {
        return merging.getReadOnlyProperty();
    }

    /// Whether everything is merged.
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Decides the chosen clash; another choice takes its place. A side that cannot hold is passed over.
    public void decide(Side side) {
        chosen.get().ifPresent(decision -> decision.decide(side));
    }

    /// Decides every clash for one side, those that were decided otherwise too.
    public void decideAll(Side side) {
        decisions.forEach(decision -> decision.decide(side));
    }

    /// Merges as decided. When that shows other clashes, nothing was written, and they stand before the decided ones.
    /// Does nothing before everything is decided.
    public void merge() {
        if (undecided.get() > 0 || merging.get() || done.get()) {
            return;
        }
        Map<Clash, Side> choices = new HashMap<>();
        decisions.forEach(decision ->
                decision.sideProperty().get().ifPresent(side -> choices.put(decision.clash(), side)));
        merging.set(true);
        problem.set("");
        tasks.run(
                Messages.text("sync.step.merge"),
                _ -> store.synchronising().merge(choices),
                merged -> {
                    merging.set(false);
                    if (merged.clashes().isEmpty()) {
                        done.set(true);
                        onMerged.accept(merged);
                    } else {
                        more(merged.clashes());
                    }
                },
                e -> {
                    merging.set(false);
                    problem.set(Notices.explain(e));
                });
    }

    private void more(List<Clash> clashes) {
        decisions.removeIf(decision -> clashes.stream().anyMatch(decision::isAbout));
        decisions.addAll(0, clashes.stream().map(Decision::new).toList());
        chosen.set(decisions.stream().findFirst());
        problem.set(Messages.text("sync.clash.more", clashes.size()));
    }
}
