package stemma.ui.editor;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.template.VariableCheck;
import stemma.ui.common.AfterLayout;
import stemma.ui.common.Fxml;
import stemma.ui.common.UncachedScrollPane;

/// What a prompt has beside its text: variables, examples, config, metadata, and what it is about. Goes beside the
/// editor of the same prompt.
public final class DetailsController {
    private final EditorModel model;
    private final EditorController editor;
    private final Parent node;
    private Optional<Pages> editedPages = Optional.empty();
    private Optional<Pages> viewedPages = Optional.empty();
    private Subscription subscriptions = Subscription.EMPTY;
    private Subscription marks = Subscription.EMPTY;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab variables;

    @FXML
    private Tab examples;

    @FXML
    private Tab config;

    @FXML
    private Tab metadata;

    @FXML
    private Tab about;

    /// The five pages of one content.
    private record Pages(
            VariablesController variables, Node examples, Node config, Node metadata, Node about) {}

    public DetailsController(EditorModel model, EditorController editor) {
        this.model = model;
        this.editor = editor;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(
                model.shownProperty().subscribe(this::show),
                model.variablesProperty().subscribe(_ -> markVariables()),
                model.templateProperty().subscribe(_ -> markVariables()),
                model.hasProblemIn("examples").subscribe(isWrong -> mark(examples, isWrong)));
        tabs.visibleProperty().bind(model.readyProperty());
    }

    private void markVariables() {
        VariableCheck check = model.variablesProperty().get();
        mark(
                variables,
                !check.undeclared().isEmpty()
                        || !check.unused().isEmpty()
                        || !model.templateProperty().get().findings().isEmpty());
    }

    private static void mark(Tab tab, boolean isMarked) {
        if (!isMarked) {
            tab.setGraphic(null);
        } else if (tab.getGraphic() == null) {
            FontIcon icon = new FontIcon("bx-error-circle");
            icon.getStyleClass().add("tab-mark");
            tab.setGraphic(icon);
        }
    }

    private void show(ContentFields fields) {
        viewedPages.ifPresent(pages -> pages.variables().dispose());
        viewedPages = Optional.empty();
        Pages pages;
        if (fields.isEditable()) {
            pages = editedPages.orElseGet(() -> pages(fields));
            editedPages = Optional.of(pages);
        } else {
            pages = pages(fields);
            viewedPages = Optional.of(pages);
        }
        variables.setContent(pages.variables().node());
        examples.setContent(pages.examples());
        config.setContent(pages.config());
        metadata.setContent(pages.metadata());
        about.setContent(pages.about());
        marks.unsubscribe();
        marks = Subscription.combine(
                fields.config().problemProperty().subscribe(problem -> mark(config, problem.isPresent())),
                fields.metadata().problemProperty().subscribe(problem -> mark(metadata, problem.isPresent())));
    }

    private Pages pages(ContentFields fields) {
        return new Pages(
                new VariablesController(model, fields, editor),
                scrolled(new ExamplesController(fields, model.acts()).node()),
                json(fields, fields.config(), JsonPaneController.Kind.CONFIG),
                json(fields, fields.metadata(), JsonPaneController.Kind.METADATA),
                new AboutController(model, fields).node());
    }

    private static Node json(ContentFields fields, JsonField field, JsonPaneController.Kind kind) {
        return new JsonPaneController(field, fields.isEditable(), kind).node();
    }

    static ScrollPane scrolled(Node content) {
        ScrollPane pane = new UncachedScrollPane(content);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    /// Scrolls a page so that a card which was just added is in sight, once that has a place.
    static void reveal(Node card) {
        for (Node at = card; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getScene() != null) {
                AfterLayout.once(pane.getScene(), () -> reveal(pane, card));
                return;
            }
        }
    }

    private static void reveal(ScrollPane pane, Node card) {
        Node content = pane.getContent();
        double view = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - view;
        if (hidden > 0) {
            Bounds place = content.sceneToLocal(card.localToScene(card.getLayoutBounds()));
            double top = Math.max(hidden * pane.getVvalue(), place.getMaxY() - view);
            pane.setVvalue(Math.clamp(Math.min(top, place.getMinY()) / hidden, 0, 1));
        }
    }

    /// What to put beside the text.
    public Parent node() {
        return node;
    }

    /// Called when the tab is closed.
    public void dispose() {
        subscriptions.unsubscribe();
        marks.unsubscribe();
        viewedPages.ifPresent(pages -> pages.variables().dispose());
        editedPages.ifPresent(pages -> pages.variables().dispose());
    }
}
