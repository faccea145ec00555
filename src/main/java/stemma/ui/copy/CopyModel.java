package stemma.ui.copy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import stemma.prompt.PromptId;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.transfer.Progress;
import stemma.transfer.copy.CopyItem;
import stemma.transfer.copy.CopyOptions;
import stemma.transfer.copy.CopySummary;
import stemma.transfer.copy.Loss;
import stemma.transfer.copy.Outcome;
import stemma.transfer.copy.StoreCopy;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.OtherStore;
import stemma.ui.common.Sentences;
import stemma.ui.common.StoppableProgress;
import stemma.ui.common.Tasks;

/// A copy to another store: what would happen is looked at first, then it is done. Used on the FX thread only.
public final class CopyModel {
    private final Tasks tasks;
    private final OtherStore stores;
    private final String who;
    private final StringProperty target = new SimpleStringProperty("");
    private final BooleanProperty onlyChosen = new SimpleBooleanProperty();
    private final ObservableList<PromptId> prompts = FXCollections.observableArrayList();
    private final ObservableList<PromptId> chosen = FXCollections.observableArrayList();
    private final BooleanProperty moveStages = new SimpleBooleanProperty();
    private final BooleanProperty replaceTags = new SimpleBooleanProperty();
    private final ObservableList<CopyItem> all = FXCollections.observableArrayList();
    private final FilteredList<CopyItem> items = new FilteredList<>(all);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StoppableProgress running;

    /// How far the author is.
    public enum State {
        /// Nothing is looked at yet, or what was looked at holds no longer.
        ASKING,
        LOOKING,
        /// What would happen is shown.
        PLANNED,
        COPYING,
        /// What happened is shown.
        DONE
    }

    /// Which items are shown.
    public enum Filter {
        ALL(_ -> true),
        ADDED(item -> item.outcome() == Outcome.ADDED || item.outcome() == Outcome.CHANGED),
        THERE(item -> item.outcome() == Outcome.THERE),
        CONFLICT(item -> item.outcome() == Outcome.CONFLICT),
        LOSES(item -> item.outcome() == Outcome.LOST || !item.losses().isEmpty()),
        FAILED(item -> item.outcome() == Outcome.FAILED);

        private final Predicate<CopyItem> wanted;

        Filter(Predicate<CopyItem> wanted) {
            this.wanted = wanted;
        }
    }

    private record Told(CopySummary summary, List<CopyItem> items) {}

    /// @param prompts of the open store, by id
    /// @param start those that are chosen at first
    /// @param who is recorded where a stage is moved
    public CopyModel(
            Tasks tasks, OtherStore stores, Collection<PromptId> prompts, Collection<PromptId> start, String who) {
        this.tasks = tasks;
        this.stores = stores;
        this.who = who;
        this.prompts.setAll(prompts);
        this.chosen.setAll(start);
        this.running = new StoppableProgress(tasks, _ -> {});
        filter.subscribe(now -> items.setPredicate(now.wanted));
        target.subscribe(this::forget);
        onlyChosen.subscribe(this::forget);
        chosen.subscribe(this::forget);
        moveStages.subscribe(this::forget);
        replaceTags.subscribe(this::forget);
    }

    /// What was looked at holds only for what it was looked at with.
    private void forget() {
        if (state.get() == State.PLANNED || state.get() == State.DONE) {
            state.set(State.ASKING);
            all.clear();
            summary.set("");
        }
    }

    /// Finds out what would happen.
    public void look() {
        begin(State.LOOKING, State.PLANNED, Messages.text("copy.looking"), StoreCopy::planAll, StoreCopy::plan);
    }

    /// Copies what was looked at.
    public void copy() {
        begin(State.COPYING, State.DONE, Messages.text("copy.copying"), StoreCopy::runAll, StoreCopy::run);
    }

    /// Stops what goes on; what is copied stays copied.
    public void stop() {
        running.stop();
    }

    @FunctionalInterface
    private interface Chosen {
        CopySummary run(
                StoreCopy copy, Collection<PromptId> prompts, Consumer<CopyItem> items, Progress progress);
    }

    @FunctionalInterface
    private interface Work {
        CopySummary run(StoreCopy copy, Consumer<CopyItem> items, Progress progress);
    }

    private void begin(State during, State after, String title, Work ofAll, Chosen ofSome) {
        StoreUri uri;
        try {
            uri = stores.parse(target.get());
        } catch (IllegalArgumentException e) {
            problem.set(Notices.explain(e));
            return;
        }
        if (onlyChosen.get() && chosen.isEmpty()) {
            problem.set(Messages.text("copy.noneChosen"));
            return;
        }
        State before = state.get();
        Optional<Set<PromptId>> wanted = onlyChosen.get() ? Optional.of(Set.copyOf(chosen)) : Optional.empty();
        Work work = wanted.isPresent()
                ? (copy, told, listening) -> ofSome.run(copy, wanted.get(), told, listening)
                : ofAll;
        CopyOptions options = new CopyOptions(moveStages.get(), replaceTags.get(), who);
        StoppableProgress stoppable = new StoppableProgress(tasks, progress::set);
        running = stoppable;
        problem.set("");
        progress.set(0);
        state.set(during);
        tasks.run(
                title,
                stoppable.stopping(
                        _ -> during == State.LOOKING
                                ? stores.look(uri, other -> work(other, options, work, stoppable))
                                : stores.use(uri, other -> work(other, options, work, stoppable)),
                        () -> state.set(before)),
                told -> show(told, after),
                e -> {
                    state.set(before);
                    problem.set(Notices.explain(e));
                });
    }

    private Told work(Store other, CopyOptions options, Work work, Progress stoppable) {
        List<CopyItem> told = new ArrayList<>();
        return new Told(work.run(new StoreCopy(stores.home(), other, options), told::add, stoppable), told);
    }

    private void show(Told told, State after) {
        state.set(after);
        all.setAll(told.items());
        CopySummary counts = told.summary();
        String key = after == State.DONE ? "copy.done" : "copy.planned";
        String text = Messages.text(
                key,
                counts.versions(Outcome.ADDED),
                counts.versions(Outcome.THERE),
                counts.others(Outcome.ADDED) + counts.count(Outcome.CHANGED),
                counts.count(Outcome.CONFLICT),
                counts.losses(),
                counts.count(Outcome.FAILED));
        summary.set(counts.cancelled() ? Messages.text("copy.stopped") + " " + text : text);
    }

    /// What an item loses and why it has its outcome, a line each.
    public static String explain(CopyItem item) {
        StringJoiner lines = new StringJoiner("\n");
        if (!item.detail().isEmpty()) {
            lines.add(Sentences.say(item.detail()));
        }
        for (Loss loss : item.losses()) {
            lines.add(Messages.text("copy.loses", Sentences.say(loss.what())));
        }
        return lines.toString();
    }

    /// The address of the other store, as it is typed.
    public StringProperty targetProperty() {
        return target;
    }

    /// Whether only the chosen prompts are copied.
    public BooleanProperty onlyChosenProperty() {
        return onlyChosen;
    }

    public ObservableList<PromptId> prompts() {
        return prompts;
    }

    /// The prompts to copy when not all are.
    public ObservableList<PromptId> chosen() {
        return chosen;
    }

    public BooleanProperty moveStagesProperty() {
        return moveStages;
    }

    public BooleanProperty replaceTagsProperty() {
        return replaceTags;
    }

    /// Those that pass the filter.
    public ObservableList<CopyItem> items() {
        return items;
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    State state() {
        return state.get();
    }

    /// From 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What would happen or happened, in numbers.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Why nothing can be shown; empty when all is well.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding isBusy() {
        return Bindings.createBooleanBinding(
                () -> state.get() == State.LOOKING || state.get() == State.COPYING, state);
    }

    public BooleanBinding canCopy() {
        return Bindings.createBooleanBinding(() -> state.get() == State.PLANNED, state);
    }
}
