package stemma.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.template.Node.Branch;
import stemma.template.Problem.Kind;

/// Jinja2. Lines and white space are kept as they are unless a tag has `-`, as in Jinja's default settings; the
/// text's last line end is kept too.
final class JinjaParser {
    /// Block tags and the words that may divide them.
    private static final Map<String, Set<String>> BLOCKS = Map.ofEntries(
            Map.entry("if", Set.of("elif", "else")),
            Map.entry("for", Set.of("else")),
            Map.entry("set", Set.of()),
            Map.entry("with", Set.of()),
            Map.entry("macro", Set.of()),
            Map.entry("call", Set.of()),
            Map.entry("filter", Set.of()),
            Map.entry("block", Set.of()),
            Map.entry("autoescape", Set.of()),
            Map.entry("trans", Set.of("pluralize")));
    private static final Set<String> SINGLE =
            Set.of("extends", "include", "import", "from", "do", "break", "continue", "debug");

    private final String text;
    private final TemplateBuilder builder;
    private final TagScanner scanner;

    private JinjaParser(String text) {
        this.text = text;
        this.builder = new TemplateBuilder(text);
        this.scanner = new TagScanner(text, "{%#", "\"'");
    }

    static Template parse(String text) {
        return new JinjaParser(text).parse();
    }

    private Template parse() {
        int position = 0;
        int from = 0;
        boolean trim = false;
        boolean raw = false;
        int rawStart = 0;
        while (true) {
            int start = scanner.nextOpening(from);
            if (start < 0) {
                break;
            }
            char opener = text.charAt(start + 1);
            String delimiter = opener == '{' ? "}}" : opener == '%' ? "%}" : "#}";
            int inside = start + 2;
            if (raw && opener != '%') {
                from = inside;
                continue;
            }
            int close = opener == '#' ? scanner.find(delimiter, inside) : scanner.closing(inside, delimiter);
            if (close < 0) {
                if (!raw) {
                    builder.problem(Kind.UNCLOSED_TAG, start, inside);
                }
                from = inside;
                continue;
            }
            int end = close + 2;
            boolean trimBefore = inside < close && text.charAt(inside) == '-';
            boolean trimAfter = inside + (trimBefore ? 1 : 0) < close && text.charAt(close - 1) == '-';
            boolean keep = !trimBefore && opener != '{' && inside < close && text.charAt(inside) == '+';
            int innerStart = inside + (trimBefore || keep ? 1 : 0);
            int innerEnd = close - (trimAfter ? 1 : 0);
            List<Lexeme> lexemes = opener == '#' ? List.of() : Lexeme.read(text, innerStart, innerEnd);
            boolean endsRaw = raw && !lexemes.isEmpty() && lexemes.getFirst().isName("endraw");
            if (raw && !endsRaw) {
                from = end;
                continue;
            }
            emit(position, start, trim, trimBefore);
            position = end;
            from = end;
            trim = trimAfter;
            switch (opener) {
                case '{' -> print(start, end, lexemes);
                case '#' -> builder.token(Token.Kind.COMMENT, start, end);
                default -> {
                    String word = lexemes.isEmpty() ? "" : lexemes.getFirst().text();
                    if (endsRaw) {
                        raw = false;
                        builder.token(Token.Kind.TAG, start, end);
                    } else if (word.equals("raw")) {
                        raw = true;
                        rawStart = start;
                        builder.token(Token.Kind.TAG, start, end);
                    } else {
                        tag(word, start, end, lexemes);
                    }
                }
            }
        }
        if (raw) {
            builder.problem(Kind.UNCLOSED_SECTION, rawStart, Math.min(text.length(), rawStart + 9));
        }
        emit(position, text.length(), trim, false);
        return builder.build();
    }

    private void emit(int start, int end, boolean trimStart, boolean trimEnd) {
        String shown = text.substring(start, end);
        shown = trimStart ? shown.stripLeading() : shown;
        builder.text(start, end, trimEnd ? shown.stripTrailing() : shown);
    }

    private void print(int start, int end, List<Lexeme> lexemes) {
        if (lexemes.isEmpty()) {
            builder.problem(Kind.EMPTY_TAG, start, end);
            builder.text(start, end);
            return;
        }
        builder.token(Token.Kind.VARIABLE, start, end);
        use(JinjaNames.uses(lexemes));
        builder.add(new Node.Print(start, end, JinjaExpression.read(lexemes)));
    }

    private void tag(String word, int start, int end, List<Lexeme> lexemes) {
        builder.token(Token.Kind.TAG, start, end);
        List<Lexeme> rest = lexemes.isEmpty() ? lexemes : lexemes.subList(1, lexemes.size());
        String inner = builder.innermost().map(block -> block.key).orElse("");
        if (word.startsWith("end") && BLOCKS.containsKey(word.substring(3))) {
            builder.close(word.substring(3), start, end);
        } else if (word.equals("else") || word.equals("elif") || word.equals("pluralize")) {
            divide(word, inner, start, end, rest);
        } else if (word.equals("for")) {
            loop(start, end, rest);
        } else if (word.equals("set")) {
            assign(start, end, rest);
        } else if (BLOCKS.containsKey(word)) {
            block(word, start, end, rest);
        } else if (SINGLE.contains(word)) {
            JinjaNames.bindings(word, rest).forEach(builder::bind);
            use(JinjaNames.uses(JinjaNames.used(word, rest)));
            builder.problem(Kind.NOT_FILLED_IN, start, end);
            builder.add(new Node.Opaque(start, end));
        } else {
            builder.problem(word.isEmpty() ? Kind.EMPTY_TAG : Kind.UNKNOWN_TAG, start, end);
            builder.add(new Node.Opaque(start, end));
        }
    }

    private void divide(String word, String inner, int start, int end, List<Lexeme> rest) {
        if (!BLOCKS.getOrDefault(inner, Set.of()).contains(word)) {
            builder.problem(Kind.MISPLACED_ELSE, start, end);
            builder.add(new Node.Opaque(start, end));
            return;
        }
        use(JinjaNames.uses(rest));
        builder.otherwise(
                word.equals("elif") ? Optional.of(JinjaExpression.read(rest)) : Optional.empty(), start, end);
    }

    private void loop(int start, int end, List<Lexeme> rest) {
        int in = 0;
        while (in < rest.size() && !rest.get(in).isName("in")) {
            in++;
        }
        List<String> names = rest.subList(0, in).stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.NAME)
                .map(Lexeme::text)
                .toList();
        List<Lexeme> source = in < rest.size() ? rest.subList(in + 1, rest.size()) : List.of();
        int filter = 0;
        while (filter < source.size() && !source.get(filter).isName("if")) {
            filter++;
        }
        use(JinjaNames.uses(source.subList(0, filter)));
        boolean plain = filter == source.size() && !names.isEmpty();
        Expression items = plain ? JinjaExpression.read(source) : new Expression.Unknown();
        builder.open("for", Optional.of(items), start, end, false,
                (block, last) -> new Node.Loop(
                        block.start(), last, names, block.head(), block.body(), block.otherwise()));
        names.forEach(builder::bind);
        builder.bind("loop");
        use(JinjaNames.uses(source.subList(filter, source.size())));
    }

    private void assign(int start, int end, List<Lexeme> rest) {
        boolean inline = rest.stream().anyMatch(lexeme -> lexeme.is("="));
        use(JinjaNames.uses(JinjaNames.used("set", rest)));
        List<String> names = JinjaNames.bindings("set", rest);
        if (!inline) {
            names.forEach(builder::bind);
            builder.open("set", Optional.of(new Expression.Unknown()), start, end, false,
                    (block, last) -> new Node.Opaque(block.start(), last));
            return;
        }
        if (names.size() == 1 && rest.size() > 2 && rest.get(1).is("=")) {
            Expression value = JinjaExpression.read(rest.subList(2, rest.size()));
            builder.add(new Node.Assign(start, end, names.getFirst(), value));
        } else {
            builder.add(new Node.Opaque(start, end));
        }
        names.forEach(builder::bind);
    }

    private void block(String word, int start, int end, List<Lexeme> rest) {
        if (word.equals("macro") && !rest.isEmpty()) {
            builder.bind(rest.getFirst().text());
        }
        use(JinjaNames.uses(JinjaNames.used(word, rest)));
        Expression head = word.equals("if") ? JinjaExpression.read(rest) : new Expression.Unknown();
        builder.open(word, Optional.of(head), start, end, false, (block, last) -> {
            if (!word.equals("if")) {
                return new Node.Opaque(block.start(), last);
            }
            List<Branch> branches = new ArrayList<>();
            block.parts.forEach(part -> branches.add(new Branch(part.condition(), part.body())));
            return new Node.Choice(block.start(), last, branches);
        });
        JinjaNames.bindings(word, rest).forEach(builder::bind);
    }

    private void use(List<JinjaNames.Use> uses) {
        uses.forEach(use -> builder.use(use.path(), use.start(), use.name().length(), false));
    }
}
