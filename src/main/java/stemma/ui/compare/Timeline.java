package stemma.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import stemma.diff.Side;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
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
        position.subscribe(this::follow);
        pinned.subscribe(this::follow);
        caption = Bindings.createStringBinding(this::caption, position);
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
        return Messages.text(
                "compare.timeline.caption",
                info.label().value(),
                info.author().isEmpty() ? "–" : info.author(),
                times.ago(info.createdAt()),
                info.message());
    }
}
