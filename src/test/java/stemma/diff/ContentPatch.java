package stemma.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// Applies changes to the left content.
final class ContentPatch {
    private String title;
    private String description;
    private String syntax;
    private final Placement<Message> messages;
    private final Placement<Variable> variables;
    private final Placement<Example> examples;
    private final Map<Integer, List<JsonChange>> inputs = new HashMap<>();
    private final List<JsonChange> config = new ArrayList<>();
    private final List<JsonChange> metadata = new ArrayList<>();

    private ContentPatch(Content left) {
        title = left.title();
        description = left.description();
        syntax = left.syntax();
        messages = new Placement<>(left.messages());
        variables = new Placement<>(left.variables());
        examples = new Placement<>(left.examples());
    }

    static Content apply(Content left, List<Change> changes) {
        try {
            ContentPatch patch = new ContentPatch(left);
            changes.forEach(patch::take);
            patch.inputs.forEach((at, inside) -> patch.examples.edit(
                    at, example -> new Example(JsonPatch.apply(example.input(), inside), example.output())));
            return new Content(
                    patch.title,
                    patch.description,
                    patch.syntax,
                    patch.messages.result(),
                    patch.variables.result(),
                    patch.examples.result(),
                    JsonPatch.apply(left.config(), patch.config),
                    JsonPatch.apply(left.metadata(), patch.metadata));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the changes were made for another content", e);
        }
    }

    private void take(Change change) {
        switch (change) {
            case Change.TitleChanged(TextDiff text) -> title = apply(text, title);
            case Change.DescriptionChanged(TextDiff text) -> description = apply(text, description);
            case Change.SyntaxChanged(_, String after) -> syntax = after;
            case Change.OfMessage message -> takeMessage(message);
            case Change.OfVariable variable -> takeVariable(variable);
            case Change.OfExample example -> takeExample(example);
            case Change.ConfigChanged(JsonChange value) -> config.add(value);
            case Change.MetadataChanged(JsonChange value) -> metadata.add(value);
            case Change.TagAdded _, Change.TagRemoved _ -> {}
        }
    }

    private static String apply(TextDiff text, String old) {
        return Patched.text(old, text.patch());
    }

    private void takeMessage(Change.OfMessage change) {
        switch (change) {
            case Change.MessageInserted(int right, Message message) -> messages.insert(right, message);
            case Change.MessageRemoved(int left, _) -> messages.remove(left);
            case Change.MessageMoved(int left, int right) -> messages.move(left, right);
            case Change.RoleChanged(int left, _, _, String after) ->
                messages.edit(left, message -> new Message(after, message.text()));
            case Change.MessageEdited(int left, _, TextDiff text) ->
                messages.edit(left, message -> new Message(message.role(), apply(text, message.text())));
        }
    }

    private void takeVariable(Change.OfVariable change) {
        switch (change) {
            case Change.VariableAdded(int right, Variable variable) -> variables.insert(right, variable);
            case Change.VariableRemoved(int left, _) -> variables.remove(left);
            case Change.VariableMoved(int left, int right, _) -> variables.move(left, right);
            case Change.VariableRenamed(int left, _, _, String after) ->
                edit(left, old -> new Variable(
                        after, old.type(), old.required(), old.defaultValue(), old.description()));
            case Change.VariableTypeChanged(int left, _, _, String after) ->
                edit(left, old -> new Variable(
                        old.name(), after, old.required(), old.defaultValue(), old.description()));
            case Change.VariableRequiredChanged(int left, _, boolean required) ->
                edit(left, old -> new Variable(
                        old.name(), old.type(), required, old.defaultValue(), old.description()));
            case Change.VariableDefaultChanged(int left, _, _, Optional<Json> after) ->
                edit(left, old -> new Variable(old.name(), old.type(), old.required(), after, old.description()));
            case Change.VariableDescriptionChanged(int left, _, TextDiff text) ->
                edit(left, old -> new Variable(
                        old.name(), old.type(), old.required(), old.defaultValue(), apply(text, old.description())));
        }
    }

    private void edit(int left, UnaryOperator<Variable> edit) {
        variables.edit(left, edit);
    }

    private void takeExample(Change.OfExample change) {
        switch (change) {
            case Change.ExampleInserted(int right, Example example) -> examples.insert(right, example);
            case Change.ExampleRemoved(int left, _) -> examples.remove(left);
            case Change.ExampleMoved(int left, int right) -> examples.move(left, right);
            case Change.ExampleInputChanged(int left, _, JsonChange value) ->
                inputs.computeIfAbsent(left, _ -> new ArrayList<>()).add(value);
            case Change.ExampleOutputChanged(int left, _, TextDiff text) ->
                examples.edit(left, example -> new Example(example.input(), apply(text, example.output())));
        }
    }
}
