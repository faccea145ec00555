package stemma.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// A prompt in memory, for stores that keep theirs there. Not safe for concurrent use.
public final class HeldPrompt {
    private final LinkedHashMap<VersionLabel, Version> versions = new LinkedHashMap<>();
    private final SortedMap<Stage, VersionLabel> stages = new TreeMap<>();

    /// The versions, the head last; may be changed. A stage that a version's own info names is shown besides those of
    /// [#stages()]: a foreign store may hold two versions that claim one.
    public LinkedHashMap<VersionLabel, Version> versions() {
        return versions;
    }

    /// Which version each stage holds; may be changed.
    public SortedMap<Stage, VersionLabel> stages() {
        return stages;
    }

    /// The version that was appended last.
    ///
    /// @throws java.util.NoSuchElementException when there is none
    public Version head() {
        return versions.sequencedValues().getLast();
    }

    /// What is known of one of its versions, with its stages.
    public VersionInfo info(Version version) {
        SortedSet<Stage> held = new TreeSet<>(version.info().stages());
        stages.forEach((stage, label) -> {
            if (label.equals(version.label())) {
                held.add(stage);
            }
        });
        return version.info().withStages(held);
    }

    /// The prompt as a list shows it.
    public PromptSummary summary(PromptId id) {
        SortedSet<String> tags = new TreeSet<>();
        versions.values().forEach(version -> tags.addAll(version.info().tags()));
        VersionInfo head = head().info();
        return new PromptSummary(
                id,
                head().content().title(),
                head.label(),
                versions.size(),
                stages,
                tags,
                head.createdAt(),
                head.author());
    }

    /// Whether a query lists it.
    public boolean matches(PromptId id, Query query) {
        return query.idPrefix().map(id.value()::startsWith).orElse(true)
                && query.title().map(wanted -> Query.holds(head().content().title(), wanted)).orElse(true)
                && query.text().map(wanted -> textHolds(id, wanted)).orElse(true)
                && query.stage().map(stages::containsKey).orElse(true)
                && (query.tags().isEmpty()
                        || versions.values().stream().anyMatch(v -> v.info().tags().containsAll(query.tags())))
                && versions.values().stream().anyMatch(version -> query.isMetBy(version.info().author(), version.info().createdAt()));
    }

    private boolean textHolds(PromptId id, String wanted) {
        Version head = head();
        return Query.holds(id.value(), wanted)
                || Query.holds(head.content().title(), wanted)
                || Query.holds(head.content().description(), wanted)
                || head.content().messages().stream().anyMatch(message -> Query.holds(message.text(), wanted));
    }

    /// The version that a stage holds.
    public Optional<Version> inStage(Stage stage) {
        return Optional.ofNullable(stages.get(stage)).map(versions::get);
    }

    /// The same prompt under another id.
    public HeldPrompt renamed(PromptId id) {
        HeldPrompt renamed = new HeldPrompt();
        for (Map.Entry<VersionLabel, Version> entry : versions.entrySet()) {
            Version version = entry.getValue();
            renamed.versions.put(entry.getKey(), new Version(version.info().withPrompt(id), version.content()));
        }
        renamed.stages.putAll(stages);
        return renamed;
    }
}
