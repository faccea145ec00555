package stemma.transfer.promptfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;
import stemma.transfer.promptfile.PromptFile.Gathered;

/// Gathers a content from a file's fields. What Stemma has no field for becomes metadata under the format's name. Not
/// safe for concurrent use.
final class Gathering {
    /// Names of fields whose text is a secret unless it only says where the secret is.
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(?:api[_-]?key|password|secret|credential|(?:access|auth|bearer)[_-]?token)|token");
    /// Fields that describe or hold values of a caller; a variable may well be called `password`.
    private static final Set<String> OF_CALLERS =
            Set.of("inputs", "outputs", "input", "output", "sample", "testData", "messages", "evaluators");

    private final String key;
    private final List<Sentence> notes = new ArrayList<>();
    private final Map<String, Json> config = new LinkedHashMap<>();
    private final Map<String, Json> metadata = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private String title = "";
    private String description = "";

    /// @param key what the rest of the file is called in the metadata
    Gathering(String key) {
        this.key = key;
    }

    /// A file's fields without secrets that are written out in them.
    Fields open(Json.Object front) {
        Map<String, Json> clean = new LinkedHashMap<>();
        front.members().forEach((field, value) ->
                clean.put(field, OF_CALLERS.contains(field) ? value : withoutSecrets(field, value)));
        return new Fields("", new Json.Object(clean));
    }

    private Json withoutSecrets(String path, Json value) {
        return switch (value) {
            case Json.Object object -> {
                Map<String, Json> clean = new LinkedHashMap<>();
                object.members().forEach((field, member) -> {
                    if (SECRET.matcher(field).matches() && isWrittenOut(member)) {
                        note(Sentence.of(
                                "\"{0}.{1}\" was left out: a secret does not belong in a prompt.", path, field));
                    } else {
                        clean.put(field, withoutSecrets(path + "." + field, member));
                    }
                });
                yield new Json.Object(clean);
            }
            case Json.Array(List<Json> items) ->
                new Json.Array(items.stream().map(item -> withoutSecrets(path, item)).toList());
            default -> value;
        };
    }

    /// `${env:NAME}` names a secret and is none.
    private static boolean isWrittenOut(Json value) {
        return value instanceof Json.Text(String text) && !text.isBlank() && !text.strip().startsWith("${");
    }

    void named(Optional<String> newName) {
        name = newName;
    }

    void titled(Optional<String> newTitle) {
        title = newTitle.orElse("");
    }

    void described(Optional<String> newDescription) {
        description = newDescription.orElse("");
    }

    void note(Sentence sentence) {
        notes.add(sentence);
    }

    void variable(Variable variable) {
        variables.add(variable);
    }

    void example(Example example) {
        examples.add(example);
    }

    /// The model's name.
    void model(Optional<String> model) {
        model.ifPresent(id -> config.put("model", new Json.Text(id)));
    }

    /// The model's settings.
    ///
    /// @return those whose names are taken
    Json.Object settings(Json.Object settings) {
        return putNew(settings, config);
    }

    /// Metadata of the author's own.
    ///
    /// @return what would stand where the rest of the file goes
    Json.Object own(Json.Object own) {
        Map<String, Json> mine = new LinkedHashMap<>(own.members());
        Json taken = mine.remove(key);
        putNew(new Json.Object(mine), metadata);
        return taken == null ? Json.Object.EMPTY : new Json.Object(Map.of(key, taken));
    }

    private static Json.Object putNew(Json.Object from, Map<String, Json> to) {
        Map<String, Json> left = new LinkedHashMap<>();
        from.members().forEach((field, value) -> {
            if (to.putIfAbsent(field, value) != null) {
                left.put(field, value);
            }
        });
        return new Json.Object(left);
    }

    /// @param rest what nobody took
    /// @throws IllegalArgumentException when a value breaks a rule of contents
    Gathered content(String syntax, List<Message> messages, Json.Object rest) {
        if (!rest.isEmpty()) {
            metadata.put(key, rest);
        }
        return new Gathered(
                new Content(
                        title,
                        description,
                        syntax,
                        messages,
                        variables,
                        examples,
                        new Json.Object(config),
                        new Json.Object(metadata)),
                name,
                notes);
    }
}
