package stemma.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which names an expression asks its caller for. Works on words rather than on the grammar, so that an expression
/// that Stemma cannot resolve still tells its variables.
final class JinjaNames {
    private static final Set<String> RESERVED = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None",
            "recursive", "ignore", "missing", "with", "without", "context", "as", "import",
            "self", "super", "caller", "varargs", "kwargs");
    private static final Set<String> GLOBALS =
            Set.of("range", "dict", "lipsum", "cycler", "joiner", "namespace", "super", "caller", "_", "gettext");

    /// One name and the members asked of it.
    record Use(String name, String path, int start) {}

    private JinjaNames() {}

    static List<Use> uses(List<Lexeme> lexemes) {
        List<Use> uses = new ArrayList<>();
        int brackets = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.is("(")) {
                brackets++;
            } else if (lexeme.is(")")) {
                brackets--;
            }
            if (lexeme.kind() != Lexeme.Kind.NAME || RESERVED.contains(lexeme.text()) || isPartOfAnother(lexemes, i)) {
                continue;
            }
            boolean called = at(lexemes, i + 1, "(");
            boolean argumentName = brackets > 0 && at(lexemes, i + 1, "=");
            if (argumentName || called && GLOBALS.contains(lexeme.text())) {
                continue;
            }
            StringBuilder path = new StringBuilder(lexeme.text());
            while (at(lexemes, i + 1, ".")
                    && i + 2 < lexemes.size()
                    && lexemes.get(i + 2).kind() == Lexeme.Kind.NAME
                    && !at(lexemes, i + 3, "(")) {
                path.append('.').append(lexemes.get(i + 2).text());
                i += 2;
            }
            uses.add(new Use(lexeme.text(), path.toString(), lexeme.start()));
        }
        return uses;
    }

    /// The words of a tag that are expressions rather than names being bound.
    static List<Lexeme> used(String tag, List<Lexeme> rest) {
        return switch (tag) {
            case "set" -> {
                int equals = indexOf(rest, "=");
                yield equals < 0 ? List.of() : rest.subList(equals + 1, rest.size());
            }
            case "with" -> {
                List<Lexeme> used = new ArrayList<>();
                for (int i = 0; i < rest.size(); i++) {
                    if (!at(rest, i + 1, "=")) {
                        used.add(rest.get(i));
                    }
                }
                yield used;
            }
            case "macro", "block", "filter", "call", "from", "import", "trans", "autoescape", "debug" -> List.of();
            default -> rest;
        };
    }

    /// The names that a tag makes the template's own.
    static List<String> bindings(String tag, List<Lexeme> rest) {
        List<Lexeme> named =
                switch (tag) {
                    case "set" -> {
                        int equals = indexOf(rest, "=");
                        // `{% set ns.found = true %}` changes a member and binds nothing new.
                        yield rest.subList(0, equals < 0 ? Math.min(1, rest.size()) : equals);
                    }
                    case "with" -> {
                        List<Lexeme> names = new ArrayList<>();
                        for (int i = 0; i < rest.size(); i++) {
                            if (at(rest, i + 1, "=")) {
                                names.add(rest.get(i));
                            }
                        }
                        yield names;
                    }
                    case "macro", "call", "from", "import", "trans" -> rest;
                    default -> List.of();
                };
        return named.stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.NAME && !RESERVED.contains(lexeme.text()))
                .map(Lexeme::text)
                .distinct()
                .toList();
    }

    private static boolean isPartOfAnother(List<Lexeme> lexemes, int index) {
        if (index == 0) {
            return false;
        }
        Lexeme before = lexemes.get(index - 1);
        boolean test = before.isName("is")
                || index > 1 && before.isName("not") && lexemes.get(index - 2).isName("is");
        return before.is(".") || before.is("|") || test;
    }

    private static boolean at(List<Lexeme> lexemes, int index, String mark) {
        return index < lexemes.size() && lexemes.get(index).is(mark);
    }

    private static int indexOf(List<Lexeme> lexemes, String mark) {
        for (int i = 0; i < lexemes.size(); i++) {
            if (lexemes.get(i).is(mark)) {
                return i;
            }
        }
        return -1;
    }
}
