package stemma.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Json;
import stemma.template.Expression.Origin;
import stemma.template.Expression.Path;
import stemma.template.Node.Branch;
import stemma.template.Problem.Kind;

/// Mustache, and of Handlebars the helpers that prompts use: `if`, `unless`, `each`, `with`, `else`, `this`.
/// Values are never escaped for HTML: a prompt is no web page. A section tag or comment alone on its line takes the
/// line with it, as Mustache has it.
final class MustacheParser {
    private static final Set<String> HELPERS = Set.of("if", "unless", "each", "with");

    private final String text;
    private final TemplateBuilder builder;
    private final TagScanner scanner;
    private int position;
    /// Where the current tag begins, with the blanks that go with it; it ends at `position`.
    private int tagStart;

    private MustacheParser(String text) {
        this.text = text;
        this.builder = new TemplateBuilder(text);
        this.scanner = new TagScanner(text, "{", "");
    }

    static Template parse(String text) {
        return new MustacheParser(text).parse();
    }

    private Template parse() {
        int from = 0;
        while (true) {
            int start = scanner.nextOpening(from);
            if (start < 0) {
                break;
            }
            int inside = start + 2;
            char sigil = inside < text.length() ? text.charAt(inside) : ' ';
            boolean triple = sigil == '{';
            int close = triple
                    ? scanner.closing(inside + 1, "}}}")
                    : sigil == '!' ? scanner.find("}}", inside) : scanner.closing(inside, "}}");
            if (close < 0) {
                if (!triple) {
                    builder.problem(Kind.UNCLOSED_TAG, start, inside);
                }
                // `{{{x}}` is a brace before a tag.
                from = start + (triple ? 1 : 2);
                continue;
            }
            int end = close + (triple ? 3 : 2);
            tag(sigil, start, end, close);
            from = position;
        }
        builder.text(position, text.length());
        return builder.build();
    }

    private void tag(char sigil, int start, int end, int close) {
        boolean sectionTag = "#^/!".indexOf(sigil) >= 0;
        boolean plain = "#^/!{&>=".indexOf(sigil) < 0;
        int innerStart = start + (plain ? 2 : 3);
        String inner = text.substring(innerStart, close).strip();
        boolean elseTag = plain && inner.equals("else") || sigil == '^' && inner.isEmpty();
        leadIn(start, end, sectionTag || elseTag);
        if (elseTag) {
            otherwise(start, end);
            return;
        }
        switch (sigil) {
            case '!' -> builder.token(Token.Kind.COMMENT, start, end);
            case '#' -> section(start, end, innerStart, inner);
            case '^' -> inverted(start, end, innerStart, inner);
            case '/' -> {
                builder.token(Token.Kind.TAG, start, end);
                builder.close(inner, tagStart, position);
            }
            case '>', '=' -> {
                builder.token(Token.Kind.TAG, start, end);
                builder.problem(Kind.NOT_FILLED_IN, start, end);
                builder.add(new Node.Opaque(start, end));
            }
            default -> variable(start, end, innerStart, inner);
        }
    }

    /// The text before a tag. A tag that has its line for itself takes the blanks before it and its line end along.
    private void leadIn(int start, int end, boolean mayStandAlone) {
        int textEnd = start;
        int next = end;
        if (mayStandAlone) {
            int before = start;
            while (before > position && isBlank(text.charAt(before - 1))) {
                before--;
            }
            boolean lineStart = before == 0 || text.charAt(before - 1) == '\n';
            int after = end;
            while (lineStart && after < text.length() && isBlank(text.charAt(after))) {
                after++;
            }
            boolean lineEnd = after == text.length() || text.startsWith("\n", after) || text.startsWith("\r\n", after);
            if (lineStart && lineEnd) {
                textEnd = before;
                next = after == text.length() ? after : text.indexOf('\n', after) + 1;
            }
        }
        builder.text(position, textEnd);
        tagStart = textEnd;
        position = next;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void variable(int start, int end, int innerStart, String inner) {
        if (inner.isEmpty()) {
            builder.problem(Kind.EMPTY_TAG, start, end);
            builder.text(start, end);
            return;
        }
        if (!isName(inner)) {
            builder.problem(Kind.NOT_A_NAME, start, end);
            builder.add(new Node.Text(start, end, text.substring(start, end)));
            return;
        }
        builder.token(Token.Kind.VARIABLE, start, end);
        use(inner, innerStart);
        builder.add(new Node.Print(start, end, path(inner)));
    }

    private void section(int start, int end, int innerStart, String inner) {
        builder.token(Token.Kind.TAG, start, end);
        int blank = inner.indexOf(' ');
        String helper = blank < 0 ? "" : inner.substring(0, blank);
        if (HELPERS.contains(helper)) {
            helper(helper, inner.substring(blank).strip(), start, end);
            return;
        }
        if (!isName(inner)) {
            builder.problem(Kind.NOT_A_NAME, start, end);
        } else {
            use(inner, innerStart);
        }
        Expression value = isName(inner) ? path(inner) : new Expression.Unknown();
        builder.open(inner, Optional.of(value), tagStart, position, true, (block, last) -> block.parts.size() > 1
                ? choice(block, last, block.head())
                : new Node.Section(block.start(), last, block.head(), block.body()));
    }

    private void inverted(int start, int end, int innerStart, String inner) {
        builder.token(Token.Kind.TAG, start, end);
        if (isName(inner)) {
            use(inner, innerStart);
        } else {
            builder.problem(Kind.NOT_A_NAME, start, end);
        }
        Expression value = isName(inner) ? path(inner) : new Expression.Unknown();
        builder.open(inner, Optional.of(value), tagStart, position, false,
                (block, last) -> choice(block, last, new Expression.Call("not", List.of(block.head()))));
    }

    private void helper(String helper, String argument, int start, int end) {
        boolean named = isName(argument);
        if (named) {
            use(argument, text.indexOf(argument, text.indexOf(helper, start) + helper.length()));
        } else {
            builder.problem(Kind.NOT_FILLED_IN, start, end);
        }
        Expression value = named ? path(argument) : new Expression.Unknown();
        boolean inside = helper.equals("each") || helper.equals("with");
        builder.open(helper, Optional.of(value), tagStart, position, inside, (block, last) -> switch (helper) {
            case "each" -> new Node.Loop(
                    block.start(), last, List.of(), block.head(), block.body(), block.otherwise());
            case "with" -> new Node.With(block.start(), last, block.head(), block.body(), block.otherwise());
            case "unless" -> choice(block, last, new Expression.Call("not", List.of(block.head())));
            default -> choice(block, last, block.head());
        });
    }

    private static Node choice(TemplateBuilder.Block block, int last, Expression condition) {
        return new Node.Choice(
                block.start(),
                last,
                List.of(
                        new Branch(Optional.of(condition), block.body()),
                        new Branch(Optional.of(new Expression.Constant(new Json.Bool(true))), block.otherwise())));
    }

    private void otherwise(int start, int end) {
        builder.token(Token.Kind.TAG, start, end);
        if (builder.innermost().isEmpty()) {
            builder.problem(Kind.MISPLACED_ELSE, start, end);
            builder.add(new Node.Opaque(tagStart, position));
        } else {
            builder.otherwise(Optional.empty(), tagStart, position);
        }
    }

    private void use(String inner, int from) {
        String name = root(inner);
        if (name.isEmpty() || name.equals("this") || name.startsWith("@") || inner.startsWith("..")) {
            return;
        }
        int start = from;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        builder.use(inner, start, name.length(), builder.isContextChanged());
    }

    private static Expression path(String inner) {
        if (inner.startsWith("@")) {
            return new Path(Origin.NAME, List.of(inner));
        }
        List<String> steps = new ArrayList<>();
        for (String step : inner.split("\\.")) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        boolean dot = inner.startsWith(".") || inner.startsWith("this.") || inner.equals("this");
        if (dot && !steps.isEmpty() && steps.getFirst().equals("this")) {
            steps.removeFirst();
        }
        return new Path(dot ? Origin.DOT : Origin.CONTEXT, steps);
    }

    private static String root(String inner) {
        int dot = inner.indexOf('.');
        return dot < 0 ? inner : inner.substring(0, dot);
    }

    /// Mustache forbids nothing but braces and blanks in a name, and prompts in the wild use hyphens and blanks;
    /// blanks are refused because what has them is nearly always another language's tag.
    private static boolean isName(String name) {
        if (name.isEmpty()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isWhitespace(c) || "{}()[]\"'#^/!&>=<|,;:".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
