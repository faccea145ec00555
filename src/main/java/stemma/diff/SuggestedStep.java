package stemma.diff;

import stemma.prompt.Sentence;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel.Step;

/// How far a new version goes, and the change that says so.
///
/// @param reason one sentence
public record SuggestedStep(Step step, Sentence reason) {

    static SuggestedStep of(ChangeList list) {
        SuggestedStep best = new SuggestedStep(
                Step.PATCH, list.isEmpty() ? Sentence.of("Nothing changed.") : Sentence.of("Only wording and values changed."));
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
            case Change.SyntaxChanged(_, String after) -> major(Sentence.of("The template syntax is {0} now.", after));
            case Change.MessageInserted(_, var message) ->
                minor(message.isPlain()
                        ? Sentence.of("A message was added.")
                        : Sentence.of("A {0} message was added.", message.role()));
            case Change.MessageRemoved(_, var message) ->
                minor(message.isPlain()
                        ? Sentence.of("A message was removed.")
                        : Sentence.of("A {0} message was removed.", message.role()));
            case Change.MessageMoved _ -> minor(Sentence.of("The order of the messages changed."));
            case Change.RoleChanged(_, _, String before, String after) ->
                before.isEmpty() || after.isEmpty()
                        ? minor(
                                after.isEmpty()
                                        ? Sentence.of("The chat became plain text.")
                                        : Sentence.of("The plain text became a chat."))
                        : minor(Sentence.of("A {0} message is a {1} message now.", before, after));
            case Change.ExampleInserted _ -> minor(Sentence.of("An example was added."));
            case Change.ConfigChanged(JsonChange value) -> ofConfig(value);
            default -> new SuggestedStep(Step.PATCH, Sentence.NONE);
        };
    }

    private static SuggestedStep ofConfig(JsonChange value) {
        if (value.before().isEmpty()) {
            return minor(Sentence.of("The config has {0} now.", value.path()));
        }
        return value.after().isEmpty()
                ? minor(Sentence.of("The config lost {0}.", value.path()))
                : new SuggestedStep(Step.PATCH, Sentence.NONE);
    }

    private static SuggestedStep ofVariable(Change.OfVariable change) {
        return switch (change) {
            case Change.VariableAdded(_, Variable variable) ->
                variable.required() && variable.defaultValue().isEmpty()
                        ? major(Sentence.of("The new variable \"{0}\" is required: callers must give it.", variable.name()))
                        : minor(Sentence.of("The new variable \"{0}\" is optional.", variable.name()));
            case Change.VariableRemoved(_, Variable variable) ->
                major(Sentence.of("The variable \"{0}\" was removed: callers must stop giving it.", variable.name()));
            case Change.VariableRenamed(_, _, String before, String after) ->
                major(Sentence.of("The variable \"{0}\" is called \"{1}\" now: callers must rename it.", before, after));
            case Change.VariableTypeChanged(_, String name, String before, String after) ->
                before.isEmpty() || after.isEmpty()
                        ? new SuggestedStep(Step.PATCH, Sentence.NONE)
                        : major(Sentence.of("The variable \"{0}\" is of type {1} now.", name, after));
            case Change.VariableRequiredChanged(_, String name, boolean required) ->
                required
                        ? major(Sentence.of("The variable \"{0}\" is required now: callers must give it.", name))
                        : minor(Sentence.of("The variable \"{0}\" is optional now.", name));
            default -> new SuggestedStep(Step.PATCH, Sentence.NONE);
        };
    }

    private static SuggestedStep minor(Sentence reason) {
        return new SuggestedStep(Step.MINOR, reason);
    }

    private static SuggestedStep major(Sentence reason) {
        return new SuggestedStep(Step.MAJOR, reason);
    }
}
