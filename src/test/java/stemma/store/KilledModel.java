package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// What a store must hold after the writes of the kill test. One is made from acts, another one is read from the store,
/// and both are compared as text, so that a difference can be seen.
final class KilledModel {
    private final SortedMap<PromptId, Prompt> prompts = new TreeMap<>();
    private final SortedMap<PromptId, List<HistoryEntry>> history = new TreeMap<>();

    private record Held(String checksum, Optional<VersionLabel> parent, KilledAct.Append by, SortedSet<String> tags) {}

    private static final class Prompt {
        private final Map<VersionLabel, Held> versions = new LinkedHashMap<>();
        private final SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
    }

    KilledModel copy() {
        KilledModel copy = new KilledModel();
        prompts.forEach((id, prompt) -> {
            Prompt same = new Prompt();
            same.versions.putAll(prompt.versions);
            same.stages.putAll(prompt.stages);
            copy.prompts.put(id, same);
        });
        history.forEach((id, entries) -> copy.history.put(id, new ArrayList<>(entries)));
        return copy;
    }

    int versionCount() {
        return prompts.values().stream().mapToInt(prompt -> prompt.versions.size()).sum();
    }

    void apply(KilledAct act) {
        PromptId id = act.prompt();
        switch (act) {
            case KilledAct.Append append ->
                prompts.computeIfAbsent(id, _ -> new Prompt())
                        .versions
                        .put(
                                append.label(),
                                new Held(append.content().checksum(), append.base(), append, append.tags()));
            case KilledAct.Promote promote -> {
                promote.to()
                        .ifPresentOrElse(
                                label -> prompts.get(id).stages.put(promote.stage(), label),
                                () -> prompts.get(id).stages.remove(promote.stage()));
                record(id, moved(act, promote.stage(), promote.from(), promote.to()));
            }
            case KilledAct.Tag tag ->
                prompts.get(id)
                        .versions
                        .computeIfPresent(
                                tag.label(),
                                (_, held) -> new Held(held.checksum, held.parent, held.by, tag.tags()));
            case KilledAct.DeleteVersion delete -> deleteVersion(delete);
            case KilledAct.DeletePrompt _ -> {
                prompts.remove(id);
                record(id, new PromptDeleted(act.time(), "writer", id, act.act().why()));
            }
            case KilledAct.Rename rename -> rename(rename);
        }
    }

    private void deleteVersion(KilledAct.DeleteVersion act) {
        PromptId id = act.prompt();
        Prompt prompt = prompts.get(id);
        for (Stage stage : List.copyOf(prompt.stages.keySet())) {
            if (prompt.stages.get(stage).equals(act.label())) {
                prompt.stages.remove(stage);
                record(id, moved(act, stage, Optional.of(act.label()), Optional.empty()));
            }
        }
        record(id, new VersionDeleted(act.time(), "writer", id, act.label(), act.act().why()));
        prompt.versions.remove(act.label());
        if (prompt.versions.isEmpty()) {
            prompts.remove(id);
        }
    }

    private void rename(KilledAct.Rename act) {
        PromptId newId = act.newId();
        prompts.put(newId, prompts.remove(act.prompt()));
        List<HistoryEntry> entries = history.remove(act.prompt());
        if (entries != null) {
            history.computeIfAbsent(newId, _ -> new ArrayList<>()).addAll(entries);
        }
        record(newId, new PromptRenamed(act.time(), "writer", act.prompt(), newId, act.act().why()));
    }

    private static StageMoved moved(
            KilledAct act, Stage stage, Optional<VersionLabel> from, Optional<VersionLabel> to) {
        return new StageMoved(act.time(), "writer", act.prompt(), stage, from, to, act.act().why());
    }

    private void record(PromptId foundBy, HistoryEntry entry) {
        history.computeIfAbsent(foundBy, _ -> new ArrayList<>()).add(entry);
    }

    /// Everything that should be there in a store that can do that, a line each.
    List<String> lines(Set<Capability> capabilities) {
        List<String> lines = new ArrayList<>();
        prompts.forEach((id, prompt) -> {
            lines.add(id + " stages " + prompt.stages);
            int place = 0;
            for (Map.Entry<VersionLabel, Held> entry : prompt.versions.entrySet()) {
                Held held = entry.getValue();
                lines.add(id + " " + ++place + ". " + entry.getKey() + " on " + held.parent + " " + held.tags + " "
                        + held.checksum + " " + held.by.version().message() + " " + held.by.time());
            }
        });
        if (capabilities.contains(Capability.HISTORY)) {
            history.forEach((id, entries) -> lines.addAll(lines(id, entries)));
        }
        return lines;
    }

    private static List<String> lines(PromptId id, List<HistoryEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::toString))
                .map(entry -> id + " history " + entry)
                .toList();
    }

    /// Everything that is there, in the same form. Each content is read, and its checksum computed anew.
    List<String> linesOf(Store store) {
        List<String> lines = new ArrayList<>();
        Set<PromptId> ids = new TreeSet<>(history.keySet());
        for (PromptSummary summary : store.list(Query.all().withPage(0, 1000)).items()) {
            PromptId id = summary.id();
            ids.add(id);
            lines.add(id + " stages " + summary.stages());
            List<VersionInfo> versions = store.versions(id).reversed();
            assertThat(summary.versionCount()).isEqualTo(versions.size());
            assertThat(summary.head()).isEqualTo(versions.getLast().label());
            int place = 0;
            for (VersionInfo info : versions) {
                Version version = store.get(id, info.label());
                assertThat(version.info()).isEqualTo(info);
                lines.add(id + " " + ++place + ". " + info.label() + " on " + info.parent() + " " + info.tags() + " "
                        + version.content().checksum() + " " + info.message() + " " + info.createdAt());
            }
        }
        if (store.can(Capability.HISTORY)) {
            for (PromptId id : ids) {
                lines.addAll(lines(id, told(store, id)));
            }
        }
        return lines;
    }

    /// Without the moves that a store may record when a prompt with stages is deleted.
    private static List<HistoryEntry> told(Store store, PromptId id) {
        List<HistoryEntry> entries = store.history(Optional.of(id), 0, 1_000_000).items();
        Set<Object> deleted = entries.stream()
                .filter(PromptDeleted.class::isInstance)
                .map(HistoryEntry::at)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !(entry instanceof StageMoved && deleted.contains(entry.at())))
                .toList();
    }
}
