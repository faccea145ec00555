package stemma.ui.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.diff.ChangeList;
import stemma.diff.Whitespace;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// What the compare screen knows and can do. Used on the FX thread only; compares elsewhere.
public final class CompareModel {
    /// What there is to see.
    enum Phase {
        /// Nothing was asked for yet.
        EMPTY,
        LOADING,
        FAILED,
        /// Both sides are equal as far as the whitespace mode looks.
        EQUAL,
        READY
    }

    private final TaskSlot slot;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper announcement = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Whitespace> whitespace = new SimpleObjectProperty<>(Whitespace.EXACT);
    private final ReadOnlyIntegerWrapper begun = new ReadOnlyIntegerWrapper();
    private final BooleanProperty rendered = new SimpleBooleanProperty(false);
    private final BooleanProperty invisibles = new SimpleBooleanProperty(false);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Finder> finder = new ReadOnlyObjectWrapper<>(Finder.NOTHING);
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ShownRows shown = new ShownRows();
    private final ObservableList<Script.Hunk> hunks = FXCollections.observableArrayList();
    // A field, because a view on a list is forgotten together with its listeners unless somebody keeps it.
    private final ObservableList<Script.Hunk> hunksView = FXCollections.unmodifiableObservableList(hunks);
    private final BooleanProperty canTake = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper takeable = new ReadOnlyBooleanWrapper(false);
    private final DraftEdits draftEdits = new DraftEdits();
    private final Optional<Exporting> exporting;
    private final Map<String, String> typed = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Sample>> samples = new ReadOnlyObjectWrapper<>(List.of());
    private Script script = Script.EMPTY;
    private Optional<Compared> compared = Optional.empty();
    private Function<Script, OptionalInt> arrival = _ -> OptionalInt.empty();
    private boolean whole;
    private boolean begins;

    /// Both sides of a compare.
    public record Pair(Subject left, Subject right) {}

    /// A compare that writes no files.
    public CompareModel(Tasks tasks) {
        this(tasks, Optional.empty());
    }

    /// A compare that can be exported.
    public CompareModel(Tasks tasks, Dialogs dialogs, Notices notices) {
        this(tasks, Optional.of(new Exporting(tasks, dialogs, notices)));
    }

    private CompareModel(Tasks tasks, Optional<Exporting> exporting) {
        this.exporting = exporting;
        slot = new TaskSlot(tasks);
        whitespace.subscribe(this::refresh);
        rendered.subscribe(this::refresh);
        query.subscribe(this::find);
        current.subscribe(_ -> takeable.set(canTakeHere()));
    }

    /// Shows what changed from one side to the other, from the top.
    public void compare(Subject left, Subject right) {
        begins = true;
        put(left, right);
    }

    private void put(Subject left, Subject right) {
        leaveTimeline();
        follow(left, right, _ -> OptionalInt.empty());
    }

    /// Shows a prompt's versions beside each other, one step after the other.
    public void walk(Timeline versions, VersionLabel start) {
        begins = true;
        leaveTimeline();
        timeline.set(Optional.of(versions));
        versions.show(start);
    }

    /// Shows two of a prompt's versions beside each other; from there one can walk on.
    public void walk(Timeline versions, VersionLabel left, VersionLabel right) {
        begins = true;
        leaveTimeline();
        timeline.set(Optional.of(versions));
        versions.show(left, right);
    }

    private void leaveTimeline() {
        timeline.get().ifPresent(old -> old.blamedProperty().set(false));
        timeline.set(Optional.empty());
    }

    /// @param row where to go once both sides are compared
    void follow(Subject left, Subject right, Function<Script, OptionalInt> row) {
        draftEdits.forget();
        arrival = row;
        show(new Pair(left, right));
    }

    private void show(Pair sides) {
        pair.set(Optional.of(sides));
        canTake.set(DraftEdits.hasDraft(sides));
        refresh();
    }

    /// Turns the sides round.
    public void swap() {
        pair.get().ifPresent(sides -> show(new Pair(sides.right(), sides.left())));
    }

    /// Compares with the draft as it is now, if one side is a draft that was edited meanwhile.
    public void renew() {
        pair.get().ifPresent(sides -> {
            Pair now = new Pair(sides.left().renewed(), sides.right().renewed());
            if (now.left() != sides.left() || now.right() != sides.right()) {
                put(now.left(), now.right());
            }
        });
    }

    /// Reads both sides again.
    public void refresh() {
        pair.get().ifPresent(this::load);
    }

    private void load(Pair sides) {
        if (phase.get() != Phase.READY) {
            phase.set(Phase.LOADING);
        }
        Whitespace mode = whitespace.get();
        Optional<Map<String, String>> filling = rendered.get() ? Optional.of(Map.copyOf(typed)) : Optional.empty();
        slot.run(
                Messages.text("compare.task"),
                progress -> Compared.read(sides, mode, filling, progress),
                this::show,
                this::fail);
    }

    private void show(Compared result) {
        script = result.script();
        compared = Optional.of(result);
        cursor.set(-1);
        current.set(-1);
        hunks.setAll(script.hunks());
        summary.set(ResultWords.summary(result.changes()));
        notice.set(ResultWords.notice(result.changes()));
        samples.set(result.samples());
        settle();
        shown.show(script);
        find();
        if (begins) {
            begins = false;
            begun.set(begun.get() + 1);
        }
        Function<Script, OptionalInt> row = arrival;
        arrival = _ -> OptionalInt.empty();
        row.apply(script).ifPresent(this::goTo);
    }

    private void settle() {
        phase.set(script.isEqual() && !whole ? Phase.EQUAL : Phase.READY);
    }

    /// Shows every line, also when none was changed, or only what changed.
    void showWhole(boolean isWhole) {
        whole = isWhole;
        shown.foldedProperty().set(!isWhole);
        if (phase.get() == Phase.EQUAL || phase.get() == Phase.READY) {
            settle();
        }
    }

    private void fail(Exception cause) {
        if (cause instanceof CancellationException) {
            return;
        }
        script = Script.EMPTY;
        compared = Optional.empty();
        hunks.clear();
        summary.set("");
        notice.set("");
        failure.set(Notices.explain(cause));
        phase.set(Phase.FAILED);
        shown.show(script);
    }

    /// Goes to the next change; at the last one stays there.
    public void next() {
        for (Script.Hunk hunk : hunks) {
            if (hunk.first() > cursor.get()) {
                goTo(hunk.first());
                return;
            }
        }
        announcement.set(Messages.text("compare.last"));
    }

    /// Goes to the change before; at the first one stays there.
    public void previous() {
        for (Script.Hunk hunk : hunks.reversed()) {
            if (hunk.first() < cursor.get()) {
                goTo(hunk.first());
                return;
            }
        }
        announcement.set(Messages.text("compare.first"));
    }

    /// Goes to a row and unfolds it if need be.
    void goTo(int row) {
        shown.reveal(row);
        place(row);
        if (current.get() >= 0 && hunks.get(current.get()).first() == row) {
            announcement.set(Messages.text(
                    "compare.announcement",
                    current.get() + 1,
                    hunks.size(),
                    ChangeWords.what(script, hunks.get(current.get()))));
        } else {
            announcement.set(ChangeWords.line(script.rows().get(row)));
        }
    }

    /// Says where the reader is, so that the next change is the next one from there.
    void place(int row) {
        OptionalInt hunk = script.hunkOf(row);
        current.set(hunk.orElse(-1));
        cursor.set(row);
    }

    private boolean canTakeHere() {
        return current.get() >= 0
                && !rendered.get()
                && compared.isPresent()
                && pair.get()
                        .filter(sides -> draftEdits.canTake(sides, compared.get(), hunks.get(current.get())))
                        .isPresent();
    }

    /// Gives the draft what the other side has at the change where the reader is, and goes to the next one.
    public void take() {
        if (current.get() < 0 || compared.isEmpty() || pair.get().isEmpty()) {
            return;
        }
        Optional<Pair> sides = rendered.get()
                ? Optional.empty()
                : draftEdits.take(pair.get().get(), compared.get(), hunks.get(current.get()));
        if (sides.isEmpty()) {
            announcement.set(Messages.text("compare.take.not"));
        }
        sides.ifPresent(this::goOnWith);
    }

    /// Takes the last [#take()] back.
    public void undoTake() {
        pair.get().flatMap(draftEdits::undo).ifPresent(this::goOnWith);
    }

    private void goOnWith(Pair sides) {
        int change = Math.max(0, current.get());
        arrival = there -> there.hunks().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        there.hunks().get(Math.min(change, there.hunks().size() - 1)).first());
        show(sides);
    }

    /// Fills in a value of the reader's own on both sides; an empty one gives way to the sample.
    void fillIn(String variable, String value) {
        boolean isNew = value.isEmpty()
                ? typed.remove(variable) != null
                : !value.equals(typed.put(variable, value));
        if (isNew) {
            refresh();
        }
    }

    boolean canExport() {
        return exporting.isPresent();
    }

    /// Writes what is compared into a file that the reader chooses.
    void export(Exporting.Format format) {
        if (exporting.isPresent() && compared.isPresent() && pair.get().isPresent()) {
            exporting.get().export(format, compared.get().changes(), pair.get().get());
        }
    }

    private void find() {
        finder.set(Finder.find(script, query.get()));
    }

    /// Goes to the next row that holds what is looked for.
    void findNext() {
        finder.get().after(cursor.get()).ifPresent(this::goTo);
    }

    /// Goes to the row before that holds what is looked for.
    void findPrevious() {
        finder.get().before(cursor.get()).ifPresent(this::goTo);
    }

    /// The text of rows, for copying.
    String text(List<Item> rows, Flank flank) {
        return ResultWords.text(script, rows, flank);
    }

    Script script() {
        return script;
    }

    /// What changed, once it is known.
    public Optional<ChangeList> changes() {
        return compared.map(Compared::changes);
    }

    /// Whether one side is a draft that takes changes.
    ReadOnlyBooleanProperty canTakeProperty() {
        return canTake;
    }

    /// Whether the draft can have what the other side has at the change where the reader is: it has no tags, and sample
    /// values are none of it.
    ReadOnlyBooleanProperty takeableProperty() {
        return takeable.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Pair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /// The versions to walk through, if there are any.
    ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// What changed, in one line.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// What a reader should know about the result; empty when there is nothing.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What was just gone to, for readers who hear the screen.
    ReadOnlyStringProperty announcementProperty() {
        return announcement.getReadOnlyProperty();
    }

    /// The rows that are shown.
    ShownRows shown() {
        return shown;
    }

    public ObjectProperty<Whitespace> whitespaceProperty() {
        return whitespace;
    }

    /// Whether signs stand for characters that cannot be seen.
    BooleanProperty invisiblesProperty() {
        return invisibles;
    }

    /// Whether sample values stand where the template has variables.
    BooleanProperty renderedProperty() {
        return rendered;
    }

    /// What is filled in for each variable; empty while nothing is filled in.
    ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /// What is looked for.
    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<Finder> finderProperty() {
        return finder.getReadOnlyProperty();
    }

    /// How many compares began here; each of them is read from its top.
    ReadOnlyIntegerProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /// The row where the reader is, -1 before the first.
    ReadOnlyIntegerProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /// The change where the reader is, from 0; -1 when it is none.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    ObservableList<Script.Hunk> hunks() {
        return hunksView;
    }
}
