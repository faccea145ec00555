package stemma.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.template.Node.Branch;
import stemma.template.Problem.Kind;

/// Go's `text/template`. A field inside `range` and `with` belongs to the item, not to the caller.
final class GoParser {
    private static final String END = "end";

    private final String text;
    private final TemplateBuilder builder;
    private final TagScanner scanner;

    private GoParser(String text) {
        this.text = text;
        this.builder = new TemplateBuilder(text);
        this.scanner = new TagScanner(text, "{", "\"`'");
    }

    static Template parse(String text) {
        return new GoParser(text).parse();
    }

    private Template parse() {
        int position = 0;
        int from = 0;
        boolean trim = false;
        while (true) {
            int start = scanner.nextOpening(from);
            if (start < 0) {
                break;
            }
            int inside = start + 2;
            boolean trimBefore = inside + 1 < text.length()
                    && text.charAt(inside) == '-'
                    && Character.isWhitespace(text.charAt(inside + 1));
            int innerStart = inside + (trimBefore ? 2 : 0);
            boolean comment = text.startsWith("/*", innerStart);
            int close = comment ? commentClosing(innerStart) : scanner.closing(innerStart, "}}");
            if (close < 0) {
                builder.problem(Kind.UNCLOSED_TAG, start, inside);
                from = inside;
                continue;
            }
            boolean trimAfter = close - 2 >= innerStart
                    && text.charAt(close - 1) == '-'
                    && Character.isWhitespace(text.charAt(close - 2));
            String shown = text.substring(position, start);
            shown = trim ? shown.stripLeading() : shown;
            builder.text(position, start, trimBefore ? shown.stripTrailing() : shown);
            position = close + 2;
            from = position;
            trim = trimAfter;
            if (comment) {
                builder.token(Token.Kind.COMMENT, start, position);
            } else {
                action(start, position, Lexeme.read(text, innerStart, close - (trimAfter ? 1 : 0)));
            }
        }
        String rest = text.substring(position);
        builder.text(position, text.length(), trim ? rest.stripLeading() : rest);
        return builder.build();
    }

    private int commentClosing(int from) {
        int end = scanner.find("*/", from + 2);
        if (end < 0) {
            return -1;
        }
        int close = end + 2;
        if (text.startsWith("}}", close)) {
            return close;
        }
        return text.startsWith(" -}}", close) ? close + 2 : -1;
    }

    private void action(int start, int end, List<Lexeme> lexemes) {
        if (lexemes.isEmpty()) {
            builder.problem(Kind.EMPTY_TAG, start, end);
            builder.text(start, end);
            return;
        }
        Lexeme first = lexemes.getFirst();
        String word = first.kind() == Lexeme.Kind.NAME ? first.text() : "";
        List<Lexeme> rest = lexemes.subList(1, lexemes.size());
        switch (word) {
            case END -> {
                tag(start, end);
                builder.close(END, start, end);
            }
            case "else" -> otherwise(start, end, rest);
            case "if" -> {
                tag(start, end);
                use(rest);
                builder.open(END, Optional.of(GoExpression.read(rest)), start, end, false, (block, last) -> {
                    List<Branch> branches = new ArrayList<>();
                    block.parts.forEach(part -> branches.add(new Branch(part.condition(), part.body())));
                    return new Node.Choice(block.start(), last, branches);
                });
            }
            case "range" -> range(start, end, rest);
            case "with" -> with(start, end, rest);
            case "define", "block" -> {
                tag(start, end);
                builder.problem(Kind.NOT_FILLED_IN, start, end);
                use(rest);
                builder.open(END, Optional.of(new Expression.Unknown()), start, end, true,
                        (block, last) -> new Node.Opaque(block.start(), last));
            }
            case "template", "break", "continue" -> {
                tag(start, end);
                use(rest);
                builder.problem(Kind.NOT_FILLED_IN, start, end);
                builder.add(new Node.Opaque(start, end));
            }
            default -> value(start, end, lexemes);
        }
    }

    private void otherwise(int start, int end, List<Lexeme> rest) {
        tag(start, end);
        if (builder.innermost().isEmpty()) {
            builder.problem(Kind.MISPLACED_ELSE, start, end);
            builder.add(new Node.Opaque(start, end));
            return;
        }
        use(rest);
        boolean condition = !rest.isEmpty() && rest.getFirst().isName("if");
        builder.otherwise(
                condition ? Optional.of(GoExpression.read(rest.subList(1, rest.size()))) : Optional.empty(),
                start,
                end);
    }

    private void range(int start, int end, List<Lexeme> rest) {
        tag(start, end);
        use(rest);
        int assigned = assignment(rest);
        List<String> names = declared(rest, assigned);
        Expression items = GoExpression.read(rest.subList(assigned + 1, rest.size()));
        builder.open(END, Optional.of(items), start, end, true, (block, last) -> new Node.Loop(
                block.start(), last, names, block.head(), block.body(), block.otherwise()));
        names.forEach(builder::bind);
    }

    private void with(int start, int end, List<Lexeme> rest) {
        tag(start, end);
        use(rest);
        int assigned = assignment(rest);
        Expression value = assigned >= 0
                ? new Expression.Unknown()
                : GoExpression.read(rest);
        builder.open(END, Optional.of(value), start, end, true, (block, last) -> new Node.With(
                block.start(), last, block.head(), block.body(), block.otherwise()));
    }

    private void value(int start, int end, List<Lexeme> lexemes) {
        int assigned = assignment(lexemes);
        use(lexemes);
        if (assigned >= 0) {
            tag(start, end);
            List<String> names = declared(lexemes, assigned);
            Expression value = GoExpression.read(lexemes.subList(assigned + 1, lexemes.size()));
            builder.add(
                    names.size() == 1
                            ? new Node.Assign(start, end, names.getFirst(), value)
                            : new Node.Opaque(start, end));
            names.forEach(builder::bind);
            return;
        }
        builder.token(Token.Kind.VARIABLE, start, end);
        Lexeme first = lexemes.getFirst();
        if (lexemes.size() == 1 && first.kind() == Lexeme.Kind.NAME) {
            // `{{name}}` calls a function; whoever wrote it most likely meant `{{.name}}`.
            builder.problem(Kind.NOT_A_NAME, start, end);
        }
        builder.add(new Node.Print(start, end, GoExpression.read(lexemes)));
    }

    private static int assignment(List<Lexeme> lexemes) {
        for (int i = 0; i < lexemes.size(); i++) {
            if (lexemes.get(i).is(":=") || lexemes.get(i).is("=")) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> declared(List<Lexeme> lexemes, int assigned) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < assigned; i++) {
            if (lexemes.get(i - 1).is("$") && lexemes.get(i).kind() == Lexeme.Kind.NAME) {
                names.add("$" + lexemes.get(i).text());
            }
        }
        return names;
    }

    private void tag(int start, int end) {
        builder.token(Token.Kind.TAG, start, end);
    }

    private void use(List<Lexeme> lexemes) {
        for (GoExpression.Use use : GoExpression.uses(lexemes)) {
            if (use.root() || !builder.isContextChanged()) {
                builder.use(use.path(), use.start(), use.name().length(), false);
            }
        }
    }
}
