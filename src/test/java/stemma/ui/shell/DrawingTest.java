package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Settings;

class DrawingTest {
    private static final String ORDER = "prism.order";

    private final String before = System.getProperty(ORDER, "");

    @TempDir
    private Path home;

    private Settings settings;

    @BeforeEach
    void read() throws IOException {
        settings = Settings.load(home.resolve("settings.json"));
    }

    @AfterEach
    void restore() {
        settings.close();
        System.setProperty(ORDER, before);
    }

    private String orderAfter(String asPacked, double pixels) {
        System.setProperty(ORDER, asPacked);
        settings.set(Remembered.PIXELS, pixels);
        Drawing.prepare(settings);
        return System.getProperty(ORDER);
    }

    @Test
    void theGraphicsCardDrawsWhereTheDisplayIsScaled() {
        assertThat(orderAfter("sw", 1.25)).isEqualTo("es2,sw");
    }

    @Test
    void theProcessorDrawsElsewhere() {
        assertThat(orderAfter("sw", 1)).isEqualTo("sw");
    }

    @Test
    void whatAPackagerOrAnAuthorChoseStays() {
        assertThat(orderAfter("sw,es2", 2)).isEqualTo("sw,es2");
    }
}
