package stemma.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Json;

/// Values of expressions; remembers which variables had none. `null` means that a variable has no value.
final class Evaluator {
    /// The expression is beyond what Stemma resolves.
    static final class Unresolvable extends RuntimeException {
        Unresolvable() {
            super("left as written", null, false, false);
        }
    }

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 10_000_000;

    private final Wording wording;
    private final Set<String> missing = new LinkedHashSet<>();

    Evaluator(Wording wording) {
        this.wording = wording;
    }

    Set<String> missing() {
        return missing;
    }

    @Nullable Json value(Expression expression, Scope scope) {
        return value(expression, scope, true);
    }

    boolean isTrue(@Nullable Json value) {
        return switch (value) {
            case null -> false;
            case Json.Null() -> false;
            case Json.Bool(boolean truth) -> truth;
            case Json.Text(String text) -> !text.isEmpty();
            case Json.Number number -> number(number).signum() != 0;
            case Json.Array(List<Json> items) -> !items.isEmpty();
            case Json.Object object -> wording == Wording.MUSTACHE || !object.isEmpty();
        };
    }

    private @Nullable Json value(Expression expression, Scope scope, boolean report) {
        return switch (expression) {
            case Expression.Constant(Json value) -> value;
            case Expression.Unknown() -> throw new Unresolvable();
            case Expression.Call(String function, List<Expression> arguments) ->
                call(function, arguments, scope, report);
            case Expression.Path path -> {
                Json value = look(path, scope);
                if (value == null && report) {
                    missing.add(path.shown());
                }
                yield value;
            }
        };
    }

    private static @Nullable Json look(Expression.Path path, Scope scope) {
        List<String> steps = path.steps();
        Json value;
        int step = 0;
        switch (path.origin()) {
            case DOT -> value = scope.context();
            case ROOT -> value = scope.root();
            case NAME -> {
                value = named(steps.getFirst(), scope);
                step = 1;
            }
            case CONTEXT -> {
                value = inContext(steps.getFirst(), scope);
                step = 1;
            }
            default -> throw new IllegalStateException("no such origin");
        }
        for (; value != null && step < steps.size(); step++) {
            value = member(value, steps.get(step));
        }
        // Values are often given flat, under the dotted name.
        return value == null && steps.size() > 1 ? member(scope.root(), path.shown()) : value;
    }

    private static @Nullable Json named(String name, Scope scope) {
        for (Scope here = scope; here != null; here = here.outer()) {
            Json value = here.names().get(name);
            if (value != null) {
                return value;
            }
        }
        return member(scope.root(), name);
    }

    private static @Nullable Json inContext(String name, Scope scope) {
        for (Scope here = scope; here != null; here = here.outer()) {
            if (here.context() instanceof Json.Object object && object.members().containsKey(name)) {
                return object.members().get(name);
            }
        }
        return null;
    }

    private static @Nullable Json member(Json value, String step) {
        if (value instanceof Json.Object object) {
            return object.members().get(step);
        }
        if (value instanceof Json.Array(List<Json> items)
                && step.length() < 10
                && !step.isEmpty()
                && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int index = Integer.parseInt(step);
            return index < items.size() ? items.get(index) : null;
        }
        return null;
    }

    private @Nullable Json call(String function, List<Expression> arguments, Scope scope, boolean report) {
        if (arguments.isEmpty()) {
            throw new Unresolvable();
        }
        Expression first = arguments.getFirst();
        switch (function) {
            case "default", "d" -> {
                Json value = value(first, scope, false);
                return value != null || arguments.size() < 2 ? value : value(arguments.get(1), scope, report);
            }
            case "is defined" -> {
                return truth(value(first, scope, false) != null);
            }
            case "is undefined" -> {
                return truth(value(first, scope, false) == null);
            }
            case "choose" -> {
                boolean holds = isTrue(value(first, scope, report));
                return value(arguments.get(holds ? 1 : 2), scope, report);
            }
            case "and", "or" -> {
                Json value = value(first, scope, report);
                for (int i = 1; i < arguments.size() && isTrue(value) == function.equals("and"); i++) {
                    value = value(arguments.get(i), scope, report);
                }
                return value;
            }
            case "not" -> {
                return truth(!isTrue(value(first, scope, report)));
            }
            default -> {
                List<Json> values = new ArrayList<>();
                for (Expression argument : arguments) {
                    Json value = value(argument, scope, report);
                    if (value == null) {
                        return isComparison(function) ? truth(function.equals("!=") || function.equals("ne")) : null;
                    }
                    values.add(value);
                }
                return values.size() == 1
                        ? filter(function, values.getFirst())
                        : operate(function, values.getFirst(), values.subList(1, values.size()));
            }
        }
    }

    private static boolean isComparison(String function) {
        return switch (function) {
            case "==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "in" -> true;
            default -> false;
        };
    }

    private Json filter(String function, Json value) {
        return switch (function) {
            case "upper" -> new Json.Text(text(value).toUpperCase(Locale.ROOT));
            case "lower" -> new Json.Text(text(value).toLowerCase(Locale.ROOT));
            case "trim" -> new Json.Text(text(value).strip());
            case "capitalize" -> new Json.Text(capitalized(text(value)));
            case "string", "print" -> new Json.Text(wording.print(value));
            case "safe", "list" -> value;
            case "tojson" -> new Json.Text(value.compact());
            case "length", "count", "len" -> Json.Number.of(length(value));
            case "first" -> item(value, true);
            case "last" -> item(value, false);
            case "join" -> join(value, "");
            case "is none" -> truth(value instanceof Json.Null);
            case "is string" -> truth(value instanceof Json.Text);
            case "is number" -> truth(value instanceof Json.Number);
            case "is mapping" -> truth(value instanceof Json.Object);
            default -> throw new Unresolvable();
        };
    }

    private Json operate(String function, Json value, List<Json> others) {
        Json other = others.getFirst();
        return switch (function) {
            case "==" -> truth(isEqual(value, other));
            // Go compares its first argument with each of the others.
            case "eq" -> truth(others.stream().anyMatch(one -> isEqual(value, one)));
            case "!=", "ne" -> truth(!isEqual(value, other));
            case "<", "lt" -> truth(compare(value, other) < 0);
            case "<=", "le" -> truth(compare(value, other) <= 0);
            case ">", "gt" -> truth(compare(value, other) > 0);
            case ">=", "ge" -> truth(compare(value, other) >= 0);
            case "in" -> truth(contains(other, value));
            case "~" -> new Json.Text(joined(List.of(value, other), ""));
            case "join" -> join(value, text(other));
            default -> throw new Unresolvable();
        };
    }

    private static Json truth(boolean truth) {
        return new Json.Bool(truth);
    }

    private static String text(Json value) {
        if (value instanceof Json.Text(String text)) {
            return text;
        }
        throw new Unresolvable();
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static int length(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text.codePointCount(0, text.length());
            case Json.Array(List<Json> items) -> items.size();
            case Json.Object object -> object.members().size();
            default -> throw new Unresolvable();
        };
    }

    private static Json item(Json value, boolean first) {
        if (value instanceof Json.Array(List<Json> items) && !items.isEmpty()) {
            return first ? items.getFirst() : items.getLast();
        }
        throw new Unresolvable();
    }

    private Json join(Json value, String separator) {
        if (value instanceof Json.Array(List<Json> items)) {
            return new Json.Text(joined(items, separator));
        }
        throw new Unresolvable();
    }

    /// A text that is joined with itself again and again doubles each time.
    private String joined(List<Json> items, String separator) {
        List<String> parts = items.stream().map(wording::print).toList();
        long length = parts.stream().mapToLong(String::length).sum() + (long) separator.length() * parts.size();
        if (length > LONGEST_TEXT) {
            throw new Unresolvable();
        }
        return String.join(separator, parts);
    }

    private static boolean contains(Json container, Json value) {
        return switch (container) {
            case Json.Array(List<Json> items) -> items.stream().anyMatch(item -> isEqual(item, value));
            case Json.Text(String text) -> text.contains(text(value));
            case Json.Object object -> object.members().containsKey(text(value));
            default -> throw new Unresolvable();
        };
    }

    private static boolean isEqual(Json one, Json other) {
        return one instanceof Json.Number left && other instanceof Json.Number right
                ? number(left).compareTo(number(right)) == 0
                : one.equals(other);
    }

    private static int compare(Json one, Json other) {
        if (one instanceof Json.Number left && other instanceof Json.Number right) {
            return number(left).compareTo(number(right));
        }
        return text(one).compareTo(text(other));
    }

    private static BigDecimal number(Json.Number number) {
        try {
            if (number.value().length() <= LONGEST_NUMBER) {
                return new BigDecimal(number.value());
            }
        } catch (NumberFormatException e) {
            // An exponent beyond what Java counts.
        }
        throw new Unresolvable();
    }
}
