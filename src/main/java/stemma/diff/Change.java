package stemma.diff;

import java.util.Optional;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// One difference between two contents. Positions count from 0; `left` and `right` are places in the lists of the
/// left and the right content. A message, variable or example that changed in several ways has several changes.
public sealed interface Change {

    /// A change whose text can be shown side by side.
    sealed interface OfText extends Change {
        TextDiff text();
    }

    /// A change to one message.
    sealed interface OfMessage extends Change {}

    /// A change to one declared variable.
    sealed interface OfVariable extends Change {}

    /// A change to one example.
    sealed interface OfExample extends Change {}

    /// A change to one value in a JSON tree.
    sealed interface OfJson extends Change {
        JsonChange value();
    }

    record TitleChanged(TextDiff text) implements OfText {}

    record DescriptionChanged(TextDiff text) implements OfText {}

    record SyntaxChanged(String before, String after) implements Change {}

    record MessageInserted(int right, Message message) implements OfMessage {}

    record MessageRemoved(int left, Message message) implements OfMessage {}

    /// The message stands before or behind others now.
    record MessageMoved(int left, int right) implements OfMessage {}

    record RoleChanged(int left, int right, String before, String after) implements OfMessage {}

    record MessageEdited(int left, int right, TextDiff text) implements OfMessage, OfText {}

    record VariableAdded(int right, Variable variable) implements OfVariable {}

    record VariableRemoved(int left, Variable variable) implements OfVariable {}

    record VariableRenamed(int left, int right, String before, String after) implements OfVariable {}

    record VariableMoved(int left, int right, String name) implements OfVariable {}

    /// @param name on the right side, as in the other changes of a variable
    record VariableTypeChanged(int left, String name, String before, String after) implements OfVariable {}

    record VariableRequiredChanged(int left, String name, boolean required) implements OfVariable {}

    record VariableDefaultChanged(int left, String name, Optional<Json> before, Optional<Json> after)
            implements OfVariable {}

    record VariableDescriptionChanged(int left, String name, TextDiff text) implements OfVariable, OfText {}

    record ExampleInserted(int right, Example example) implements OfExample {}

    record ExampleRemoved(int left, Example example) implements OfExample {}

    record ExampleMoved(int left, int right) implements OfExample {}

    record ExampleInputChanged(int left, int right, JsonChange value) implements OfExample, OfJson {}

    record ExampleOutputChanged(int left, int right, TextDiff text) implements OfExample, OfText {}

    record ConfigChanged(JsonChange value) implements OfJson {}

    record MetadataChanged(JsonChange value) implements OfJson {}

    record TagAdded(String tag) implements Change {}

    record TagRemoved(String tag) implements Change {}
}
