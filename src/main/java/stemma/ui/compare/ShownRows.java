package stemma.ui.compare;

import java.util.BitSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a script as they are shown: in which view, and which of them are folded away. Used on the FX thread
/// only.
final class ShownRows {
    /// Rows that one step of unfolding shows.
    static final int STEP = 20;

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.SPLIT);
    private final BooleanProperty narrow = new SimpleBooleanProperty(false);
    private final BooleanProperty folded = new SimpleBooleanProperty(true);
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    // A field, because a view on a list is forgotten together with its listeners unless somebody keeps it.
    private final ObservableList<Item> itemsView = FXCollections.unmodifiableObservableList(items);
    private final BitSet unfolded = new BitSet();
    private Script script = Script.EMPTY;
    private Arrangement arrangement = Arrangement.EMPTY;

    ShownRows() {
        view.subscribe(this::arrange);
        narrow.subscribe(this::arrange);
        folded.subscribe(() -> {
            unfolded.clear();
            arrange();
        });
    }

    /// Shows another script, folded where it is to be.
    void show(Script newScript) {
        script = newScript;
        unfolded.clear();
        arrange();
    }

    private void arrange() {
        View shown = narrow.get() && view.get() == View.SPLIT ? View.UNIFIED : view.get();
        arrangement = folded.get()
                ? Arrangement.folded(script, shown, unfolded)
                : Arrangement.whole(script, shown);
        items.setAll(arrangement.items());
    }

    /// Shows the rows of a fold.
    void unfold(Item.Fold fold) {
        unfold(fold.first(), fold.end());
    }

    /// Shows the first rows of a fold.
    void unfoldDown(Item.Fold fold) {
        unfold(fold.first(), Math.min(fold.end(), fold.first() + STEP));
    }

    /// Shows the last rows of a fold.
    void unfoldUp(Item.Fold fold) {
        unfold(Math.max(fold.first(), fold.end() - STEP), fold.end());
    }

    private void unfold(int first, int end) {
        unfolded.set(first, end);
        arrange();
    }

    /// Unfolds a row with a little of what is around it, if it is folded away.
    void reveal(int row) {
        if (arrangement.isFolded(row)) {
            int first = Math.max(0, row - Arrangement.CONTEXT);
            unfold(first, Math.min(script.rows().size(), row + Arrangement.CONTEXT + 1));
        }
    }

    /// The item that shows a row, or the fold that hides it.
    int itemOf(int row) {
        return arrangement.itemOf(row);
    }

    ObjectProperty<View> viewProperty() {
        return view;
    }

    /// Whether there is no room for two columns; then one stands in for them.
    BooleanProperty narrowProperty() {
        return narrow;
    }

    /// Whether unchanged text is folded away.
    BooleanProperty foldedProperty() {
        return folded;
    }

    ObservableList<Item> items() {
        return itemsView;
    }
}
