package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;
import stemma.store.Capability;
import stemma.ui.common.Command;
import stemma.ui.common.Messages;
import stemma.ui.compare.CompareController;
import stemma.ui.text.PromptTextEditor;

/// What single screens do, often by a key of their own, as the palette and the list of shortcuts name it. The screens act
/// on their keys themselves, so that these cannot be changed.
///
/// @param view the store in front
record ScreenCommands(Supplier<Optional<WorkspaceView>> view) {
    /// Those that bring up the finding in what is in front.
    static final Set<String> FINDING = Set.of("findInCompare", "findInText", "replaceInText");

    List<Command> all() {
        return List.of(
                ofCompare("nextChange", "compare.next", "F7", _ -> true, CompareController::next),
                ofCompare("previousChange", "compare.previous", "Shift+F7", _ -> true, CompareController::previous),
                ofCompare("blame", "compare.blame", "B", CompareController::canBlame, CompareController::blame),
                ofCompare("takeChange", "compare.take", "T", CompareController::canTake, CompareController::take),
                ofCompare(
                        "giveBack",
                        "compare.take.back",
                        "Shortcut+Z",
                        CompareController::canTake,
                        CompareController::undoTake),
                ofCompare("findInCompare", "compare.find.prompt", "Shortcut+F", _ -> true, CompareController::find),
                ofCompare("swapSides", "compare.swap", "", _ -> true, CompareController::swap),
                ofCompare("unfoldAll", "compare.unfold.all", "", _ -> true, CompareController::unfoldAll),
                ofText("findInText", "editor.text.find", "Shortcut+F", PromptTextEditor::find),
                ofText("replaceInText", "editor.text.replace", "Shortcut+H", PromptTextEditor::findAndReplace),
                ofText("nextMatch", "compare.find.next", "F3", PromptTextEditor::findNext),
                ofText("previousMatch", "compare.find.previous", "Shift+F3", PromptTextEditor::findPrevious),
                ofText("undoInText", "editor.text.undo", "Shortcut+Z", PromptTextEditor::undo),
                ofText("redoInText", "editor.text.redo", "Shortcut+Shift+Z", PromptTextEditor::redo),
                ofVersion("viewVersion", "history.view", "Enter", _ -> true, PromptTab::viewVersion),
                ofVersion("blameVersion", "compare.blame.version", "", _ -> true, PromptTab::blameVersion),
                ofVersion(
                        "deleteVersion",
                        "history.delete",
                        "Delete",
                        tab -> tab.history().can(Capability.DELETE),
                        PromptTab::deleteVersion));
    }

    private Command ofCompare(
            String id,
            String textKey,
            String keys,
            Predicate<CompareController> isEnabled,
            Consumer<CompareController> action) {
        return command(
                id,
                Messages.text("menu.compare").replace("_", ""),
                textKey,
                keys,
                () -> view.get().flatMap(WorkspaceView::frontCompare).filter(isEnabled),
                action);
    }

    private Command ofText(String id, String textKey, String keys, Consumer<PromptTextEditor> action) {
        return command(
                id,
                Messages.text("shell.tab.text"),
                textKey,
                keys,
                () -> front().filter(tab -> tab.editor().readyProperty().get()),
                tab -> tab.inText(action));
    }

    /// Of the version that is chosen in the history.
    private Command ofVersion(
            String id, String textKey, String keys, Predicate<PromptTab> isEnabled, Consumer<PromptTab> action) {
        return command(
                id,
                Messages.text("history.versions"),
                textKey,
                keys,
                () -> front().filter(tab -> tab.history().chosen().size() == 1).filter(isEnabled),
                action);
    }

    private Optional<PromptTab> front() {
        return view.get().flatMap(shown -> shown.tabs().front());
    }

    private static <S> Command command(
            String id, String place, String textKey, String keys, Supplier<Optional<S>> screen, Consumer<S> action) {
        Optional<KeyCombination> usual = Optional.of(keys).filter(text -> !text.isEmpty()).map(KeyCombination::valueOf);
        return new Command(
                id,
                place,
                Messages.text(textKey),
                usual,
                new SimpleObjectProperty<>(usual.orElse(null)),
                () -> screen.get().isPresent(),
                () -> screen.get().ifPresent(action));
    }
}
