package stemma.ui.sync;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Messages;

/// A clash in the list: what it is about, and what was decided.
final class ClashCell extends ListCell<Decision> {
    private final Label where = new Label();
    private final Label what = new Label();
    private final Label decided = new Label();
    private final VBox lines = new VBox(2, where, what, decided);

    ClashCell() {
        where.getStyleClass().add("clash-what");
        decided.getStyleClass().add("quiet");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Decision decision, boolean isEmpty) {
        super.updateItem(decision, isEmpty);
        setText(null);
        if (isEmpty || decision == null) {
            setGraphic(null);
            return;
        }
        where.setText(decision.clash().where());
        what.setText(ClashController.words(decision.clash()));
        decided.setText(decision.sideProperty()
                .get()
                .map(side -> Messages.text("sync.decided." + side.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Messages.text("sync.undecided")));
        setGraphic(lines);
    }
}
