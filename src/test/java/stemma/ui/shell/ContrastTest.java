package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ui.Contrast;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// Who sees less can read every text, in every theme.
class ContrastTest {
    /// Pictures of every screen are wanted: `-Dstemma.pictures=true`.
    private static final boolean PICTURES = Boolean.getBoolean("stemma.pictures");

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @Test
    void ratiosAreThoseOfTheGuideline() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, Offset.offset(0.001));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isLessThan(4.5);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /// In English and at its usual size; every language at every size when the pictures are wanted.
    static List<Arguments> looks() {
        return PICTURES
                ? List.of(
                        Arguments.of("en", 1.0),
                        Arguments.of("en", 1.5),
                        Arguments.of("de", 1.0),
                        Arguments.of("de", 1.5))
                : List.of(Arguments.of("en", 1.0));
    }

    /// Badges have little room around their text, and their colours are mixed with what is beneath them.
    @Test
    void badgesStandOutInLargerTextToo() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(1.5));
            window.open("support/greeting");
            window.settle();
            Contrast.Finding finding = Showcase.call(() -> Contrast.in(window.scene()));
            assertThat(finding.measured()).isGreaterThan(30);
            assertThat(finding.tooLow()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyTextStandsOutInEveryTheme(String language, double zoom) throws Exception {
        Locale.setDefault(Locale.of(language));
        Set<String> tooLow = new TreeSet<>();
        int[] measured = {0};
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(zoom));
            Tour.of(window, folder, screen -> {
                for (Appearance theme : Tour.themes()) {
                    Showcase.run(() -> window.shell().model().appearanceProperty().set(theme));
                    window.settle();
                    if (PICTURES) {
                        String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
                        window.pictureTo("screens/" + language + "-" + Math.round(zoom * 100) + "/" + name + "/" + screen);
                    }
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
