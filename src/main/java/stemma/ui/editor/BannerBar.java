package stemma.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.ShapedText;
import stemma.ui.common.WrappingRow;

/// A banner as a row: what is the matter, then what can be done.
final class BannerBar {
    private BannerBar() {}

    static List<Node> rows(List<? extends Banner> banners) {
        return banners.stream().<Node>map(BannerBar::row).toList();
    }

    private static Node row(Banner banner) {
        Label text = new Label(banner.text());
        ShapedText.wrap(text);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.getStyleClass().add("banner-text");
        WrappingRow row = new WrappingRow();
        row.setSpacing(10);
        row.getChildren().addAll(new FontIcon(icon(banner.kind())), text, buttons(banner));
        row.getStyleClass().addAll("banner", style(banner.kind()));
        return row;
    }

    private static Node buttons(Banner banner) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("banner-buttons");
        for (Banner.Action action : banner.actions()) {
            Button button = new Button(action.text());
            button.getStyleClass().add("small");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(_ -> action.run().run());
            buttons.getChildren().add(button);
        }
        buttons.setMinWidth(HBox.USE_PREF_SIZE);
        return buttons;
    }

    private static String icon(Banner.Kind kind) {
        return switch (kind) {
            case INFO -> "bx-info-circle";
            case WARNING -> "bx-error-circle";
            case DANGER -> "bx-error";
        };
    }

    private static String style(Banner.Kind kind) {
        return switch (kind) {
            case INFO -> "info";
            case WARNING -> "warning";
            case DANGER -> "danger";
        };
    }
}
