package stemma.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.template.Rendering;
import stemma.template.Syntax;
import stemma.template.Syntaxes;

/// Fills values from the command line into a version, completely or not at all.
final class Filling {
    private static final Set<String> TEXT_TYPES = Set.of("string", "str", "text");

    private final Version version;
    private final Content content;
    private final Syntax syntax;

    Filling(Version version) {
        this.version = version;
        this.content = version.content();
        this.syntax = Syntaxes.of(content.syntax());
    }

    /// The messages with every variable filled in: the value that was given, else the declared default, else nothing
    /// for an optional variable.
    ///
    /// @param given `name=value` each; a value that is JSON, such as a list, is taken as such unless the variable is
    ///     declared to be text
    /// @throws Failure when a variable has no value, a value has no variable, or something cannot be filled in
    List<Message> with(List<String> given) {
        if (!syntax.isKnown()) {
            throw Failure.failed("The template syntax \"" + content.syntax() + "\" of " + named() + " is not known.");
        }
        Map<String, Json> values = values(given);
        Set<String> missing = new LinkedHashSet<>();
        for (Variable variable : content.variables()) {
            if (variable.required() && !values.containsKey(variable.name())) {
                missing.add(variable.name());
            }
        }
        List<Rendering> renderings = content.messages().stream()
                .map(message -> syntax.render(message.text(), values))
                .toList();
        renderings.forEach(rendering -> missing.addAll(rendering.missing()));
        if (!missing.isEmpty()) {
            throw Failure.failed((missing.size() == 1 ? "A value is missing for the variable " : "Values are missing for the variables ")
                    + missing.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")) + " of " + named()
                    + ".");
        }
        renderings.stream().flatMap(rendering -> rendering.problems().stream()).findFirst().ifPresent(problem -> {
            throw Failure.failed(named() + " cannot be filled in: " + problem.message() + ".");
        });
        return IntStream.range(0, renderings.size())
                .mapToObj(i -> new Message(
                        content.messages().get(i).role(), renderings.get(i).text()))
                .toList();
    }

    private Map<String, Json> values(List<String> given) {
        Map<String, Json> values = new LinkedHashMap<>();
        for (Variable variable : content.variables()) {
            variable.defaultValue().ifPresent(value -> values.put(variable.name(), value));
            if (!variable.required()) {
                values.putIfAbsent(variable.name(), new Json.Text(""));
            }
        }
        Set<String> names = names();
        for (String pair : given) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw Failure.usage("\"" + pair + "\" is not NAME=VALUE.");
            }
            String name = pair.substring(0, equals);
            if (!names.contains(name)) {
                throw Failure.usage(named() + " has no variable \"" + name + "\""
                        + (names.isEmpty() ? "." : "; it has " + String.join(", ", names) + "."));
            }
            values.put(name, value(name, pair.substring(equals + 1)));
        }
        return values;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        content.variables().forEach(variable -> names.add(variable.name()));
        content.messages().forEach(message -> syntax.occurrences(message.text()).forEach(use -> {
            names.add(use.name());
            names.add(use.path());
        }));
        return names;
    }

    private Json value(String name, String text) {
        boolean isText = content.variables().stream()
                .anyMatch(variable -> variable.name().equals(name) && TEXT_TYPES.contains(variable.type()));
        if (isText) {
            return new Json.Text(text);
        }
        try {
            return Json.parse(text) instanceof Json json && !(json instanceof Json.Text) ? json : new Json.Text(text);
        } catch (JsonException e) {
            return new Json.Text(text);
        }
    }

    private String named() {
        return version.prompt() + " " + version.label();
    }
}
