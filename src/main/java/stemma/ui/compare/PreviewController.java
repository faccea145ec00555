package stemma.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import stemma.diff.Whitespace;
import stemma.ui.common.Presence;
import stemma.ui.compare.CompareModel.Phase;

/// The compare without its tools, for a dialog: what changed in one line, and the rows.
final class PreviewController {
    private final CompareModel model;

    @FXML
    private VBox root;

    @FXML
    private Label summary;

    @FXML
    private Label notice;

    @FXML
    private Pane empty;

    @FXML
    private Label emptyText;

    @FXML
    private Button exactly;

    @FXML
    private RowsView rows;

    PreviewController(CompareModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        rows.bind(model);
        summary.textProperty().bind(model.summaryProperty());
        Presence.bindText(notice, model.noticeProperty());
        EmptyText.bind(model, empty, emptyText, exactly);
        rows.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.READY));
        summary.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.READY));
        model.shown().narrowProperty().bind(root.widthProperty().lessThan(CompareController.SPLIT_WIDTH));
    }

    @FXML
    void compareExactly() {
        model.whitespaceProperty().set(Whitespace.EXACT);
    }
}
