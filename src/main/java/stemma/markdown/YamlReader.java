package stemma.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// Reads YAML as JSON values without interpreting more than JSON does: an unquoted `null`, `~` or nothing is null,
/// `true` and `false` are truth values, what is a JSON number is a number and keeps its text; everything else is text.
/// YAML tags have no effect.
public final class YamlReader {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    /// Deeper nesting is refused, as in JSON.
    private static final int MAX_DEPTH = 500;
    /// More values than this come only from aliases that multiply each other.
    private static final int MAX_VALUES = 1_000_000;

    private int depth;
    private int values;

    private YamlReader() {}

    /// @throws FormatException naming the line within the YAML text and what is wrong
    public static Json read(String yaml) throws FormatException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                // The library fails when a character outside the basic plane ends a full buffer; so it never is full.
                .setBufferSize(yaml.length() + 16)
                .build();
        try {
            Node node = new Compose(settings).composeString(yaml).orElse(null);
            return node == null ? new Json.Null() : new YamlReader().value(node);
        } catch (MarkedYamlEngineException e) {
            throw problem(e.getProblemMark(), YamlWords.of(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new FormatException(String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .map(YamlWords::of)
                    .orElseGet(() -> Sentence.of("cannot be read")));
        } catch (IndexOutOfBoundsException e) {
            throw new FormatException(Sentence.of("cannot be read as YAML"));
        } catch (StackOverflowError e) {
            throw new FormatException(Sentence.of("values are nested too deeply"));
        }
    }

    private Json value(Node node) throws FormatException {
        if (++depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw problem(node, Sentence.of("values are nested too deeply, or aliases multiply each other"));
        }
        Json value =
                switch (node) {
                    case ScalarNode scalar -> scalar(scalar);
                    case SequenceNode sequence -> array(sequence);
                    case MappingNode mapping -> object(mapping);
                    default -> throw problem(node, Sentence.of("a value is expected"));
                };
        depth--;
        return value;
    }

    private static Json scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return new Json.Text(text);
        }
        return switch (text) {
            case "", "~", "null" -> new Json.Null();
            case "true" -> new Json.Bool(true);
            case "false" -> new Json.Bool(false);
            default -> NUMBER.matcher(text).matches() ? new Json.Number(text) : new Json.Text(text);
        };
    }

    private Json array(SequenceNode node) throws FormatException {
        List<Json> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(value(item));
        }
        return new Json.Array(items);
    }

    private Json object(MappingNode node) throws FormatException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw problem(tuple.getKeyNode(), Sentence.of("a key must be text"));
            }
            if (members.put(key.getValue(), value(tuple.getValueNode())) != null) {
                throw problem(key, Sentence.of("\"{0}\" stands twice", key.getValue()));
            }
        }
        return new Json.Object(members);
    }

    private static FormatException problem(Node node, Sentence problem) {
        return problem(node.getStartMark(), problem);
    }

    private static FormatException problem(Optional<Mark> place, Sentence problem) {
        return new FormatException(
                place.map(mark -> Sentence.of("line {0}: {1}", mark.getLine() + 1, problem)).orElse(problem));
    }
}
