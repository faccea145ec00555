package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Contrast;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// Who sees less can read every text, in every theme.
class ContrastTest {
    @TempDir
    Path folder;

    @Test
    void ratiosAreThoseOfTheGuideline() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, Offset.offset(0.001));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isLessThan(4.5);
    }

    @Test
    void everyTextStandsOutInEveryTheme() throws Exception {
        Set<String> tooLow = new TreeSet<>();
        int[] measured = {0};
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Tour.of(window, screen -> {
                for (Appearance theme : Tour.themes()) {
                    Showcase.run(() -> window.shell().model().appearanceProperty().set(theme));
                    window.picture("theme-" + theme.name().toLowerCase(Locale.ROOT) + "-" + screen);
                    Showcase.run(() -> Window.getWindows().forEach(shown -> {
                        Contrast.Finding finding = Contrast.in(shown.getScene());
                        measured[0] += finding.measured();
                        finding.tooLow().forEach(text -> tooLow.add(theme + " " + text));
                    }));
                }
                Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.LIGHT));
            });
        }
        assertThat(measured[0]).as("texts that were looked at").isGreaterThan(1000);
        assertThat(tooLow).isEmpty();
    }
}
