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
import stemma.template.VariableCheck;
import stemma.ui.common.Messages;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// Looks over the text a moment after it changed, away from the FX thread: what keeps it from being saved, and how
/// its variables fit. Used on the FX thread only.
final class Checks {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Supplier<DraftText> text;
    private final Tasks tasks;
    private final TaskSlot slot;
    private final ReadOnlyObjectWrapper<List<DraftText.Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<VariableCheck> variables =
            new ReadOnlyObjectWrapper<>(new VariableCheck(List.of()));
    private boolean scheduled;

    private record Findings(List<DraftText.Problem> problems, VariableCheck variables) {}

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
                _ -> new Findings(snapshot.problems(), variables(snapshot)),
                found -> {
                    problems.set(found.problems());
                    variables.set(found.variables());
                },
                _ -> variables.set(new VariableCheck(List.of())));
    }

    /// Of a text that cannot be saved yet the variables are checked all the same.
    private static VariableCheck variables(DraftText text) {
        Map<String, Variable> declared = new LinkedHashMap<>();
        text.variables().stream()
                .map(variable -> variable.name().strip())
                .filter(name -> !name.isEmpty())
                .forEach(name -> declared.put(name, new Variable(name, "", false, Optional.empty(), "")));
        return VariableCheck.of(new Content(
                "",
                "",
                text.syntax().isBlank() ? Content.DEFAULT_SYNTAX : text.syntax(),
                text.messages().stream()
                        .map(message -> new Message(Message.USER, message.text()))
                        .toList(),
                List.copyOf(declared.values()),
                List.of(),
                Json.Object.EMPTY,
                Json.Object.EMPTY));
    }
}
