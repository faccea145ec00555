package stemma.diff.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.diff.Change;
import stemma.diff.ChangeList;
import stemma.diff.JsonChange;
import stemma.diff.TextDiff;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Variable;

/// A change that is no text of a message, in words.
///
/// @param before empty when there was nothing
/// @param after empty when there is nothing any more
record Fact(String label, Optional<String> before, Optional<String> after) {

    /// Everything in a list but the texts of messages.
    static List<Fact> of(ChangeList changes) {
        List<Fact> facts = new ArrayList<>();
        changes.changes().forEach(change -> of(change).ifPresent(facts::add));
        return facts;
    }

    private static Optional<Fact> of(Change change) {
        return switch (change) {
            case Change.MessageInserted _, Change.MessageRemoved _, Change.MessageEdited _ -> Optional.empty();
            case Change.TitleChanged(TextDiff text) -> text("title", text);
            case Change.DescriptionChanged(TextDiff text) -> text("description", text);
            case Change.SyntaxChanged(String before, String after) -> both("template syntax", before, after);
            case Change.MessageMoved(int left, int right) -> both("place of message", place(left), place(right));
            case Change.RoleChanged(_, int right, String before, String after) ->
                both("role of message " + place(right), before, after);
            case Change.VariableAdded(_, Variable variable) ->
                one("variable " + variable.name(), Optional.empty(), Optional.of(details(variable)));
            case Change.VariableRemoved(_, Variable variable) ->
                one("variable " + variable.name(), Optional.of(details(variable)), Optional.empty());
            case Change.VariableRenamed(_, _, String before, String after) -> both("name of variable", before, after);
            case Change.VariableMoved(int left, int right, String name) ->
                both("place of variable " + name, place(left), place(right));
            case Change.VariableTypeChanged(_, String name, String before, String after) ->
                both("type of variable " + name, before, after);
            case Change.VariableRequiredChanged(_, String name, boolean required) ->
                both(
                        "variable " + name,
                        required ? "optional" : "required",
                        required ? "required" : "optional");
            case Change.VariableDefaultChanged(_, String name, Optional<Json> before, Optional<Json> after) ->
                one("default of variable " + name, before.map(Json::compact), after.map(Json::compact));
            case Change.VariableDescriptionChanged(_, String name, TextDiff text) ->
                text("description of variable " + name, text);
            case Change.ExampleInserted(int right, Example example) ->
                one("example " + place(right), Optional.empty(), Optional.of(details(example)));
            case Change.ExampleRemoved(int left, Example example) ->
                one("example " + place(left), Optional.of(details(example)), Optional.empty());
            case Change.ExampleMoved(int left, int right) -> both("place of example", place(left), place(right));
            case Change.ExampleInputChanged(_, int right, JsonChange value) ->
                json("input of example " + place(right) + ", ", value);
            case Change.ExampleOutputChanged(_, int right, TextDiff text) ->
                text("output of example " + place(right), text);
            case Change.ConfigChanged(JsonChange value) -> json("", value);
            case Change.MetadataChanged(JsonChange value) -> json("metadata ", value);
            case Change.TagAdded(String tag) -> one("tag", Optional.empty(), Optional.of(tag));
            case Change.TagRemoved(String tag) -> one("tag", Optional.of(tag), Optional.empty());
        };
    }

    private static String place(int index) {
        return Integer.toString(index + 1);
    }

    private static Optional<Fact> one(String label, Optional<String> before, Optional<String> after) {
        return Optional.of(new Fact(label, before, after));
    }

    private static Optional<Fact> both(String label, String before, String after) {
        return one(label, some(before), some(after));
    }

    private static Optional<Fact> text(String label, TextDiff text) {
        return both(label, text.left(), text.right());
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<Fact> json(String label, JsonChange value) {
        return one(
                label + value.path(), value.before().map(Json::compact), value.after().map(Json::compact));
    }

    private static String details(Variable variable) {
        return (variable.type().isEmpty() ? "" : variable.type() + ", ")
                + (variable.required() ? "required" : "optional")
                + variable.defaultValue().map(value -> ", default " + value.compact()).orElse("");
    }

    private static String details(Example example) {
        return example.input().compact() + " → " + example.output();
    }
}
