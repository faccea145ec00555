package stemma.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import stemma.diff.Side;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;

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
    private final ObjectProperty<Optional<Blame>> blame = new SimpleObjectProperty<>(Optional.empty());
    private final StringBinding origin;
    private int left;

    /// @param newestFirst the prompt's versions as a store tells them; two at least
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
    public void show(VersionLabel label) {
        IntStream.range(0, versions.size())
                .filter(i -> versions.get(i).label().equals(label))
                .findFirst()
                .ifPresent(position::set);
    }

    private void follow() {
        int right = position.get();
        if (right < 0 || right >= versions.size()) {
            return;
        }
        if (!pinned.get()) {
            left = Math.max(0, right - 1);
        }
        compare.follow(subject(versions.get(left)), subject(versions.get(right)));
        readAhead(right);
        blame.set(Optional.empty());
        blameSlot.run(
                Messages.text("compare.origin.task"),
                progress -> Blame.of(i -> side(versions.get(i)), right, progress::isCancelled),
                found -> blame.set(Optional.of(found)),
                // Without it the screen does not tell where a line is from; everything else works.
                _ -> {});
    }

    /// Where the line on which the reader is comes from: version, author, time and why; empty when that is not known.
    StringBinding originBinding() {
        return origin;
    }

    private String originText() {
        OptionalInt version = origin();
        return version.isEmpty()
                ? ""
                : Messages.text("compare.origin", describe(versions.get(version.getAsInt())));
    }

    private OptionalInt origin() {
        int at = compare.cursorProperty().get();
        Script script = compare.script();
        if (blame.get().isEmpty() || at < 0 || at >= script.rows().size()) {
            return OptionalInt.empty();
        }
        while (at > 0 && script.rows().get(at) instanceof LineRow line && line.continues()) {
            at--;
        }
        return script.rows().get(at) instanceof TextRow row && row.rightLine().isPresent()
                ? blame.get().get().of(script.messages().get(row.section()).right(), row.rightLine().getAsInt())
                : OptionalInt.empty();
    }

    /// Shows the change that brought the line on which the reader is.
    void goToOrigin() {
        origin().ifPresent(version -> {
            pinned.set(false);
            position.set(version);
        });
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

    private Subject subject(VersionInfo info) {
        return new Subject(captionOf(info), () -> side(info));
    }

    /// What a version is called above its side, such as `support/greeting 1.2.0 · production`.
    static String captionOf(VersionInfo info) {
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
        return Stream.of(info.label().value(), info.author(), times.ago(info.createdAt()), info.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
