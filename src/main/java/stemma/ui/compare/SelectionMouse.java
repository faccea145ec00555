package stemma.ui.compare;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Lets the mouse choose text across rows: drag, Shift and click, double click for a word, triple click for a row.
final class SelectionMouse {
    private final ListView<Item> list;
    private final Collection<RowCell> cells;
    private final Consumer<Double> scroll;
    private final ObjectProperty<Optional<TextSelection>> selection = new SimpleObjectProperty<>(Optional.empty());
    private boolean isDrawing;

    /// @param cells the list's cells
    /// @param scroll moves the list by so many pixels
    SelectionMouse(ListView<Item> list, Collection<RowCell> cells, Consumer<Double> scroll) {
        this.list = list;
        this.cells = cells;
        this.scroll = scroll;
        // A filter, because cells keep the event to themselves.
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> isDrawing = false);
    }

    ObjectProperty<Optional<TextSelection>> selectionProperty() {
        return selection;
    }

    void clear() {
        selection.set(Optional.empty());
    }

    /// To be called by a cell that the mouse was pressed on.
    void press(RowCell cell, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !(cell.getItem() instanceof Item.Shown shown)) {
            return;
        }
        isDrawing = true;
        Flank column = cell.row().columnAt(shown, event.getX());
        TextSelection.Place place = place(cell, column, event);
        if (event.isShiftDown() && selection.get().isPresent()) {
            selection.set(selection.get().map(old -> old.to(place)));
            return;
        }
        String text = cell.row().text(column).piece().text();
        selection.set(Optional.of(
                switch (event.getClickCount()) {
                    case 1 -> TextSelection.at(column, place);
                    case 2 -> TextSelection.word(column, place, text);
                    default ->
                        new TextSelection(
                                column,
                                new TextSelection.Place(place.item(), 0),
                                new TextSelection.Place(place.item(), text.length()));
                }));
    }

    private static TextSelection.Place place(RowCell cell, Flank column, MouseEvent event) {
        MarkedText text = cell.row().text(column);
        Point2D point = text.sceneToLocal(event.getSceneX(), event.getSceneY());
        return new TextSelection.Place(cell.getIndex(), text.placeAt(point.getX(), point.getY()));
    }

    private void drag(MouseEvent event) {
        Optional<TextSelection> current = selection.get();
        if (current.isEmpty() || !isDrawing) {
            return;
        }
        Point2D inList = list.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (inList.getY() < 0) {
            scroll.accept(inList.getY());
        } else if (inList.getY() > list.getHeight()) {
            scroll.accept(inList.getY() - list.getHeight());
        }
        for (RowCell cell : cells) {
            if (!cell.isEmpty() && cell.isVisible() && cell.getItem() instanceof Item.Shown) {
                double y = cell.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
                if (y >= 0 && y < cell.getHeight()) {
                    selection.set(Optional.of(
                            current.get().to(place(cell, current.get().column(), event))));
                    return;
                }
            }
        }
    }
}
