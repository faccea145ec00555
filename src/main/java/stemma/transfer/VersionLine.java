package stemma.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// A version as one line of a JSON Lines file tells it: `prompt`, `version`, optionally `createdAt`, `author`,
/// `message`, `tags`, `stages`, `parent`, and the members of a content (`content` or `messages`, `title`, …).
///
/// @param parent is read to be compared with what the version is put on; it is not written, for the order of the lines
///     says it
/// @param unknown members that mean nothing here
record VersionLine(
        PromptId prompt,
        VersionLabel label,
        Optional<VersionLabel> parent,
        Content content,
        String author,
        String message,
        Optional<Instant> createdAt,
        SortedSet<String> tags,
        SortedSet<Stage> stages,
        Set<String> unknown) {

    private static final Set<String> KNOWN = Set.of(
            "prompt", "version", "createdAt", "author", "message", "tags", "stages", "parent", "title", "description",
            "syntax", "content", "messages", "variables", "examples", "config", "metadata");

    /// @throws IllegalArgumentException naming the member that is missing, of the wrong type or out of its rules
    static VersionLine read(Json.Object line) {
        Set<String> unknown = new TreeSet<>(line.members().keySet());
        unknown.removeAll(KNOWN);
        return new VersionLine(
                new PromptId(required(line, "prompt")),
                label(line, "version").orElseThrow(() -> missing("version")),
                label(line, "parent"),
                Content.fromJson(line),
                text(line, "author").orElse(""),
                text(line, "message").orElse(""),
                text(line, "createdAt").map(VersionLine::instant),
                Tags.of(texts(line, "tags")),
                stages(texts(line, "stages")),
                unknown);
    }

    static Json.Object write(Version version) {
        VersionInfo info = version.info();
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("prompt", new Json.Text(info.prompt().value()));
        members.put("version", new Json.Text(info.label().value()));
        members.put("createdAt", new Json.Text(info.createdAt().toString()));
        putText(members, "author", info.author());
        putText(members, "message", info.message());
        putTexts(members, "tags", info.tags());
        putTexts(members, "stages", info.stages().stream().map(Stage::name).toList());
        members.putAll(version.content().toJson().members());
        return new Json.Object(members);
    }

    private static void putText(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    private static void putTexts(Map<String, Json> members, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            members.put(name, new Json.Array(values.stream().<Json>map(Json.Text::new).toList()));
        }
    }

    private static SortedSet<Stage> stages(List<String> names) {
        SortedSet<Stage> stages = new TreeSet<>();
        for (String name : names) {
            if (!name.equals(Stage.NONE)) {
                stages.add(new Stage(name));
            }
        }
        return stages;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalValueException(Sentence.of(
                    "\"createdAt\" must be a time such as 2026-03-01T09:30:00Z or 2026-03-01T10:30:00+01:00"), e);
        }
    }

    /// Programs that count their versions write a number.
    private static Optional<VersionLabel> label(Json.Object line, String name) {
        return switch (line.get(name).orElse(new Json.Null())) {
            case Json.Text text -> Optional.of(new VersionLabel(text.value()));
            case Json.Number number -> Optional.of(new VersionLabel(number.value()));
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        };
    }

    private static String required(Json.Object line, String name) {
        return text(line, name).orElseThrow(() -> missing(name));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalValueException(Sentence.of("\"{0}\" is missing", name));
    }

    private static Optional<String> text(Json.Object line, String name) {
        return switch (line.get(name).orElse(new Json.Null())) {
            case Json.Text text -> Optional.of(whole(name, text.value()));
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        };
    }

    private static String whole(String name, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalValueException(Sentence.of(
                    "\"{0}\" has half of a character (an unpaired surrogate)", name));
        }
        return text;
    }

    private static List<String> texts(Json.Object line, String name) {
        List<String> texts = new ArrayList<>();
        switch (line.get(name).orElse(new Json.Null())) {
            case Json.Null _ -> {}
            case Json.Array array -> {
                for (Json item : array.items()) {
                    if (!(item instanceof Json.Text text)) {
                        throw new IllegalValueException(Sentence.of("\"{0}\" must be a list of texts", name));
                    }
                    texts.add(text.value());
                }
            }
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be a list of texts", name));
        }
        return texts;
    }
}
