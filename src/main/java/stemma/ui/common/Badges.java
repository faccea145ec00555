package stemma.ui.common;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import stemma.prompt.Stage;
import stemma.settings.Connection.Colour;

/// Stages and tags as small quiet labels.
public final class Badges {
    private Badges() {}

    /// A stage's badge; production and staging have colours of their own, and every badge says its stage in words.
    public static Label stage(Stage stage) {
        return stage(stage, stage.name());
    }

    /// A stage's badge with more words than its name.
    public static Label stage(Stage stage, String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("badge", "stage-badge");
        if (stage.equals(Stage.PRODUCTION)) {
            label.getStyleClass().add("production");
        } else if (stage.equals(Stage.STAGING)) {
            label.getStyleClass().add("staging");
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /// Lets a row of badges be as narrow as it must; what has no room is cut instead of lying over what follows.
    public static void keepInside(HBox row) {
        row.setMinWidth(0);
        Rectangle visible = new Rectangle();
        visible.widthProperty().bind(row.widthProperty());
        visible.heightProperty().bind(row.heightProperty());
        row.setClip(visible);
    }

    /// A store's colour; nothing is seen of [Colour#NONE].
    public static Node dot(Colour colour) {
        Region dot = new Region();
        dot.getStyleClass().addAll("store-dot", colour.name().toLowerCase(Locale.ROOT));
        return dot;
    }

    public static Label tag(String tag) {
        Label label = new Label(tag);
        label.getStyleClass().addAll("badge", "tag-badge");
        return label;
    }
}
