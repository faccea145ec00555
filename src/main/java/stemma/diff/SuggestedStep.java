package stemma.diff;

import stemma.prompt.Variable;
import stemma.prompt.VersionLabel.Step;

/// How far a new version goes, and the change that says so.
///
/// @param reason one sentence
public record SuggestedStep(Step step, String reason) {

    static SuggestedStep of(ChangeList list) {
        SuggestedStep best = new SuggestedStep(
                Step.PATCH, list.isEmpty() ? "Nothing changed." : "Only wording and values changed.");
        for (Change change : list.changes()) {
            SuggestedStep step = of(change);
            if (step.step().compareTo(best.step()) > 0) {
                best = step;
            }
        }
        return best;
    }

    private static SuggestedStep of(Change change) {
        return switch (change) {
            case Change.OfVariable variable -> ofVariable(variable);
            case Change.SyntaxChanged(_, String after) -> major("The template syntax is " + after + " now.");
            case Change.MessageInserted(_, var message) ->
                minor(message.isPlain() ? "A message was added." : "A " + message.role() + " message was added.");
            case Change.MessageRemoved(_, var message) ->
                minor(message.isPlain() ? "A message was removed." : "A " + message.role() + " message was removed.");
            case Change.MessageMoved _ -> minor("The order of the messages changed.");
            case Change.RoleChanged(_, _, String before, String after) ->
                before.isEmpty() || after.isEmpty()
                        ? minor(after.isEmpty() ? "The chat became plain text." : "The plain text became a chat.")
                        : minor("A " + before + " message is a " + after + " message now.");
            case Change.ExampleInserted _ -> minor("An example was added.");
            case Change.ConfigChanged(JsonChange value) -> ofConfig(value);
            default -> new SuggestedStep(Step.PATCH, "");
        };
    }

    private static SuggestedStep ofConfig(JsonChange value) {
        if (value.before().isEmpty()) {
            return minor("The config has " + value.path() + " now.");
        }
        return value.after().isEmpty()
                ? minor("The config lost " + value.path() + ".")
                : new SuggestedStep(Step.PATCH, "");
    }

    private static SuggestedStep ofVariable(Change.OfVariable change) {
        return switch (change) {
            case Change.VariableAdded(_, Variable variable) ->
                variable.required() && variable.defaultValue().isEmpty()
                        ? major("The new variable `" + variable.name() + "` is required: callers must give it.")
                        : minor("The new variable `" + variable.name() + "` is optional.");
            case Change.VariableRemoved(_, Variable variable) ->
                major("The variable `" + variable.name() + "` was removed: callers must stop giving it.");
            case Change.VariableRenamed(_, _, String before, String after) ->
                major("The variable `" + before + "` is called `" + after + "` now: callers must rename it.");
            case Change.VariableTypeChanged(_, String name, String before, String after) ->
                before.isEmpty() || after.isEmpty()
                        ? new SuggestedStep(Step.PATCH, "")
                        : major("The variable `" + name + "` is of type " + after + " now.");
            case Change.VariableRequiredChanged(_, String name, boolean required) ->
                required
                        ? major("The variable `" + name + "` is required now: callers must give it.")
                        : minor("The variable `" + name + "` is optional now.");
            default -> new SuggestedStep(Step.PATCH, "");
        };
    }

    private static SuggestedStep minor(String reason) {
        return new SuggestedStep(Step.MINOR, reason);
    }

    private static SuggestedStep major(String reason) {
        return new SuggestedStep(Step.MAJOR, reason);
    }
}
