package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Health;

/// Makes a [StoredPrompt] of what lies in a prompt's folder, reading only the files that changed since the last look.
/// Good for one look at the store; safe for concurrent use.
final class PromptLoader {
    private final Path root;
    private final Optional<Companion> companion;
    private volatile @Nullable Boolean inGit;

    PromptLoader(Path root, Optional<Companion> companion) {
        this.root = root;
        this.companion = companion;
    }

    /// @param previous the prompt as it was known before, if it was
    /// @return empty when the folder holds no version
    Optional<StoredPrompt> load(PromptId id, Listing listing, @Nullable StoredPrompt previous) {
        Map<VersionLabel, Stamp> present = new LinkedHashMap<>();
        listing.files().forEach((name, stamp) -> Names.label(name).ifPresent(label -> present.put(label, stamp)));
        if (present.isEmpty()) {
            return Optional.empty();
        }
        List<Health.Problem> problems = new ArrayList<>();
        Records records = previous != null && previous.listing().record().equals(listing.record())
                ? previous.records()
                : Records.read(root, id);
        if (!records.problem().isEmpty()) {
            problems.add(problem(Records.file(root, id), records.problem()));
        }
        SequencedMap<VersionLabel, StoredVersion> versions = versions(listing, records, present, previous);
        versions.values().stream()
                .filter(version -> version.state != StoredVersion.State.SOUND)
                .forEach(version -> problems.add(problem(file(listing, version.label), version.problem)));

        StagesFile stages = stages(listing, versions, problems);
        Optional<Sentence> lostTags = Optional.empty();
        Map<VersionLabel, SortedSet<String>> tags = new HashMap<>();
        if (listing.holds(Names.TAGS)) {
            try {
                var read = Pointers.readTags(listing.read(Names.TAGS));
                read.problems().forEach(what -> problems.add(problem(listing.folder().resolve(Names.TAGS), what)));
                lostTags = read.problems().stream().findFirst();
                tags.putAll(read.value());
            } catch (IOException e) {
                Sentence what = Failures.sentence(e);
                lostTags = Optional.of(what);
                problems.add(problem(listing.folder().resolve(Names.TAGS), what));
            }
        }
        return Optional.of(new StoredPrompt(
                id, listing, records, versions, stages.held, tags, stages.lost, stages.broken, lostTags, problems));
    }

    private SequencedMap<VersionLabel, StoredVersion> versions(
            Listing listing, Records records, Map<VersionLabel, Stamp> present, @Nullable StoredPrompt previous) {
        SequencedMap<VersionLabel, StoredVersion> found = new LinkedHashMap<>();
        for (Recorded recorded : records.versions()) {
            Stamp stamp = present.get(recorded.label());
            if (stamp != null) {
                found.put(recorded.label(), recorded(listing, recorded, stamp, previous));
            } else if (!isInGit()) {
                found.put(
                        recorded.label(),
                        StoredVersion.of(
                                recorded,
                                StoredVersion.State.MISSING,
                                Sentence.of("the file was deleted by another program"),
                                Optional.empty()));
            }
        }
        present.forEach((label, stamp) -> {
            if (!found.containsKey(label)) {
                found.put(label, unrecorded(listing, label, stamp, previous));
            }
        });
        SequencedMap<VersionLabel, StoredVersion> ordered = new LinkedHashMap<>();
        VersionOrder.sort(found.values()).forEach(version -> ordered.put(version.label, version));
        return ordered;
    }

    private StoredVersion recorded(
            Listing listing, Recorded recorded, Stamp stamp, @Nullable StoredPrompt previous) {
        StoredVersion known = previous == null ? null : previous.versions().get(recorded.label());
        boolean mayBeBrought =
                companion.isPresent() && known != null && known.state == StoredVersion.State.EDITED;
        if (known != null
                && known.recorded.equals(Optional.of(recorded))
                && known.stamp.equals(Optional.of(stamp))
                && !mayBeBrought) {
            return known;
        }
        if (stamp.equals(recorded.stamp())) {
            return StoredVersion.of(recorded, StoredVersion.State.SOUND, Sentence.NONE, Optional.of(stamp));
        }
        Sentence problem = Sentence.NONE;
        try {
            byte[] bytes = listing.read(Names.versionFile(recorded.label()));
            if (!Bytes.sha256(bytes).equals(recorded.hash())) {
                problem = Sentence.of("the file was changed by another program");
                VersionFile found = VersionFile.read(bytes);
                if (wasBrought(listing, recorded.label(), bytes)) {
                    return StoredVersion.found(recorded.label(), found, stamp);
                }
            }
        } catch (FormatException e) {
            problem = Sentence.of("the file was changed by another program and {0}", e.sentence());
        } catch (IOException e) {
            problem = Sentence.of("the file cannot be read: {0}", Failures.sentence(e));
        }
        StoredVersion.State state = problem.isEmpty() ? StoredVersion.State.SOUND : StoredVersion.State.EDITED;
        return StoredVersion.of(recorded, state, problem, Optional.of(stamp));
    }

    private boolean wasBrought(Listing listing, VersionLabel label, byte[] bytes) {
        String file = Failures.relative(root, file(listing, label));
        return companion.map(asked -> asked.brought(file, bytes)).orElse(false);
    }

    private StoredVersion unrecorded(
            Listing listing, VersionLabel label, Stamp stamp, @Nullable StoredPrompt previous) {
        StoredVersion known = previous == null ? null : previous.versions().get(label);
        if (known != null && known.recorded.isEmpty() && known.stamp.equals(Optional.of(stamp))) {
            return known;
        }
        try {
            return StoredVersion.found(label, VersionFile.read(listing.read(Names.versionFile(label))), stamp);
        } catch (FormatException e) {
            return StoredVersion.damaged(label, stamp, e.sentence());
        } catch (IOException e) {
            return StoredVersion.damaged(label, stamp, Failures.sentence(e));
        }
    }

    private record StagesFile(SortedMap<Stage, VersionLabel> held, Optional<Sentence> lost, boolean broken) {}

    private StagesFile stages(
            Listing listing,
            Map<VersionLabel, StoredVersion> versions,
            List<Health.Problem> problems) {
        Path file = listing.folder().resolve(Names.STAGES);
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        List<Sentence> wrong = new ArrayList<>();
        Stamp stamp = listing.files().get(Names.STAGES);
        if (stamp == null || stamp.size() == 0) {
            stagesByHistory(listing).ifPresent(by -> wrong.add(
                    stamp == null
                            ? Sentence.of("the file is missing; by the history, {0}", by)
                            : Sentence.of("the file is empty; by the history, {0}", by)));
        } else {
            try {
                var read = Pointers.readStages(listing.read(Names.STAGES));
                wrong.addAll(read.problems());
                stages.putAll(read.value());
            } catch (FormatException e) {
                wrong.add(e.sentence());
            } catch (IOException e) {
                wrong.add(Failures.sentence(e));
            }
        }
        boolean broken = stamp != null && !wrong.isEmpty() && stamp.size() != 0;
        stages.entrySet().removeIf(held -> {
            boolean dangling = !versions.containsKey(held.getValue());
            if (dangling) {
                wrong.add(Sentence.of("{0} names {1}, and there is no such version", held.getKey(), held.getValue()));
            }
            return dangling;
        });
        wrong.forEach(what -> problems.add(problem(file, what)));
        return new StagesFile(stages, wrong.stream().findFirst(), broken);
    }

    /// What the stages held after the last recorded move; empty when they held nothing.
    private static Optional<Sentence> stagesByHistory(Listing listing) {
        if (!listing.holds(Names.HISTORY)) {
            return Optional.empty();
        }
        SortedMap<Stage, VersionLabel> held = new TreeMap<>();
        try {
            for (HistoryEntry entry : listing.history().entries()) {
                if (entry instanceof HistoryEntry.StageMoved moved) {
                    moved.to().ifPresentOrElse(
                            to -> held.put(moved.stage(), to), () -> held.remove(moved.stage()));
                } else if (entry instanceof HistoryEntry.PromptDeleted) {
                    held.clear();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return held.entrySet().stream()
                .map(stage -> Sentence.of("{0} held {1}", stage.getKey(), stage.getValue()))
                .reduce((some, next) -> Sentence.of("{0}, {1}", some, next));
    }

    /// Whether the folder belongs to a Git working tree: there a version that is not there was left out by a checkout.
    private boolean isInGit() {
        Boolean known = inGit;
        if (known == null) {
            known = findGit();
            inGit = known;
        }
        return known;
    }

    private boolean findGit() {
        for (Path at = root; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }

    private static Path file(Listing listing, VersionLabel label) {
        return listing.folder().resolve(Names.versionFile(label));
    }

    private Health.Problem problem(Path where, CharSequence what) {
        return new Health.Problem(Failures.relative(root, where), what);
    }

    /// The versions of prompts that the record knows and the folder still holds.
    static Collection<StoredVersion> changed(StoredPrompt prompt) {
        return prompt.versions().values().stream()
                .filter(version -> version.state == StoredVersion.State.EDITED
                        || version.state == StoredVersion.State.MISSING)
                .toList();
    }
}
