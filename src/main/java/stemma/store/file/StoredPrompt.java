package stemma.store.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.Query;

/// A prompt as the index knows it: everything but the contents of its versions. Immutable.
///
/// @param versions in the order in which they were appended, at least one
/// @param stages which version each stage holds; only versions that are there
/// @param tags by label, where they are set; a version without an entry has the tags in its file
/// @param lostStages what is wrong with the file of stages, so that a stage that seems empty may not be
/// @param brokenStages whether something in the file of stages could not be read and would be lost by writing it
/// @param lostTags what is wrong with the file of tags; empty when nothing is
/// @param problems everything that is wrong with the prompt's files
record StoredPrompt(
        PromptId id,
        Listing listing,
        Records records,
        SequencedMap<VersionLabel, StoredVersion> versions,
        SortedMap<Stage, VersionLabel> stages,
        Map<VersionLabel, SortedSet<String>> tags,
        Optional<Sentence> lostStages,
        boolean brokenStages,
        Optional<Sentence> lostTags,
        List<Health.Problem> problems) {

    StoredPrompt {
        versions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(versions));
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
        tags = Map.copyOf(tags);
        problems = List.copyOf(problems);
    }

    StoredVersion head() {
        return versions.lastEntry().getValue();
    }

    SortedSet<String> tags(StoredVersion version) {
        return tags.getOrDefault(version.label, version.tags);
    }

    /// @param checksum of the version's content
    VersionInfo info(StoredVersion version, String checksum) {
        SortedSet<Stage> held = new TreeSet<>();
        stages.forEach((stage, label) -> {
            if (label.equals(version.label)) {
                held.add(stage);
            }
        });
        return new VersionInfo(
                id,
                version.label,
                version.parent,
                checksum,
                version.author,
                version.message,
                version.createdAt,
                tags(version),
                held);
    }

    PromptSummary summary() {
        SortedSet<String> all = new TreeSet<>();
        versions.values().forEach(version -> all.addAll(tags(version)));
        StoredVersion head = head();
        return new PromptSummary(
                id, head.title, head.label, versions.size(), stages, all, head.createdAt, head.author);
    }

    /// Whether every condition but that on the text holds.
    boolean matches(Query query) {
        return query.idPrefix().map(id.value()::startsWith).orElse(true)
                && query.title().map(wanted -> Query.holds(head().title, wanted)).orElse(true)
                && query.stage().map(stages::containsKey).orElse(true)
                && (query.tags().isEmpty()
                        || versions.values().stream().anyMatch(v -> tags(v).containsAll(query.tags())))
                && versions.values().stream().anyMatch(version -> query.isMetBy(version.author, version.createdAt));
    }
}
