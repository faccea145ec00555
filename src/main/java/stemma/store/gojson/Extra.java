package stemma.store.gojson;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What Stemma knows of a version and the other program has no place for: one JSON text under the metadata key [#KEY],
/// which the other program carries along unread. Text, because a Go program that reads an object and writes it again
/// changes its numbers and the order of its members.
///
/// Members, all but `of` left out when empty: `of` (the label it was written for: author, message and parent do not
/// hold for a version that the other program copied from this one), `author`, `message`, `parent`, `place` (the time
/// by which it is ordered where that is not its own), `roles` (of the messages), `checksum` of the content, and `content` (members of
/// [Content#toJson()] that differ from what the other program's fields say; null for one that is not there).
///
/// @param json the members
public record Extra(Json.Object json) {
    /// The metadata key.
    public static final String KEY = "stemma";

    private static final String OF = "of";

    /// No such text.
    public static final Extra NONE = new Extra(Json.Object.EMPTY);

    /// Reads a metadata value; empty when it is something else that happens to have the same key.
    public static Optional<Extra> read(Json value) {
        if (value instanceof Json.Text text) {
            try {
                Json.Object json = Json.parseObject(text.value());
                if (json.get(OF).orElse(new Json.Null()) instanceof Json.Text) {
                    return Optional.of(new Extra(json));
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// What must be kept besides the other program's fields.
    ///
    /// @param place the time by which it is ordered, when that is not its own
    /// @param roles of the messages, where the other program's fields do not tell them
    /// @param bare the content as the other program's fields alone tell it
    /// @param wanted the content to be held
    public static Extra of(
            VersionLabel label,
            String author,
            String message,
            Optional<VersionLabel> parent,
            Optional<Instant> place,
            Optional<Json> roles,
            Content bare,
            Content wanted) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "author", author);
        put(members, "message", message);
        put(members, "parent", parent.map(VersionLabel::value).orElse(""));
        put(members, "place", place.map(Instant::toString).orElse(""));
        roles.ifPresent(value -> members.put("roles", value));
        Json.Object difference = difference(bare.toJson(), wanted.toJson());
        if (!difference.isEmpty()) {
            members.put("content", difference);
        }
        if (members.isEmpty()) {
            return NONE;
        }
        put(members, OF, label.value());
        put(members, "checksum", wanted.checksum());
        return new Extra(new Json.Object(members));
    }

    /// Refuses what no program of this kind can hold.
    ///
    /// @param program its name, for the message
    /// @throws StoreException.Invalid when the metadata has a value under [#KEY] or the time has no year of four digits
    public static void checkHolds(StoreUri store, String program, Content content, Instant at) {
        if (content.metadata().get(KEY).isPresent()) {
            throw new StoreException.Invalid(
                    store, Sentence.of("the metadata key \"{0}\" is kept for what {1} has no field for.", KEY, program));
        }
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new StoreException.Invalid(store, Sentence.of("the year {0} is not between 1 and 9999.", year));
        }
    }

    private static void put(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    private static Json.Object difference(Json.Object bare, Json.Object wanted) {
        Map<String, Json> members = new LinkedHashMap<>();
        wanted.members().forEach((name, value) -> {
            if (!bare.get(name).equals(Optional.of(value))) {
                members.put(name, value);
            }
        });
        bare.members().keySet().stream()
                .filter(name -> wanted.get(name).isEmpty())
                .forEach(name -> members.put(name, new Json.Null()));
        return new Json.Object(members);
    }

    /// The metadata value; empty for [#NONE].
    public Optional<Json> toJson() {
        return json.isEmpty() ? Optional.empty() : Optional.of(new Json.Text(json.compact()));
    }

    /// The content that the other program's fields and this one tell together.
    ///
    /// @throws IllegalArgumentException when they do not fit together
    public Content over(Content bare) {
        Json.Object own = GoJson.object(json, "content");
        if (own.isEmpty()) {
            return bare;
        }
        Map<String, Json> members = new LinkedHashMap<>(bare.toJson().members());
        own.members().forEach((name, value) -> {
            if (value instanceof Json.Null) {
                members.remove(name);
            } else {
                members.put(name, value);
            }
        });
        return Content.fromJson(new Json.Object(members));
    }

    /// The roles of the messages, where the other program's fields do not tell them.
    public Optional<Json> roles() {
        return json.get("roles");
    }

    /// The author, if this was written for that version.
    public Optional<String> author(VersionLabel label) {
        return own(label, "author");
    }

    /// The message, if this was written for that version.
    public Optional<String> message(VersionLabel label) {
        return own(label, "message");
    }

    /// The parent, if this was written for that version.
    public Optional<VersionLabel> parent(VersionLabel label) {
        return own(label, "parent").filter(VersionLabel::isValid).map(VersionLabel::new);
    }

    /// The checksum that the content had when this was written for that version.
    public Optional<String> checksum(VersionLabel label) {
        return own(label, "checksum");
    }

    /// The time by which the version is ordered, where it is not its own.
    public Optional<Instant> place(VersionLabel label) {
        try {
            return own(label, "place").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Whether this was written for that version, not for one it was copied from.
    public boolean isOf(VersionLabel label) {
        return GoJson.text(json, OF).equals(label.value());
    }

    private Optional<String> own(VersionLabel label, String name) {
        return isOf(label) && json.get(name).orElse(new Json.Null()) instanceof Json.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
