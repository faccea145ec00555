package stemma.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Json;
import stemma.prompt.Variable;

/// Writes a change list as JSON; the form is told at [ChangeList#toJson()].
final class ChangeJson {
    private static final int FORMAT = 1;

    private final Map<String, Json> members = new LinkedHashMap<>();

    static Json.Object write(ChangeList list) {
        SuggestedStep step = list.suggestedStep();
        return new ChangeJson()
                .put("format", Json.Number.of(FORMAT))
                .put("summary", list.summary())
                .put(
                        "suggestedStep",
                        new ChangeJson()
                                .put("step", step.step().name().toLowerCase(Locale.ROOT))
                                .put("reason", step.reason().toString())
                                .object())
                .put("coarse", new Json.Bool(list.isCoarse()))
                .put("invisible", array(list.invisible().stream().map(ChangeJson::name).toList()))
                .put("changes", array(list.changes().stream().map(ChangeJson::write).toList()))
                .put("ignored", array(list.ignored().stream().map(ChangeJson::write).toList()))
                .object();
    }

    private static Json name(Invisible kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return new Json.Text(name.toString());
    }

    private static Json write(Change change) {
        String name = change.getClass().getSimpleName();
        ChangeJson json = new ChangeJson().put("type", Character.toLowerCase(name.charAt(0)) + name.substring(1));
        switch (change) {
            case Change.TitleChanged _, Change.DescriptionChanged _ -> {}
            case Change.ConfigChanged _, Change.MetadataChanged _ -> {}
            case Change.SyntaxChanged c -> json.put("before", c.before()).put("after", c.after());
            case Change.MessageInserted c ->
                json.right(c.right()).put("role", c.message().role()).put("text", c.message().text());
            case Change.MessageRemoved c ->
                json.left(c.left()).put("role", c.message().role()).put("text", c.message().text());
            case Change.MessageMoved c -> json.left(c.left()).right(c.right());
            case Change.RoleChanged c ->
                json.left(c.left()).right(c.right()).put("before", c.before()).put("after", c.after());
            case Change.MessageEdited c -> json.left(c.left()).right(c.right());
            case Change.VariableAdded c -> json.right(c.right()).put("variable", write(c.variable()));
            case Change.VariableRemoved c -> json.left(c.left()).put("variable", write(c.variable()));
            case Change.VariableRenamed c ->
                json.left(c.left()).right(c.right()).put("before", c.before()).put("after", c.after());
            case Change.VariableMoved c -> json.left(c.left()).right(c.right()).put("name", c.name());
            case Change.VariableTypeChanged c ->
                json.left(c.left()).put("name", c.name()).put("before", c.before()).put("after", c.after());
            case Change.VariableRequiredChanged c ->
                json.left(c.left()).put("name", c.name()).put("required", new Json.Bool(c.required()));
            case Change.VariableDefaultChanged c ->
                json.left(c.left()).put("name", c.name()).put("before", c.before()).put("after", c.after());
            case Change.VariableDescriptionChanged c -> json.left(c.left()).put("name", c.name());
            case Change.ExampleInserted c ->
                json.right(c.right())
                        .put("input", c.example().input())
                        .put("output", c.example().output());
            case Change.ExampleRemoved c ->
                json.left(c.left())
                        .put("input", c.example().input())
                        .put("output", c.example().output());
            case Change.ExampleMoved c -> json.left(c.left()).right(c.right());
            case Change.ExampleInputChanged c -> json.left(c.left()).right(c.right());
            case Change.ExampleOutputChanged c -> json.left(c.left()).right(c.right());
            case Change.TagAdded c -> json.put("tag", c.tag());
            case Change.TagRemoved c -> json.put("tag", c.tag());
        }
        if (change instanceof Change.OfText text) {
            json.put("edits", array(text.text().patch().stream().map(ChangeJson::write).toList()));
        }
        if (change instanceof Change.OfJson value) {
            json.put("path", value.value().path().toString())
                    .put("before", value.value().before())
                    .put("after", value.value().after());
        }
        return json.object();
    }

    private static Json write(TextEdit edit) {
        return new ChangeJson()
                .put("offset", Json.Number.of(edit.offset()))
                .put("length", Json.Number.of(edit.length()))
                .put("text", edit.replacement())
                .object();
    }

    private static Json write(Variable variable) {
        return new ChangeJson()
                .put("name", variable.name())
                .put("type", variable.type())
                .put("required", new Json.Bool(variable.required()))
                .put("default", variable.defaultValue())
                .put("description", variable.description())
                .object();
    }

    private static Json array(List<Json> items) {
        return new Json.Array(items);
    }

    private ChangeJson left(int place) {
        return put("left", Json.Number.of(place));
    }

    private ChangeJson right(int place) {
        return put("right", Json.Number.of(place));
    }

    private ChangeJson put(String name, String value) {
        return put(name, new Json.Text(value));
    }

    private ChangeJson put(String name, Optional<Json> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    private ChangeJson put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    private Json.Object object() {
        return new Json.Object(members);
    }
}
