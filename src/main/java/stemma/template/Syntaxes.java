package stemma.template;

import java.util.List;

/// The template syntaxes that Stemma knows.
public final class Syntaxes {
    /// Text without variables.
    public static final Syntax NONE = new PlainSyntax("none", "No template", true);

    private static final List<Syntax> ALL = List.of(
            new ParsedSyntax("mustache", "Mustache {{name}}", MustacheParser::parse, Wording.MUSTACHE),
            new ParsedSyntax("jinja2", "Jinja2 {{ name }}", JinjaParser::parse, Wording.PYTHON),
            new ParsedSyntax("fstring", "Python format {name}", FormatParser::parse, Wording.PYTHON),
            new ParsedSyntax("go", "Go template {{.name}}", GoParser::parse, Wording.GO),
            new ParsedSyntax("dollar", "Dollar ${name}", DollarParser::parse, Wording.PYTHON),
            NONE);

    private Syntaxes() {}

    /// Every known syntax, the usual one first.
    public static List<Syntax> all() {
        return ALL;
    }

    /// The syntax with this id. For an id that Stemma does not know, one that finds nothing, fills in nothing and
    /// says so by [Syntax#isKnown()]: a prompt of another tool can be read and compared all the same.
    public static Syntax of(String id) {
        return ALL.stream()
                .filter(syntax -> syntax.id().equals(id))
                .findFirst()
                .orElseGet(() -> new PlainSyntax(id, id, false));
    }
}
