package stemma.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import stemma.store.Secret;

/// Dialogs over a window.
public final class FxDialogs implements Dialogs {
    /// What the desktop puts around a dialog, at most.
    private static final double TITLE_BAR = 48;

    /// The height of a pane's scene before it began to grow: a window takes its new size later.
    private static final String GROWN_FROM = "stemma.grownFrom";

    /// Longer texts are wrapped, in heights of their letters.
    private static final double WIDTH_IN_LETTERS = 33;

    private final Supplier<Window> owner;
    private final Theme theme;

    public FxDialogs(Supplier<Window> owner, Theme theme) {
        this.owner = owner;
        this.theme = theme;
    }

    @Override
    public boolean confirm(String title, String text, String act) {
        ButtonType doIt = new ButtonType(act, ButtonData.OK_DONE);
        return ask(title, wrapped(text, theme.textSizeProperty().get()), doIt, ButtonType.CANCEL)
                .filter(doIt::equals)
                .isPresent();
    }

    /// A dialog asks what it shows how wide it likes to be and not how wide it may be; a box minds both.
    static Region wrapped(String text, double letters) {
        Label label = new Label(text);
        ShapedText.wrap(label);
        if (label.isWrapText()) {
            label.setMaxWidth(WIDTH_IN_LETTERS * letters);
        }
        return new VBox(label);
    }

    @Override
    public Optional<String> askText(
            String title, String label, String initial, String act, Function<String, Optional<String>> problem) {
        TextField field = new TextField(initial);
        field.setPrefColumnCount(36);
        Label name = new Label(label);
        name.setLabelFor(field);
        Label hint = new Label();
        hint.getStyleClass().add("problem");
        hint.textProperty().bind(field.textProperty().map(text -> problem.apply(text).orElse("")));
        ShapedText.wrap(hint);
        hint.setPrefWidth(0);
        hint.setMaxWidth(Double.MAX_VALUE);
        ButtonType doIt = new ButtonType(act, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(title, new VBox(8, name, field, hint), doIt, ButtonType.CANCEL);
        dialog.getDialogPane()
                .lookupButton(doIt)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> problem.apply(field.getText()).isPresent(), field.textProperty()));
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(() -> {
            field.requestFocus();
            // A suggested folder is what the name begins with.
            if (initial.endsWith("/")) {
                field.end();
            } else {
                field.selectAll();
            }
        }));
        return dialog.showAndWait().filter(doIt::equals).map(_ -> field.getText());
    }

    /// Asks for something that must not be seen while it is typed.
    public Optional<Secret> askSecret(String title, String label, String act) {
        PasswordField field = new PasswordField();
        field.setPrefColumnCount(28);
        Label name = new Label(label);
        name.setLabelFor(field);
        ButtonType doIt = new ButtonType(act, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(title, new VBox(8, name, field), doIt, ButtonType.CANCEL);
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(field::requestFocus));
        return dialog.showAndWait().filter(doIt::equals).map(_ -> new Secret(field.getText()));
    }

    @Override
    public Optional<Path> askFileToOpen(String title, String kind, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    /// Asks for any number of files.
    ///
    /// @return none when the author gave up
    public List<Path> askFilesToOpen(String title, String kind, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        return Optional.ofNullable(chooser.showOpenMultipleDialog(owner.get())).stream()
                .flatMap(List::stream)
                .map(File::toPath)
                .toList();
    }

    @Override
    public Optional<Path> askFileToSave(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(file -> withEnding(file.toPath(), suggestedName));
    }

    /// Gives a file that was named without an ending the one that was suggested, so that it is found again by it. The
    /// chooser asked whether the named file may be written over, and no other.
    static Path withEnding(Path file, String suggestedName) {
        String name = file.getFileName().toString();
        int dot = suggestedName.lastIndexOf('.');
        if (dot < 0 || name.contains(".") || Files.exists(file)) {
            return file;
        }
        Path ended = file.resolveSibling(name + suggestedName.substring(dot));
        return Files.exists(ended) ? file : ended;
    }

    @Override
    public Optional<Path> askFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    @Override
    public void show(String title, String header, String text) {
        ask(title, listed(title, header, text), ButtonType.CLOSE);
    }

    /// Asks whether to do what a list tells.
    public boolean confirmListed(String title, String header, String list, String act) {
        ButtonType doIt = new ButtonType(act, ButtonData.OK_DONE);
        return ask(title, listed(title, header, list), doIt, ButtonType.CANCEL)
                .filter(doIt::equals)
                .isPresent();
    }

    private static Node listed(String title, String header, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        ShapedText.wrap(area);
        area.setPrefHeight(320);
        area.setAccessibleText(title);
        Label name = new Label(header);
        ShapedText.wrap(name);
        name.setLabelFor(area);
        VBox content = new VBox(10, name, area);
        content.setPrefWidth(640);
        return content;
    }

    /// Shows a dialog of a screen's own making, dressed like the window.
    ///
    /// @return the button that closed it
    public Optional<ButtonType> ask(String title, Node content, ButtonType... buttons) {
        return dialog(title, content, buttons).showAndWait();
    }

    /// Buttons of one width would cut the text of those that name their act, which may come later.
    private static void keepWhole(Button button) {
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// A dialog of a screen's own making, dressed like the window and not shown yet.
    public Dialog<ButtonType> dialog(String title, Node content, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        pane.getButtonTypes().addAll(buttons);
        ButtonBar bar = (ButtonBar) pane.lookup(".button-bar");
        bar.setSkin(new WrappingButtons(bar));
        for (ButtonType button : buttons) {
            keepWhole((Button) pane.lookupButton(button));
        }
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveFromList(pane, event));
        pane.addEventFilter(KeyEvent.KEY_PRESSED, FxDialogs::goOnFromText);
        theme.dress(pane.getScene());
        LostKeyboard.giveBack(pane.getScene());
        keepDividers(pane.getScene(), content);
        Subscription growing = theme.textSizeProperty()
                .subscribe((_, _) -> onceLaidOut(pane, () -> grow(pane)))
                .and(pane.needsLayoutProperty().subscribe((_, needs) -> {
                    if (needs) {
                        onceLaidOut(pane, () -> keepRoom(pane));
                    }
                }));
        pane.getScene().getWindow().addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> growing.unsubscribe());
        dialog.setOnShowing(_ -> {
            WrappingButtons.focusDefault(bar);
            Rectangle2D screen = screen().getVisualBounds();
            keepOnScreen(pane, screen.getWidth(), screen.getHeight() - TITLE_BAR);
            keepAfter(screen.getMinX(), dialog.xProperty(), dialog::setX, dialog);
            keepAfter(screen.getMinY(), dialog.yProperty(), dialog::setY, dialog);
        });
        return dialog;
    }

    /// The toolkit lays a dialog out before it has its width, and shares what comes then among both sides of a divider.
    private static void keepDividers(Scene scene, Node content) {
        for (Node node : content.lookupAll(".split-pane")) {
            if (node instanceof SplitPane split) {
                double[] places = split.getDividerPositions();
                scene.getWindow()
                        .addEventHandler(
                                WindowEvent.WINDOW_SHOWN,
                                _ -> AfterLayout.once(scene, () -> split.setDividerPositions(places)));
            }
        }
    }

    /// The toolkit centers a dialog on its window, beyond the screen's edge when the window is small and stands there.
    /// Once it is shown, people may move it where they like.
    private static void keepAfter(
            double edge, ReadOnlyDoubleProperty place, DoubleConsumer move, Dialog<ButtonType> dialog) {
        ChangeListener<Number> limit = (_, _, now) -> {
            if (now.doubleValue() < edge) {
                move.accept(edge);
            }
        };
        place.addListener(limit);
        // A dialog says that it is shown before it has a place; its window says so afterwards.
        dialog.getDialogPane()
                .getScene()
                .getWindow()
                .addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> place.removeListener(limit));
    }

    /// A dialog whose buttons are beyond the screen's edge cannot be answered: what is wider is wrapped, what is higher
    /// scrolls.
    static void keepOnScreen(DialogPane pane, double width, double height) {
        keepNarrow(pane, width);
        if (pane.prefHeight(pane.prefWidth(-1)) <= height) {
            return;
        }
        ScrollPane scroll = new UncachedScrollPane(pane.getContent());
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        pane.setContent(scroll);
        pane.setPrefHeight(height);
        // The margin is around what scrolls now, and no longer a part of its width.
        keepNarrow(pane, width);
    }

    private static void keepNarrow(DialogPane pane, double width) {
        pane.applyCss();
        if (pane.prefWidth(-1) > width) {
            pane.setPrefWidth(width);
        }
    }

    private static void onceLaidOut(DialogPane pane, Runnable action) {
        AfterLayout.once(pane.getScene(), action);
    }

    /// What is wrong with a field is said later, and can need more lines than there are.
    private void keepRoom(DialogPane pane) {
        Scene scene = pane.getScene();
        boolean isGrowing = Objects.equals(pane.getProperties().get(GROWN_FROM), scene.getHeight());
        if (!isGrowing && scene.getWindow().isShowing() && pane.minHeight(scene.getWidth()) > scene.getHeight()) {
            grow(pane);
        }
    }

    /// Makes a shown dialog as large as its text needs now, as far as the screen goes.
    private void grow(DialogPane pane) {
        Rectangle2D screen = screen().getVisualBounds();
        Window window = pane.getScene().getWindow();
        keepOnScreen(pane, screen.getWidth(), screen.getHeight() - TITLE_BAR);
        // The pane can be larger than the scene, which is what can be seen of it.
        Scene scene = pane.getScene();
        pane.getProperties().put(GROWN_FROM, scene.getHeight());
        double width = Math.max(scene.getWidth(), pane.prefWidth(-1));
        double height = Math.max(scene.getHeight(), pane.prefHeight(width));
        window.setWidth(window.getWidth() + width - scene.getWidth());
        window.setHeight(window.getHeight() + height - scene.getHeight());
        window.setX(Math.max(screen.getMinX(), Math.min(window.getX(), screen.getMaxX() - window.getWidth())));
        window.setY(Math.max(screen.getMinY(), Math.min(window.getY(), screen.getMaxY() - window.getHeight())));
    }

    private Screen screen() {
        Window window = owner.get();
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight()).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
    }

    /// A text area takes the Tab key for itself; in a dialog it leads to the next field, as from every other one.
    private static void goOnFromText(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB
                && event.getTarget() instanceof TextArea area
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()) {
            event.consume();
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    /// A list keeps Escape to itself, even when nothing in it is edited.
    private static void leaveFromList(DialogPane pane, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && event.getTarget() instanceof ListView<?> list
                && list.getEditingIndex() < 0) {
            pane.getButtonTypes().stream()
                    .filter(type -> type.getButtonData().isCancelButton())
                    .findFirst()
                    .ifPresent(type -> {
                        event.consume();
                        ((Button) pane.lookupButton(type)).fire();
                    });
        }
    }
}
