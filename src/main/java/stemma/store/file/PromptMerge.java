package stemma.store.file;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;

/// Brings the files of one prompt together that two sides changed on their own.
///
/// Versions never change, so those of both sides stand side by side. Stages are compared with where they were before,
/// tags are added and removed as on either side, and histories become one. What does not go together is a [Clash].
public final class PromptMerge {
    /// The files of a prompt by name; `latest.md` holds the name that it leads to.
    ///
    /// @param link whether `latest.md` is a link rather than a file
    public record Files(SortedMap<String, byte[]> files, boolean link) {
        public static final Files NONE = new Files(new TreeMap<>(), true);

        private Map<VersionLabel, byte[]> versions() {
            Map<VersionLabel, byte[]> versions = new TreeMap<>();
            files.forEach((name, bytes) -> Names.label(name).ifPresent(label -> versions.put(label, bytes)));
            return versions;
        }

        private byte[] of(String name) {
            return files.getOrDefault(name, new byte[0]);
        }

        private boolean isSame(Files other) {
            return files.keySet().equals(other.files.keySet())
                    && files.keySet().stream()
                            .allMatch(name -> Arrays.equals(files.get(name), other.files.get(name)));
        }
    }

    /// @param files the merged ones, where there is no clash
    public record Result(Files files, List<Clash> clashes) {}

    private final PromptId prompt;
    private final Files base;
    private final Files here;
    private final Files there;
    private final Map<Clash, Side> choices;
    private final List<Clash> clashes = new ArrayList<>();
    private final SortedMap<VersionLabel, byte[]> versions = new TreeMap<>();
    /// Labels here that became others.
    private final Map<VersionLabel, VersionLabel> relabelled = new HashMap<>();

    private PromptMerge(PromptId prompt, Files base, Files here, Files there, Map<Clash, Side> choices) {
        this.prompt = prompt;
        this.base = base;
        this.here = here;
        this.there = there;
        this.choices = choices;
    }

    /// @param base what both sides had last
    /// @param choices which side holds where they clash
    public static Result merge(PromptId prompt, Files base, Files here, Files there, Map<Clash, Side> choices) {
        if (there.isSame(base) || there.isSame(here)) {
            return new Result(here, List.of());
        }
        if (here.isSame(base)) {
            return new Result(there, List.of());
        }
        return new PromptMerge(prompt, base, here, there, choices).merge();
    }

    private Result merge() {
        boolean goneHere = here.versions().isEmpty();
        boolean goneThere = there.versions().isEmpty();
        if (!base.versions().isEmpty() && goneHere != goneThere) {
            Side side = choose(
                    Clash.Kind.DELETED_PROMPT,
                    "",
                    goneHere ? Sentence.of("deleted or renamed") : described(here),
                    goneThere ? Sentence.of("deleted or renamed") : described(there));
            Files kept = side == Side.THERE ? there : here;
            return new Result(withHistory(kept), List.copyOf(clashes));
        }
        mergeVersions();
        SortedMap<Stage, VersionLabel> stages = mergeStages();
        Files merged = new Files(new TreeMap<>(), here.files.containsKey(Names.LATEST) ? here.link : there.link);
        versions.forEach((label, bytes) -> merged.files.put(Names.versionFile(label), bytes));
        put(merged, Names.STAGES, unreadable(Names.STAGES).orElseGet(() -> stages(stages)));
        put(merged, Names.TAGS, unreadable(Names.TAGS).orElseGet(() -> Pointers.writeTags(mergeTags())));
        put(merged, Names.HISTORY, unreadable(Names.HISTORY).orElseGet(this::mergeHistory));
        if (here.files.containsKey(Names.LATEST) || there.files.containsKey(Names.LATEST)) {
            put(merged, Names.LATEST, unreadable(Names.LATEST).orElseGet(this::latest));
        }
        return new Result(merged, List.copyOf(clashes));
    }

    private static void put(Files files, String name, byte[] bytes) {
        if (bytes.length > 0) {
            files.files.put(name, bytes);
        }
    }

    /// A file of which a side cannot be read is taken from one side as it is; empty when both can be read.
    private Optional<byte[]> unreadable(String name) {
        boolean readable = Stream.of(base, here, there).allMatch(side -> problems(name, side.of(name)).isEmpty());
        if (readable) {
            return Optional.empty();
        }
        boolean theirs = same(here.of(name), base.of(name))
                || !same(there.of(name), base.of(name))
                        && choose(Clash.Kind.FILE, name, Sentence.of("changed"), Sentence.of("changed")) == Side.THERE;
        return Optional.of((theirs ? there : here).of(name));
    }

    private static List<Sentence> problems(String name, byte[] bytes) {
        return switch (name) {
            case Names.STAGES -> Pointers.readStages(bytes).problems();
            case Names.TAGS -> Pointers.readTags(bytes).problems();
            case Names.LATEST ->
                bytes.length == 0 || LatestLink.target(bytes).isPresent() ? List.of() : List.of(Sentence.of(
                        "is no link"));
            default -> HistoryFile.read(bytes).problems();
        };
    }

    /// The bytes of one side when that is what came out, with the comments in it.
    private byte[] stages(SortedMap<Stage, VersionLabel> stages) {
        for (Files side : List.of(here, there)) {
            if (Pointers.readStages(side.of(Names.STAGES)).value().equals(stages)) {
                return side.of(Names.STAGES);
            }
        }
        return Pointers.writeStages(stages);
    }

    private Sentence described(Files side) {
        List<VersionLabel> added = new ArrayList<>(side.versions().keySet());
        added.removeAll(base.versions().keySet());
        return added.isEmpty()
                ? Sentence.of("changed")
                : Sentence.of("has {0}", String.join(", ", added.stream().map(VersionLabel::value).toList()));
    }

    private Files withHistory(Files kept) {
        Files merged = new Files(new TreeMap<>(kept.files), kept.link);
        put(merged, Names.HISTORY, unreadable(Names.HISTORY).orElseGet(this::mergeHistory));
        return merged;
    }

    private Side choose(Clash.Kind kind, String subject, Sentence shownHere, Sentence shownThere) {
        Clash clash = new Clash(prompt.value(), Optional.of(prompt), kind, subject, shownHere, shownThere);
        Side side = choices.get(clash);
        if (side == null) {
            clashes.add(clash);
            return Side.HERE;
        }
        return side;
    }

    private void mergeVersions() {
        Map<VersionLabel, byte[]> before = base.versions();
        Map<VersionLabel, byte[]> mine = here.versions();
        Map<VersionLabel, byte[]> theirs = there.versions();
        Set<VersionLabel> all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        for (VersionLabel label : all) {
            byte @Nullable [] was = before.get(label);
            byte @Nullable [] one = mine.get(label);
            byte @Nullable [] other = theirs.get(label);
            if (one != null && other != null) {
                versions.put(label, same(one, other) || same(was, other) ? one : other);
                if (!same(one, other) && !same(was, other) && !same(was, one)) {
                    chooseVersion(label, one, other, all);
                }
            } else if (was == null || !same(was, one != null ? one : other)) {
                versions.put(label, Objects.requireNonNull(one != null ? one : other));
            }
        }
        keepWhatAStageHolds();
    }

    private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return Arrays.equals(one, other);
    }

    private void chooseVersion(VersionLabel label, byte[] one, byte[] other, Set<VersionLabel> taken) {
        switch (choose(Clash.Kind.VERSION, label.value(), shown(one), shown(other))) {
            case HERE -> versions.put(label, one);
            case THERE -> versions.put(label, other);
            case BOTH -> {
                versions.put(label, other);
                VersionLabel free = label;
                while (taken.contains(free) || versions.containsKey(free)) {
                    free = free.next(VersionLabel.Step.PATCH);
                }
                versions.put(free, one);
                relabelled.put(label, free);
            }
        }
    }

    private static Sentence shown(byte[] bytes) {
        try {
            VersionFile file = VersionFile.read(bytes);
            Sentence shown = Sentence.of("checksum {0}", file.content().checksum().substring(0, 8));
            Optional<String> message = file.message().lines().findFirst();
            if (message.isPresent()) {
                shown = Sentence.of("{0}, {1}", message.get(), shown);
            }
            if (file.createdAt().isPresent()) {
                shown = Sentence.of("of {0}, {1}", file.createdAt().get().truncatedTo(ChronoUnit.SECONDS), shown);
            }
            return file.author().isEmpty() ? shown : Sentence.of("by {0}, {1}", file.author(), shown);
        } catch (FormatException e) {
            return Sentence.of("a file that cannot be read: {0}", e.sentence());
        }
    }

    /// A version deleted on one side that a stage was moved to on the other.
    private void keepWhatAStageHolds() {
        SortedMap<Stage, VersionLabel> before = stages(base);
        for (Files side : List.of(here, there)) {
            boolean deletedThere = side == here;
            stages(side).forEach((stage, label) -> {
                byte[] bytes = side.versions().get(label);
                if (bytes != null && !versions.containsKey(label) && !label.equals(before.get(stage))) {
                    Side chosen = choose(
                            Clash.Kind.DELETED_VERSION,
                            label.value(),
                            deletedThere ? Sentence.of("in the stage {0}", stage) : Sentence.of("deleted"),
                            deletedThere ? Sentence.of("deleted") : Sentence.of("in the stage {0}", stage));
                    if (chosen == (deletedThere ? Side.HERE : Side.THERE)) {
                        versions.put(label, bytes);
                    }
                }
            });
        }
    }

    private static SortedMap<Stage, VersionLabel> stages(Files side) {
        return Pointers.readStages(side.of(Names.STAGES)).value();
    }

    private SortedMap<Stage, VersionLabel> mergeStages() {
        SortedMap<Stage, VersionLabel> before = stages(base);
        SortedMap<Stage, VersionLabel> mine = new TreeMap<>(stages(here));
        mine.replaceAll((_, label) -> relabelled.getOrDefault(label, label));
        SortedMap<Stage, VersionLabel> theirs = stages(there);
        Set<Stage> all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        SortedMap<Stage, VersionLabel> merged = new TreeMap<>();
        Set<Stage> names = new TreeSet<>(all);
        names.addAll(before.keySet());
        for (Stage stage : names) {
            VersionLabel was = before.get(stage);
            VersionLabel one = mine.get(stage);
            VersionLabel other = theirs.get(stage);
            VersionLabel holds;
            if (Objects.equals(one, other) || Objects.equals(other, was)) {
                holds = one;
            } else if (Objects.equals(one, was)) {
                holds = other;
            } else {
                Side side = choose(Clash.Kind.STAGE, stage.name(), shown(one), shown(other));
                holds = side == Side.THERE ? other : one;
            }
            if (holds != null && versions.containsKey(holds)) {
                merged.put(stage, holds);
            }
        }
        return merged;
    }

    private static Sentence shown(@Nullable VersionLabel label) {
        return label == null ? Sentence.of("none") : Sentence.from(label.value());
    }

    private Map<VersionLabel, SortedSet<String>> mergeTags() {
        Map<VersionLabel, SortedSet<String>> before = tags(base);
        Map<VersionLabel, SortedSet<String>> mine = new HashMap<>();
        tags(here).forEach((label, words) -> mine.put(relabelled.getOrDefault(label, label), words));
        Map<VersionLabel, SortedSet<String>> theirs = tags(there);
        Map<VersionLabel, SortedSet<String>> merged = new HashMap<>();
        for (VersionLabel label : versions.keySet()) {
            if (mine.containsKey(label) || theirs.containsKey(label)) {
                SortedSet<String> was = before.getOrDefault(label, new TreeSet<>());
                // A side that says nothing of a label has what was before.
                SortedSet<String> one = mine.getOrDefault(label, before.containsKey(label) ? new TreeSet<>() : was);
                SortedSet<String> other = theirs.getOrDefault(label, before.containsKey(label) ? new TreeSet<>() : was);
                SortedSet<String> words = new TreeSet<>(one);
                words.addAll(other);
                words.removeIf(word -> was.contains(word) && !(one.contains(word) && other.contains(word)));
                boolean saysSo = mine.containsKey(label) && mine.get(label).isEmpty()
                        || theirs.containsKey(label) && theirs.get(label).isEmpty();
                if (!words.isEmpty() || saysSo) {
                    merged.put(label, words);
                }
            }
        }
        return merged;
    }

    private static Map<VersionLabel, SortedSet<String>> tags(Files side) {
        return Pointers.readTags(side.of(Names.TAGS)).value();
    }

    /// What both had, then what either added, by time.
    private byte[] mergeHistory() {
        List<HistoryEntry> before = HistoryFile.read(base.of(Names.HISTORY)).entries();
        Set<HistoryEntry> added = new LinkedHashSet<>(HistoryFile.read(here.of(Names.HISTORY)).entries());
        added.addAll(HistoryFile.read(there.of(Names.HISTORY)).entries());
        before.forEach(added::remove);
        List<HistoryEntry> all = new ArrayList<>(added);
        all.sort(Comparator.comparing(HistoryEntry::at));
        all.addAll(0, before);
        return HistoryFile.write(all);
    }

    private byte[] latest() {
        List<StoredVersion> found = new ArrayList<>();
        versions.forEach((label, bytes) -> {
            Stamp stamp = new Stamp(bytes.length, 0);
            try {
                found.add(StoredVersion.found(label, VersionFile.read(bytes), stamp));
            } catch (FormatException e) {
                found.add(StoredVersion.damaged(label, stamp, e.sentence()));
            }
        });
        List<StoredVersion> sorted = VersionOrder.sort(found);
        return sorted.isEmpty() ? new byte[0] : Bytes.utf8(Names.versionFile(sorted.getLast().label));
    }
}
