package stemma.ui.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import stemma.store.Synchronising.Status;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Times;

/// Binds the button of the status bar and the menu to the model of the store in front. Nothing is seen of the button
/// while that store has no other side.
public final class SyncController {
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    private static final Map<SyncAct, String> KEYS = Map.of(
            SyncAct.SYNCHRONISE, "F9",
            SyncAct.FETCH, "Shortcut+F9",
            SyncAct.BRING_IN, "Shift+F9",
            SyncAct.SEND, "Shortcut+Shift+F9");

    private final Times times;
    private final Node view;
    private final BooleanProperty idle = new SimpleBooleanProperty();
    private final BooleanProperty away = new SimpleBooleanProperty(true);
    private Optional<SyncModel> model = Optional.empty();
    private Subscription showing = Subscription.EMPTY;

    @FXML
    private MenuButton button;

    @FXML
    private Tooltip tip;

    public SyncController(Times times) {
        this.times = times;
        this.view = Fxml.load(this);
    }

    public Node view() {
        return view;
    }

    /// Shows the state of a store; of none while the one in front has no other side.
    public void show(Optional<SyncModel> now) {
        if (model.equals(now)) {
            return;
        }
        showing.unsubscribe();
        model = now;
        away.set(now.isEmpty());
        showing = now.map(shown -> Subscription.combine(
                        shown.busyProperty().subscribe(busy -> idle.set(!busy)),
                        shown.statusProperty().subscribe(_ -> update(shown)),
                        shown.problemProperty().subscribe(_ -> update(shown))))
                .orElse(Subscription.EMPTY);
    }

    private void update(SyncModel shown) {
        Optional<Status> status = shown.statusProperty().get();
        String problem = shown.problemProperty().get();
        button.setText(StatusText.of(status, !problem.isEmpty()));
        tip.setText(StatusText.detail(status, problem, times));
        button.setAccessibleText(Messages.text("sync.button", button.getText()));
        button.setAccessibleHelp(tip.getText());
        button.pseudoClassStateChanged(TROUBLED, !problem.isEmpty());
    }

    /// The acts for the menu bar, with their keys.
    public List<MenuItem> menuItems() {
        List<MenuItem> items = items();
        for (SyncAct act : SyncAct.values()) {
            items.get(act.ordinal()).setAccelerator(KeyCombination.valueOf(KEYS.get(act)));
        }
        return items;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (SyncAct act : SyncAct.values()) {
            items.add(item("sync" + act.name(), act.title(), () -> model.ifPresent(shown -> shown.carryOut(act))));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("syncBranch", Messages.text("sync.branch"), () -> model.ifPresent(SyncModel::chooseBranch)));
        return items;
    }

    private MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        item.disableProperty().bind(idle.not().or(away));
        return item;
    }

    @FXML
    private void initialize() {
        button.getItems().setAll(items());
        Presence.bind(button, away.not());
    }
}
