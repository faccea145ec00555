package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.registry.Catalogue;
import stemma.ui.common.Command;
import stemma.ui.common.Messages;
import stemma.ui.tour.TourController;
import stemma.ui.tour.TourModel;
import stemma.ui.tour.TourStep;

/// The guided look at compare and promote on the prompts of the store in front. It shows the window's own controls, and
/// promotes nothing by itself.
final class GuidedLook {
    private static final ObservableValue<Optional<Node>> NEVER = new SimpleObjectProperty<>(Optional.empty());
    private static final Runnable NOTHING = () -> {};

    private final Shell shell;
    private @Nullable TourModel running;
    private Subscription waiting = Subscription.EMPTY;

    GuidedLook(Shell shell) {
        this.shell = shell;
    }

    /// Begins, anew if it was going on.
    void start() {
        leave();
        shell.welcoming().leave();
        shell.workspace()
                .flatMap(GuidedLook::example)
                .ifPresentOrElse(example -> start(shell.view().orElseThrow(), example), () -> run(List.of(offer())));
    }

    /// Not before the prompt in front is read, or the reader would seem to have chosen it.
    private void start(WorkspaceView view, PromptId example) {
        if (view.tabs().selected().isEmpty()) {
            view.preview(example);
        }
        List<TourStep> steps = steps(view, example);
        view.tabs()
                .front()
                .map(PromptTab::history)
                .filter(history -> history.versionsProperty().get().isEmpty())
                .ifPresentOrElse(
                        history -> waiting = history.versionsProperty().subscribe((_, _) -> {
                            waiting.unsubscribe();
                            run(steps);
                        }),
                        () -> run(steps));
    }

    /// Ends it, if it is going on.
    void leave() {
        waiting.unsubscribe();
        if (running != null) {
            running.leave();
            running = null;
        }
    }

    private void run(List<TourStep> steps) {
        TourModel model = new TourModel(steps);
        running = model;
        Pane home = (Pane) shell.stage().getScene().getRoot();
        new TourController(model, home, () -> Optional.ofNullable(command("nextPane").keys().get())).start();
    }

    private Command command(String id) {
        return shell.menuCommands().stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String keys(String id) {
        return command(id).shownKeys();
    }

    /// A prompt with two versions, best one whose newest is not in production.
    private static Optional<PromptId> example(Workspace workspace) {
        List<PromptSummary> able =
                workspace.registry().catalogue().list(Catalogue.Filter.NONE, Catalogue.Order.ID).stream()
                        .filter(prompt -> prompt.versionCount() > 1)
                        .toList();
        return able.stream()
                .filter(prompt -> prompt.stages().containsKey(Stage.PRODUCTION)
                        && !prompt.head().equals(prompt.stages().get(Stage.PRODUCTION)))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .map(PromptSummary::id);
    }

    private TourStep offer() {
        return new TourStep(
                Messages.text("tour.none"),
                Messages.text("tour.none.text"),
                Messages.text("tour.none.next"),
                Optional::empty,
                NOTHING,
                NEVER,
                Optional.of(() -> {
                    leave();
                    shell.samples().open(this::start, NOTHING);
                }));
    }

    private List<TourStep> steps(WorkspaceView view, PromptId example) {
        ObservableValue<Optional<Tab>> front = view.tabs().selectedProperty();
        ObservableValue<Optional<Tab>> compare = front.map(tab -> tab.filter(found -> !(found instanceof PromptTab)));
        ObservableValue<Optional<DialogPane>> dialog =
                Bindings.createObjectBinding(GuidedLook::promoteDialog, Window.getWindows());
        String next = Messages.text("tour.next");
        return List.of(
                new TourStep(
                        Messages.text("tour.browse"),
                        Messages.text("tour.browse.text", keys("filter"), keys("nextPane")),
                        next,
                        () -> Optional.of(view.browserNode()),
                        NOTHING,
                        front.flatMap(GuidedLook::withTwoVersions).orElse(Optional.empty()),
                        Optional.of(() -> view.preview(example))),
                new TourStep(
                        Messages.text("tour.versions"),
                        Messages.text("tour.versions.text", keys("comparePrevious")),
                        next,
                        inFront(front, "#versions"),
                        () -> view.tabs().front().ifPresent(PromptTab::showVersions),
                        compare,
                        Optional.of(view::compareChosen)),
                new TourStep(
                        Messages.text("tour.colours"),
                        Messages.text("tour.colours.text"),
                        next,
                        inFront(front, ".rows-view"),
                        NOTHING,
                        NEVER,
                        Optional.empty()),
                new TourStep(
                        Messages.text("tour.promote"),
                        Messages.text("tour.promote.text", keys("promote")),
                        next,
                        () -> Optional.ofNullable(shell.stage().getScene().lookup("#promoteTool")),
                        NOTHING,
                        dialog,
                        Optional.of(view::promoteChosen)),
                new TourStep(
                        Messages.text("tour.look"),
                        Messages.text("tour.look.text", keys("nextPane")),
                        Messages.text("tour.look.next"),
                        () -> promoteDialog().map(pane -> pane.lookup("#preview")),
                        NOTHING,
                        dialog.map(open -> open.isPresent() ? Optional.empty() : Optional.of(view)),
                        Optional.of(() -> promoteDialog().ifPresent(GuidedLook::cancel))),
                new TourStep(
                        Messages.text("tour.moves"),
                        Messages.text("tour.moves.text"),
                        Messages.text("tour.done"),
                        inFront(front, ".history"),
                        () -> view.showMoves(),
                        NEVER,
                        Optional.empty()));
    }

    private static Supplier<Optional<? extends Node>> inFront(ObservableValue<Optional<Tab>> front, String selector) {
        return () -> front.getValue().map(Tab::getContent).map(content -> content.lookup(selector));
    }

    private static @Nullable ObservableValue<Optional<PromptId>> withTwoVersions(Optional<Tab> tab) {
        return tab.orElse(null) instanceof PromptTab prompt
                ? prompt.history()
                        .versionsProperty()
                        .map(versions -> versions.size() > 1 ? Optional.of(prompt.prompt()) : Optional.empty())
                : null;
    }

    private static Optional<DialogPane> promoteDialog() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .map(Scene::getRoot)
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .filter(pane -> pane.lookup(".promote") != null)
                .findFirst();
    }

    private static void cancel(DialogPane dialog) {
        ((Button) dialog.lookupButton(ButtonType.CANCEL)).fire();
    }
}
