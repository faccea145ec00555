package stemma.store.file;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// What Stemma remembers of a version file that it wrote, or that lay there when it first wrote to the prompt.
///
/// @param checksum of the content
/// @param hash SHA-256 of the file's bytes; a copy of them is in [Originals]
/// @param stamp of the file when it had those bytes
/// @param tags those in the file itself
record Recorded(
        VersionLabel label,
        Optional<VersionLabel> parent,
        String author,
        String message,
        Instant createdAt,
        String title,
        SortedSet<String> tags,
        String checksum,
        String hash,
        Stamp stamp) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    Json.Object toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "label", label.value());
        parent.ifPresent(value -> put(members, "parent", value.value()));
        put(members, "author", author);
        put(members, "message", message);
        put(members, "created", createdAt.toString());
        put(members, "title", title);
        put(members, "tags", String.join(",", tags));
        put(members, "checksum", checksum);
        put(members, "hash", hash);
        members.put("size", Json.Number.of(stamp.size()));
        members.put("modified", Json.Number.of(stamp.modified()));
        return new Json.Object(members);
    }

    private static void put(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    /// @throws IllegalArgumentException when a member is missing or wrong
    static Recorded fromJson(Json.Object json) {
        String hash = text(json, "hash");
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalValueException(Sentence.of("\"hash\" is no SHA-256"));
        }
        return new Recorded(
                new VersionLabel(text(json, "label")),
                Optional.of(text(json, "parent")).filter(parent -> !parent.isEmpty()).map(VersionLabel::new),
                text(json, "author"),
                text(json, "message"),
                Instant.parse(text(json, "created")),
                text(json, "title"),
                tags(text(json, "tags")),
                text(json, "checksum"),
                hash,
                new Stamp(number(json, "size"), number(json, "modified")));
    }

    private static SortedSet<String> tags(String joined) {
        Collection<String> tags = joined.isEmpty() ? List.of() : List.of(joined.split(","));
        return new TreeSet<>(tags);
    }

    private static String text(Json.Object json, String name) {
        return json.get(name).orElse(null) instanceof Json.Text text ? text.value() : "";
    }

    private static long number(Json.Object json, String name) {
        return json.get(name).orElse(null) instanceof Json.Number number ? Long.parseLong(number.value()) : 0;
    }

    Recorded withStamp(Stamp newStamp) {
        return new Recorded(
                label, parent, author, message, createdAt, title, tags, checksum, hash, newStamp);
    }
}
