package stemma.ui.editor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import stemma.draft.DraftText;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.template.TemplateCheck;
import stemma.template.VariableCheck;
import stemma.ui.common.Messages;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// Looks over the text a moment after it changed, away from the FX thread: what keeps it from being saved, how its
/// variables fit, and what an engine would stumble over. Used on the FX thread only.
final class Checks {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Supplier<DraftText> text;
    private final Tasks tasks;
    private final TaskSlot slot;
    private final ReadOnlyObjectWrapper<List<DraftText.Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<VariableCheck> variables =
            new ReadOnlyObjectWrapper<>(new VariableCheck(List.of()));
    private final ReadOnlyObjectWrapper<TemplateCheck> template = new ReadOnlyObjectWrapper<>(TemplateCheck.NOTHING);
    private boolean scheduled;

    private record Findings(
            List<DraftText.Problem> problems, VariableCheck variables, TemplateCheck template) {}

    Checks(Supplier<DraftText> text, Tasks tasks) {
        this.text = text;
        this.tasks = tasks;
        this.slot = new TaskSlot(tasks);
    }

    ReadOnlyObjectProperty<List<DraftText.Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<VariableCheck> variablesProperty() {
        return variables.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TemplateCheck> templateProperty() {
        return template.getReadOnlyProperty();
    }

    /// Looks again soon.
    void soon() {
        if (!scheduled) {
            scheduled = true;
            tasks.later(PAUSE, this::now);
        }
    }

    void now() {
        scheduled = false;
        DraftText snapshot = text.get();
        slot.run(
                Messages.text("editor.task.check"),
                _ -> find(snapshot),
                found -> {
                    problems.set(found.problems());
                    variables.set(found.variables());
                    template.set(found.template());
                },
                _ -> {
                    variables.set(new VariableCheck(List.of()));
                    template.set(TemplateCheck.NOTHING);
                });
    }

    private static Findings find(DraftText text) {
        Content content = checkable(text);
        return new Findings(text.problems(), VariableCheck.of(content), TemplateCheck.of(content));
    }

    /// A text that cannot be saved yet is checked all the same.
    private static Content checkable(DraftText text) {
        Map<String, Variable> declared = new LinkedHashMap<>();
        text.variables().stream()
                .map(variable -> variable.name().strip())
                .filter(name -> !name.isEmpty())
                .forEach(name -> declared.put(name, new Variable(name, "", false, Optional.empty(), "")));
        return new Content(
                "",
                "",
                text.syntax().isBlank() ? Content.DEFAULT_SYNTAX : text.syntax(),
                text.messages().stream()
                        .map(message -> new Message(Message.USER, message.text()))
                        .toList(),
                List.copyOf(declared.values()),
                List.of(),
                Json.Object.EMPTY,
                Json.Object.EMPTY);
    }
}
