package stemma.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import stemma.prompt.Json;

/// Says in one line what changed.
final class Summary {
    /// More changes of one kind are counted, not named.
    private static final int NAMED = 3;

    private final ChangeList list;
    private final DiffTexts texts;
    private final UnaryOperator<String> quotes;
    private final List<String> parts = new ArrayList<>();

    private Summary(ChangeList list, DiffTexts texts, UnaryOperator<String> quotes) {
        this.list = list;
        this.texts = texts;
        this.quotes = quotes;
    }

    /// With the quotes of the language around names.
    static String of(ChangeList list, Locale locale) {
        DiffTexts texts = new DiffTexts(locale);
        return of(list, texts, name -> texts.of("diff.quoted", name));
    }

    /// With names marked as code.
    static String ofCode(ChangeList list, Locale locale) {
        return of(list, new DiffTexts(locale), name -> "`" + name + "`");
    }

    private static String of(ChangeList list, DiffTexts texts, UnaryOperator<String> quotes) {
        if (list.isEmpty()) {
            return texts.of(list.ignored().isEmpty() ? "diff.none" : "diff.none.blanks");
        }
        Set<Invisible> invisible = list.invisible();
        if (!invisible.isEmpty()) {
            List<String> kinds = invisible.stream()
                    .map(kind -> texts.of("diff.invisible." + kind.name()))
                    .toList();
            return texts.of("diff.invisible", texts.list(kinds));
        }
        return new Summary(list, texts, quotes).write();
    }

    private void say(String key, Object... arguments) {
        parts.add(texts.of(key, arguments));
    }

    private String write() {
        if (has(Change.TitleChanged.class)) {
            say("diff.title");
        }
        if (has(Change.DescriptionChanged.class)) {
            say("diff.description");
        }
        all(Change.SyntaxChanged.class).forEach(change ->
                say("diff.syntax", change.before(), change.after()));
        messages();
        variables();
        counts(
                "diff.examples",
                new Count("diff.added", all(Change.ExampleInserted.class).size()),
                new Count("diff.removed", all(Change.ExampleRemoved.class).size()),
                new Count("diff.moved", all(Change.ExampleMoved.class).size()),
                new Count("diff.edited", (int) Stream.concat(
                                all(Change.ExampleInputChanged.class).stream().map(Change.ExampleInputChanged::left),
                                all(Change.ExampleOutputChanged.class).stream()
                                        .map(Change.ExampleOutputChanged::left))
                        .distinct()
                        .count()));
        values("diff.config", "diff.configs", all(Change.ConfigChanged.class));
        values("diff.metadata", "diff.metadatas", all(Change.MetadataChanged.class));
        names("tags", "diff.added", all(Change.TagAdded.class).stream().map(Change.TagAdded::tag).toList());
        names("tags", "diff.removed", all(Change.TagRemoved.class).stream().map(Change.TagRemoved::tag).toList());
        return String.join(", ", parts);
    }

    private <T extends Change> List<T> all(Class<T> type) {
        return list.changes().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private boolean has(Class<? extends Change> type) {
        return list.changes().stream().anyMatch(type::isInstance);
    }

    private record Count(String verb, int count) {}

    private void messages() {
        List<Change.OfMessage> changes = all(Change.OfMessage.class);
        if (list.left().isPlain() && list.right().isPlain()) {
            if (!changes.isEmpty()) {
                say("diff.text");
            }
            return;
        }
        if (changes.size() == 1 && onlyMessage(changes.getFirst()) instanceof String text) {
            parts.add(text);
            return;
        }
        counts(
                "diff.messages",
                new Count("diff.edited", all(Change.MessageEdited.class).size()),
                new Count("diff.moved", all(Change.MessageMoved.class).size()),
                new Count("diff.added", all(Change.MessageInserted.class).size()),
                new Count("diff.removed", all(Change.MessageRemoved.class).size()),
                new Count("diff.otherRole", all(Change.RoleChanged.class).size()));
    }

    private String onlyMessage(Change.OfMessage change) {
        return switch (change) {
            case Change.MessageEdited edited ->
                texts.of("diff.message.edited", list.right().messages().get(edited.right()).role());
            case Change.MessageMoved moved ->
                texts.of("diff.message.moved", list.right().messages().get(moved.right()).role());
            case Change.MessageInserted inserted -> texts.of("diff.message.added", inserted.message().role());
            case Change.MessageRemoved removed -> texts.of("diff.message.removed", removed.message().role());
            case Change.RoleChanged role -> texts.of("diff.role", role(role.before()), role(role.after()));
        };
    }

    private String role(String role) {
        return role.isEmpty() ? texts.of("diff.role.none") : role;
    }

    private void counts(String noun, Count... counts) {
        boolean first = true;
        for (Count count : counts) {
            if (count.count() > 0) {
                String what = first ? texts.of(noun, count.count()) : Integer.toString(count.count());
                parts.add(what + " " + texts.of(count.verb()));
                first = false;
            }
        }
    }

    private void variables() {
        names("variables", "diff.added", quoted(all(Change.VariableAdded.class).stream().map(c -> c.variable().name())));
        names(
                "variables",
                "diff.removed",
                quoted(all(Change.VariableRemoved.class).stream().map(c -> c.variable().name())));
        all(Change.VariableRenamed.class).forEach(change ->
                say("diff.variable.renamed", quotes.apply(change.before()), quotes.apply(change.after())));
        all(Change.VariableRequiredChanged.class).forEach(change ->
                say(change.required() ? "diff.variable.required" : "diff.variable.optional", quotes.apply(change.name())));
        all(Change.VariableTypeChanged.class).forEach(change ->
                say("diff.variable.type", quotes.apply(change.name())));
        all(Change.VariableDefaultChanged.class).forEach(change ->
                say("diff.variable.default", quotes.apply(change.name()), values(change.before(), change.after())));
        all(Change.VariableDescriptionChanged.class).forEach(change ->
                say("diff.variable.description", quotes.apply(change.name())));
        if (has(Change.VariableMoved.class)) {
            say("diff.variables.reordered");
        }
    }

    private List<String> quoted(Stream<String> names) {
        return names.map(quotes).toList();
    }

    private void names(String noun, String verb, List<String> names) {
        if (names.size() > NAMED) {
            parts.add(texts.of("diff.many." + noun, names.size()) + " " + texts.of(verb));
        } else if (!names.isEmpty()) {
            say("diff.named." + noun, names.size(), texts.list(names), texts.of(verb));
        }
    }

    private void values(String one, String many, List<? extends Change.OfJson> changes) {
        if (changes.size() > NAMED) {
            say(many, changes.size());
            return;
        }
        for (Change.OfJson change : changes) {
            JsonChange value = change.value();
            say(one, value.path(), values(value.before(), value.after()));
        }
    }

    private String values(Optional<Json> before, Optional<Json> after) {
        if (before.isEmpty()) {
            return after.map(value -> texts.of("diff.value.added", shown(value))).orElse("");
        }
        return after.map(value -> shown(before.get()) + " → " + shown(value)).orElseGet(() -> texts.of("diff.removed"));
    }

    private static String shown(Json value) {
        return value instanceof Json.Text text ? Words.shown(text.value()) : Words.shown(value.compact());
    }
}
