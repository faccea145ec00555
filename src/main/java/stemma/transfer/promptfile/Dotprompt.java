package stemma.transfer.promptfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.markdown.FormatException;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.transfer.promptfile.PromptFile.Gathered;

/// `.prompt`: lines of a licence, front matter, and a Handlebars template whose `{{role "…"}}` begin messages.
final class Dotprompt {
    private static final Pattern ROLE = Pattern.compile("\\s*role\\s+(?:\"([^\"]*+)\"|'([^']*+)')\\s*");
    private static final Pattern ANY_ROLE = Pattern.compile("\\s*role\\s.*", Pattern.DOTALL);

    private Dotprompt() {}

    /// @throws FormatException naming the line or the field that is wrong
    static Gathered read(String text) throws FormatException {
        Fenced file = Fenced.split(text, Set.of("---"), line -> line.isBlank() || line.startsWith("#"));
        Gathering gathering = new Gathering("dotprompt");
        Fields fields = gathering.open(file.front());
        Optional<String> name = fields.text("name");
        gathering.named(name);
        gathering.titled(name);
        gathering.described(fields.text("description"));
        gathering.model(fields.text("model"));
        Optional<Json.Object> config = fields.mapping("config");
        if (config.isPresent()) {
            fields.keep("config", gathering.settings(config.get()));
        }
        Optional<Json.Object> input = fields.mapping("input");
        if (input.isPresent()) {
            fields.keep("input", InputSchema.read(input.get(), gathering));
        }
        Optional<Json.Object> metadata = fields.mapping("metadata");
        if (metadata.isPresent()) {
            fields.keep("metadata", gathering.own(metadata.get()));
        }
        if (!file.before().isBlank()) {
            fields.keep("licence", new Json.Text(file.before().strip()));
        }
        List<Message> messages = messages(file.body()).orElseGet(() -> {
            gathering.note(Sentence.of(
                    "Its messages begin inside of conditions or loops, so they stand in one text."));
            return Content.plain(Fenced.trimmed(file.body())).messages();
        });
        return gathering.content(Content.DEFAULT_SYNTAX, messages, fields.left());
    }

    /// The messages; one plain text where no role is named. Empty when a role stands within a section, or is computed.
    private static Optional<List<Message>> messages(String body) {
        List<Message> messages = new ArrayList<>();
        String role = "";
        int from = 0;
        int depth = 0;
        int at = body.indexOf("{{");
        while (at >= 0) {
            String closing = body.startsWith("{{!--", at) ? "--}}" : "}}";
            int end = body.indexOf(closing, at + 2);
            if (end < 0) {
                break;
            }
            String tag = body.substring(at + 2, end);
            depth += tag.startsWith("#") ? 1 : tag.startsWith("/") ? -1 : 0;
            if (ANY_ROLE.matcher(tag).matches()) {
                Matcher named = ROLE.matcher(tag);
                if (depth != 0 || !named.matches()) {
                    return Optional.empty();
                }
                finish(messages, role, body.substring(from, at));
                role = Optional.ofNullable(named.group(1)).orElseGet(() -> named.group(2));
                from = end + closing.length();
            }
            at = body.indexOf("{{", end + closing.length());
        }
        if (role.isEmpty()) {
            return Optional.of(Content.plain(Fenced.trimmed(body)).messages());
        }
        finish(messages, role, body.substring(from));
        return Optional.of(messages);
    }

    /// Text before the first role is the user's.
    private static void finish(List<Message> messages, String role, String text) {
        String whole = Fenced.trimmed(text);
        if (!role.isEmpty()) {
            messages.add(new Message(role, whole));
        } else if (!whole.isEmpty()) {
            messages.add(new Message(Message.USER, whole));
        }
    }
}
