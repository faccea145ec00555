package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Theme.Colours;

class ThemeTest {
    /// The first frame is drawn without style sheets, and the window after it with them.
    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theColoursOfTheFirstFrameAreThoseOfTheWindow(Appearance appearance) throws Exception {
        Showcase showcase = new Showcase();
        Region region = Showcase.call(Region::new);
        showcase.show(
                () -> {
                    region.setStyle("-fx-background-color: -color-bg-default, -color-bg-subtle, -color-border-muted");
                    return region;
                },
                100,
                100,
                appearance);
        List<Paint> drawn = Showcase.call(() -> region.getBackground().getFills().stream()
                .map(BackgroundFill::getFill)
                .toList());
        Colours colours = Showcase.call(() -> Theme.colours(appearance));
        assertThat(drawn).containsExactly(colours.ground(), colours.bar(), colours.line());
    }

    @ParameterizedTest
    @CsvSource({"'',14,18", "'',28,36", "draft-mark,14,12", "draft-mark,28,24", "empty-icon,42,96", "tab-mark,21,21"})
    void iconsGrowWithTheText(String styleClass, double textSize, int expected) throws Exception {
        new Showcase();
        int size = Showcase.call(() -> {
            FontIcon icon = new FontIcon("fth-x");
            icon.getStyleClass().add(styleClass);
            Button button = new Button("", icon);
            HBox row = new HBox(button);
            row.getStyleClass().add("details");
            Scene scene = new Scene(new HBox(row));
            try (Theme theme = new Theme().start()) {
                theme.dress(scene);
                scene.getRoot().applyCss();
                theme.textSizeProperty().set(textSize);
                scene.getRoot().applyCss();
                scene.getRoot().applyCss();
            }
            return icon.getIconSize();
        });
        assertThat(size).isEqualTo(expected);
    }
}
