package stemma.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.HistoryEntry;
import stemma.prompt.Json;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// The JSON forms of what commands print. Every member that is named in `docs/command-line.md` is always there, `null`
/// where there is nothing; later versions may add members.
final class Forms {
    private Forms() {}

    static Json.Object of(PromptSummary summary) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("prompt", text(summary.id().value()));
        members.put("title", text(summary.title()));
        members.put("version", text(summary.head().value()));
        members.put("versions", Json.Number.of(summary.versionCount()));
        Map<String, Json> stages = new LinkedHashMap<>();
        summary.stages().forEach((stage, label) -> stages.put(stage.name(), text(label.value())));
        members.put("stages", new Json.Object(stages));
        members.put("tags", texts(summary.tags()));
        members.put("changedAt", text(summary.changedAt().toString()));
        members.put("author", text(summary.author()));
        return new Json.Object(members);
    }

    static Json.Object of(VersionInfo info) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("prompt", text(info.prompt().value()));
        members.put("version", text(info.label().value()));
        members.put("parent", label(info.parent()));
        members.put("createdAt", text(info.createdAt().toString()));
        members.put("author", text(info.author()));
        members.put("message", text(info.message()));
        members.put("tags", texts(info.tags()));
        members.put("stages", texts(info.stages().stream().map(Stage::name).toList()));
        members.put("checksum", text(info.checksum()));
        return new Json.Object(members);
    }

    /// A version with the members of its content.
    static Json.Object of(Version version) {
        Map<String, Json> members = new LinkedHashMap<>(of(version.info()).members());
        members.putAll(version.content().toJson().members());
        return new Json.Object(members);
    }

    static Json.Object of(HistoryEntry entry) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", text(type(entry)));
        members.put("at", text(entry.at().toString()));
        members.put("who", text(entry.who()));
        members.put("prompt", text(entry.prompt().value()));
        switch (entry) {
            case HistoryEntry.StageMoved moved -> {
                members.put("stage", text(moved.stage().name()));
                members.put("from", label(moved.from()));
                members.put("to", label(moved.to()));
            }
            case HistoryEntry.VersionDeleted deleted -> members.put("version", text(deleted.label().value()));
            case HistoryEntry.PromptRenamed renamed -> members.put("renamedTo", text(renamed.renamedTo().value()));
            case HistoryEntry.PromptDeleted _ -> {}
        }
        members.put("why", text(entry.why()));
        return new Json.Object(members);
    }

    private static String type(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.StageMoved _ -> "stageMoved";
            case HistoryEntry.VersionDeleted _ -> "versionDeleted";
            case HistoryEntry.PromptDeleted _ -> "promptDeleted";
            case HistoryEntry.PromptRenamed _ -> "promptRenamed";
        };
    }

    static Json label(Optional<VersionLabel> label) {
        return label.<Json>map(value -> text(value.value())).orElse(new Json.Null());
    }

    static Json text(String text) {
        return new Json.Text(text);
    }

    static Json texts(Collection<String> texts) {
        return array(texts.stream().map(Forms::text).toList());
    }

    static Json array(List<? extends Json> items) {
        return new Json.Array(List.copyOf(items));
    }

    /// An object of pairs of a name and a value.
    static Json.Object object(Object... pairs) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], (Json) pairs[i + 1]);
        }
        return new Json.Object(members);
    }
}
