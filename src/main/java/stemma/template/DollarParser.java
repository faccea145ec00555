package stemma.template;

import java.util.List;
import stemma.template.Expression.Origin;
import stemma.template.Expression.Path;
import stemma.template.Problem.Kind;

/// Python's `string.Template` and its relatives: `$name`, `${name}`, `$$`. A dollar before anything else, as in
/// `$5`, means itself.
final class DollarParser {
    private DollarParser() {}

    static Template parse(String text) {
        TemplateBuilder builder = new TemplateBuilder(text);
        TagScanner scanner = new TagScanner(text, "", "");
        int copied = 0;
        int i = text.indexOf('$');
        while (i >= 0) {
            int next = i + 1;
            char after = next < text.length() ? text.charAt(next) : ' ';
            int nameStart = after == '{' ? i + 2 : i + 1;
            int nameEnd = Lexeme.nameEnd(text, nameStart, text.length());
            boolean braced = after == '{';
            boolean named = nameEnd > nameStart && (!braced || text.startsWith("}", nameEnd));
            if (after == '$') {
                builder.text(copied, i);
                builder.token(Token.Kind.ESCAPE, i, i + 2);
                builder.text(i, i + 2, "$");
                next = i + 2;
                copied = next;
            } else if (named) {
                next = nameEnd + (braced ? 1 : 0);
                String name = text.substring(nameStart, nameEnd);
                builder.text(copied, i);
                builder.token(Token.Kind.VARIABLE, i, next);
                builder.use(name, nameStart, name.length(), false);
                builder.add(new Node.Print(i, next, new Path(Origin.NAME, List.of(name))));
                copied = next;
            } else if (braced) {
                int close = scanner.find("}", nameStart);
                boolean closed =
                        close >= 0 && close - nameStart <= 200 && !text.substring(nameStart, close).contains("\n");
                next = closed ? close + 1 : nameStart;
                Kind kind = !closed ? Kind.UNCLOSED_TAG : close == nameStart ? Kind.EMPTY_TAG : Kind.NOT_A_NAME;
                builder.problem(kind, i, next);
            }
            i = text.indexOf('$', next);
        }
        builder.text(copied, text.length());
        return builder.build();
    }
}
