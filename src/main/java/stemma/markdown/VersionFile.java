package stemma.markdown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Tags;
import stemma.prompt.VersionLabel;

/// What one version file tells: a Markdown file with optional front matter. Without front matter the whole file is the
/// text of a plain prompt, and nothing else is known.
///
/// @param parent the version it was made from, where the file says so
/// @param createdAt when it was saved, where the file says so
/// @param tags tags that an author wrote by hand; Stemma keeps its own elsewhere, since a version file never changes
public record VersionFile(
        Optional<VersionLabel> parent,
        String author,
        String message,
        Optional<Instant> createdAt,
        SortedSet<String> tags,
        Content content) {

    /// What an empty file tells.
    public static final VersionFile EMPTY = bare("");

    private static final String CHAT = "chat";

    /// What the front matter may hold; any other key is read as metadata.
    public static final Set<String> KEYS = Set.of(
            "title", "author", "message", "created", "parent", "tags", "description", "syntax", "kind", "variables",
            "examples", "config", "metadata");

    /// The file, checked.
    ///
    /// @throws FormatException when it would not be read as what was written
    public byte[] writeWhole() throws FormatException {
        byte[] bytes = write();
        if (!read(bytes).equals(this)) {
            throw new FormatException(Sentence.of("a value in it cannot be written so that it is read back unchanged"));
        }
        return bytes;
    }

    /// The file, which [#read] reads.
    public byte[] write() {
        Map<String, Json> fields = content.toJson().members();
        Map<String, Json> front = new LinkedHashMap<>();
        copy(fields, front, "title");
        putText(front, "author", author);
        putText(front, "message", message);
        createdAt.ifPresent(time -> putText(front, "created", time.toString()));
        parent.ifPresent(label -> putText(front, "parent", label.value()));
        copy(fields, front, "description");
        copy(fields, front, "syntax");
        if (!content.isPlain()) {
            putText(front, "kind", CHAT);
        }
        copy(fields, front, "variables");
        copy(fields, front, "examples");
        copy(fields, front, "config");
        copy(fields, front, "metadata");
        String body = content.isPlain()
                ? content.messages().getFirst().text()
                : ChatBody.write(content.messages());
        return Bytes.utf8("---\n" + YamlWriter.write(front) + "---\n" + body);
    }

    private static void copy(Map<String, Json> from, Map<String, Json> to, String name) {
        Json value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }

    private static void putText(Map<String, Json> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new Json.Text(text));
        }
    }

    /// The text alone, where a reader of it misses nothing but parent and time; empty where it would.
    ///
    /// @throws FormatException when the text cannot be read back
    public Optional<byte[]> bare() throws FormatException {
        boolean only = author.isEmpty()
                && message.isEmpty()
                && tags.isEmpty()
                && content.isPlain()
                && content.equals(Content.plain(content.messages().getFirst().text()));
        if (!only) {
            return Optional.empty();
        }
        byte[] bytes = Bytes.utf8(content.messages().getFirst().text());
        return isBare(bytes) && read(bytes).content().equals(content) ? Optional.of(bytes) : Optional.empty();
    }

    /// Whether a file has no front matter.
    public static boolean isBare(byte[] bytes) {
        try {
            return FrontMatter.split(Bytes.text(bytes)).isEmpty();
        } catch (FormatException e) {
            return false;
        }
    }

    /// @throws FormatException saying what is wrong, without the file's name
    public static VersionFile read(byte[] bytes) throws FormatException {
        String text = Bytes.text(bytes);
        Optional<FrontMatter> split = FrontMatter.split(text);
        if (split.isPresent()) {
            Json front;
            try {
                front = YamlReader.read("\n" + split.get().yaml());
            } catch (FormatException e) {
                throw new FormatException(Sentence.of("its front matter is broken: {0}", e.sentence()));
            }
            if (front instanceof Json.Object object) {
                return read(object, split.get().body());
            }
            if (front instanceof Json.Null) {
                return read(Json.Object.EMPTY, split.get().body());
            }
        }
        return bare(text);
    }

    private static VersionFile bare(String text) {
        return new VersionFile(
                Optional.empty(), "", "", Optional.empty(), new TreeSet<>(), Content.plain(text));
    }

    private static VersionFile read(Json.Object front, String body) throws FormatException {
        try {
            return new VersionFile(
                    text(front, "parent").map(VersionLabel::new),
                    text(front, "author").orElse(""),
                    text(front, "message").orElse(""),
                    text(front, "created").map(VersionFile::time),
                    tags(front),
                    content(front, body));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(Sentence.of("its front matter is wrong: {0}", Sentence.from(e)));
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T"))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return time(text, e);
        }
    }

    private static Instant time(String text, DateTimeException otherwise) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            try {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException noDate) {
                throw otherwise;
            }
        }
    }

    /// A list, or words between commas.
    private static SortedSet<String> tags(Json.Object front) {
        List<String> tags = new ArrayList<>();
        if (front.get("tags").orElse(new Json.Null()) instanceof Json.Array array) {
            array.items().forEach(item -> tags.add(scalar("tags", item).orElse("")));
        } else {
            tags.addAll(List.of(text(front, "tags").orElse("").split(",")));
        }
        return Tags.of(tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList());
    }

    private static Content content(Json.Object front, String body) throws FormatException {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (String name : List.of("title", "description", "syntax")) {
            text(front, name).ifPresent(text -> putText(fields, name, text));
        }
        front.get("variables").ifPresent(value -> fields.put("variables", variables(value)));
        front.get("examples").ifPresent(value -> fields.put("examples", withTexts(value, "output")));
        copy(front.members(), fields, "config");
        fields.put("metadata", metadata(front));
        Optional<String> kind = text(front, "kind");
        boolean chat = kind.isPresent() && kind.get().equals(CHAT);
        if (kind.isPresent() && !chat && !kind.get().equals("plain")) {
            throw new IllegalValueException(Sentence.of("\"kind\" must be \"plain\" or \"chat\""));
        }
        fields.put("content", new Json.Text(chat ? "" : body));
        Content plain = Content.fromJson(new Json.Object(fields));
        List<Message> messages = chat ? ChatBody.read(body) : plain.messages();
        return plain.withMessages(messages);
    }

    private static Json metadata(Json.Object front) {
        Json declared = front.get("metadata").orElse(new Json.Null());
        Map<String, Json> unknown = new LinkedHashMap<>(front.members());
        unknown.keySet().removeAll(KEYS);
        if (unknown.isEmpty() || !(declared instanceof Json.Null || declared instanceof Json.Object)) {
            return declared;
        }
        if (declared instanceof Json.Object object) {
            unknown.putAll(object.members());
        }
        return new Json.Object(unknown);
    }

    /// A list of variables; a variable of which only the name is known may be a bare word.
    private static Json variables(Json value) {
        if (!(value instanceof Json.Array array)) {
            return value;
        }
        List<Json> variables = new ArrayList<>();
        for (Json item : array.items()) {
            variables.add(
                    item instanceof Json.Text name ? new Json.Object(Map.of("name", name)) : item);
        }
        return withTexts(new Json.Array(variables), "name", "type", "description");
    }

    /// The same list of objects, with numbers and truth values as text where text is wanted.
    private static Json withTexts(Json value, String... names) {
        if (!(value instanceof Json.Array array)) {
            return value;
        }
        List<Json> items = new ArrayList<>();
        for (Json item : array.items()) {
            if (item instanceof Json.Object object) {
                Map<String, Json> members = new LinkedHashMap<>(object.members());
                for (String name : names) {
                    members.computeIfPresent(
                            name,
                            (_, member) -> scalar(name, member).<Json>map(Json.Text::new).orElse(new Json.Null()));
                }
                items.add(new Json.Object(members));
            } else {
                items.add(item);
            }
        }
        return new Json.Array(items);
    }

    private static Optional<String> text(Json.Object object, String name) {
        return object.get(name).flatMap(value -> scalar(name, value));
    }

    /// A single value as it was written.
    private static Optional<String> scalar(String name, Json value) {
        return switch (value) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Number number -> Optional.of(number.value());
            case Json.Bool bool -> Optional.of(Boolean.toString(bool.value()));
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        };
    }
}
