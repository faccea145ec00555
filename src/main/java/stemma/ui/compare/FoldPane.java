package stemma.ui.compare;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.boxicons.BoxiconsRegular;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Messages;

/// Stands for unchanged lines that are folded away, and shows them in steps or all at once.
final class FoldPane extends HBox {
    private final Hyperlink all = new Hyperlink();
    private final Button down = button(BoxiconsRegular.CHEVRON_DOWN, "compare.unfold.down");
    private final Button up = button(BoxiconsRegular.CHEVRON_UP, "compare.unfold.up");

    private final ShownRows rows;

    FoldPane(ShownRows rows) {
        this.rows = rows;
        getStyleClass().add("fold-pane");
        setAlignment(Pos.CENTER);
        all.setFocusTraversable(false);
        getChildren().addAll(down, all, up);
    }

    private static Button button(BoxiconsRegular icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Messages.text(key));
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setFocusTraversable(false);
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return button;
    }

    void show(Item.Fold fold) {
        all.setText(Messages.text("compare.folded", fold.lines()));
        on(all, rows::unfold, fold);
        boolean isLong = fold.end() - fold.first() > ShownRows.STEP;
        down.setVisible(isLong);
        up.setVisible(isLong);
        down.setOnAction(_ -> rows.unfoldDown(fold));
        up.setOnAction(_ -> rows.unfoldUp(fold));
    }

    private static void on(Hyperlink link, Consumer<Item.Fold> action, Item.Fold fold) {
        link.setVisited(false);
        link.setOnAction(_ -> action.accept(fold));
    }
}
