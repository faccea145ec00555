package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

class ThemeTest {
    /// The first frame is drawn without style sheets, and the window after it with them.
    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theGroundOfTheFirstFrameIsThatOfTheWindow(Appearance appearance) throws Exception {
        Showcase showcase = new Showcase();
        Region region = Showcase.call(Region::new);
        showcase.show(
                () -> {
                    region.setStyle("-fx-background-color: -color-bg-default");
                    return region;
                },
                100,
                100,
                appearance);
        Object drawn = Showcase.call(() -> region.getBackground().getFills().getFirst().getFill());
        assertThat(drawn).isEqualTo(Showcase.call(() -> Theme.ground(appearance)));
    }
}
