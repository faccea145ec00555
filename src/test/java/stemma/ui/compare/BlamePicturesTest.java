package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Fxml;
import stemma.ui.common.Theme;
import stemma.ui.common.Times;

/// The blame column as it is drawn, for people to judge, and that click and key lead where they say.
class BlamePicturesTest {
    private final CompareModel model = new CompareModel(new DirectTasks());

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    private static Content content(int version, boolean chat) {
        if (chat) {
            return version < 3 ? Samples.chat1() : Samples.chat2();
        }
        return switch (version) {
            case 0 -> Content.plain(Samples.GREETING_1.substring(0, Samples.GREETING_1.indexOf("- Answer")));
            case 1, 2, 3, 4 -> Samples.prose1();
            default -> Samples.prose2();
        };
    }

    private Scene scene(Theme.Appearance appearance, int width, boolean chat) {
        Parent root = Fxml.load(new CompareController(model));
        Scene scene = Toolkit.scene(root, appearance, width, width * 5 / 8);
        List<VersionInfo> versions = TimelineTest.versions(8);
        Timeline timeline = new Timeline(
                model,
                new DirectTasks(),
                versions,
                label -> {
                    int number = Integer.parseInt(label.value().split("\\.")[1]);
                    return new Version(versions.get(7 - number), content(number, chat));
                },
                new Times(Clock.systemUTC()));
        model.walk(timeline, TimelineTest.label(5));
        root.applyCss();
        root.layout();
        ((ToggleButton) scene.lookup("#blame")).fire();
        root.applyCss();
        root.layout();
        return scene;
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,900,SPLIT,false", "DARK,900,RESULT,false", "DARK,1600,SPLIT,true", "LIGHT,1600,RESULT,false",
        "LIGHT,700,SPLIT,true"
    })
    void column(Theme.Appearance appearance, int width, View view, boolean chat) {
        Toolkit.run(() -> {
            Scene scene = scene(appearance, width, chat);
            model.shown().viewProperty().set(view);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            model.goTo(5);
            String name = (chat ? "chat-" : "") + view.name() + "-" + appearance.name();
            Toolkit.picture(scene, "compare-blame-" + name.toLowerCase(Locale.ROOT) + "-" + width);
            assertThat(scene.getRoot().lookupAll(".blame-link:start")).isNotEmpty();
        });
    }

    @Test
    void aClickShowsTheChange() {
        Toolkit.run(() -> {
            Scene scene = scene(Theme.Appearance.LIGHT, 900, false);
            BlameLink link = scene.getRoot().lookupAll(".blame-link").stream()
                    .map(BlameLink.class::cast)
                    .filter(found -> found.isVisible() && found.getText().startsWith("1.0.0"))
                    .findFirst()
                    .orElseThrow();
            assertThat(link.getAccessibleText()).contains("1.0.0 · Ann");
            assertThat(link.getTooltip().getText()).endsWith("why 0");
            link.fire();
            assertThat(model.pairProperty().get().orElseThrow().right().caption()).isEqualTo("a/b 1.0.0");
            assertThat(model.cursorProperty().get()).isNotNegative();
            assertThat(((ToggleButton) scene.lookup("#blame")).isSelected()).isTrue();
            Toolkit.picture(scene, "compare-blame-clicked");
        });
    }

    @Test
    void enterShowsTheChange() {
        Toolkit.run(() -> {
            Scene scene = scene(Theme.Appearance.LIGHT, 900, false);
            model.place(0);
            Event.fireEvent(
                    scene.lookup(".row-list"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            assertThat(model.pairProperty().get().orElseThrow().right().caption()).isEqualTo("a/b 1.0.0");
        });
    }
}
