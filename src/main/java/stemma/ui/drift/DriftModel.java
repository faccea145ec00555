package stemma.ui.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.store.StoreUri;
import stemma.transfer.drift.Difference;
import stemma.transfer.drift.DriftReport;
import stemma.transfer.drift.DriftRow;
import stemma.transfer.drift.DriftSummary;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.OtherStore;
import stemma.ui.common.StoppableProgress;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// The prompts of the open store beside those of another one. Used on the FX thread only.
public final class DriftModel {
    private final Tasks tasks;
    private final OtherStore stores;
    private final TaskSlot reading;
    private final StringProperty target = new SimpleStringProperty("");
    private final ObservableList<DriftRow> all = FXCollections.observableArrayList();
    private final FilteredList<DriftRow> rows = new FilteredList<>(all);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.DIFFERENT);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StoppableProgress running;
    private Optional<StoreUri> looked = Optional.empty();

    /// Which rows are shown.
    public enum Filter {
        DIFFERENT(row -> !row.isEqual()),
        ALL(_ -> true),
        ONLY_HERE(row -> row.differences().contains(Difference.ONLY_HERE)),
        ONLY_THERE(row -> row.differences().contains(Difference.ONLY_THERE)),
        AHEAD(row -> row.differences().contains(Difference.AHEAD)),
        BEHIND(row -> row.differences().contains(Difference.BEHIND)),
        DIVERGED(row -> row.differences().contains(Difference.DIVERGED)),
        OTHER_STAGE(row -> row.differences().contains(Difference.OTHER_STAGE)),
        OTHER_TAGS(row -> row.differences().contains(Difference.OTHER_TAGS)),
        UNREADABLE(row -> row.differences().contains(Difference.UNREADABLE)),
        EQUAL(DriftRow::isEqual);

        private final Predicate<DriftRow> wanted;

        Filter(Predicate<DriftRow> wanted) {
            this.wanted = wanted;
        }
    }

    /// The two versions of a row.
    ///
    /// @param here in the open store; empty when it has none
    /// @param there in the other store; empty when it has none
    public record Pair(PromptId prompt, Optional<Version> here, Optional<Version> there, StoreUri other) {}

    public DriftModel(Tasks tasks, OtherStore stores) {
        this.tasks = tasks;
        this.stores = stores;
        this.reading = new TaskSlot(tasks);
        this.running = new StoppableProgress(tasks, _ -> {});
        filter.subscribe(now -> rows.setPredicate(now.wanted));
    }

    private record Found(DriftSummary summary, List<DriftRow> rows) {}

    /// Puts the stores side by side.
    public void look() {
        StoreUri uri;
        try {
            uri = stores.parse(target.get());
        } catch (IllegalArgumentException e) {
            problem.set(Notices.explain(e));
            return;
        }
        StoppableProgress stoppable = new StoppableProgress(tasks, progress::set);
        running = stoppable;
        all.clear();
        looked = Optional.empty();
        summary.set("");
        problem.set("");
        progress.set(0);
        busy.set(true);
        tasks.run(
                Messages.text("drift.looking"),
                stoppable.stopping(
                        _ -> stores.look(uri, other -> {
                            List<DriftRow> found = new ArrayList<>();
                            DriftSummary counts =
                                    new DriftReport(stores.home(), other).run(found::addAll, stoppable);
                            return new Found(counts, found);
                        }),
                        () -> busy.set(false)),
                found -> show(uri, found),
                this::fail);
    }

    private void show(StoreUri uri, Found found) {
        busy.set(false);
        looked = Optional.of(uri);
        all.setAll(found.rows());
        DriftSummary counts = found.summary();
        String text = Messages.text("drift.summary", counts.prompts(), counts.equal(), counts.prompts() - counts.equal());
        summary.set(counts.cancelled() ? Messages.text("drift.stopped") + " " + text : text);
    }

    private void fail(Exception cause) {
        busy.set(false);
        problem.set(Notices.explain(cause));
    }

    /// Stops what goes on and shows what was found.
    public void stop() {
        running.stop();
    }

    /// Reads the two versions of a row.
    ///
    /// @param onDone gets them; not called when they cannot be read, which [#problemProperty()] says then
    public void open(DriftRow row, Consumer<Pair> onDone) {
        looked.ifPresent(uri -> {
            problem.set("");
            reading.run(
                    Messages.text("drift.reading", row.prompt().value()),
                    _ -> stores.look(uri, other -> new Pair(
                            row.prompt(),
                            row.here().map(label -> stores.home().get(row.prompt(), label)),
                            row.there().map(label -> other.get(row.prompt(), label)),
                            uri)),
                    onDone,
                    e -> problem.set(Notices.explain(e)));
        });
    }

    /// The address of the other store, as it is typed.
    public StringProperty targetProperty() {
        return target;
    }

    /// Those that pass the filter.
    public ObservableList<DriftRow> rows() {
        return rows;
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// From 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Why nothing can be shown; empty when all is well.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
