package stemma.ui.tour;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;

/// Draws a guided look: a callout beside the control it is about, and a ring around that control. Both lie over a
/// window's parts without taking room from them. The keyboard stays where the reader has it; one key fetches it and
/// gives it back. Nothing moves by itself.
public final class TourController {
    /// How wide the callout is, in sizes of its letters.
    private static final double WIDTH = 25;
    /// How far the ring stands off, in pixels.
    private static final double OFF = 3;

    private final TourModel model;
    private final Pane home;
    private final Supplier<Optional<KeyCombination>> fetchKeys;
    private final Region ring = new Region();
    private final Runnable placing = this::place;
    private final EventHandler<KeyEvent> keys = this::press;
    private final EventHandler<KeyEvent> typing = _ -> forgetKeyboard();
    private final VBox view;
    private @Nullable Pane over;
    private @Nullable Node keyboardBefore;
    private boolean keepsKeyboard;

    @FXML
    private Label title;

    @FXML
    private Label position;

    @FXML
    private TextFlow text;

    @FXML
    private Button next;

    /// @param home what the parts of the window lie in
    /// @param fetchKeys go to the callout from anywhere, and back again
    public TourController(TourModel model, Pane home, Supplier<Optional<KeyCombination>> fetchKeys) {
        this.model = model;
        this.home = home;
        this.fetchKeys = fetchKeys;
        this.view = Fxml.load(this);
        ring.getStyleClass().add("tour-ring");
        ring.getStylesheets().addAll(view.getStylesheets());
        ring.setMouseTransparent(true);
        ring.setManaged(false);
    }

    /// Begins; the keyboard goes to the callout.
    public void start() {
        keyboardBefore = home.getScene().getFocusOwner();
        keepsKeyboard = true;
        model.stepProperty().subscribe(step -> step.ifPresentOrElse(this::show, this::end));
        model.start();
    }

    private void show(TourStep step) {
        title.setText(step.title());
        text.getChildren().setAll(TourText.nodes(step.text()));
        boolean isOne = model.count() == 1;
        position.setText(isOne ? "" : Messages.text("tour.position", model.number(), model.count()));
        next.setText(step.next());
        String heard = step.title() + ". " + TourText.plain(step.text());
        view.setAccessibleText(heard);
        next.setAccessibleText(heard + " " + step.next());
        place();
        if (keepsKeyboard) {
            keepsKeyboard = false;
            // Later than a dialog gives it to a part of its own.
            Platform.runLater(() -> Platform.runLater(next::requestFocus));
        }
    }

    private void end() {
        boolean hadKeyboard = view.isFocusWithin();
        moveTo(null);
        if (hadKeyboard) {
            giveKeyboardBack();
        }
    }

    /// Where the keyboard was, or at least into the window, so that its keys go on working.
    private void giveKeyboardBack() {
        Node before = keyboardBefore != null && keyboardBefore.getScene() != null ? keyboardBefore : home;
        before.requestFocus();
    }

    /// Puts callout and ring to where the control is now. Called after each layout, since controls come, go and move.
    private void place() {
        Optional<TourStep> step = model.stepProperty().get();
        if (step.isEmpty()) {
            return;
        }
        Optional<? extends Node> anchor = step.get().anchor().get().filter(TourController::isOnScreen);
        Pane place = anchor.map(node -> node.getScene().getRoot())
                .filter(Pane.class::isInstance)
                .map(Pane.class::cast)
                .orElse(home);
        moveTo(place);
        view.applyCss();
        Bounds area = new BoundingBox(0, 0, place.getWidth(), place.getHeight());
        double width = Math.min(
                WIDTH * title.getFont().getSize(), Math.max(0, area.getWidth() - 2 * Placement.MARGIN));
        Dimension2D size = new Dimension2D(Math.ceil(width), Math.ceil(view.prefHeight(width)));
        Optional<Bounds> about = anchor.map(node -> within(area, place.sceneToLocal(node.localToScene(node.getLayoutBounds()))));
        Point2D at = about.map(bounds -> Placement.beside(size, area, bounds))
                .orElseGet(() -> Placement.alone(size, area));
        put(view, at.getX(), at.getY(), size.getWidth(), size.getHeight());
        ring.setVisible(about.isPresent());
        about.ifPresent(bounds -> put(
                ring, bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()));
    }

    /// Only what changes, since each change brings another layout.
    private static void put(Region region, double x, double y, double width, double height) {
        if (region.getLayoutX() != Math.round(x) || region.getLayoutY() != Math.round(y)) {
            region.relocate(Math.round(x), Math.round(y));
        }
        if (region.getWidth() != width || region.getHeight() != height) {
            region.resize(width, height);
        }
    }

    private static Bounds within(Bounds area, Bounds bounds) {
        double left = Math.max(area.getMinX(), bounds.getMinX() - OFF);
        double top = Math.max(area.getMinY(), bounds.getMinY() - OFF);
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(area.getMaxX(), bounds.getMaxX() + OFF) - left),
                Math.max(0, Math.min(area.getMaxY(), bounds.getMaxY() + OFF) - top));
    }

    private static boolean isOnScreen(Node node) {
        if (node.getScene() == null || node.getScene().getWindow() == null || !node.getScene().getWindow().isShowing()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void moveTo(@Nullable Pane place) {
        if (over == place) {
            return;
        }
        if (over != null) {
            over.removeEventFilter(KeyEvent.KEY_PRESSED, typing);
            over.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            over.getChildren().removeAll(ring, view);
            Optional.ofNullable(over.getScene()).ifPresent(scene -> scene.removePostLayoutPulseListener(placing));
        }
        over = place;
        if (place != null) {
            place.getChildren().addAll(ring, view);
            place.addEventFilter(KeyEvent.KEY_PRESSED, typing);
            place.addEventHandler(KeyEvent.KEY_PRESSED, keys);
            Scene scene = place.getScene();
            scene.addPostLayoutPulseListener(placing);
        }
    }

    /// Who types elsewhere keeps the keyboard, whatever comes of the button that was pressed before.
    private void forgetKeyboard() {
        keepsKeyboard &= view.isFocusWithin();
    }

    /// Keys that nothing else in the window took.
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.leave();
            event.consume();
        } else if (fetchKeys.get().filter(combination -> combination.match(event)).isPresent()) {
            if (view.isFocusWithin()) {
                // Not consumed: from there the key goes on to the next part of the window.
                giveKeyboardBack();
            } else {
                keyboardBefore = view.getScene().getFocusOwner();
                next.requestFocus();
                event.consume();
            }
        }
    }

    @FXML
    private void onNext() {
        keepsKeyboard = next.isFocused();
        model.next();
    }

    @FXML
    private void onLeave() {
        model.leave();
    }
}
