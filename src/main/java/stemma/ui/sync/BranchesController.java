package stemma.ui.sync;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;

/// Asks for a branch.
public final class BranchesController {
    private final ButtonType open = new ButtonType(Messages.text("sync.branch.open"), ButtonData.OK_DONE);
    private final List<String> branches;
    private final String current;
    private final Node view;

    @FXML
    private ListView<String> list;

    /// @param current the branch that is open; it cannot be chosen
    public BranchesController(List<String> branches, String current) {
        this.branches = branches;
        this.current = current;
        this.view = Fxml.load(this);
    }

    /// @return the branch to open
    public Optional<String> ask(FxDialogs dialogs) {
        Dialog<ButtonType> dialog =
                dialogs.dialog(Messages.text("sync.branch.title"), view, open, ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(open);
        button.disableProperty()
                .bind(list.getSelectionModel()
                        .selectedItemProperty()
                        .map(current::equals)
                        .orElse(true));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
                button.fire();
            }
        });
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(list::requestFocus));
        return dialog.showAndWait()
                .filter(open::equals)
                .flatMap(_ -> Optional.ofNullable(list.getSelectionModel().getSelectedItem()));
    }

    @FXML
    private void initialize() {
        list.getItems().setAll(branches);
        list.setCellFactory(_ -> new BranchCell());
        list.getSelectionModel().select(current);
    }

    private final class BranchCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String branch, boolean isEmpty) {
            super.updateItem(branch, isEmpty);
            if (isEmpty || branch == null) {
                setText(null);
                setGraphic(null);
            } else {
                boolean isOpen = branch.equals(current);
                setText(isOpen ? Messages.text("sync.branch.current", branch) : branch);
                setGraphic(new FontIcon(isOpen ? "bx-check" : "bx-git-branch"));
            }
        }
    }
}
