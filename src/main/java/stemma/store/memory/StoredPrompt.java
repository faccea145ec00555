package stemma.store.memory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
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
import stemma.store.Query;

/// A prompt as the memory store holds it. Guarded by the store's lock.
final class StoredPrompt {
    final LinkedHashMap<VersionLabel, Version> versions = new LinkedHashMap<>();
    final SortedMap<Stage, VersionLabel> stages = new TreeMap<>();

    Version head() {
        return versions.lastEntry().getValue();
    }

    VersionInfo info(Version version) {
        SortedSet<Stage> held = new TreeSet<>();
        stages.forEach((stage, label) -> {
            if (label.equals(version.label())) {
                held.add(stage);
            }
        });
        return version.info().withStages(held);
    }

    PromptSummary summary(PromptId id) {
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

    boolean matches(PromptId id, Query query) {
        return query.idPrefix().map(id.value()::startsWith).orElse(true)
                && query.title().map(wanted -> holds(head().content().title(), wanted)).orElse(true)
                && query.text().map(wanted -> textHolds(id, wanted)).orElse(true)
                && query.stage().map(stages::containsKey).orElse(true)
                && (query.tags().isEmpty()
                        || versions.values().stream().anyMatch(v -> v.info().tags().containsAll(query.tags())))
                && versions.values().stream().anyMatch(version -> bySomebodyAt(version.info(), query));
    }

    private static boolean bySomebodyAt(VersionInfo info, Query query) {
        return query.author().map(info.author()::equals).orElse(true)
                && query.since().map(since -> !info.createdAt().isBefore(since)).orElse(true)
                && query.until().map(info.createdAt()::isBefore).orElse(true);
    }

    private boolean textHolds(PromptId id, String wanted) {
        Version head = head();
        return holds(id.value(), wanted)
                || holds(head.content().title(), wanted)
                || holds(head.content().description(), wanted)
                || head.content().messages().stream().anyMatch(message -> holds(message.text(), wanted));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    static Comparator<PromptSummary> comparator(Query.Order order) {
        Comparator<PromptSummary> comparator =
                switch (order) {
                    case ID -> Comparator.comparing(PromptSummary::id);
                    case TITLE ->
                        Comparator.comparing(summary -> summary.title().toLowerCase(Locale.ROOT));
                    case NEWEST -> Comparator.comparing(PromptSummary::changedAt).reversed();
                    case OLDEST -> Comparator.comparing(PromptSummary::changedAt);
                };
        return comparator.thenComparing(PromptSummary::id);
    }

    Optional<Version> inStage(Stage stage) {
        return Optional.ofNullable(stages.get(stage)).map(versions::get);
    }

    /// The same prompt under another id.
    StoredPrompt renamed(PromptId id) {
        StoredPrompt renamed = new StoredPrompt();
        for (Map.Entry<VersionLabel, Version> entry : versions.entrySet()) {
            Version version = entry.getValue();
            renamed.versions.put(entry.getKey(), new Version(version.info().withPrompt(id), version.content()));
        }
        renamed.stages.putAll(stages);
        return renamed;
    }
}
