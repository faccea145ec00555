package stemma.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Json;

/// Fills values into a parsed text. For one use. Loops inside loops can ask for more text than there is memory, so
/// the work is limited.
final class Renderer {
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final int MOST_STEPS = 5_000_000;

    private final String text;
    private final Wording wording;
    private final Evaluator evaluator;
    private final StringBuilder output = new StringBuilder();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private Scope scope;
    private int steps;
    private boolean full;

    Renderer(String text, Map<String, Json> values, Wording wording) {
        this.text = text;
        this.wording = wording;
        this.evaluator = new Evaluator(wording);
        this.scope = Scope.root(values);
    }

    Rendering render(List<Node> nodes) {
        all(nodes);
        return new Rendering(
                output.toString(), new ArrayList<>(evaluator.missing()), new ArrayList<>(problems));
    }

    private void all(List<Node> nodes) {
        for (Node node : nodes) {
            if (full) {
                return;
            }
            if (++steps > MOST_STEPS || output.length() > MOST_CHARACTERS) {
                full = true;
                problems.add(Problem.at(Problem.Kind.TOO_LARGE, text, node.start(), node.end()));
                return;
            }
            int before = output.length();
            try {
                one(node);
            } catch (Evaluator.Unresolvable e) {
                output.setLength(before);
                asWritten(node);
            }
        }
    }

    private void one(Node node) {
        switch (node) {
            case Node.Text(int start, int end, String shown) -> output.append(shown);
            case Node.Print(int start, int end, Expression expression) -> {
                Json value = evaluator.value(expression, scope);
                output.append(value == null ? text.substring(start, end) : wording.print(value));
            }
            case Node.Choice choice -> choose(choice);
            case Node.Loop loop -> loop(loop);
            case Node.Section section -> section(section);
            case Node.With with -> {
                Json value = evaluator.value(with.value(), scope);
                boolean holds = evaluator.isTrue(value);
                inside(holds ? scope.inside(value) : scope.inner(), holds ? with.body() : with.otherwise());
            }
            case Node.Assign assign -> {
                Json value = evaluator.value(assign.value(), scope);
                if (value != null) {
                    scope.names().put(assign.name(), value);
                }
            }
            case Node.Opaque opaque -> asWritten(opaque);
        }
    }

    private void choose(Node.Choice choice) {
        for (Node.Branch branch : choice.branches()) {
            Optional<Expression> condition = branch.condition();
            if (condition.isEmpty() || evaluator.isTrue(evaluator.value(condition.get(), scope))) {
                // Jinja's `if` opens no scope: what is set in it stays set.
                all(branch.body());
                return;
            }
        }
    }

    private void loop(Node.Loop loop) {
        Json value = evaluator.value(loop.items(), scope);
        List<Json> items = items(value);
        if (items.isEmpty()) {
            all(loop.otherwise());
            return;
        }
        for (int i = 0; i < items.size() && !full; i++) {
            Scope inner = scope.inside(items.get(i));
            name(inner, loop.names(), items.get(i), i);
            inner.names().put("loop", position(i, items.size()));
            inner.names().put("@index", Json.Number.of(i));
            inner.names().put("@first", new Json.Bool(i == 0));
            inner.names().put("@last", new Json.Bool(i == items.size() - 1));
            inside(inner, loop.body());
        }
    }

    private List<Json> items(@Nullable Json value) {
        return switch (value) {
            case null -> List.of();
            case Json.Null() -> List.of();
            case Json.Array(List<Json> items) -> items;
            // Looping over an object means its keys in one engine and its values in another.
            default -> throw new Evaluator.Unresolvable();
        };
    }

    private static void name(Scope inner, List<String> names, Json item, int index) {
        if (names.size() == 1) {
            inner.names().put(names.getFirst(), item);
        } else if (names.size() == 2 && names.getFirst().startsWith("$")) {
            inner.names().put(names.getFirst(), Json.Number.of(index));
            inner.names().put(names.getLast(), item);
        } else if (names.size() > 1) {
            if (!(item instanceof Json.Array(List<Json> parts)) || parts.size() != names.size()) {
                throw new Evaluator.Unresolvable();
            }
            for (int i = 0; i < names.size(); i++) {
                inner.names().put(names.get(i), parts.get(i));
            }
        }
    }

    private static Json position(int index, int count) {
        Map<String, Json> loop = new LinkedHashMap<>();
        loop.put("index", Json.Number.of(index + 1L));
        loop.put("index0", Json.Number.of(index));
        loop.put("first", new Json.Bool(index == 0));
        loop.put("last", new Json.Bool(index == count - 1));
        loop.put("length", Json.Number.of(count));
        return new Json.Object(loop);
    }

    private void section(Node.Section section) {
        Json value = evaluator.value(section.value(), scope);
        if (!evaluator.isTrue(value)) {
            return;
        }
        if (value instanceof Json.Array(List<Json> items)) {
            for (Json item : items) {
                inside(scope.inside(item), section.body());
            }
        } else {
            inside(value instanceof Json.Bool ? scope.inner() : scope.inside(value), section.body());
        }
    }

    private void inside(Scope inner, List<Node> body) {
        Scope outer = scope;
        scope = inner;
        try {
            all(body);
        } finally {
            scope = outer;
        }
    }

    private void asWritten(Node node) {
        output.append(text, node.start(), node.end());
        problems.add(Problem.at(Problem.Kind.NOT_FILLED_IN, text, node.start(), node.end()));
    }
}
