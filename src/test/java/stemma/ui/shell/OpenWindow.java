package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import stemma.prompt.PromptId;
import stemma.cli.Host;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.instance.Worker;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Store;
import stemma.store.Stores;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.StyleWarnings;
import stemma.ui.common.Theme.Appearance;
import stemma.update.UpdateCheck;

/// The program's window on a data folder, driven as an author would: with keys, and by pressing what is on the screen.
/// Its methods may be called on the test's thread only, and wait for what they need instead of sleeping. Errors that
/// the window shows must be expected, or [#close] fails; so it does when a style or an FXML is wrong.
final class OpenWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final int DOUBLE_CLICKS = 3;
    private static final int EFFECT_SECONDS = 5;

    final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Shell shell;
    private boolean expectsErrors;
    private boolean closed;

    private OpenWindow(Stage stage, Shell shell) {
        this.stage = stage;
        this.shell = shell;
    }

    /// Opens the window and waits until it shows a store.
    static OpenWindow on(Home home) throws Exception {
        OpenWindow window = start(home, Optional.empty());
        window.await("the store is open", () -> window.shell.view().isPresent());
        return window;
    }

    /// Opens the window and waits for nothing.
    static OpenWindow start(Home home, Optional<String> store) throws Exception {
        return start(home, new Call(store, List.of()));
    }

    /// Opens the window with what a start asks for, and waits for nothing. It may look for updates, and does not by itself.
    static OpenWindow start(Home home, Call call) throws Exception {
        return start(home, call, UpdateCheck.configured("https://updates.invalid/latest", Optional.empty(), "1.0.0"));
    }

    /// Opens the window with what a start asks for, and waits for nothing.
    ///
    /// @param updates empty where a packager wants no looking for updates
    static OpenWindow start(Home home, Call call, Optional<UpdateCheck> updates) throws Exception {
        Showcase.run(FxToolkit.registerPrimaryStage()::hide); // what another test showed there
        return start(home, call, updates, Showcase.call(Stage::new));
    }

    /// Opens the window on a stage that may show a first frame, and waits for nothing.
    static OpenWindow start(Home home, Call call, Optional<UpdateCheck> updates, Stage stage) throws Exception {
        StyleWarnings.listen();
        Platform.setImplicitExit(false);
        SingleInstance instance =
                SingleInstance.claim(home.folder()).orElseThrow(() -> new IOException("a window is open there"));
        OpenStores open = new OpenStores();
        Worker worker = new Host(home, Stores.discovered(), open);
        StartOptions options = new StartOptions(
                home,
                Settings.load(home.settingsFile()),
                Stores.discovered(),
                call,
                instance,
                worker,
                open,
                "0.0-test",
                updates);
        Shell shell = new Shell(options);
        Showcase.run(() -> shell.start(stage));
        return new OpenWindow(stage, shell);
    }

    Shell shell() {
        return shell;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    WorkspaceView view() {
        return shell.view().orElseThrow();
    }

    /// The open store, as another author reaches it.
    Store store() {
        return shell.workspace().orElseThrow().registry().store();
    }

    /// Waits until something holds; it is asked on the FX thread.
    void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFxThread(condition));
        } catch (TimeoutException e) {
            picture("failed");
            throw new AssertionError(
                    "not within " + PATIENCE_SECONDS + " s: " + what + "; the keyboard is in " + keyboardOwner()
                            + ", the window in front is " + (front().isFocused() ? "" : "not ") + "chosen; shown: "
                            + texts(),
                    e);
        }
    }

    /// As [Showcase#call], without waiting for what the call brings about.
    private static <T> T onFxThread(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Everything that can be read in the windows now.
    String texts() {
        return Showcase.call(() -> all(Node.class).stream()
                .map(OpenWindow::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" | ")));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> Objects.requireNonNullElse(labeled.getText(), "");
            case TextInputControl input -> Objects.requireNonNullElse(input.getText(), "");
            case javafx.scene.text.Text text -> Objects.requireNonNullElse(text.getText(), "");
            default -> "";
        };
    }

    /// Waits until a text can be read somewhere.
    void awaitText(String text) {
        await("the text " + text, () -> all(Node.class).stream().anyMatch(node -> text(node).contains(text)));
    }

    /// Waits for a visible node and gives it back.
    <N extends Node> N find(Class<N> type, Predicate<N> wanted) {
        await("a " + type.getSimpleName(), () -> all(type).stream().anyMatch(wanted));
        return Showcase.call(() -> all(type).stream().filter(wanted).findFirst().orElseThrow());
    }

    <N extends Node> N find(Class<N> type, String styleClassOrId) {
        return find(type, node ->
                styleClassOrId.equals(node.getId()) || node.getStyleClass().contains(styleClassOrId));
    }

    /// Every node that is shown, of every window of the program; the front window's come first.
    private <N extends Node> List<N> all(Class<N> type) {
        List<N> found = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            if (window.isShowing()) {
                collect(window.getScene().getRoot(), type, found);
            }
        }
        return found;
    }

    private static <N extends Node> void collect(Node node, Class<N> type, List<N> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    /// Presses the button that says this, in the front window that has one.
    void press(String text) {
        press(button(text));
    }

    void press(ButtonBase button) {
        await("the button " + button.getText() + " can be pressed", () -> !button.isDisabled());
        Platform.runLater(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    ButtonBase button(String text) {
        return find(ButtonBase.class, button -> text.equals(button.getText()));
    }

    /// Waits until no button says this.
    void awaitNoButton(String text) {
        await("no button " + text, () -> all(ButtonBase.class).stream().noneMatch(b -> text.equals(b.getText())));
    }

    boolean hasButton(String text) {
        return Showcase.call(() -> all(ButtonBase.class).stream().anyMatch(button -> text.equals(button.getText())));
    }

    /// What has the keyboard in the front window.
    @Nullable Node keyboardOwner() {
        return Showcase.call(this::keyboardOwnerNow);
    }

    /// As [#keyboardOwner], for conditions, which are asked on the FX thread.
    @Nullable Node keyboardOwnerNow() {
        return frontNow().getScene().getFocusOwner();
    }

    /// Presses keys as a menu names them, such as `Shortcut+S`, in the window that has the keyboard.
    void keys(String... combinations) {
        for (String combination : combinations) {
            robot.push((KeyCodeCombination) KeyCombination.valueOf(combination));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /// Presses keys one after the other.
    void keys(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /// Types into a field, which has the keyboard or gets it by itself.
    void typeInto(String id, String text) {
        TextInputControl field = find(TextInputControl.class, id);
        await("the keyboard is in " + id, field::isFocused);
        type(text);
    }

    /// Types into what has the keyboard in the front window.
    void type(String text) {
        robot.targetWindow(front());
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Double-clicks until that had its effect: on a busy machine the two clicks can be too far apart.
    void doubleClick(Node node, String effect, Callable<Boolean> hasHappened) {
        await("there is a place to click", () -> node.localToScreen(node.getBoundsInLocal()) != null);
        for (int attempt = 0; attempt < DOUBLE_CLICKS; attempt++) {
            robot.doubleClickOn(node);
            try {
                WaitForAsyncUtils.waitFor(EFFECT_SECONDS, TimeUnit.SECONDS, () -> onFxThread(hasHappened));
                return;
            } catch (TimeoutException slow) {
                // Once more.
            }
        }
        await(effect, hasHappened);
    }

    /// Waits until a prompt is in front and can be edited.
    PromptTab awaitFront(String prompt) {
        PromptId id = new PromptId(prompt);
        await(prompt + " is in front", () -> view().tabs()
                .front()
                .filter(tab -> tab.prompt().equals(id))
                .filter(tab -> tab.editor().readyProperty().get())
                .filter(tab -> !tab.history().versionsProperty().get().isEmpty())
                .isPresent());
        return view().tabs().front().orElseThrow();
    }

    /// Opens a prompt as a double-click on its row does.
    PromptTab open(String prompt) {
        await(prompt + " is listed", () -> view().browserModel().shownProperty().get().rows().stream()
                .anyMatch(row -> row.id().value().equals(prompt)));
        Showcase.run(() -> view().open(new PromptId(prompt)));
        return awaitFront(prompt);
    }

    /// Puts the keyboard at the beginning of the first message of the prompt in front and types.
    void typeIntoPrompt(String text) {
        Showcase.run(() -> view().tabs().front().orElseThrow().focusText());
        await("the editor has the keyboard", () -> scene().getFocusOwner() != null
                && scene().getFocusOwner().getClass().getName().startsWith("stemma.ui.text"));
        type(text);
    }

    /// The list of versions of the prompt in front.
    ListView<?> versions() {
        return find(ListView.class, list -> "versions".equals(list.getId()));
    }

    /// Chooses a version in the history of the prompt in front.
    void choose(String label) {
        ListView<?> list = versions();
        Showcase.run(() -> {
            int row = view().tabs().front().orElseThrow().history().versionsProperty().get().stream()
                    .map(version -> version.label().value())
                    .toList()
                    .indexOf(label);
            assertThat(row).as("row of " + label).isNotNegative();
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(row);
        });
    }

    /// What the tabs of the middle say, from left to right.
    List<String> tabTexts() {
        return Showcase.call(() -> scene().getRoot().lookupAll(".prompt-tabs").stream()
                .flatMap(pane -> ((TabPane) pane).getTabs().stream())
                .map(Tab::getText)
                .toList());
    }

    /// A picture of a window; of the dialog in front if there is one.
    void picture(String name) {
        pictureTo("flow/" + name);
    }

    /// As [#picture], at another place among the pictures.
    void pictureTo(String path) {
        settle();
        Pictures.save(front().getScene(), path);
    }

    /// The window in front: a dialog, if there is one.
    private Window front() {
        return Showcase.call(this::frontNow);
    }

    private Window frontNow() {
        return List.copyOf(Window.getWindows()).reversed().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .findFirst()
                .orElse(stage);
    }

    /// A picture in light and one in dark; the window is light afterwards.
    void pictures(String name) {
        picture(name + "-light");
        Showcase.run(() -> shell.model().appearanceProperty().set(Appearance.DARK));
        picture(name + "-dark");
        Showcase.run(() -> shell.model().appearanceProperty().set(Appearance.LIGHT));
    }

    /// Lets what was asked for on the FX thread happen, and the scene be laid out.
    void settle() {
        for (int i = 0; i < 2; i++) {
            Showcase.run(() -> {
                for (Window window : Window.getWindows()) {
                    window.getScene().getRoot().applyCss();
                    window.getScene().getRoot().layout();
                }
            });
        }
    }

    /// The errors that are shown.
    List<String> errors() {
        return Showcase.call(() -> all(Node.class).stream()
                .filter(node -> node.getStyleClass().containsAll(List.of("notice", "error")))
                .map(Node::getAccessibleText)
                .toList());
    }

    void expectErrors() {
        expectsErrors = true;
    }

    /// Closes the window as its close button does.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<String> errors = errors();
        Showcase.run(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window != stage) {
                    window.hide();
                }
            }
        });
        Showcase.run(shell::close);
        await("the stores are closed", () -> !isClosing());
        List<String> warnings = StyleWarnings.taken();
        Showcase.run(this::empty);
        StyleWarnings.taken(); // a menu without its scene has no theme
        assertThat(warnings).as("what JavaFX says of styles and FXML").isEmpty();
        if (!expectsErrors) {
            assertThat(errors).as("errors shown in the window").isEmpty();
        }
    }

    private static boolean isClosing() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("stemma-closing"));
    }

    /// The headless toolkit keeps every stage that was ever active, and each window is 25 MB.
    private void empty() {
        stage.setScene(null);
        stage.setOnCloseRequest(null);
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }
}
