package stemma.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import stemma.template.Syntax;
import stemma.template.Syntaxes;
import stemma.template.TemplateCheck;
import stemma.ui.common.AfterLayout;
import stemma.ui.common.CutField;
import stemma.ui.common.Fxml;
import stemma.ui.common.KeyNames;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Tasks;
import stemma.ui.common.Theme;
import stemma.ui.common.Words;
import stemma.ui.text.PromptTextEditor;

/// The middle of the window for one prompt: its head, its banners and its text.
public final class EditorController implements Places {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    /// The tab says the id too; in a narrower editor it gives way to the status, in pixels.
    private static final double ROOM_FOR_ID = 600;

    /// In a still narrower one the draft is thrown away with a button without words, in pixels.
    private static final double ROOM_FOR_WORDS = 520;

    private static final int MOST_IN_HINT = 10;

    private final EditorModel model;
    private final TextLook look;
    private final Tasks tasks;
    private final Parent node;
    private Optional<BodyController> editedBody = Optional.empty();
    private Optional<BodyController> viewedBody = Optional.empty();
    private Subscription shownFields = Subscription.EMPTY;
    private Subscription subscriptions = Subscription.EMPTY;
    private boolean wantsFocus;

    @FXML
    private VBox root;

    @FXML
    private VBox head;

    @FXML
    private CutField title;

    @FXML
    private Button discard;

    @FXML
    private Button save;

    @FXML
    private Tooltip saveHint;

    @FXML
    private Label id;

    @FXML
    private Label status;

    @FXML
    private Label problems;

    @FXML
    private Tooltip problemsHint;

    @FXML
    private Hyperlink faults;

    @FXML
    private Tooltip faultsHint;

    @FXML
    private HBox kinds;

    @FXML
    private ToggleGroup kind;

    @FXML
    private ToggleButton plain;

    @FXML
    private ToggleButton chat;

    @FXML
    private ComboBox<String> syntax;

    @FXML
    private VBox banners;

    @FXML
    private StackPane body;

    public EditorController(EditorModel model, TextLook look, Tasks tasks) {
        this.model = model;
        this.look = look;
        this.tasks = tasks;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        id.setText(model.prompt().value());
        id.setTooltip(new Tooltip(model.prompt().value()));
        Presence.bind(id, hasRoom(ROOM_FOR_ID));
        status.textProperty().bind(model.statusProperty());
        save.disableProperty().bind(model.savableProperty().map(savable -> !savable || !model.canSave()));
        saveHint.setText(KeyNames.of(SAVE));
        Presence.bind(discard, model.savableProperty());
        discard.contentDisplayProperty()
                .bind(Bindings.when(hasRoom(ROOM_FOR_WORDS))
                        .then(ContentDisplay.TEXT_ONLY)
                        .otherwise(ContentDisplay.GRAPHIC_ONLY));
        problemsHint.textProperty().bind(model.problemsProperty());
        Presence.bindText(problems, model.problemsProperty().map(EditorController::counted));
        ObservableValue<String> faultLines = model.templateProperty().map(this::lines);
        faultsHint.textProperty().bind(faultLines);
        faults.accessibleHelpProperty().bind(faultLines);
        faults.accessibleTextProperty().bind(model.templateProperty().map(EditorController::counted));
        Presence.bindText(faults, model.templateProperty().map(EditorController::count));
        banners.managedProperty().bind(Bindings.isNotEmpty(model.banners()));
        syntax.getItems().setAll(Syntaxes.all().stream().map(Syntax::id).toList());
        syntax.setConverter(Words.of(id -> Syntaxes.of(id).title()));
        head.visibleProperty().bind(model.readyProperty());
        body.disableProperty().bind(model.readyProperty().not());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                model.banners().subscribe(this::showBanners),
                model.shownProperty().subscribe(this::show),
                model.savableProperty().subscribe((_, _) -> keepKeyboard()),
                kind.selectedToggleProperty().subscribe((_, _) -> chooseKind()),
                model.readyProperty().subscribe((_, _) -> loaded()));
        showBanners();
    }

    /// @param width at the usual size of text
    private BooleanBinding hasRoom(double width) {
        return Bindings.createBooleanBinding(
                () -> root.getWidth() > width * look.fontSize().getValue() / Theme.TEXT_SIZE,
                root.widthProperty(),
                look.fontSize());
    }

    private static String counted(String problems) {
        return problems.isEmpty() ? "" : Messages.text("editor.problems", problems.lines().count());
    }

    private static String counted(TemplateCheck check) {
        return Messages.text("editor.template.count", check.findings().size());
    }

    /// No longer than this, so that the head keeps its lines while a tag is being typed.
    private static String count(TemplateCheck check) {
        return check.findings().isEmpty() ? "" : String.valueOf(check.findings().size());
    }

    private String lines(TemplateCheck check) {
        boolean inChat = !model.shownProperty().get().plainProperty().get();
        return Stream.concat(
                        Stream.of(counted(check)),
                        check.findings().stream()
                                .limit(MOST_IN_HINT)
                                .map(finding -> TemplateFindings.sentence(finding, inChat)))
                .collect(Collectors.joining("\n"));
    }

    /// The pressed button goes with its banner; the keyboard would go to whatever comes next.
    private void showBanners() {
        boolean hadKeyboard = Keyboard.isIn(banners);
        banners.getChildren().setAll(BannerBar.rows(model.banners()));
        if (hadKeyboard) {
            focusText();
        }
    }

    private void show(ContentFields fields) {
        shownFields.unsubscribe();
        title.textProperty().bindBidirectional(fields.titleProperty());
        syntax.valueProperty().bindBidirectional(fields.syntaxProperty());
        shownFields = Subscription.combine(
                fields.plainProperty().subscribe(is -> (is ? plain : chat).setSelected(true)),
                () -> title.textProperty().unbindBidirectional(fields.titleProperty()),
                () -> syntax.valueProperty().unbindBidirectional(fields.syntaxProperty()));
        title.setEditable(fields.isEditable());
        kinds.setDisable(!fields.isEditable());
        syntax.setDisable(!fields.isEditable());
        viewedBody.ifPresent(BodyController::dispose);
        viewedBody = Optional.empty();
        if (!model.readyProperty().get()) {
            return;
        }
        BodyController shown;
        if (fields.isEditable()) {
            shown = editedBody.orElseGet(() -> body(fields));
            editedBody = Optional.of(shown);
        } else {
            shown = body(fields);
            viewedBody = Optional.of(shown);
        }
        body.getChildren().setAll(List.of(shown.node()));
    }

    /// Texts are shown only once they are there: an empty one filled later could be undone to nothing.
    private void loaded() {
        show(model.shownProperty().get());
        if (wantsFocus) {
            requestFocus();
        }
    }

    /// A pane holds what it is to show only after its first layout.
    private void afterLayout(Runnable action) {
        Scene scene = root.getScene();
        if (scene == null) {
            root.sceneProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Scene> property, Scene before, Scene now) {
                    property.removeListener(this);
                    afterLayout(action);
                }
            });
            return;
        }
        AfterLayout.once(scene, action);
    }

    private BodyController body(ContentFields fields) {
        return new BodyController(fields, model.acts(), look, tasks);
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event)) {
            event.consume();
            save();
        }
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void discard() {
        model.discard();
    }

    @FXML
    private void goToFault() {
        model.templateProperty().get().findings().stream().findFirst().ifPresent(this::select);
    }

    /// Follows what is chosen by mouse or by arrow key, which presses no button. The chosen one stays chosen when it is
    /// pressed again.
    private void chooseKind() {
        ContentFields shown = model.shownProperty().get();
        boolean isPlain = shown.plainProperty().get();
        if (kind.getSelectedToggle() == null) {
            kind.selectToggle(isPlain ? plain : chat);
        } else if (shown.isEditable() && plain.isSelected() != isPlain) {
            if (isPlain) {
                model.acts().toChat();
            } else {
                model.acts().toPlain();
            }
        }
    }

    /// A button that can be pressed no more would give the keyboard to whatever comes next.
    private void keepKeyboard() {
        if (Keyboard.isIn(save) || Keyboard.isIn(discard)) {
            focusText();
        }
    }

    /// What to put into the tab.
    public Parent node() {
        return node;
    }

    /// Puts the caret into the text, as soon as it is there.
    public void requestFocus() {
        wantsFocus = !model.readyProperty().get();
        focusText();
        if (!wantsFocus && !Keyboard.isIn(root)) {
            afterLayout(this::focusText);
        }
    }

    private void focusText() {
        viewedBody.or(() -> editedBody).ifPresent(BodyController::requestFocus);
    }

    /// Does something in the text that has the caret, or else in the first.
    public void inText(Consumer<PromptTextEditor> action) {
        viewedBody.or(() -> editedBody).ifPresent(shown -> shown.inText(action));
    }

    @Override
    public void select(int message, int start, int end) {
        viewedBody.or(() -> editedBody).ifPresent(shown -> shown.select(message, start, end));
    }

    /// Lets go of what the texts hold; called when the tab is closed.
    public void dispose() {
        subscriptions.unsubscribe();
        shownFields.unsubscribe();
        viewedBody.ifPresent(BodyController::dispose);
        editedBody.ifPresent(BodyController::dispose);
    }
}
