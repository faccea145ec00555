package stemma.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import stemma.settings.Settings;
import stemma.ui.common.Theme;

/// What the window is divided into, in pixels; a part of 0 is not there.
///
/// @param menus height of the menus
/// @param tools height of the tools below them
/// @param list width of the list of prompts
/// @param status height of the line at the bottom
record WindowOutline(double menus, double tools, double list, double status) {
    /// The window without parts.
    static final WindowOutline NONE = new WindowOutline(0, 0, 0, 0);

    /// Of a divider between two panes, which is seen through by half.
    private static final double DIVIDER = 4;

    /// As the window was when it was closed last; [#NONE] before that.
    static WindowOutline remembered(Settings settings) {
        return new WindowOutline(
                settings.get(Remembered.DRAWN_MENUS),
                settings.get(Remembered.DRAWN_TOOLS),
                settings.get(Remembered.DRAWN_LIST),
                settings.get(Remembered.DRAWN_STATUS));
    }

    void remember(Settings settings) {
        settings.set(Remembered.DRAWN_MENUS, menus);
        settings.set(Remembered.DRAWN_TOOLS, tools);
        settings.set(Remembered.DRAWN_LIST, list);
        settings.set(Remembered.DRAWN_STATUS, status);
    }

    /// Draws it without any style sheet and any text.
    BorderPane draw(Theme.Colours colours) {
        BorderPane window = new BorderPane();
        window.setBackground(Background.EMPTY);
        BorderWidths below = new BorderWidths(0, 0, 1, 0);
        window.setTop(new VBox(bar(menus, colours, below), bar(tools, colours, below)));
        window.setBottom(bar(status, colours, new BorderWidths(1, 0, 0, 0)));
        window.setCenter(panes(colours));
        return window;
    }

    /// Draws what is between the bars.
    Pane panes(Theme.Colours colours) {
        BorderPane panes = new BorderPane();
        if (list > 0) {
            Region divider = filled(colours.line());
            divider.setMinWidth(DIVIDER);
            divider.setOpacity(0.5);
            BorderPane.setMargin(divider, new Insets(0, 0, 0, list));
            panes.setLeft(divider);
        }
        return panes;
    }

    /// @param line on which side of it the line is
    private static Region bar(double height, Theme.Colours colours, BorderWidths line) {
        Region bar = filled(colours.bar());
        if (height > 0) {
            bar.setBorder(new Border(new BorderStroke(
                    colours.line(), BorderStrokeStyle.SOLID, CornerRadii.EMPTY, line)));
        }
        bar.setMinHeight(height);
        return bar;
    }

    private static Region filled(Color colour) {
        Region region = new Region();
        region.setBackground(Background.fill(colour));
        return region;
    }
}
