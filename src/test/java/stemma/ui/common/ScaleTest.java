package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final String LINUX = "glass.gtk.uiScale";
    private static final String WINDOWS = "glass.win.uiScale";

    @BeforeEach
    @AfterEach
    void clear() {
        System.clearProperty(LINUX);
        System.clearProperty(WINDOWS);
    }

    @Test
    void theToolkitIsToldTheChosenScale() {
        Scale.PERCENT_150.prepare();
        assertThat(System.getProperty(LINUX)).isEqualTo("150%");
        assertThat(System.getProperty(WINDOWS)).isEqualTo("150%");
    }

    @Test
    void theSystemsScaleIsLeftToTheToolkit() {
        Scale.SYSTEM.prepare();
        assertThat(System.getProperty(LINUX)).isNull();
        assertThat(System.getProperty(WINDOWS)).isNull();
    }

    @Test
    void whatTheCommandLineSaysStays() {
        System.setProperty(LINUX, "2");
        Scale.PERCENT_150.prepare();
        assertThat(System.getProperty(LINUX)).isEqualTo("2");
    }

    @Test
    void macOsHasNoScaleToChoose() {
        assertThat(Scale.isOffered("Mac OS X")).isFalse();
        assertThat(Scale.isOffered("Linux")).isTrue();
    }
}
