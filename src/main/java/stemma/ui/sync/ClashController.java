package stemma.ui.sync;

import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Sentences;

/// Binds the dialog of clashes to its model.
public final class ClashController {
    private final ClashModel model;
    private final ChangePreview changes;
    private final Node view;
    private Subscription showing = Subscription.EMPTY;

    @FXML
    private ListView<Decision> list;

    @FXML
    private VBox detail;

    @FXML
    private Label what;

    @FXML
    private Label here;

    @FXML
    private Label there;

    @FXML
    private RadioButton chooseHere;

    @FXML
    private RadioButton chooseThere;

    @FXML
    private RadioButton chooseBoth;

    @FXML
    private Label hint;

    @FXML
    private StackPane preview;

    @FXML
    private Label problem;

    /// @param changes shows what is here beside what is there
    public ClashController(ClashModel model, ChangePreview changes) {
        this.model = model;
        this.changes = changes;
        this.view = Fxml.load(this);
        view.disableProperty().bind(model.mergingProperty());
    }

    /// Shows the clashes until they are merged or the author leaves them open, which changes nothing.
    public void ask(FxDialogs dialogs) {
        ButtonType act = new ButtonType(Messages.text("sync.clash.act"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(Messages.text("sync.clash.title"), view, act, ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(act);
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.undecidedProperty().get() == 0
                                ? Messages.text("sync.clash.act")
                                : Messages.text("sync.clash.left", model.undecidedProperty().get()),
                        model.undecidedProperty()));
        button.disableProperty()
                .bind(model.undecidedProperty().greaterThan(0).or(model.mergingProperty()));
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.merge();
        });
        model.doneProperty().subscribe(done -> {
            if (done) {
                dialog.setResult(act);
                dialog.close();
            }
        });
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(list::requestFocus));
        dialog.showAndWait();
    }

    @FXML
    private void initialize() {
        list.setItems(model.decisions());
        list.setCellFactory(_ -> new ClashCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(decision -> model.chosenProperty().set(Optional.ofNullable(decision)));
        Presence.bindText(problem, model.problemProperty());
        list.getSelectionModel().selectFirst();
        model.chosenProperty().subscribe(this::show);
        model.comparisonProperty().subscribe(both -> preview.getChildren()
                .setAll(both.map(shown -> changes.between(Optional.of(shown.here()), shown.there())).stream()
                        .toList()));
    }

    private void show(Optional<Decision> chosen) {
        showing.unsubscribe();
        detail.setVisible(chosen.isPresent());
        chosen.ifPresent(decision -> {
            if (list.getSelectionModel().getSelectedItem() != decision) {
                list.getSelectionModel().select(decision);
            }
            Clash clash = decision.clash();
            what.setText(clash.where() + " · " + words(clash));
            here.setText(Sentences.say(clash.here()));
            there.setText(Sentences.say(clash.there()));
            chooseBoth.setVisible(decision.allows(Side.BOTH));
            chooseBoth.setManaged(decision.allows(Side.BOTH));
            hint.setText(Messages.text(key(clash, "sync.hint.")));
            showing = decision.sideProperty().subscribe(this::mark);
        });
    }

    private void mark(Optional<Side> side) {
        chooseHere.setSelected(side.equals(Optional.of(Side.HERE)));
        chooseThere.setSelected(side.equals(Optional.of(Side.THERE)));
        chooseBoth.setSelected(side.equals(Optional.of(Side.BOTH)));
    }

    /// What clashes, in words.
    static String words(Clash clash) {
        return Messages.text(key(clash, "sync.kind."), clash.subject());
    }

    private static String key(Clash clash, String prefix) {
        return prefix + clash.kind().name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    @FXML
    private void onHere() {
        model.decide(Side.HERE);
    }

    @FXML
    private void onThere() {
        model.decide(Side.THERE);
    }

    @FXML
    private void onBoth() {
        model.decide(Side.BOTH);
    }

    @FXML
    private void onAllHere() {
        model.decideAll(Side.HERE);
    }

    @FXML
    private void onAllThere() {
        model.decideAll(Side.THERE);
    }
}
