package stemma.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import stemma.diff.ChangeList;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;
import stemma.ui.compare.Blame.Origin;

/// Walks through a prompt's versions while the compare follows. Used on the FX thread only.
///
/// What was read once is kept, and the neighbours are read ahead, so that a step costs no more than the diff.
public final class Timeline {
    /// Versions read ahead on each side.
    private static final int AHEAD = 3;

    private final CompareModel compare;
    private final Tasks tasks;
    private final List<VersionInfo> versions;
    private final Function<VersionLabel, Version> reader;
    private final Times times;
    private final Map<VersionLabel, Side> known = new ConcurrentHashMap<>();
    private final IntegerProperty position = new SimpleIntegerProperty(-1);
    private final BooleanProperty pinned = new SimpleBooleanProperty(false);
    private final StringBinding caption;
    private final TaskSlot blameSlot;
    private final Blames blames = new Blames(this::sideAt);
    private final ReadOnlyObjectWrapper<Optional<Blame>> blame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty blamed = new SimpleBooleanProperty(false);
    private final ReadOnlyStringWrapper blameNote = new ReadOnlyStringWrapper("");
    private final StringBinding origin;
    private Function<Script, OptionalInt> arrival = _ -> OptionalInt.empty();
    private Optional<Known> origins = Optional.empty();
    /// Below 0 for nothing, which the oldest version is compared with.
    private int left;

    /// Where the lines of a script are from, and what that was found out from.
    private record Known(Script script, Blame blame, Origins origins) {}

    /// @param newestFirst the prompt's versions as a store tells them; one at least
    /// @param reader reads one of them; blocks
    public Timeline(
            CompareModel compare,
            Tasks tasks,
            List<VersionInfo> newestFirst,
            Function<VersionLabel, Version> reader,
            Times times) {
        this.compare = compare;
        this.tasks = tasks;
        this.versions = List.copyOf(newestFirst.reversed());
        this.reader = reader;
        this.times = times;
        blameSlot = new TaskSlot(tasks);
        position.subscribe(this::follow);
        pinned.subscribe(this::follow);
        blamed.subscribe(() -> compare.showWhole(blamed.get()));
        caption = Bindings.createStringBinding(this::caption, position);
        origin = Bindings.createStringBinding(this::originText, blame, compare.cursorProperty());
    }

    /// How many versions there are.
    int count() {
        return versions.size();
    }

    /// The version on the right, counted from 0 at the oldest. The left one is the one before it, or the pinned one.
    IntegerProperty positionProperty() {
        return position;
    }

    /// Whether the left side stays where it is.
    BooleanProperty pinnedProperty() {
        return pinned;
    }

    /// Which version is shown, by whom, since when and why.
    StringBinding captionBinding() {
        return caption;
    }

    /// Shows a version beside the one before it.
    void show(VersionLabel label) {
        place(label).ifPresent(position::set);
    }

    /// Shows a version beside any other one, which stays while one walks on, unless it is the one before.
    void show(VersionLabel leftLabel, VersionLabel label) {
        int pinnedTo = place(leftLabel).orElse(-1);
        int right = place(label).orElse(-1);
        if (pinnedTo != right - 1) {
            left = pinnedTo;
            pinned.set(true);
        }
        position.set(right);
    }

    private OptionalInt place(VersionLabel label) {
        return IntStream.range(0, versions.size())
                .filter(i -> versions.get(i).label().equals(label))
                .findFirst();
    }

    private void follow() {
        int right = position.get();
        if (right < 0 || right >= versions.size()) {
            return;
        }
        if (!pinned.get()) {
            left = right - 1;
        }
        VersionInfo shown = versions.get(right);
        compare.follow(left < 0 ? nothing(shown) : subject(versions.get(left)), subject(shown), arrival);
        readAhead(right);
        blame.set(Optional.empty());
        blameNote.set(Messages.text("compare.blame.looking"));
        blameSlot.run(
                Messages.text("compare.origin.task"),
                progress -> blames.of(right, progress),
                found -> {
                    blameNote.set("");
                    blame.set(Optional.of(found));
                },
                // Without it the screen does not tell where a line is from; everything else works.
                cause -> blameNote.set(
                        cause instanceof CancellationException
                                ? ""
                                : Messages.text("compare.blame.failed", Notices.explain(cause))));
    }

    /// Where the line on which the reader is comes from: version, author, time and why; empty when that is not known.
    StringBinding originBinding() {
        return origin;
    }

    private String originText() {
        return originOf(compare.cursorProperty().get())
                .map(origin -> Messages.text("compare.origin", describe(versions.get(origin.version()))))
                .orElse("");
    }

    /// Whether each line tells which version brought it.
    public BooleanProperty blamedProperty() {
        return blamed;
    }

    /// Where the lines of the version on the right are from, once that is known.
    ReadOnlyObjectProperty<Optional<Blame>> blameProperty() {
        return blame.getReadOnlyProperty();
    }

    /// Why nothing is told yet; empty when there is nothing to say.
    ReadOnlyStringProperty blameNoteProperty() {
        return blameNote.getReadOnlyProperty();
    }

    /// Where the right-hand line of a row is from; empty when that is not known, or the row has no such line.
    Optional<BlameEntry> entryOf(int row) {
        return originOf(row).map(origin -> {
            VersionInfo info = versions.get(origin.version());
            String brief = joined(info.label().value(), info.author(), times.ago(info.createdAt()));
            String tip = Stream.of(
                            joined(info.label().value(), info.author()),
                            times.exact(info.createdAt()),
                            info.message())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
            boolean isStart = origins().map(known -> known.isStart(row)).orElse(true);
            return new BlameEntry(brief, tip, isStart, origin.version() == position.get());
        });
    }

    private Optional<Origin> originOf(int row) {
        return origins().flatMap(known -> known.of(row));
    }

    /// What the compare shows can be older than the blame, turned round, or filled with samples; then nothing is told.
    private Optional<Origins> origins() {
        int at = position.get();
        if (blame.get().isEmpty() || at < 0) {
            return Optional.empty();
        }
        Side side = known.get(versions.get(at).label());
        Optional<Content> right = compare.changes().map(ChangeList::right);
        if (side == null || right.isEmpty() || right.get() != side.content()) {
            return Optional.empty();
        }
        Script script = compare.script();
        Blame found = blame.get().get();
        if (origins.filter(last -> last.script() == script && last.blame() == found).isEmpty()) {
            origins = Optional.of(new Known(script, found, new Origins(script, found)));
        }
        return origins.map(Known::origins);
    }

    /// Shows the change that brought the line on which the reader is.
    void goToOrigin() {
        goToOrigin(compare.cursorProperty().get());
    }

    /// Shows the change that brought the right-hand line of a row: the version that did, beside the one before it.
    void goToOrigin(int row) {
        originOf(row).ifPresent(this::goTo);
    }

    private void goTo(Origin origin) {
        Function<Script, OptionalInt> there = script -> Origins.rowOf(script, origin.message(), origin.line());
        if (position.get() == origin.version() && !pinned.get()) {
            there.apply(compare.script()).ifPresent(compare::goTo);
            return;
        }
        arrival = there;
        pinned.set(false);
        position.set(origin.version());
        arrival = _ -> OptionalInt.empty();
    }

    private void readAhead(int around) {
        List<VersionInfo> wanted = IntStream.rangeClosed(around - AHEAD - 1, around + AHEAD)
                .filter(i -> i >= 0 && i < versions.size())
                .mapToObj(versions::get)
                .filter(info -> !known.containsKey(info.label()))
                .toList();
        if (!wanted.isEmpty()) {
            tasks.run(
                    Messages.text("compare.timeline.task"),
                    progress -> {
                        for (VersionInfo info : wanted) {
                            if (!progress.isCancelled()) {
                                side(info);
                            }
                        }
                        return wanted.size();
                    },
                    _ -> {},
                    // Who goes there reads it again and then learns what is wrong.
                    _ -> {});
        }
    }

    private Side side(VersionInfo info) {
        return known.computeIfAbsent(info.label(), label -> Side.of(reader.apply(label)));
    }

    /// Does not keep what it reads: a blame reads all versions, and each of them once.
    private Side sideAt(int place) {
        VersionInfo info = versions.get(place);
        Side side = known.get(info.label());
        return side != null ? side : Side.of(reader.apply(info.label()));
    }

    private Subject nothing(VersionInfo first) {
        return new Subject(
                Messages.text("compare.before.nothing"),
                () -> Side.of(side(first).content().isPlain() ? Content.plain("") : Content.chat(), List.of()));
    }

    private Subject subject(VersionInfo info) {
        return Subject.of(info, () -> side(info));
    }

    /// What a version is called above its side, such as `support/greeting 1.2.0 · production`.
    public static String captionOf(VersionInfo info) {
        String stages = info.stages().stream().map(Stage::name).collect(Collectors.joining(", "));
        return info.prompt() + " " + info.label().value() + (stages.isEmpty() ? "" : " · " + stages);
    }

    private String caption() {
        int at = position.get();
        if (at < 0 || at >= versions.size()) {
            return "";
        }
        VersionInfo info = versions.get(at);
        return describe(info);
    }

    private String describe(VersionInfo info) {
        return joined(info.label().value(), info.author(), times.ago(info.createdAt()), info.message());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
