package stemma.ui.common;

import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.Labeled;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The buttons of a dialog in the order of the desktop, in further lines where one has no room for them. The toolkit's own
/// bar cuts their texts, which grow with the text size and can come after the dialog.
final class WrappingButtons extends SkinBase<ButtonBar> {
    private final WrappingRow row = new WrappingRow();
    private final Subscription orders;

    WrappingButtons(ButtonBar bar) {
        super(bar);
        row.getStyleClass().add("container");
        row.setSpacing(10);
        row.setEndAligned(true);
        getChildren().setAll(row);
        orders = bar.buttonOrderProperty().subscribe(_ -> arrange());
        registerListChangeListener(bar.getButtons(), (ListChangeListener.Change<?> _) -> {
            arrange();
            focusDefault(bar);
        });
    }

    @Override
    public void dispose() {
        orders.unsubscribe();
        super.dispose();
    }

    private void arrange() {
        String order = getSkinnable().getButtonOrder();
        List<Node> sorted = getSkinnable().getButtons().stream()
                .sorted(Comparator.comparingInt(button -> order.indexOf(data(button).getTypeCode())))
                .toList();
        row.getChildren().clear();
        boolean isLeft = true;
        for (Node button : sorted) {
            boolean wasLeft = isLeft;
            isLeft = order.indexOf(data(button).getTypeCode()) < order.indexOf('+');
            if (wasLeft && !isLeft && !row.getChildren().isEmpty()) {
                row.getChildren().add(gap());
            }
            if (button instanceof Labeled labeled) {
                labeled.setWrapText(true);
            }
            row.getChildren().add(button);
        }
    }

    /// As the toolkit's own bar does when a dialog comes; a button that cannot be pressed then does not get the keyboard.
    static void focusDefault(ButtonBar bar) {
        bar.getButtons().stream()
                .filter(button -> button instanceof Button own && own.isDefaultButton())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static ButtonData data(Node button) {
        ButtonData data = ButtonBar.getButtonData(button);
        return data == null ? ButtonData.OTHER : data;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + row.minWidth(height) + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + row.prefWidth(height) + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + row.prefHeight(width < 0 ? -1 : width - left - right) + bottom;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        row.resizeRelocate(x, y, width, height);
    }
}
