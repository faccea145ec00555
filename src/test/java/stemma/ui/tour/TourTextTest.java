package stemma.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stemma.ui.common.Messages;

class TourTextTest {
    @Test
    void whoHearsATextHearsNoMarks() {
        assertThat(TourText.plain("[-Red-] and [+green+], `F7` on, $1 [x] stays"))
                .isEqualTo("Red and green, F7 on, $1 [x] stays");
        assertThat(TourText.plain(Messages.text("tour.colours.text"))).doesNotContain("[", "`");
    }
}
