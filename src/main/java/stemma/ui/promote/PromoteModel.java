package stemma.ui.promote;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.registry.Promoting;
import stemma.registry.Promoting.Plan;
import stemma.store.StoreException;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// A promotion that is being considered: a stage is chosen, what it would change is shown, then it is done.
public final class PromoteModel {
    private final Promoting promoting;
    private final PromptId prompt;
    private final VersionLabel label;
    private final Supplier<String> author;
    private final Predicate<Stage> isProtected;
    private final Tasks tasks;
    private final TaskSlot planning;

    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>();
    private final StringProperty typedName = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Plan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param isProtected whether a stage asks for its name to be typed
    public PromoteModel(
            Promoting promoting,
            PromptId prompt,
            VersionLabel label,
            Supplier<String> author,
            Predicate<Stage> isProtected,
            Tasks tasks) {
        this.promoting = promoting;
        this.prompt = prompt;
        this.label = label;
        this.author = author;
        this.isProtected = isProtected;
        this.tasks = tasks;
        this.planning = new TaskSlot(tasks);
        stage.subscribe(chosen -> {
            if (chosen != null) {
                look(chosen, "");
            }
        });
    }

    private void look(Stage chosen, String shownProblem) {
        plan.set(Optional.empty());
        problem.set(shownProblem);
        planning.run(
                Messages.text("promote.looking"),
                _ -> promoting.plan(prompt, label, chosen),
                found -> {
                    plan.set(Optional.of(found));
                    if (found.direction() == Promoting.Direction.NOWHERE) {
                        problem.set(Messages.text("promote.nowhere", chosen.name(), label.value()));
                    }
                },
                e -> problem.set(Notices.explain(e)));
    }

    public PromptId prompt() {
        return prompt;
    }

    public VersionLabel label() {
        return label;
    }

    /// The stage to move; nothing is planned until one is chosen.
    public ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /// Why.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// What would happen; empty while that is being found out.
    public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// What is in the way; empty when nothing is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding canPromote() {
        return Bindings.createBooleanBinding(
                () -> plan.get().filter(this::isAllowed).isPresent(), plan, typedName);
    }

    private boolean isAllowed(Plan found) {
        return found.direction() != Promoting.Direction.NOWHERE
                && (!isProtected.test(found.stage())
                        || typedName.get().strip().equals(found.stage().name()));
    }

    /// The stage whose name must be typed; empty when the chosen one is not protected.
    public Optional<Stage> nameToType() {
        return Optional.ofNullable(stage.get()).filter(isProtected);
    }

    /// The name as far as it is typed.
    public StringProperty typedNameProperty() {
        return typedName;
    }

    /// What would happen, such as `production: 1.2.0 → 1.4.0`.
    public String move() {
        return plan.get()
                .map(found -> Messages.text(
                        "promote.move",
                        found.stage().name(),
                        found.holds().map(held -> held.label().value()).orElse(Messages.text("promote.nothing")),
                        label.value()))
                .orElse("");
    }

    /// What the button says: the act by its name.
    public String act() {
        return plan.get()
                .map(found -> Messages.text(
                        found.direction() == Promoting.Direction.BACK ? "promote.act.back" : "promote.act",
                        found.stage().name(),
                        label.value()))
                .orElse(Messages.text("promote.title"));
    }

    /// Moves the stage. When somebody else moved it meanwhile nothing happens and the plan is made anew.
    ///
    /// @param onDone gets the move
    public void promote(Consumer<StageMoved> onDone) {
        plan.get().filter(this::isAllowed).ifPresent(agreed -> tasks.run(
                Messages.text("promote.doing"),
                _ -> promoting.promote(agreed, author.get(), reason.get().strip()),
                onDone,
                e -> {
                    if (e instanceof StoreException.Conflict) {
                        look(agreed.stage(), Messages.text("promote.moved", Notices.explain(e)));
                    } else {
                        problem.set(Notices.explain(e));
                    }
                }));
    }

    /// The stage to begin with: production when the version is in staging already, else staging.
    public static Stage firstChoice(Version version, List<Stage> stages) {
        boolean staged = version.info().stages().contains(Stage.STAGING);
        Stage wanted = staged ? Stage.PRODUCTION : Stage.STAGING;
        return stages.contains(wanted) ? wanted : stages.getLast();
    }
}
