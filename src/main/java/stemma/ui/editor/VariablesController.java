package stemma.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import stemma.template.TemplateCheck;
import stemma.template.VariableCheck;
import stemma.template.VariableCheck.Finding;
import stemma.template.VariableCheck.State;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;

/// The variables page: what an engine would stumble over, what the text uses and nothing declares, then the declared
/// variables.
final class VariablesController {
    private final EditorModel model;
    private final ContentFields fields;
    private final Places places;
    private final Map<VariableFields, VariableCardController> cards = new HashMap<>();
    private final Node node;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox faults;

    @FXML
    private VBox faultRows;

    @FXML
    private VBox found;

    @FXML
    private VBox foundRows;

    @FXML
    private Button declareAll;

    @FXML
    private VBox rows;

    @FXML
    private Label empty;

    @FXML
    private Button add;

    VariablesController(EditorModel model, ContentFields fields, Places places) {
        this.model = model;
        this.fields = fields;
        this.places = places;
        this.node = DetailsController.scrolled(Fxml.load(this));
    }

    @FXML
    private void initialize() {
        add.setVisible(fields.isEditable());
        faults.managedProperty().bind(faults.visibleProperty());
        found.managedProperty().bind(found.visibleProperty());
        empty.managedProperty().bind(empty.visibleProperty());
        declareAll.managedProperty().bind(declareAll.visibleProperty());
        subscriptions = Subscription.combine(
                fields.variables().subscribe(this::arrange),
                model.variablesProperty().subscribe(_ -> mark()),
                model.templateProperty().subscribe(this::showFaults));
        arrange();
    }

    private void arrange() {
        List<VariableFields> variables = fields.variables();
        cards.keySet().retainAll(variables);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            VariableCardController card = cards.computeIfAbsent(
                    variables.get(i), variable -> new VariableCardController(variable, fields, model.acts()));
            card.place(i, variables.size());
            nodes.add(card.node());
        }
        if (!nodes.equals(rows.getChildren())) {
            rows.getChildren().setAll(nodes);
        }
        mark();
    }

    private void mark() {
        if (model.shownProperty().get() != fields) {
            return;
        }
        VariableCheck check = model.variablesProperty().get();
        Map<String, State> states = new HashMap<>();
        check.findings().forEach(finding -> states.put(finding.name(), finding.state()));
        cards.forEach((variable, card) -> card.mark(states.get(variable.nameProperty().get().strip()) == State.UNUSED));
        List<Finding> strangers = check.findings().stream()
                .filter(finding -> finding.state() == State.UNDECLARED || finding.state() == State.MAYBE_MEMBER)
                .toList();
        foundRows.getChildren().setAll(strangers.stream().map(this::row).toList());
        found.setVisible(!strangers.isEmpty());
        declareAll.setVisible(fields.isEditable() && check.undeclared().size() > 1);
        empty.setVisible(fields.variables().isEmpty() && strangers.isEmpty());
    }

    private void showFaults(TemplateCheck check) {
        if (model.shownProperty().get() != fields) {
            return;
        }
        boolean inChat = !fields.plainProperty().get();
        faultRows.getChildren().setAll(TemplateFindings.links(check.findings(), inChat, places));
        faults.setVisible(!check.findings().isEmpty());
    }

    private Node row(Finding finding) {
        Hyperlink name = new Hyperlink(finding.name());
        name.setTooltip(new Tooltip(Messages.text("editor.variable.uses", finding.places().size())));
        name.setOnAction(_ -> finding.places().stream()
                .findFirst()
                .ifPresent(place -> places.select(place.message(), place.start(), place.end())));
        Label hint = new Label(hint(finding));
        hint.getStyleClass().add("quiet");
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button declare = new Button(Messages.text("editor.variable.declare"));
        declare.setAccessibleText(Messages.text("editor.variable.declare.name", finding.name()));
        declare.getStyleClass().add("small");
        declare.setMinWidth(Button.USE_PREF_SIZE);
        declare.setOnAction(_ -> model.acts().declare(finding.name()));
        declare.setVisible(fields.isEditable());
        HBox row = new HBox(name, hint, space, declare);
        row.getStyleClass().add("found-row");
        return row;
    }

    private static String hint(Finding finding) {
        if (finding.state() == State.MAYBE_MEMBER) {
            return Messages.text("editor.variable.maybeMember");
        }
        return finding.suggestion()
                .map(meant -> Messages.text("editor.variable.meant", meant))
                .orElse("");
    }

    @FXML
    private void declareAll() {
        model.acts().declareAll(model.variablesProperty().get());
    }

    @FXML
    private void addVariable() {
        VariableCardController card = cards.get(model.acts().addVariable());
        card.requestFocus();
        DetailsController.reveal(card.node());
    }

    Node node() {
        return node;
    }

    void dispose() {
        subscriptions.unsubscribe();
    }
}
