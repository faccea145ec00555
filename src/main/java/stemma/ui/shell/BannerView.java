package stemma.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Notices;
import stemma.ui.common.ShapedText;
import stemma.ui.common.WrappingRow;

/// Draws a banner.
final class BannerView {
    private BannerView() {}

    static Node of(Banner banner) {
        Label text = new Label(
                banner.text(), new FontIcon(banner.topic().warns() ? "bx-error" : "bx-info-circle"));
        ShapedText.wrap(text);
        text.setGraphicTextGap(8);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.getStyleClass().add("banner-text");
        WrappingRow box = new WrappingRow();
        box.getChildren().add(text);
        box.getStyleClass().addAll("banner", banner.topic().warns() ? "warning" : "info");
        for (Notices.Action action : banner.actions()) {
            Button button = new Button(action.text());
            button.getStyleClass().add("small");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(_ -> action.run().run());
            box.getChildren().add(button);
        }
        return box;
    }
}
