package stemma.ui.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;

/// The keys that open the context menu of what has the keyboard: the menu key, and Shift+F10. JavaFX knows them on
/// Windows only.
final class MenuKey {
    private MenuKey() {}

    /// @param osName as in the property `os.name`
    static boolean isNeeded(String osName) {
        return osName.startsWith("Linux");
    }

    static void add(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean isAsked = event.getCode() == KeyCode.CONTEXT_MENU
                    || event.getCode() == KeyCode.F10 && event.isShiftDown();
            Node owner = root.getScene().getFocusOwner();
            if (isAsked && owner != null) {
                event.consume();
                open(owner);
            }
        });
    }

    private static void open(Node owner) {
        Bounds place = place(owner);
        Point2D inside = new Point2D(place.getMinX() + place.getWidth() / 4, place.getCenterY());
        Point2D onScreen = owner.localToScreen(inside);
        Point2D inScene = owner.localToScene(inside);
        owner.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                inScene.getX(),
                inScene.getY(),
                onScreen.getX(),
                onScreen.getY(),
                true,
                new PickResult(owner, inScene.getX(), inScene.getY())));
    }

    /// The chosen row of a list, or else all of what has the keyboard.
    private static Bounds place(Node owner) {
        List<Cell<?>> chosen = owner.lookupAll(".cell").stream()
                .filter(Cell.class::isInstance)
                .<Cell<?>>map(Cell.class::cast)
                .filter(cell -> cell.isVisible() && cell.isSelected() && !cell.isEmpty())
                .toList();
        return chosen.isEmpty()
                ? owner.getLayoutBounds()
                : owner.sceneToLocal(chosen.getFirst().localToScene(chosen.getFirst().getLayoutBounds()));
    }
}
