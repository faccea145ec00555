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

/// Reads the part of Jinja's expression language that prompts use: names and members, literals, comparisons, logic,
/// `~`, `if … else`, filters and tests. Anything else is [Unknown].
final class JinjaExpression {
    private static final int MOST_LEXEMES = 400;
    private static final int DEEPEST = 60;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "if", "else", "in", "is", "elif");

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("not an expression Stemma resolves", null, false, false);
        }
    }

    private final List<Lexeme> lexemes;
    private int position;
    private int depth;

    private JinjaExpression(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    static Expression read(List<Lexeme> lexemes) {
        if (lexemes.isEmpty() || lexemes.size() > MOST_LEXEMES) {
            return new Unknown();
        }
        JinjaExpression reader = new JinjaExpression(lexemes);
        try {
            Expression expression = reader.whole();
            return reader.position == lexemes.size() ? expression : new Unknown();
        } catch (Unreadable e) {
            return new Unknown();
        }
    }

    private Expression whole() {
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        Expression value = or();
        while (takeName("if")) {
            Expression condition = or();
            Expression otherwise = takeName("else") ? whole() : new Constant(new Json.Text(""));
            value = new Call("choose", List.of(condition, value, otherwise));
        }
        depth--;
        return value;
    }

    private Expression or() {
        Expression left = and();
        while (takeName("or")) {
            left = new Call("or", List.of(left, and()));
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (takeName("and")) {
            left = new Call("and", List.of(left, not()));
        }
        return left;
    }

    private Expression not() {
        boolean negated = false;
        while (takeName("not")) {
            negated = !negated;
        }
        Expression value = comparison();
        return negated ? new Call("not", List.of(value)) : value;
    }

    private Expression comparison() {
        Expression left = joined();
        while (true) {
            if (position < lexemes.size()
                    && lexemes.get(position).kind() == Lexeme.Kind.MARK
                    && COMPARISONS.contains(lexemes.get(position).text())) {
                String operator = lexemes.get(position++).text();
                left = new Call(operator, List.of(left, joined()));
            } else if (takeName("in")) {
                left = new Call("in", List.of(left, joined()));
            } else if (isName(position, "not") && isName(position + 1, "in")) {
                position += 2;
                left = new Call("not", List.of(new Call("in", List.of(left, joined()))));
            } else if (takeName("is")) {
                boolean negated = takeName("not");
                Expression test = new Call("is " + name(), List.of(left));
                left = negated ? new Call("not", List.of(test)) : test;
            } else {
                return left;
            }
        }
    }

    private Expression joined() {
        Expression left = filtered();
        while (takeMark("~")) {
            left = new Call("~", List.of(left, filtered()));
        }
        return left;
    }

    private Expression filtered() {
        Expression value = operand();
        while (takeMark("|")) {
            List<Expression> arguments = new ArrayList<>();
            arguments.add(value);
            String filter = name();
            if (takeMark("(") && !takeMark(")")) {
                do {
                    arguments.add(whole());
                } while (takeMark(","));
                expectMark(")");
            }
            value = new Call(filter, arguments);
        }
        return value;
    }

    private Expression operand() {
        if (position >= lexemes.size()) {
            throw new Unreadable();
        }
        Lexeme first = lexemes.get(position++);
        return switch (first.kind()) {
            case STRING -> new Constant(new Json.Text(first.text()));
            case NUMBER -> number(first.text());
            case NAME -> named(first.text());
            case MARK -> {
                if (!first.is("(")) {
                    throw new Unreadable();
                }
                Expression inner = whole();
                expectMark(")");
                yield inner;
            }
        };
    }

    private static Expression number(String digits) {
        try {
            return new Constant(new Json.Number(digits));
        } catch (IllegalArgumentException e) {
            throw new Unreadable();
        }
    }

    private Expression named(String name) {
        switch (name) {
            case "true", "True" -> {
                return new Constant(new Json.Bool(true));
            }
            case "false", "False" -> {
                return new Constant(new Json.Bool(false));
            }
            case "none", "None" -> {
                return new Constant(new Json.Null());
            }
            default -> {
                if (WORDS.contains(name)) {
                    throw new Unreadable();
                }
            }
        }
        List<String> steps = new ArrayList<>();
        steps.add(name);
        while (position < lexemes.size()) {
            if (takeMark(".")) {
                Lexeme member = take();
                if (member.kind() != Lexeme.Kind.NAME && member.kind() != Lexeme.Kind.NUMBER) {
                    throw new Unreadable();
                }
                steps.add(member.text());
            } else if (takeMark("[")) {
                Lexeme key = take();
                if (key.kind() != Lexeme.Kind.STRING && key.kind() != Lexeme.Kind.NUMBER) {
                    throw new Unreadable();
                }
                steps.add(key.text());
                expectMark("]");
            } else {
                break;
            }
        }
        return new Path(Origin.NAME, steps);
    }

    private Lexeme take() {
        if (position >= lexemes.size()) {
            throw new Unreadable();
        }
        return lexemes.get(position++);
    }

    private String name() {
        Lexeme lexeme = take();
        if (lexeme.kind() != Lexeme.Kind.NAME) {
            throw new Unreadable();
        }
        return lexeme.text();
    }

    private boolean isName(int index, String name) {
        return index < lexemes.size() && lexemes.get(index).isName(name);
    }

    private boolean takeName(String name) {
        boolean taken = isName(position, name);
        position += taken ? 1 : 0;
        return taken;
    }

    private boolean takeMark(String mark) {
        boolean taken = position < lexemes.size() && lexemes.get(position).is(mark);
        position += taken ? 1 : 0;
        return taken;
    }

    private void expectMark(String mark) {
        if (!takeMark(mark)) {
            throw new Unreadable();
        }
    }
}
