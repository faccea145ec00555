package stemma.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import stemma.prompt.Json;

/// Says in one line what changed.
final class Summary {
    /// More changes of one kind are counted, not named.
    private static final int NAMED = 3;

    private final ChangeList list;
    private final List<String> parts = new ArrayList<>();

    private Summary(ChangeList list) {
        this.list = list;
    }

    static String of(ChangeList list) {
        if (list.isEmpty()) {
            return list.ignored().isEmpty() ? "no changes" : "no changes but in blanks";
        }
        Set<Invisible> invisible = list.invisible();
        if (!invisible.isEmpty()) {
            String sentence = Invisible.sentence(invisible);
            return "d" + sentence.substring(1, sentence.length() - 1);
        }
        return new Summary(list).write();
    }

    private String write() {
        if (has(Change.TitleChanged.class)) {
            parts.add("title changed");
        }
        if (has(Change.DescriptionChanged.class)) {
            parts.add("description changed");
        }
        all(Change.SyntaxChanged.class).forEach(change ->
                parts.add("syntax " + change.before() + " → " + change.after()));
        messages();
        variables();
        counts(
                "example",
                new Count("added", all(Change.ExampleInserted.class).size()),
                new Count("removed", all(Change.ExampleRemoved.class).size()),
                new Count("moved", all(Change.ExampleMoved.class).size()),
                new Count("edited", (int) Stream.concat(
                                all(Change.ExampleInputChanged.class).stream().map(Change.ExampleInputChanged::left),
                                all(Change.ExampleOutputChanged.class).stream()
                                        .map(Change.ExampleOutputChanged::left))
                        .distinct()
                        .count()));
        values("", "config value", all(Change.ConfigChanged.class));
        values("metadata ", "metadata value", all(Change.MetadataChanged.class));
        names("tag", "added", all(Change.TagAdded.class).stream().map(Change.TagAdded::tag).toList());
        names("tag", "removed", all(Change.TagRemoved.class).stream().map(Change.TagRemoved::tag).toList());
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
                parts.add("text edited");
            }
            return;
        }
        if (changes.size() == 1 && onlyMessage(changes.getFirst()) instanceof String text) {
            parts.add(text);
            return;
        }
        counts(
                "message",
                new Count("edited", all(Change.MessageEdited.class).size()),
                new Count("moved", all(Change.MessageMoved.class).size()),
                new Count("added", all(Change.MessageInserted.class).size()),
                new Count("removed", all(Change.MessageRemoved.class).size()),
                new Count("with another role", all(Change.RoleChanged.class).size()));
    }

    private String onlyMessage(Change.OfMessage change) {
        return switch (change) {
            case Change.MessageEdited edited ->
                list.right().messages().get(edited.right()).role() + " message edited";
            case Change.MessageMoved moved -> list.right().messages().get(moved.right()).role() + " message moved";
            case Change.MessageInserted inserted -> inserted.message().role() + " message added";
            case Change.MessageRemoved removed -> removed.message().role() + " message removed";
            case Change.RoleChanged role -> "role " + role(role.before()) + " → " + role(role.after());
        };
    }

    private static String role(String role) {
        return role.isEmpty() ? "none" : role;
    }

    private void counts(String noun, Count... counts) {
        boolean first = true;
        for (Count count : counts) {
            if (count.count() > 0) {
                String what = first ? Words.count(count.count(), noun) : Integer.toString(count.count());
                parts.add(what + " " + count.verb());
                first = false;
            }
        }
    }

    private void variables() {
        names("variable", "added", quoted(all(Change.VariableAdded.class).stream().map(c -> c.variable().name())));
        names(
                "variable",
                "removed",
                quoted(all(Change.VariableRemoved.class).stream().map(c -> c.variable().name())));
        all(Change.VariableRenamed.class).forEach(change ->
                parts.add("variable `" + change.before() + "` renamed to `" + change.after() + "`"));
        all(Change.VariableRequiredChanged.class).forEach(change ->
                parts.add("variable `" + change.name() + "` " + (change.required() ? "required" : "optional")));
        all(Change.VariableTypeChanged.class).forEach(change ->
                parts.add("type of variable `" + change.name() + "` changed"));
        all(Change.VariableDefaultChanged.class).forEach(change -> parts.add("default of variable `" + change.name()
                + "` " + values(change.before(), change.after())));
        all(Change.VariableDescriptionChanged.class).forEach(change ->
                parts.add("description of variable `" + change.name() + "` edited"));
        if (has(Change.VariableMoved.class)) {
            parts.add("variables reordered");
        }
    }

    private static List<String> quoted(Stream<String> names) {
        return names.map(name -> "`" + name + "`").toList();
    }

    private void names(String noun, String verb, List<String> names) {
        if (names.size() > NAMED) {
            parts.add(Words.count(names.size(), noun) + " " + verb);
        } else if (!names.isEmpty()) {
            parts.add(noun + (names.size() == 1 ? " " : "s ") + Words.list(names) + " " + verb);
        }
    }

    private void values(String prefix, String noun, List<? extends Change.OfJson> changes) {
        if (changes.size() > NAMED) {
            parts.add(Words.count(changes.size(), noun) + " changed");
            return;
        }
        for (Change.OfJson change : changes) {
            JsonChange value = change.value();
            parts.add(prefix + value.path() + " " + values(value.before(), value.after()));
        }
    }

    private static String values(Optional<Json> before, Optional<Json> after) {
        if (before.isEmpty()) {
            return after.map(value -> shown(value) + " added").orElse("");
        }
        return after.map(value -> shown(before.get()) + " → " + shown(value)).orElse("removed");
    }

    private static String shown(Json value) {
        return value instanceof Json.Text text ? Words.shown(text.value()) : Words.shown(value.compact());
    }
}
