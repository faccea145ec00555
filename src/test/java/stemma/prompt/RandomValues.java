package stemma.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Values of chance, the same for the same seed.
public final class RandomValues {
    private static final String[] PIECES = {
        "a", "word", " ", "\n", "\r\n", "\t", "\"", "\\", "/", "{{x}}", "é", "e\u0301", "漢", "😀", "\u0000", "\u001b",
        "\u2028", "\uFEFF", "\uFFFF", "---", "\\u0041"
    };
    private static final String[] NUMBERS = {"0", "-0", "1", "0.70", "1e5", "-2.5E-3", "12345678901234567890"};

    private RandomValues() {}

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    static Json json(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Number(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3, 4 -> new Json.Text(text(random));
            case 5 -> new Json.Array(list(random, () -> json(random, depth - 1)));
            default -> object(random, depth - 1);
        };
    }

    static Json.Object object(Random random, int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(text(random), json(random, depth));
        }
        return new Json.Object(members);
    }

    public static Content content(Random random) {
        return new Content(
                text(random),
                text(random),
                random.nextBoolean() ? Content.DEFAULT_SYNTAX : "jinja2",
                random.nextBoolean()
                        ? List.of(Message.plain(text(random)))
                        : list(random, () -> new Message(random.nextBoolean() ? Message.USER : "tool-1", text(random))),
                variables(random),
                list(random, () -> new Example(object(random, 2), text(random))),
                object(random, 3),
                object(random, 3));
    }

    private static List<Variable> variables(Random random) {
        Set<String> names = new LinkedHashSet<>(list(random, () -> "n" + random.nextInt(9) + text(random)));
        List<Variable> variables = new ArrayList<>();
        for (String name : names) {
            variables.add(new Variable(
                    name,
                    text(random),
                    random.nextBoolean(),
                    random.nextBoolean() ? Optional.of(json(random, 2)) : Optional.empty(),
                    text(random)));
        }
        return variables;
    }

    private static <T> List<T> list(Random random, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }
}
