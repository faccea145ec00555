package stemma.ui.save;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import stemma.prompt.Version;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;

/// Asks for what a new version needs and saves it. Used on the FX thread only.
public final class SaveDialog {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final double WIDTH = 860;
    private static final double HEIGHT = 680;

    private final ButtonType save = new ButtonType(Messages.text("save.title"), ButtonData.OK_DONE);
    private final ButtonType cancel = new ButtonType(Messages.text("save.cancel"), ButtonData.CANCEL_CLOSE);
    private final ButtonType saveOnTop = new ButtonType(Messages.text("save.title"), ButtonData.APPLY);
    private final ButtonType keep = new ButtonType(Messages.text("save.keep"), ButtonData.CANCEL_CLOSE);
    private final ButtonType copy = new ButtonType(Messages.text("save.copy"), ButtonData.LEFT);
    private final SaveModel model;
    private final SaveController controller;

    public SaveDialog(SaveModel model, ChangePreview preview) {
        this.model = model;
        this.controller = new SaveController(model, preview);
    }

    /// Shows the dialog until the version is saved or the author goes back to the draft.
    ///
    /// @return what was saved
    public Optional<Version> ask(FxDialogs dialogs) {
        Dialog<ButtonType> dialog =
                dialogs.dialog(Messages.text("save.title.of", model.edits().prompt()), controller.node());
        dress(dialog.getDialogPane());
        model.savedProperty().subscribe(version -> version.ifPresent(_ -> {
            dialog.setResult(save);
            dialog.close();
        }));
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(controller::requestFocus));
        dialog.showAndWait();
        return model.savedProperty().get();
    }

    /// Gives a pane the buttons of the page that is shown.
    void dress(DialogPane pane) {
        pane.getStyleClass().add("save-dialog");
        pane.setContent(controller.node());
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.theirsProperty().subscribe(theirs -> {
            if (theirs.isPresent()) {
                showConflictButtons(pane);
            } else {
                pane.getButtonTypes().setAll(save, cancel);
                bind(button(pane, save));
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event) && model.theirsProperty().get().isEmpty()) {
            event.consume();
            model.save();
        }
    }

    private void showConflictButtons(DialogPane pane) {
        pane.getButtonTypes().setAll(copy, saveOnTop, keep);
        Button doIt = button(pane, saveOnTop);
        bind(doIt);
        doIt.setDefaultButton(false);
        Button keepButton = button(pane, keep);
        keepButton.setDefaultButton(true);
        keepButton.requestFocus();
        button(pane, copy).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
            button(pane, copy).setText(Messages.text("save.copied"));
        });
    }

    private void bind(Button button) {
        ObservableValue<String> act = model.actProperty();
        button.textProperty().bind(act);
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.disableProperty().bind(model.savableProperty().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.save();
        });
    }

    private static Button button(DialogPane pane, ButtonType type) {
        return (Button) pane.lookupButton(type);
    }
}
