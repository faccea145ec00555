package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.ui.Showcase;

/// The screens in each language, small and large: what can be told without a person who looks.
class LookTest {
    /// Pictures of every screen are wanted: `-Dstemma.pictures=true`.
    private static final boolean PICTURES = Boolean.getBoolean("stemma.pictures");

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"en,1.0", "en,1.5", "de,1.0", "de,1.5", "de,2.0"})
    void noButtonIsCut(String language, double zoom) throws Exception {
        Locale.setDefault(Locale.of(language));
        Set<String> cut = new TreeSet<>();
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(zoom));
            Tour.of(window, folder, screen -> {
                if (PICTURES) {
                    window.pictureTo("look/" + language + "-" + Math.round(zoom * 100) + "/" + screen);
                }
                Showcase.run(() -> Window.getWindows()
                        .forEach(shown -> look(shown.getScene().getRoot(), screen + ": ", cut)));
            });
        }
        assertThat(cut).isEmpty();
    }

    /// The window does not break where everything stands the other way round; texts that are compared stay as they are.
    @Test
    void theWindowCanBeMirrored() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
            window.open("support/greeting");
            window.picture("look-mirrored-window");
            Showcase.run(() -> window.view().compareChosen());
            Node rows = window.find(Node.class, "rows");
            window.picture("look-mirrored-compare");
            assertThat(rows.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            Node list = window.find(Node.class, "prompt-tree");
            assertThat(list.localToScene(list.getLayoutBounds()).getMinX())
                    .isGreaterThan(rows.localToScene(rows.getLayoutBounds()).getMinX());
        }
    }

    private static void look(Node node, String screen, Set<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button && !holdsANameOfTheAuthors(button)) {
            button.getChildrenUnmodifiable().stream()
                    .flatMap(child -> child instanceof Parent label && button instanceof MenuButton
                            ? label.getChildrenUnmodifiable().stream()
                            : java.util.stream.Stream.of(child))
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText())
                    .filter(text -> text.contains("...") || text.contains("\u2026") && !button.getText().contains("\u2026"))
                    .forEach(text -> cut.add(screen + text + " is " + button.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, screen, cut));
        }
    }

    /// A caption, a store's name, a commit's message: as long as their author likes.
    private static boolean holdsANameOfTheAuthors(ButtonBase button) {
        return button instanceof Hyperlink
                || button.getStyleClass().contains("compare-caption")
                || "storeMenu".equals(button.getId());
    }
}
