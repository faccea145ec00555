package stemma.store.gojson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.Untold;

/// Gathers what a file says and a prompt or version has no place for. Not safe for concurrent use.
public final class Leftovers {
    private final Optional<PromptId> prompt;
    private final Optional<VersionLabel> version;
    private final String where;
    private final List<Untold> found = new ArrayList<>();

    /// @param where the file
    public Leftovers(Optional<PromptId> prompt, Optional<VersionLabel> version, String where) {
        this.prompt = prompt;
        this.version = version;
        this.where = where;
    }

    /// Members of a struct that are none of its fields.
    ///
    /// @param within the names that lead to it, each with a dot behind it
    public void unknown(Json.Object json, Collection<String> fields, String within) {
        GoJson.unknown(json, fields).forEach(name -> other(Sentence.of("the field \"{0}\"", within + name)));
    }

    /// The time of a version and that of its last change, which Stemma takes to be the same.
    public void times(Json.Object json, String created, String changed) {
        String text = GoJson.field(json, created).isPresent() ? GoJson.text(json, created) : "";
        if (!text.isEmpty() && !GoJson.isWholeTime(text)) {
            add(Untold.Kind.TIME, Sentence.of("the time as it is written, {0}", text));
        }
        GoJson.field(json, changed).ifPresent(value -> {
            if (!isSameTime(json, created, changed)) {
                String last = value instanceof Json.Text time ? time.value() : value.compact();
                add(Untold.Kind.TIME, Sentence.of("the time of its last change, {0}", last));
            }
        });
    }

    private static boolean isSameTime(Json.Object json, String created, String changed) {
        try {
            Instant last = GoJson.time(json, changed);
            return last.equals(GoJson.NO_TIME) || last.equals(GoJson.time(json, created));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// @param what its name
    public void other(Sentence what) {
        add(Untold.Kind.OTHER, what);
    }

    private void add(Untold.Kind kind, Sentence what) {
        found.add(new Untold(kind, prompt, version, where, what));
    }

    public List<Untold> found() {
        return List.copyOf(found);
    }
}
