package stemma.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import stemma.ui.common.Fxml;

/// The examples page.
final class ExamplesController {
    private final ContentFields fields;
    private final ContentActs acts;
    private final Map<ExampleFields, ExampleCardController> cards = new HashMap<>();
    private final Node node;

    @FXML
    private VBox rows;

    @FXML
    private Label empty;

    @FXML
    private Button add;

    ExamplesController(ContentFields fields, ContentActs acts) {
        this.fields = fields;
        this.acts = acts;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        add.setVisible(fields.isEditable());
        empty.managedProperty().bind(empty.visibleProperty());
        fields.examples().subscribe(this::arrange);
        arrange();
    }

    private void arrange() {
        List<ExampleFields> examples = fields.examples();
        cards.keySet().retainAll(examples);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            ExampleCardController card = cards.computeIfAbsent(
                    examples.get(i), example -> new ExampleCardController(example, fields, acts));
            card.place(i, examples.size());
            nodes.add(card.node());
        }
        if (!nodes.equals(rows.getChildren())) {
            rows.getChildren().setAll(nodes);
        }
        empty.setVisible(examples.isEmpty());
    }

    @FXML
    private void addExample() {
        ExampleCardController card = cards.get(acts.addExample());
        card.requestFocus();
        DetailsController.reveal(card.node());
    }

    Node node() {
        return node;
    }
}
