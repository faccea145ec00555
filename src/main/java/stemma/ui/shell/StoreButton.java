package stemma.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The button of the menu of stores. A tool bar hides what has no room; a long name is cut before that happens.
public final class StoreButton extends MenuButton {
    /// No narrower than this, in heights of its letters.
    private static final double LEAST = 8;

    private @Nullable ToolBar tools;

    public StoreButton() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(textProperty());
        setTooltip(whole);
    }

    /// @param bar what it is in, with the others that shall have their room
    void shrinkIn(ToolBar bar) {
        tools = bar;
        bar.widthProperty().subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefWidth(double height) {
        double wanted = super.computePrefWidth(height);
        if (tools == null || tools.getWidth() == 0) {
            return wanted;
        }
        double least = LEAST * getFont().getSize();
        return Math.min(wanted, Math.max(least, room(tools)));
    }

    private double room(ToolBar bar) {
        Insets insets = bar.getInsets();
        double room = bar.getWidth() - insets.getLeft() - insets.getRight();
        double spacing = getParent() instanceof HBox box ? box.getSpacing() : 0;
        for (Node other : bar.getItems()) {
            // Widths are rounded up to whole pixels.
            room -= other == this ? 1 : Math.ceil(other.prefWidth(-1)) + spacing;
        }
        return Math.floor(room);
    }
}
