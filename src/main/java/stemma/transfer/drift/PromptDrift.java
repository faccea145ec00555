package stemma.transfer.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.transfer.Alignment;

/// The differences of one prompt that both stores have. Not safe for concurrent use.
final class PromptDrift {
    private final PromptId id;
    private final List<VersionInfo> mine;
    private final List<VersionInfo> theirs;
    private final Alignment alignment;
    private final SortedSet<Difference> differences = new TreeSet<>();
    private final List<Sentence> details = new ArrayList<>();
    private Pair shown;

    /// The versions to compare.
    private record Pair(Optional<VersionLabel> here, Optional<VersionLabel> there) {}

    /// @param mine oldest first
    /// @param theirs oldest first
    PromptDrift(PromptId id, List<VersionInfo> mine, List<VersionInfo> theirs, Alignment alignment) {
        this.id = id;
        this.mine = mine;
        this.theirs = theirs;
        this.alignment = alignment;
        this.shown = new Pair(
                Optional.of(mine.getLast().label()), Optional.of(theirs.getLast().label()));
    }

    DriftRow row() {
        compareTags();
        compareStages();
        compareVersions();
        return new DriftRow(id, differences, shown.here(), shown.there(), details.reversed());
    }

    private void compareVersions() {
        Pair heads = new Pair(
                Optional.of(mine.getLast().label()), Optional.of(theirs.getLast().label()));
        switch (alignment.relation()) {
            case EQUAL -> {}
            case AHEAD -> {
                differences.add(Difference.AHEAD);
                details.add(Sentence.of(
                        "{0} here, up to {1}", more(mine.size() - theirs.size()), mine.getLast().label()));
                shown = heads;
            }
            case BEHIND -> {
                differences.add(Difference.BEHIND);
                details.add(Sentence.of(
                        "{0} there, up to {1}", more(theirs.size() - mine.size()), theirs.getLast().label()));
                shown = heads;
            }
            case DIVERGED -> {
                differences.add(Difference.DIVERGED);
                details.add(alignment
                        .lastCommon()
                        .map(label -> Sentence.of("in common up to {0}", label))
                        .orElse(Sentence.of("no version in common")));
                shown = headsAreSame() ? firstThatDiffers() : heads;
            }
        }
    }

    private static Sentence more(int count) {
        return count == 1 ? Sentence.of("1 version more") : Sentence.of("{0} versions more", count);
    }

    private boolean headsAreSame() {
        return theirs.getLast().label().equals(alignment.same().get(mine.getLast().label()));
    }

    /// The first version on either side that the other side has not, with the one of the same label, if any.
    private Pair firstThatDiffers() {
        Optional<VersionLabel> left = first(mine, info -> !alignment.same().containsKey(info.label()));
        Optional<VersionLabel> right = first(theirs, info -> !alignment.same().containsValue(info.label()));
        return new Pair(
                left.or(() -> right.flatMap(label -> first(mine, info -> info.label().equals(label)))),
                right.or(() -> left.flatMap(label -> first(theirs, info -> info.label().equals(label)))));
    }

    private static Optional<VersionLabel> first(List<VersionInfo> versions, Predicate<VersionInfo> wanted) {
        return versions.stream().filter(wanted).map(VersionInfo::label).findFirst();
    }

    private void compareStages() {
        SortedMap<Stage, VersionLabel> left = stages(mine);
        SortedMap<Stage, VersionLabel> right = stages(theirs);
        SortedSet<Stage> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        for (Stage stage : all) {
            Optional<VersionLabel> held = Optional.ofNullable(left.get(stage));
            Optional<VersionLabel> other = Optional.ofNullable(right.get(stage));
            if (!held.map(alignment.same()::get).equals(other) || held.isPresent() != other.isPresent()) {
                differences.add(Difference.OTHER_STAGE);
                details.add(Sentence.of("{0}: {1} here, {2} there", stage, shown(held), shown(other)));
                shown = new Pair(
                        held.or(() -> other.flatMap(this::partnerHere)),
                        other.or(() -> held.map(alignment.same()::get)));
            }
        }
    }

    private Optional<VersionLabel> partnerHere(VersionLabel label) {
        return first(mine, info -> label.equals(alignment.same().get(info.label())));
    }

    private static CharSequence shown(Optional<VersionLabel> label) {
        return label.<CharSequence>map(VersionLabel::value).orElse(Sentence.of("empty"));
    }

    private static SortedMap<Stage, VersionLabel> stages(List<VersionInfo> versions) {
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        versions.forEach(info -> info.stages().forEach(stage -> stages.put(stage, info.label())));
        return stages;
    }

    private void compareTags() {
        Map<VersionLabel, VersionInfo> others = new HashMap<>();
        theirs.forEach(info -> others.put(info.label(), info));
        for (VersionInfo info : mine) {
            VersionInfo other = others.get(alignment.same().get(info.label()));
            if (other != null && !other.tags().equals(info.tags())) {
                differences.add(Difference.OTHER_TAGS);
                details.add(Sentence.of(
                        "tags of {0}: {1} here, {2} there", info.label(), shown(info.tags()), shown(other.tags())));
                shown = new Pair(Optional.of(info.label()), Optional.of(other.label()));
            }
        }
    }

    private static CharSequence shown(SortedSet<String> tags) {
        return tags.isEmpty() ? Sentence.of("none") : String.join(", ", tags);
    }
}
