package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.HistoryEntry;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// The history of one prompt: a JSON object on each line, the oldest first.
///
/// @param entries what could be read
/// @param problems a half sentence for each bad line
record HistoryFile(List<HistoryEntry> entries, List<Sentence> problems) {
    private static final String STAGE = "stage";
    private static final String DELETED = "deleted";
    private static final String RENAMED = "renamedTo";
    /// Stands in the place of a label when a whole prompt was deleted.
    private static final String ALL = "*";

    /// No entries when the file is not there.
    static HistoryFile read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new HistoryFile(List.of(), List.of());
        }
        return read(bytes);
    }

    static HistoryFile read(byte[] bytes) {
        String text;
        try {
            text = Bytes.text(bytes);
        } catch (FormatException e) {
            return new HistoryFile(List.of(), List.of(e.sentence()));
        }
        List<HistoryEntry> entries = new ArrayList<>();
        List<Sentence> problems = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                try {
                    entries.add(entry(Json.parseObject(lines[i])));
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.add(Sentence.of("line {0} is no history entry: {1}", i + 1, Sentence.from(e)));
                }
            }
        }
        return new HistoryFile(List.copyOf(entries), List.copyOf(problems));
    }

    static byte[] write(List<HistoryEntry> entries) {
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> out.append(json(entry).compact()).append('\n'));
        return Bytes.utf8(out.toString());
    }

    private static Json.Object json(HistoryEntry entry) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "at", entry.at().toString());
        put(members, "prompt", entry.prompt().value());
        switch (entry) {
            case StageMoved moved -> {
                put(members, STAGE, moved.stage().name());
                moved.from().ifPresent(from -> put(members, "from", from.value()));
                moved.to().ifPresent(to -> put(members, "to", to.value()));
            }
            case VersionDeleted deleted -> put(members, DELETED, deleted.label().value());
            case PromptDeleted _ -> put(members, DELETED, ALL);
            case PromptRenamed renamed -> put(members, RENAMED, renamed.renamedTo().value());
        }
        put(members, "who", entry.who());
        put(members, "why", entry.why());
        return new Json.Object(members);
    }

    private static void put(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    private static HistoryEntry entry(Json.Object json) {
        Instant at = Instant.parse(text(json, "at").orElse(""));
        String who = text(json, "who").orElse("");
        String why = text(json, "why").orElse("");
        PromptId prompt = new PromptId(text(json, "prompt").orElse(""));
        Optional<String> stage = text(json, STAGE);
        if (stage.isPresent()) {
            return new StageMoved(
                    at, who, prompt, new Stage(stage.get()), label(json, "from"), label(json, "to"), why);
        }
        Optional<String> renamed = text(json, RENAMED);
        if (renamed.isPresent()) {
            return new PromptRenamed(at, who, prompt, new PromptId(renamed.get()), why);
        }
        String deleted = text(json, DELETED)
                .orElseThrow(() -> new IllegalValueException(Sentence.of(
                        "\"{0}\", \"{1}\" or \"{2}\" is missing", STAGE, DELETED, RENAMED)));
        return deleted.equals(ALL)
                ? new PromptDeleted(at, who, prompt, why)
                : new VersionDeleted(at, who, prompt, new VersionLabel(deleted), why);
    }

    private static Optional<VersionLabel> label(Json.Object json, String name) {
        return text(json, name).map(VersionLabel::new);
    }

    private static Optional<String> text(Json.Object json, String name) {
        return json.get(name).map(value -> {
            if (value instanceof Json.Text text) {
                return text.value();
            }
            throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        });
    }
}
