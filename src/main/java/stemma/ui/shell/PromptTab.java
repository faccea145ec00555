package stemma.ui.shell;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import stemma.prompt.PromptId;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Theme;
import stemma.ui.editor.DetailsController;
import stemma.ui.editor.EditorController;
import stemma.ui.editor.EditorModel;
import stemma.ui.history.HistoryController;
import stemma.ui.history.HistoryModel;
import stemma.ui.text.PromptTextEditor;

/// A prompt in front of the author: its editor in the middle, its history and details at the side. Where the tab is
/// too narrow for both, the side is a tab of its own.
final class PromptTab extends Tab {
    /// From this width on the side stands beside the editor, in text of the usual size.
    private static final double WIDE = 680;

    private final EditorModel editor;
    private final EditorController editorView;
    private final DetailsController detailsView;
    private final HistoryModel history;
    private final HistoryController historyView;
    private final StackPane center;
    private final SplitPane side;
    private final StackPane content = new StackPane();
    private final SplitPane split = new SplitPane();
    private final Tab textPage = new Tab(Messages.text("shell.tab.text"));
    private final Tab sidePage = new Tab(Messages.text("shell.tab.side"));
    private final TabPane pages = new TabPane(textPage, sidePage);
    private final PaneWidths widths;
    private final ObservableValue<Double> textSize;
    private final Subscription arranging;
    private Subscription keepingSide = Subscription.EMPTY;
    private final BooleanProperty preview = new SimpleBooleanProperty();
    private Layout layout = Layout.NONE;
    /// The keyboard is to go into the text, which stands nowhere before the tab has a width.
    private boolean wantsText;

    private enum Layout {
        NONE,
        BESIDE,
        TABS,
        ALONE
    }

    PromptTab(
            EditorModel editor,
            EditorController editorView,
            DetailsController detailsView,
            HistoryModel history,
            HistoryController historyView,
            PaneWidths widths,
            ObservableValue<Double> textSize) {
        this.editor = editor;
        this.editorView = editorView;
        this.detailsView = detailsView;
        this.history = history;
        this.historyView = historyView;
        this.widths = widths;
        this.textSize = textSize;
        this.center = new StackPane(editorView.node());
        this.side = new SplitPane(historyView.view(), detailsView.node());
        side.setOrientation(Orientation.VERTICAL);
        side.getStyleClass().add("side");
        side.setMinWidth(220);
        SplitPane.setResizableWithParent(side, false);
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.getStyleClass().add("dense");
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (editor.dirtyProperty().get() ? "• " : "") + editor.prompt().name(),
                        editor.dirtyProperty()));
        setTooltip(new Tooltip(editor.prompt().value()));
        setContent(content);
        // What stands beside each other must not hold the room that it has too little of.
        content.setMinWidth(0);
        content.widthProperty().subscribe(_ -> Platform.runLater(this::arrange));
        arranging = Subscription.combine(
                widths.sideShownProperty().subscribe(_ -> arrange()),
                textSize.subscribe(_ -> arrange()),
                widths.keepHistory(side));
    }

    PromptId prompt() {
        return editor.prompt();
    }

    EditorModel editor() {
        return editor;
    }

    HistoryModel history() {
        return history;
    }

    /// Whether the next prompt that is looked at may take this one's place.
    boolean isPreview() {
        return preview.get() && !editor.dirtyProperty().get();
    }

    void setPreview(boolean isPreview) {
        preview.set(isPreview);
        getStyleClass().remove("preview");
        if (isPreview) {
            getStyleClass().add("preview");
        }
    }

    ReadOnlyBooleanProperty previewProperty() {
        return preview;
    }

    /// Ends the editing. The draft is on the disk then, unless it cannot be written; who closes asks about that before.
    void dispose() {
        arranging.unsubscribe();
        keepingSide.unsubscribe();
        if (!editor.close()) {
            editor.abandon();
        }
        detailsView.dispose();
        editorView.dispose();
    }

    void focusText() {
        wantsText = layout == Layout.NONE;
        pages.getSelectionModel().select(textPage);
        editorView.requestFocus();
    }

    /// Does something in the text that has the caret, or else in the first.
    void inText(Consumer<PromptTextEditor> action) {
        pages.getSelectionModel().select(textPage);
        editorView.inText(action);
    }

    /// Shows the version that is chosen in the history.
    void viewVersion() {
        historyView.viewChosen();
    }

    void blameVersion() {
        historyView.blameChosen();
    }

    void deleteVersion() {
        historyView.deleteChosen();
    }

    void focusHistory() {
        pages.getSelectionModel().select(sidePage);
        historyView.focusVersions();
    }

    /// Brings the versions onto the screen, and leaves the keyboard where it is.
    void showVersions() {
        pages.getSelectionModel().select(sidePage);
        historyView.showVersions();
    }

    /// Brings the stage history onto the screen, and leaves the keyboard where it is.
    void showMoves() {
        pages.getSelectionModel().select(sidePage);
        historyView.showMoves();
    }

    /// Whether the keyboard is in the history.
    boolean hasHistoryFocus() {
        return Keyboard.isIn(historyView.view());
    }

    private void arrange() {
        double width = content.getWidth();
        Layout wanted = !widths.sideShownProperty().get()
                ? Layout.ALONE
                : width >= WIDE * textSize.getValue() / Theme.TEXT_SIZE ? Layout.BESIDE : Layout.TABS;
        if (width <= 0 || wanted == layout) {
            return;
        }
        layout = wanted;
        keepingSide.unsubscribe();
        keepingSide = Subscription.EMPTY;
        split.getItems().clear();
        textPage.setContent(null);
        sidePage.setContent(null);
        switch (layout) {
            case NONE -> {}
            case ALONE -> content.getChildren().setAll(center);
            case BESIDE -> {
                split.getItems().setAll(center, side);
                content.getChildren().setAll(split);
                keepingSide = widths.keepSide(split, center, width);
            }
            case TABS -> {
                textPage.setContent(center);
                sidePage.setContent(new StackPane(side));
                content.getChildren().setAll(pages);
            }
        }
        if (wantsText) {
            wantsText = false;
            editorView.requestFocus();
        }
    }
}
