package stemma.ui.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXMLLoader;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import stemma.template.Syntax;
import stemma.ui.common.Messages;
import stemma.ui.text.TextSearch.Match;

/// The editor's text control. Shows one text in full and gives it back to the last character: line ends (each
/// line its own), control and zero-width characters, byte order marks, everything; see [ShownText].
///
/// Two controls stand behind it. RichTextFX colours and numbers lines, but takes time quadratic in the length of
/// one paragraph (29 ms a keystroke at 10,000 characters, 347 ms at 50,000). A text with a paragraph of more than
/// [#LONGEST_COLOURED_PARAGRAPH] characters is therefore shown in JavaFX's plain text area (13 ms at 50,000), and
/// goes back when its longest paragraph is shorter than four fifths of that. Undo, selection and focus are the
/// editor's own and survive the change.
///
/// Keys are told in [EditorKeys]. For the FX thread only.
public final class PromptTextEditor {
    /// In `char`s. Prose of this length in one paragraph costs RichTextFX about 10 ms a keystroke on a free machine;
    /// a paragraph with hundreds of coloured pieces would cost many times that, see [Highlighter#MOST_IN_A_LINE].
    public static final int LONGEST_COLOURED_PARAGRAPH = 5_000;

    private static final String TEXTS = "stemma.ui.text.messages";
    private static final Duration PAUSE = Duration.millis(150);
    private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("readonly");
    private static final PseudoClass MONOSPACED = PseudoClass.getPseudoClass("monospaced");
    private static final double DEFAULT_FONT_SIZE = 14;

    private final Colouring colouring;
    private final EditHistory history = new EditHistory(System::nanoTime);
    private final VBox root = new VBox();
    private final StackPane holder = new StackPane();
    private final FindModel findModel;
    private @Nullable FindBarController findBar;
    private final EditorKeys keys = new EditorKeys(this);
    private final EditorMenu menu;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
    private final BooleanProperty lineNumbers = new SimpleBooleanProperty(this, "lineNumbers", true);
    private final BooleanProperty growing = new SimpleBooleanProperty(this, "growing");
    private final BooleanProperty monospaced = new SimpleBooleanProperty(this, "monospaced", true);
    private final DoubleProperty fontSize = new SimpleDoubleProperty(this, "fontSize", DEFAULT_FONT_SIZE);
    private final StringProperty promptText = new SimpleStringProperty(this, "promptText", "");
    private final StringProperty accessibleText = new SimpleStringProperty(this, "accessibleText", "");
    private final ExactText text = new ExactText();
    private ShownText translation = ShownText.of("");
    private TextSurface surface;
    private boolean quiet;
    private boolean settling;

    /// An empty, editable text.
    ///
    /// @param background computes the colours of large texts
    public PromptTextEditor(Executor background) {
        colouring = new Colouring(background);
        ResourceBundle messages = Messages.bundle(TEXTS);
        findModel = new FindModel(new Found(), messages);
        menu = new EditorMenu(this, messages);
        root.getStyleClass().add("prompt-editor");
        // RichTextFX draws the grounds of words at the wrong place when it is mirrored.
        root.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        root.getStylesheets().add(resource("text.css"));
        root.getChildren().setAll(holder);
        VBox.setVgrow(holder, Priority.ALWAYS);
        surface = show(new RichSurface(new Owner()));
        holder.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        holder.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
        holder.addEventFilter(ScrollEvent.ANY, this::passOn);
        pause.setOnFinished(event -> settle());
        editable.subscribe(is -> {
            surface.setEditable(is);
            root.pseudoClassStateChanged(READ_ONLY, !is);
        });
        lineNumbers.subscribe(is -> surface.setLineNumbers(is));
        growing.subscribe(is -> surface.setGrowing(is));
        monospaced.subscribe(is -> root.pseudoClassStateChanged(MONOSPACED, is));
        fontSize.subscribe(size ->
                holder.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size.doubleValue())));
        promptText.subscribe(prompt -> surface.setPromptText(prompt));
        accessibleText.subscribe(words -> surface.control().setAccessibleText(words));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(PromptTextEditor.class.getResource(name), name).toExternalForm();
    }

    /// The find bar, made when it is first wanted: a long chat has many texts and rarely more than one bar.
    private FindBarController findBar() {
        FindBarController bar = findBar;
        if (bar == null) {
            bar = new FindBarController(findModel);
            findBar = bar;
            Region node = load(bar);
            node.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedInFindBar);
            root.getChildren().addFirst(node);
            new StickyBar(root, node, growing.and(findModel.openProperty()));
        }
        return bar;
    }

    private static Region load(FindBarController bar) {
        FXMLLoader loader =
                new FXMLLoader(PromptTextEditor.class.getResource("FindBar.fxml"), Messages.bundle(TEXTS));
        loader.setControllerFactory(type -> bar);
        loader.setController(bar);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("FindBar.fxml cannot be loaded", e);
        }
    }

    /// What to put into the scene.
    public Parent node() {
        return root;
    }

    /// The exact text; computed only when asked for, so listen without reading where the text does not matter.
    public ObservableStringValue textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    /// Shows another text: undo begins anew, the caret goes to its beginning.
    public void load(String exact) {
        translation = ShownText.of(exact);
        String shown = translation.shown(exact);
        quietly(() -> {
            settleSurface(shown, LONGEST_COLOURED_PARAGRAPH);
            surface.load(shown);
        });
        history.clear();
        changed();
    }

    /// Replaces the text as one step that can be undone. What both texts begin and end with is left alone, so that
    /// the caret stays where the author is.
    public void setText(String exact) {
        if (exact.equals(getText())) {
            return;
        }
        if (!translation.canHold(exact)) {
            load(exact);
            return;
        }
        String old = surface.text();
        String shown = translation.shown(exact);
        int most = Math.min(old.length(), shown.length());
        int prefix = 0;
        while (prefix < most && old.charAt(prefix) == shown.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix
                && old.charAt(old.length() - 1 - suffix) == shown.charAt(shown.length() - 1 - suffix)) {
            suffix++;
        }
        history.endStep();
        replace(prefix, old.length() - suffix, shown.substring(prefix, shown.length() - suffix));
        history.endStep();
    }

    /// RichTextFX lays lines out within a change, so the control that suits the text comes before it.
    private void replace(int start, int end, String shown) {
        if (surface.canColour()) {
            quietly(() -> settleSurface(shown, LONGEST_COLOURED_PARAGRAPH));
        }
        surface.replace(start, end, shown);
    }

    /// The template syntax whose tokens are coloured.
    public void setSyntax(Syntax newSyntax) {
        colouring.setSyntax(newSyntax);
        settleSoon();
    }

    public ReadOnlyBooleanProperty undoAvailableProperty() {
        return history.undoAvailableProperty();
    }

    public ReadOnlyBooleanProperty redoAvailableProperty() {
        return history.redoAvailableProperty();
    }

    public void undo() {
        if (editable.get()) {
            history.undo().ifPresent(this::apply);
        }
    }

    public void redo() {
        if (editable.get()) {
            history.redo().ifPresent(this::apply);
        }
    }

    private void apply(EditHistory.Edit edit) {
        quietly(() -> {
            replace(edit.position(), edit.position() + edit.removed().length(), edit.inserted());
            int end = edit.position() + edit.inserted().length();
            surface.select(end, end);
        });
        changed();
    }

    public BooleanProperty editableProperty() {
        return editable;
    }

    /// Whether lines have numbers, where the control can show them.
    public BooleanProperty lineNumbersProperty() {
        return lineNumbers;
    }

    /// Whether the editor is as tall as its text, for messages stacked in one scroll pane. The wheel and the caret
    /// then move that pane.
    public BooleanProperty growingProperty() {
        return growing;
    }

    /// Whether every character is equally wide.
    public BooleanProperty monospacedProperty() {
        return monospaced;
    }

    /// In pixels.
    public DoubleProperty fontSizeProperty() {
        return fontSize;
    }

    /// What an empty editor says in a lighter colour.
    public StringProperty promptTextProperty() {
        return promptText;
    }

    /// What a screen reader calls the editor.
    public StringProperty accessibleTextProperty() {
        return accessibleText;
    }

    public void requestFocus() {
        surface.control().requestFocus();
    }

    /// Whether the caret is in the text (not in the find bar).
    public boolean isTextFocused() {
        return surface.control().isFocused();
    }

    /// Selects a stretch of the exact text and brings it into view, as for a template's problem or a variable's use.
    public void select(int start, int end) {
        String shown = surface.text();
        surface.select(translation.shownPosition(shown, start), translation.shownPosition(shown, end));
    }

    /// Where the caret stands in the exact text.
    int getCaretPosition() {
        return translation.exactPosition(surface.text(), surface.caret());
    }

    String getSelectedText() {
        return translation.exact(surface.text().substring(selectionStart(), selectionEnd()));
    }

    /// Puts text in the place of the selection, as typing does; its line ends become this text's own.
    public void insert(String words) {
        if (editable.get()) {
            history.endStep();
            replace(selectionStart(), selectionEnd(), translation.pasted(words));
            history.endStep();
        }
    }

    /// Opens the find bar.
    public void find() {
        findModel.open();
        findBar().focus();
    }

    /// Opens the find bar with its second row, unless the text cannot be edited.
    public void findAndReplace() {
        if (editable.get()) {
            findModel.openReplace();
        } else {
            findModel.open();
        }
        findBar().focus();
    }

    public void findNext() {
        if (findModel.queryProperty().get().isEmpty()) {
            find();
        } else {
            findModel.next();
        }
    }

    public void findPrevious() {
        if (findModel.queryProperty().get().isEmpty()) {
            find();
        } else {
            findModel.previous();
        }
    }

    /// Closes the find bar; answers whether it was open.
    boolean closeFind() {
        boolean open = findModel.openProperty().get();
        findModel.close();
        return open;
    }

    void leave(TraversalDirection direction) {
        surface.control().requestFocusTraversal(direction);
    }

    void cut() {
        surface.cut();
    }

    void copy() {
        surface.copy();
    }

    void paste() {
        surface.paste();
    }

    void selectAll() {
        surface.select(0, surface.length());
    }

    /// Lets go of what the control holds. The editor is not to be used afterwards.
    public void dispose() {
        pause.stop();
        surface.dispose();
    }

    boolean canColour() {
        return surface.canColour();
    }

    FindModel findModel() {
        return findModel;
    }

    private int selectionStart() {
        return Math.min(surface.anchor(), surface.caret());
    }

    private int selectionEnd() {
        return Math.max(surface.anchor(), surface.caret());
    }

    private void quietly(Runnable action) {
        boolean before = quiet;
        quiet = true;
        try {
            action.run();
        } finally {
            quiet = before;
        }
    }

    private void changed() {
        colouring.outdate();
        text.invalidate();
        settleSoon();
    }

    private void settleSoon() {
        if (Colouring.isLarge(surface.length())) {
            pause.playFromStart();
        } else if (!settling) {
            settling = true;
            Platform.runLater(() -> {
                settling = false;
                settle();
            });
        }
    }

    /// What typing must not wait for: the right control, colours, the count of matches.
    private void settle() {
        String shown = surface.text();
        int longest = surface.canColour() ? LONGEST_COLOURED_PARAGRAPH : LONGEST_COLOURED_PARAGRAPH * 4 / 5;
        quietly(() -> settleSurface(shown, longest));
        findModel.refresh();
        colouring.colour(surface, shown);
    }

    /// Shows the control that suits the text, with text, selection and focus of the present one.
    private void settleSurface(String shown, int longest) {
        boolean colours = !hasLongerParagraph(shown, longest);
        if (colours == surface.canColour()) {
            return;
        }
        TextSurface old = surface;
        String present = old.text();
        boolean focused = old.control().isFocused();
        TextSurface next = colours ? new RichSurface(new Owner()) : new PlainSurface(new Owner());
        next.load(present);
        surface = show(next);
        surface.select(old.anchor(), old.caret());
        if (focused) {
            surface.control().requestFocus();
        }
        old.dispose();
    }

    private TextSurface show(TextSurface next) {
        next.setEditable(editable.get());
        next.setLineNumbers(lineNumbers.get());
        next.setPromptText(promptText.get());
        next.control().setAccessibleText(accessibleText.get());
        next.caretMoves().subscribe(this::caretMoved);
        holder.getChildren().setAll(next.node());
        next.setGrowing(growing.get());
        return next;
    }

    private void caretMoved() {
        findModel.tell();
        if (growing.get() && surface.control().isFocused()) {
            follow();
        }
    }

    private void follow() {
        CaretFollower.followSoon(() -> surface, () -> findBar == null ? 0 : findBar.shownHeight());
    }

    private static boolean hasLongerParagraph(String shown, int longest) {
        int start = 0;
        while (shown.length() - start > longest) {
            int end = shown.indexOf('\n', start);
            if ((end < 0 ? shown.length() : end) - start > longest) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private void showMenu(ContextMenuEvent event) {
        menu.menu().show(surface.control(), event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// A growing editor has nothing to scroll, unless sideways; the wheel is for the pane around it.
    private void passOn(ScrollEvent event) {
        Parent outside = root.getParent();
        if (growing.get() && !surface.scrollsItself() && outside != null && event.getDeltaY() != 0) {
            event.consume();
            outside.fireEvent(event.copyFor(outside, outside));
        }
    }

    private final class ExactText extends StringBinding {
        @Override
        protected String computeValue() {
            return translation.exact(surface.text());
        }
    }

    private final class Owner implements TextSurface.Owner {
        @Override
        public void changed(EditHistory.Edit edit) {
            if (quiet) {
                return;
            }
            history.record(edit);
            PromptTextEditor.this.changed();
        }

        @Override
        public String copied(String shown) {
            return translation.exact(shown);
        }

        @Override
        public void paste(String foreign) {
            insert(foreign);
        }

        @Override
        public void move(int start, int end, int to) {
            if (!editable.get() || to >= start && to <= end) {
                surface.select(to, to);
                return;
            }
            String shown = surface.text();
            String moved = shown.substring(start, end);
            history.endStep();
            if (to < start) {
                PromptTextEditor.this.replace(to, end, moved + shown.substring(to, start));
                surface.select(to, to + moved.length());
            } else {
                PromptTextEditor.this.replace(start, to, shown.substring(end, to) + moved);
                surface.select(to - moved.length(), to);
            }
            history.endStep();
        }
    }

    private final class Found implements FindModel.Target {
        @Override
        public String text() {
            return surface.text();
        }

        @Override
        public int selectionStart() {
            return PromptTextEditor.this.selectionStart();
        }

        @Override
        public int selectionEnd() {
            return PromptTextEditor.this.selectionEnd();
        }

        @Override
        public void select(int start, int end) {
            surface.select(start, end);
            if (growing.get()) {
                follow();
            }
        }

        @Override
        public void replace(EditHistory.Edit edit) {
            if (editable.get()) {
                history.endStep();
                PromptTextEditor.this.replace(
                        edit.position(), edit.position() + edit.removed().length(), edit.inserted());
                history.endStep();
            }
        }

        @Override
        public void found(List<Match> newMatches) {
            if (colouring.setMatches(newMatches)) {
                settleSoon();
            }
        }

        @Override
        public void closed() {
            surface.control().requestFocus();
        }
    }
}
