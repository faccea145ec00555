package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.Contrast;
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
    @EnumSource(value = Appearance.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void whatHasTheKeyboardIsFramed(Appearance appearance) throws Exception {
        new Showcase();
        Showcase.run(() -> {
            Button usual = new Button("Button");
            usual.setDefaultButton(true);
            Button accent = new Button("Button");
            accent.getStyleClass().add("accent");
            assertThat(changed(usual, appearance, 0)).as("within the default button").isGreaterThan(100);
            assertThat(changed(accent, appearance, 0)).as("within the accent button").isGreaterThan(100);
            for (Control control : List.of(
                    new Button("Button"),
                    new CheckBox("Box"),
                    new RadioButton("Button"),
                    new Slider(),
                    new ToggleButton("Toggle"),
                    new Hyperlink("Link"),
                    new ChoiceBox<String>())) {
                assertThat(changed(control, appearance, 6))
                        .as("around the " + control.getClass().getSimpleName())
                        .isGreaterThan(100);
            }
        });
    }

    /// How many pixels of a control, and of what is around it, change so that one can see it when it gets the keyboard.
    private static int changed(Control control, Appearance appearance, int around) {
        StackPane pane = new StackPane(control);
        Scene scene = new Scene(pane, 200, 80);
        try (Theme theme = new Theme().start()) {
            theme.appearanceProperty().set(appearance);
            theme.dress(scene);
            control.setMaxWidth(Region.USE_PREF_SIZE);
            WritableImage before = scene.snapshot(null);
            Bounds bounds = control.getBoundsInParent();
            control.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            control.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
            WritableImage after = scene.snapshot(null);
            int changed = 0;
            for (int y = (int) bounds.getMinY() - around; y < bounds.getMaxY() + around; y++) {
                for (int x = (int) bounds.getMinX() - around; x < bounds.getMaxX() + around; x++) {
                    Color was = before.getPixelReader().getColor(x, y);
                    changed += Contrast.ratio(was, after.getPixelReader().getColor(x, y)) >= 3 ? 1 : 0;
                }
            }
            return changed;
        }
    }

    @ParameterizedTest
    @CsvSource({"'',14,18", "'',28,36", "draft-mark,14,12", "draft-mark,28,24", "empty-icon,42,96", "tab-mark,21,21"})
    void iconsGrowWithTheText(String styleClass, double textSize, int expected) throws Exception {
        new Showcase();
        int size = Showcase.call(() -> {
            FontIcon icon = new FontIcon("bx-x");
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
