package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ui.Contrast;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// A walk through every screen: what can be told without a person who looks.
class EveryScreenTest {
    /// Pictures of every screen are wanted: `-Dstemma.pictures=true`.
    private static final boolean PICTURES = Boolean.getBoolean("stemma.pictures");

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private final Set<String> tooLow = new TreeSet<>();
    private final Set<String> faults = new TreeSet<>();
    private int measured;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /// The usual look in every theme; the language of the longer words at the sizes that leave them least room. Every language at
    /// every size in every theme when the pictures are wanted.
    static List<Arguments> looks() {
        return PICTURES
                ? List.of(
                        Arguments.of("en", 1.0, true),
                        Arguments.of("en", 1.5, true),
                        Arguments.of("de", 1.0, true),
                        Arguments.of("de", 1.5, true),
                        Arguments.of("de", 2.0, false))
                : List.of(
                        Arguments.of("en", 1.0, true), Arguments.of("de", 1.5, false), Arguments.of("de", 2.0, false));
    }

    /// Who sees less can read every text, who sees nothing hears what each control is, and no button's words are cut.
    @ParameterizedTest
    @MethodSource("looks")
    void everyoneCanUseIt(String language, double zoom, boolean inEveryTheme) throws Exception {
        Locale.setDefault(Locale.of(language));
        String look = language + "-" + Math.round(zoom * 100);
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(zoom));
            Tour.of(window, folder, screen -> {
                Showcase.run(() -> Window.getWindows().forEach(shown -> {
                    Parent root = shown.getScene().getRoot();
                    CutButtons.in(root).forEach(cut -> faults.add(screen + ": " + cut));
                    NamelessControls.in(root).forEach(nameless -> faults.add(screen + ": no name for " + nameless));
                }));
                if (inEveryTheme) {
                    Tour.themes().forEach(theme -> lookAt(window, screen, theme, look));
                    Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.LIGHT));
                }
            });
        }
        assertThat(faults).isEmpty();
        assertThat(tooLow).isEmpty();
        if (inEveryTheme) {
            assertThat(measured).as("texts that were looked at").isGreaterThan(1000);
        }
    }

    private void lookAt(OpenWindow window, String screen, Appearance theme, String look) {
        Showcase.run(() -> window.shell().model().appearanceProperty().set(theme));
        window.settle();
        if (PICTURES) {
            String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            window.pictureTo("screens/" + look + "/" + name + "/" + screen);
        }
        Showcase.run(() -> Window.getWindows().forEach(shown -> {
            Contrast.Finding finding = Contrast.in(shown.getScene());
            measured += finding.measured();
            finding.tooLow().forEach(text -> tooLow.add(screen + ", " + theme + ": " + text));
        }));
    }
}
