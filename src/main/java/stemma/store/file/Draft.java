package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;

/// A prompt while it is changed. New version files are staged at once, the small files at the end by [#finish()].
final class Draft {
    private final Path root;
    private final Change change;
    private final Path folder;
    private final Records recordsBefore;
    /// What is wrong with the file of stages or tags, so that it must not be written.
    private final Map<String, Sentence> broken = new HashMap<>();
    private final LinkedHashMap<VersionLabel, StoredVersion> versions = new LinkedHashMap<>();
    private final SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
    private final Map<VersionLabel, SortedSet<String>> tags = new HashMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();

    final PromptId id;
    private boolean stagesChanged;
    private boolean tagsChanged;
    /// Only tags of new versions changed.
    private boolean tagsAdded;
    /// After a move to another id: what was recorded before, the old draft there, and that nothing stays behind here.
    private List<HistoryEntry> movedHistory = List.of();

    private final Optional<Listing> listing;
    private Optional<Draft> movedFrom = Optional.empty();
    private boolean movedAway;

    Draft(Path root, Change change, PromptId id, Optional<StoredPrompt> there) {
        this.root = root;
        this.change = change;
        this.id = id;
        this.listing = there.map(StoredPrompt::listing);
        this.folder = listing.map(Listing::folder).orElseGet(() -> folder(root, id));
        this.recordsBefore = there.map(StoredPrompt::records).orElse(Records.NONE);
        there.ifPresent(prompt -> {
            if (prompt.brokenStages()) {
                broken.put(Names.STAGES, prompt.lostStages().orElseGet(() -> Sentence.of("cannot be read")));
            }
            prompt.lostTags().ifPresent(problem -> broken.put(Names.TAGS, problem));
            versions.putAll(prompt.versions());
            stages.putAll(prompt.stages());
            tags.putAll(prompt.tags());
        });
    }

    static Path folder(Path root, PromptId id) {
        return root.resolve(id.value().replace("/", root.getFileSystem().getSeparator()));
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    Optional<VersionLabel> head() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastEntry().getKey());
    }

    Set<VersionLabel> labels() {
        return versions.keySet();
    }

    SortedMap<Stage, VersionLabel> stages() {
        return stages;
    }

    /// Appends a version behind the head.
    ///
    /// @throws FormatException when the file would not say what it shall
    VersionInfo append(NewVersion version, Instant createdAt) throws IOException {
        VersionFile file = AppendRules.file(version, Optional.of(createdAt));
        Optional<byte[]> bare = bare(version.label(), file);
        byte[] bytes = bare.isPresent() ? bare.get() : file.writeWhole();
        Stamp stamp = change.writeVersion(
                folder.resolve(Names.versionFile(version.label())), bytes, bare.map(_ -> createdAt));
        Recorded recorded = record(version.label(), file, createdAt, bytes, stamp);
        StoredVersion stored =
                StoredVersion.of(recorded, StoredVersion.State.SOUND, Sentence.NONE, Optional.of(stamp));
        stored.remember(version.content());
        // Tags of a first version whose writer died before the version itself was there.
        boolean strayTags = versions.isEmpty() && tags.isEmpty() && Files.exists(folder.resolve(Names.TAGS));
        versions.put(version.label(), stored);
        if (!version.tags().isEmpty()) {
            tags.put(version.label(), new TreeSet<>(version.tags()));
            tagsAdded = true;
        } else if (tags.remove(version.label()) != null) {
            tagsAdded = true;
        } else if (strayTags) {
            tagsChanged = true;
        }
        return new VersionInfo(
                id,
                version.label(),
                version.base(),
                recorded.checksum(),
                version.author(),
                version.message(),
                createdAt,
                new TreeSet<>(version.tags()),
                new TreeSet<>());
    }

    /// The bare text, where the head is a bare file and this version has nothing to tell besides: its place is the one
    /// that its label gives it, and its time that of the file.
    private Optional<byte[]> bare(VersionLabel label, VersionFile file) throws IOException {
        boolean follows = head().equals(file.parent())
                && !versions.isEmpty()
                && versions.keySet().stream().allMatch(known -> known.compareTo(label) < 0)
                && versions.keySet().stream().allMatch(known -> known.compareTo(head().orElseThrow()) <= 0);
        Optional<byte[]> bytes = follows ? file.bare() : Optional.empty();
        StoredVersion last = versions.isEmpty() ? null : versions.lastEntry().getValue();
        if (bytes.isEmpty() || last == null || last.state != StoredVersion.State.SOUND || last.stamp.isEmpty()) {
            return Optional.empty();
        }
        Path before = folder.resolve(Names.versionFile(last.label));
        try {
            return VersionFile.isBare(Files.readAllBytes(before)) ? bytes : Optional.empty();
        } catch (FormatException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Recorded record(VersionLabel label, VersionFile file, Instant createdAt, byte[] bytes, Stamp stamp)
            throws IOException {
        String hash = Bytes.sha256(bytes);
        Path original = Originals.file(root, hash);
        if (!Files.exists(original)) {
            change.writeAhead(original, Originals.compress(bytes));
        }
        Content content = file.content();
        return new Recorded(
                label,
                file.parent(),
                file.author(),
                file.message(),
                createdAt,
                content.title(),
                file.tags(),
                content.checksum(),
                hash,
                stamp);
    }

    void setStage(Stage stage, Optional<VersionLabel> label) {
        label.ifPresentOrElse(to -> stages.put(stage, to), () -> stages.remove(stage));
        stagesChanged = true;
    }

    void setTags(VersionLabel label, Set<String> words) {
        StoredVersion version = versions.get(label);
        if (words.isEmpty() && (version == null || version.tags.isEmpty())) {
            tags.remove(label);
        } else {
            tags.put(label, new TreeSet<>(words));
        }
        tagsChanged = true;
    }

    void addHistory(HistoryEntry entry) {
        history.add(entry);
    }

    /// Puts the recorded bytes back in the place of what lies there.
    void restore(VersionLabel label) throws IOException {
        StoredVersion version = versions.get(label);
        Recorded recorded = version.recorded.orElseThrow();
        Stamp stamp = change.write(
                folder.resolve(Names.versionFile(label)), Originals.read(root, recorded.hash()));
        versions.put(
                label,
                StoredVersion.of(
                        recorded.withStamp(stamp), StoredVersion.State.SOUND, Sentence.NONE, Optional.of(stamp)));
    }

    void delete(VersionLabel label) {
        StoredVersion version = versions.remove(label);
        version.recorded.ifPresent(recorded -> forgotten.add(recorded.hash()));
        change.delete(folder.resolve(Names.versionFile(label)));
        if (tags.remove(label) != null) {
            tagsChanged = true;
        }
    }

    /// Checksums of deleted versions; their copies go too, unless another version has the same bytes.
    List<String> forgotten() {
        return forgotten;
    }

    /// Moves every file of the prompt to another id's folder.
    ///
    /// @param target the draft of the other id, which has no versions
    void moveTo(Draft target) throws IOException {
        refuseBroken(Names.STAGES, true);
        refuseBroken(Names.TAGS, true);
        for (StoredVersion version : versions.values()) {
            if (version.stamp.isPresent()) {
                String name = Names.versionFile(version.label);
                change.move(folder.resolve(name), target.folder.resolve(name));
            }
        }
        target.versions.putAll(versions);
        target.stages.putAll(stages);
        target.stagesChanged = true;
        target.tags.putAll(tags);
        target.tagsChanged = true;
        List<HistoryEntry> past = new ArrayList<>(pastEntries());
        past.addAll(target.pastEntries());
        past.sort(Comparator.comparing(HistoryEntry::at));
        past.addAll(history);
        target.movedHistory = past;
        versions.clear();
        history.clear();
        movedAway = true;
        target.movedFrom = Optional.of(this);
    }

    private List<HistoryEntry> pastEntries() throws IOException {
        Path file = folder.resolve(Names.HISTORY);
        HistoryFile past;
        try {
            past = listing.isPresent() ? listing.get().history() : HistoryFile.read(file);
        } catch (FormatException e) {
            throw Failures.in(root, file, e);
        }
        if (!past.problems().isEmpty()) {
            throw new FormatException(Failures.relative(root, file), past.problems().getFirst());
        }
        return past.entries();
    }

    /// Stages the small files.
    void finish() throws IOException {
        finishHistory();
        if (versions.isEmpty()) {
            for (String name : List.of(Names.STAGES, Names.TAGS)) {
                if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    change.delete(folder.resolve(name));
                }
            }
            if (LatestLink.read(folder).isOurs()) {
                change.delete(folder.resolve(Names.LATEST));
            }
            change.delete(Records.file(root, id));
            if (movedAway) {
                change.delete(folder.resolve(Names.HISTORY));
            }
            return;
        }
        refuseBroken(Names.TAGS, tagsAdded || tagsChanged);
        refuseBroken(Names.STAGES, stagesChanged);
        if (tagsAdded && !tagsChanged && !tags.isEmpty()) {
            change.writeAhead(folder.resolve(Names.TAGS), Pointers.writeTags(tags));
        } else if (tagsAdded || tagsChanged) {
            writeOrDelete(Names.TAGS, tags.isEmpty(), Pointers.writeTags(tags));
        }
        if (stagesChanged) {
            writeOrDelete(Names.STAGES, stages.isEmpty(), Pointers.writeStages(stages));
        }
        finishLatest();
        finishRecords();
    }

    private void finishHistory() throws IOException {
        if (!movedHistory.isEmpty() || !history.isEmpty()) {
            List<HistoryEntry> all = new ArrayList<>(movedFrom.isPresent() ? movedHistory : pastEntries());
            all.addAll(history);
            change.write(folder.resolve(Names.HISTORY), HistoryFile.write(all));
        }
    }

    private void refuseBroken(String name, boolean changed) throws FormatException {
        if (changed && broken.containsKey(name)) {
            throw new FormatException(Failures.relative(root, folder.resolve(name)), broken.get(name));
        }
    }

    private void writeOrDelete(String name, boolean empty, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!empty) {
            change.write(file, bytes);
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            change.delete(file);
        }
    }

    /// Stages a `latest.md` that leads to the newest version that is there.
    void finishLatest() {
        LatestLink latest = LatestLink.read(folder);
        versions.sequencedValues().reversed().stream()
                .filter(version -> version.stamp.isPresent())
                .map(version -> Names.versionFile(version.label))
                .findFirst()
                .filter(newest -> latest.shallChangeTo(newest))
                .ifPresent(newest -> change.link(folder.resolve(Names.LATEST), newest, latest.isText()));
    }

    /// Records what is not recorded yet: from now on it is a version that never changes.
    private void finishRecords() throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        for (StoredVersion version : versions.values()) {
            if (version.recorded.isPresent()) {
                Recorded known = version.recorded.get();
                boolean touched = version.state == StoredVersion.State.SOUND && version.stamp.isPresent();
                recorded.add(touched ? known.withStamp(version.stamp.get()) : known);
            } else if (version.state == StoredVersion.State.SOUND) {
                adopt(version).ifPresent(recorded::add);
            }
        }
        if (movedFrom.isEmpty() && recorded.equals(recordsBefore.versions())) {
            return;
        }
        Path file = Records.file(root, id);
        if (!recordsBefore.problem().isEmpty()) {
            change.writeAhead(file.resolveSibling(file.getFileName() + ".damaged"), Files.readAllBytes(file));
        }
        change.writeBehind(file, new Records(recorded, Sentence.NONE).write(id));
    }

    private Optional<Recorded> adopt(StoredVersion version) throws IOException {
        Draft source = movedFrom.orElse(this);
        Path file = source.folder.resolve(Names.versionFile(version.label));
        try {
            Stamp stamp = Stamp.of(file);
            byte[] bytes = Files.readAllBytes(file);
            if (!version.stamp.equals(Optional.of(stamp))) {
                return Optional.empty();
            }
            return Optional.of(
                    record(version.label, VersionFile.read(bytes), version.createdAt, bytes, stamp));
        } catch (FormatException | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
