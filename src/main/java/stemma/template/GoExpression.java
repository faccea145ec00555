package stemma.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import stemma.prompt.Json;
import stemma.template.Expression.Call;
import stemma.template.Expression.Constant;
import stemma.template.Expression.Origin;
import stemma.template.Expression.Path;
import stemma.template.Expression.Unknown;

/// Reads Go's pipelines: fields, variables, literals, the comparison and logic functions, `len` and `print`.
/// Anything else is [Unknown].
final class GoExpression {
    private static final int MOST_LEXEMES = 400;
    private static final int DEEPEST = 60;
    private static final Set<String> FUNCTIONS =
            Set.of("eq", "ne", "lt", "le", "gt", "ge", "and", "or", "not", "len", "print");

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("not a pipeline Stemma resolves", null, false, false);
        }
    }

    private final List<Lexeme> lexemes;
    private int position;
    private int depth;

    private GoExpression(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    static Expression read(List<Lexeme> lexemes) {
        if (lexemes.isEmpty() || lexemes.size() > MOST_LEXEMES) {
            return new Unknown();
        }
        GoExpression reader = new GoExpression(lexemes);
        try {
            Expression expression = reader.pipeline();
            return reader.position == lexemes.size() ? expression : new Unknown();
        } catch (Unreadable e) {
            return new Unknown();
        }
    }

    /// A field or variable that a caller must supply; `start` is where the name begins.
    record Use(String name, String path, int start, boolean root) {}

    /// Every `.name` and `$.name`, whether or not the pipeline around it can be resolved.
    static List<Use> uses(List<Lexeme> lexemes) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < lexemes.size(); i++) {
            if (!isAdjacentField(lexemes, i, false)) {
                continue;
            }
            Lexeme before = i > 0 && lexemes.get(i - 1).end() == lexemes.get(i).start() ? lexemes.get(i - 1) : null;
            boolean root = before != null && before.is("$");
            boolean member = before != null && !root && (before.kind() == Lexeme.Kind.NAME || before.is(")"));
            Lexeme name = lexemes.get(i + 1);
            StringBuilder path = new StringBuilder(name.text());
            i++;
            while (isAdjacentField(lexemes, i + 1, true)) {
                path.append('.').append(lexemes.get(i + 2).text());
                i += 2;
            }
            if (!member) {
                uses.add(new Use(name.text(), path.toString(), name.start(), root));
            }
        }
        return uses;
    }

    private static boolean isAdjacentField(List<Lexeme> lexemes, int dot, boolean behindAnother) {
        return dot + 1 < lexemes.size()
                && lexemes.get(dot).is(".")
                && lexemes.get(dot + 1).kind() == Lexeme.Kind.NAME
                && lexemes.get(dot + 1).start() == lexemes.get(dot).end()
                && (!behindAnother || lexemes.get(dot - 1).end() == lexemes.get(dot).start());
    }

    private Expression pipeline() {
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        Expression value = command(List.of());
        while (is("|")) {
            position++;
            value = command(List.of(value));
        }
        depth--;
        return value;
    }

    /// `piped` goes last, as Go has it.
    private Expression command(List<Expression> piped) {
        if (position < lexemes.size()
                && lexemes.get(position).kind() == Lexeme.Kind.NAME
                && FUNCTIONS.contains(lexemes.get(position).text())) {
            String function = lexemes.get(position++).text();
            List<Expression> arguments = new ArrayList<>();
            while (position < lexemes.size() && !is("|") && !is(")")) {
                arguments.add(operand());
            }
            arguments.addAll(piped);
            return new Call(function, arguments);
        }
        Expression value = operand();
        if (!piped.isEmpty() || position < lexemes.size() && !is("|") && !is(")")) {
            throw new Unreadable();
        }
        return value;
    }

    private Expression operand() {
        if (position >= lexemes.size()) {
            throw new Unreadable();
        }
        Lexeme first = lexemes.get(position++);
        if (first.is("(")) {
            Expression inner = pipeline();
            if (!is(")")) {
                throw new Unreadable();
            }
            position++;
            return inner;
        }
        if (first.is(".")) {
            List<String> steps = new ArrayList<>();
            if (isAdjacentField(lexemes, position - 1, false)) {
                steps.add(lexemes.get(position++).text());
                members(steps);
            }
            return new Path(Origin.DOT, steps);
        }
        if (first.is("$")) {
            List<String> steps = new ArrayList<>();
            boolean named = position < lexemes.size()
                    && lexemes.get(position).kind() == Lexeme.Kind.NAME
                    && lexemes.get(position).start() == first.end();
            if (named) {
                steps.add("$" + lexemes.get(position++).text());
            }
            members(steps);
            return new Path(named ? Origin.NAME : Origin.ROOT, steps);
        }
        return switch (first.kind()) {
            case STRING -> new Constant(new Json.Text(first.text()));
            case NUMBER -> number(first.text());
            case NAME -> switch (first.text()) {
                case "true" -> new Constant(new Json.Bool(true));
                case "false" -> new Constant(new Json.Bool(false));
                case "nil" -> new Constant(new Json.Null());
                default -> throw new Unreadable();
            };
            case MARK -> throw new Unreadable();
        };
    }

    private void members(List<String> steps) {
        while (position > 0 && isAdjacentField(lexemes, position, true)) {
            steps.add(lexemes.get(position + 1).text());
            position += 2;
        }
    }

    private static Expression number(String digits) {
        try {
            return new Constant(new Json.Number(digits));
        } catch (IllegalArgumentException e) {
            throw new Unreadable();
        }
    }

    private boolean is(String mark) {
        return position < lexemes.size() && lexemes.get(position).is(mark);
    }
}
