package stemma.transfer.promptfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.markdown.FormatException;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.transfer.promptfile.PromptFile.Gathered;

/// `.prompt.yml`: messages, the model with its parameters, test data, and evaluators, which become metadata.
final class GitHubModels {
    private static final String EXPECTED = "expected";

    private GitHubModels() {}

    /// @throws FormatException naming the line or the field that is wrong
    static Gathered read(String text) throws FormatException {
        Gathering gathering = new Gathering("githubModels");
        Fields fields = gathering.open(Fenced.mapping(text, 0));
        Optional<String> name = fields.text("name");
        gathering.named(name);
        gathering.titled(name);
        gathering.described(fields.text("description"));
        gathering.model(fields.text("model"));
        Optional<Json.Object> parameters = fields.mapping("modelParameters");
        if (parameters.isPresent()) {
            fields.keep("modelParameters", gathering.settings(parameters.get()));
        }
        List<Message> messages = messages(fields.take("messages"));
        testData(gathering, fields);
        return gathering.content(Content.DEFAULT_SYNTAX, messages, fields.left());
    }

    private static List<Message> messages(Optional<Json> value) throws FormatException {
        if (!(value.orElse(new Json.Null()) instanceof Json.Array(List<Json> items))) {
            throw new FormatException(
                    value.isEmpty()
                            ? Sentence.of("the field \"{0}\" is missing", "messages")
                            : Sentence.of("the field \"{0}\" must be a list", "messages"));
        }
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String where = "messages[" + i + "]";
            if (!(items.get(i) instanceof Json.Object item)) {
                throw new FormatException(Sentence.of(
                        "the field \"{0}\" must have a \"role\" and a \"content\"", where));
            }
            Fields message = new Fields(where + ".", item);
            String role = message.text("role").filter(word -> !word.isEmpty())
                    .orElseThrow(() -> new FormatException(Sentence.of(
                            "the field \"{0}\" is missing", where + ".role")));
            String text = message.text("content").orElse("");
            if (!message.left().isEmpty()) {
                String unknown = message.left().members().keySet().iterator().next();
                throw new FormatException(
                        Sentence.of("the field \"{0}\" has no place in a message", where + "." + unknown));
            }
            messages.add(new Message(role, text));
        }
        return messages;
    }

    /// Test data of values with an expected text are examples; a list that holds anything else stays what it is.
    private static void testData(Gathering gathering, Fields fields) {
        Json value = fields.take("testData").orElse(new Json.Null());
        if (value instanceof Json.Array(List<Json> items) && items.stream().allMatch(GitHubModels::isExample)) {
            items.forEach(item -> gathering.example(example((Json.Object) item)));
        } else if (!(value instanceof Json.Null)) {
            fields.keep("testData", value);
        }
    }

    private static boolean isExample(Json item) {
        return item instanceof Json.Object values
                && values.get(EXPECTED).map(Json.Text.class::isInstance).orElse(true);
    }

    private static Example example(Json.Object item) {
        Map<String, Json> input = new LinkedHashMap<>(item.members());
        Json expected = input.remove(EXPECTED);
        return new Example(new Json.Object(input), expected instanceof Json.Text(String text) ? text : "");
    }
}
