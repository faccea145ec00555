package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.settings.Home;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;
import stemma.ui.common.Theme.Appearance;

/// The guided look beside the real controls.
class GuidedLookFlowTest {
    private static final PromptId GREETING = new PromptId("support/greeting");

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static void begin(OpenWindow window) {
        window.await("prompts are listed", () -> !window.view()
                .browserModel()
                .shownProperty()
                .get()
                .rows()
                .isEmpty());
        window.await("a prompt is in front", () -> window.view().tabs().front().isPresent());
        Platform.runLater(() -> window.shell().commands().guidedLook());
    }

    /// Waits until a step is shown, and the callout stands beside what it is about.
    private static void awaitStep(OpenWindow window, String key) {
        Label title = window.find(
                Label.class, label -> label.getStyleClass().contains("tour-title") && Messages.text(key).equals(label.getText()));
        window.await(
                "the callout of " + key + " is laid out", () -> title.getParent().getParent().getLayoutBounds().getHeight() > 60);
        window.settle();
    }

    private static boolean isOver(OpenWindow window) {
        return window.scene().getRoot().lookup(".tour") == null;
    }

    private static void awaitNextHasKeyboard(OpenWindow window) {
        window.await("the callout has the keyboard", () -> window.keyboardOwnerNow() instanceof Button button
                && button.getStyleClass().contains("tour-next"));
    }

    private static String production(OpenWindow window) {
        return window.store().inStage(GREETING, Stage.PRODUCTION).orElseThrow().label().value();
    }

    @Test
    void itFollowsWhatTheReaderDoes() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            begin(window);
            awaitStep(window, "tour.browse");
            window.open(GREETING.value());
            awaitStep(window, "tour.versions");
            Showcase.run(() -> window.view().compareChosen());
            awaitStep(window, "tour.colours");
            window.press(window.find(Button.class, "tour-next"));
            awaitStep(window, "tour.promote");
            Platform.runLater(() -> window.shell().commands().promote());
            awaitStep(window, "tour.look");
            window.awaitText("production: 1.2.0 → 1.3.0");
            window.press("Promote 1.3.0 to production");
            awaitStep(window, "tour.moves");
            assertThat(production(window)).isEqualTo("1.3.0");
            window.press(window.find(Button.class, "tour-next"));
            window.await("it is over", () -> isOver(window));
        }
    }

    @Test
    void enterAloneGoesThroughAllOfItAndPromotesNothing() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open(GREETING.value());
            begin(window);
            for (String key : new String[] {
                "tour.browse", "tour.versions", "tour.colours", "tour.promote", "tour.look", "tour.moves"
            }) {
                awaitStep(window, key);
                awaitNextHasKeyboard(window);
                window.keys(KeyCode.ENTER);
            }
            window.await("it is over", () -> isOver(window));
            assertThat(production(window)).isEqualTo("1.2.0");
            window.await("no dialog is left", () -> Window.getWindows().stream()
                    .filter(shown -> shown instanceof javafx.stage.Stage && shown.isShowing())
                    .count() == 1);
        }
    }

    @Test
    void escapeEndsItAtAnyStepAlsoOverADialog() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open(GREETING.value());
            begin(window);
            awaitStep(window, "tour.browse");
            awaitNextHasKeyboard(window);
            window.keys(KeyCode.ESCAPE);
            window.await("it is over", () -> isOver(window));

            begin(window);
            awaitStep(window, "tour.browse");
            window.typeIntoPrompt("");
            window.keys(KeyCode.ESCAPE);
            window.await("it is over from within the text", () -> isOver(window));

            begin(window);
            awaitStep(window, "tour.browse");
            window.press(window.find(Button.class, "tour-next"));
            awaitStep(window, "tour.versions");
            window.press(window.find(Button.class, "tour-next"));
            awaitStep(window, "tour.colours");
            window.press(window.find(Button.class, "tour-next"));
            awaitStep(window, "tour.promote");
            window.keys("Shortcut+M");
            awaitStep(window, "tour.look");
            window.typeInto("reason", "Ready");
            window.keys(KeyCode.ESCAPE);
            window.await("only the look is over", () -> Window.getWindows().stream()
                    .noneMatch(shown -> shown.getScene().getRoot().lookup(".tour") != null));
            assertThat(window.find(TextField.class, "reason").getText()).isEqualTo("Ready");
            window.keys(KeyCode.ESCAPE);
            window.awaitNoButton("Cancel");
            assertThat(production(window)).isEqualTo("1.2.0");
        }
    }

    @Test
    void whatIsTypedGoesWhereTheAuthorTypes() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            PromptTab tab = window.open(GREETING.value());
            begin(window);
            awaitStep(window, "tour.browse");
            awaitNextHasKeyboard(window);
            window.typeIntoPrompt("Quiet now");
            window.keys("Shortcut+L");
            window.typeInto("filter", "greet");
            window.await("the filter has it", () -> window.view().browserModel().filterProperty().get().equals("greet"));
            assertThat(tab.editor().dirtyProperty().get()).isTrue();
            awaitStep(window, "tour.browse");
            window.keys(KeyCode.F6);
            awaitNextHasKeyboard(window);
            window.keys(KeyCode.F6);
            window.await("the key goes on", () -> !(window.keyboardOwnerNow() instanceof Button));
        }
    }

    @Test
    void anEmptyStoreIsOfferedTheSamples() throws Exception {
        Home home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
        SampleHome.set(home, settings -> settings.set(Remembered.WELCOMED, true));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("No prompts yet");
            Platform.runLater(() -> window.shell().commands().guidedLook());
            awaitStep(window, "tour.none");
            window.pictures("tour-none");
            window.press("Open the samples");
            awaitStep(window, "tour.browse");
            assertThat(window.store().uri().scheme()).isEqualTo("h2");
            window.await("the samples are there", () -> window.view().browserModel().shownProperty().get().total() == 10);
        }
    }

    @Test
    void theWelcomesLinkLeadsIntoItWithTheSamples() throws Exception {
        Home home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
        try (OpenWindow window = OpenWindow.on(home)) {
            window.press(window.find(
                    Hyperlink.class, link -> Messages.text("welcome.look").equals(link.getText())));
            awaitStep(window, "tour.browse");
            window.await("the samples are there", () -> window.view().browserModel().shownProperty().get().total() == 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1.0", "de,1.5"})
    void eachStepHasRoomInEveryTheme(String language, double zoom) throws Exception {
        Locale.setDefault(Locale.of(language));
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.ZOOM, zoom));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(GREETING.value());
            begin(window);
            int number = 0;
            for (String key : new String[] {
                "tour.browse", "tour.versions", "tour.colours", "tour.promote", "tour.look", "tour.moves"
            }) {
                number++;
                awaitStep(window, key);
                awaitNextHasKeyboard(window);
                assertThat(CutTexts.of(window, "tour")).isEmpty();
                Node callout = window.find(Node.class, "tour");
                assertThat(liesWithin(callout)).as(key + " lies in its window").isTrue();
                assertThat(Showcase.call(() -> callout.getScene().getRoot().lookup(".tour-ring").isVisible()))
                        .as(key + " has found its control")
                        .isTrue();
                for (Appearance theme : Tour.themes()) {
                    Showcase.run(() -> window.shell().model().appearanceProperty().set(theme));
                    window.picture("tour-" + language + "-" + Math.round(zoom * 100) + "-" + number + "-"
                            + theme.name().toLowerCase(Locale.ROOT));
                }
                window.press(window.find(Button.class, "tour-next"));
            }
        }
    }

    private static boolean liesWithin(Node callout) {
        return Showcase.call(() -> {
            Bounds place = callout.localToScene(callout.getLayoutBounds());
            return place.getMinX() >= 0
                    && place.getMinY() >= 0
                    && place.getMaxX() <= callout.getScene().getWidth()
                    && place.getMaxY() <= callout.getScene().getHeight();
        });
    }
}
