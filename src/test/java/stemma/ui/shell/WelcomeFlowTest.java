package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// The doors of the first start, and that they are in nobody's way afterwards.
class WelcomeFlowTest {
    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static boolean isShown(OpenWindow window) {
        return Showcase.call(() -> window.scene().getRoot().lookup(".welcome") != null);
    }

    private static void awaitNoPrompts(OpenWindow window) {
        window.await("no prompts", () -> !isWelcome(window)
                && window.view().browserModel().shownProperty().get().total() == 0);
    }

    private static boolean isWelcome(OpenWindow window) {
        return window.scene().getRoot().lookup(".welcome") != null;
    }

    @Test
    void whatNeedsAPromptSaysSoAndLeavesTheWelcomeWhereItIs() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("the welcome", () -> isWelcome(window));
            window.keys("Shortcut+M");
            window.awaitText("Choose a prompt first.");
            assertThat(isShown(window)).isTrue();
        }
    }

    @Test
    void theSamplesAreBehindADoorAndGoAgainWithAClick() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("Welcome to Stemma");
            assertThat(window.store().list(Query.all()).items()).isEmpty();
            window.press(window.find(Button.class, "samples"));
            window.await("samples are listed", () -> !isWelcome(window)
                    && window.view().browserModel().shownProperty().get().total() == 10);
            PromptTab front = window.awaitFront("data/sql-from-question");
            assertThat(front.history().versionsProperty().get()).hasSizeGreaterThanOrEqualTo(3);
            window.pictures("first-start");

            String newest = front.history().versionsProperty().get().get(0).label().value();
            ListCell<?> cell = window.find(ListCell.class, each -> each.getAccessibleText() != null
                    && each.getAccessibleText().startsWith("Version " + newest + "\n"));
            window.doubleClick(cell, "a compare tab", () -> window.view().tabs().front().isEmpty());
            window.await("changes are shown", () -> window.texts().contains("change"));
            window.pictures("first-compare");
            window.keys("Shortcut+W");

            window.press("Start empty");
            window.press("Remove the samples");
            awaitNoPrompts(window);
            window.awaitText("No prompts yet");
            assertThat(window.tabTexts()).isEmpty();
            window.pictures("start-empty");
            assertThat(window.store().list(Query.all()).items()).isEmpty();
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitText("No prompts yet");
            assertThat(isShown(again)).isFalse();
            again.press("Add sample prompts");
            again.await("samples are listed", () -> again.view().browserModel().shownProperty().get().total() == 10);
            again.button("Start empty");
        }
    }

    @Test
    void theSamplesCanGoAfterARestartAndAnotherStoreTooUntilTheyAreKept() throws Exception {
        Path team = Files.createDirectory(folder.resolve("team"));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.press(window.find(Button.class, "samples"));
            window.button("Start empty");
            Showcase.run(() -> window.shell().stores().open("file:" + team));
            window.await("the folder is open", () -> window.store().uri().scheme().equals("file"));
            window.awaitNoButton("Start empty");
            Showcase.run(() -> window.shell().commands().openEmbedded());
            window.button("Start empty");
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.press("Start empty");
            again.press("Remove the samples");
            awaitNoPrompts(again);
            again.press("Add sample prompts");
            again.press("Keep them");
        }
        try (OpenWindow last = OpenWindow.on(home)) {
            last.await("samples are listed", () -> last.view().browserModel().shownProperty().get().total() == 10);
            last.settle();
            assertThat(last.hasButton("Start empty")).isFalse();
        }
        assertThat(SampleHome.get(home, Remembered.SAMPLES)).isEmpty();
    }

    @Test
    void whoWantsNothingIsNeverAskedAgain() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("Welcome to Stemma");
            window.press(window.find(Hyperlink.class, "leave"));
            window.awaitText("No prompts yet");
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitText("No prompts yet");
            assertThat(isShown(again)).isFalse();
        }
    }

    @Test
    void aNewPromptTakesTheWelcomesPlace() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("Welcome to Stemma");
            window.keys("Shortcut+N");
            window.find(TextInputControl.class, field -> field.isFocused());
            window.type("mine/first");
            window.keys(KeyCode.ENTER);
            window.await("the prompt is in front", () -> window.view()
                    .tabs()
                    .front()
                    .filter(tab -> tab.prompt().value().equals("mine/first"))
                    .isPresent());
            assertThat(isShown(window)).isFalse();
        }
    }

    @Test
    void theSecondDoorAsksForAStoreWithAFormThatIsReady() throws Exception {
        Path prompts = folder.resolve("prompts");
        Files.createDirectories(prompts);
        Files.writeString(prompts.resolve("hello.md"), "Hello\n");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("Welcome to Stemma");
            window.press(window.find(Button.class, "open"));
            TextInputControl name = window.find(TextInputControl.class, "name");
            window.await("a name can be typed", name::isFocused);
            window.type("Mine");
            TextInputControl path = window.find(
                    TextInputControl.class, field -> !"name".equals(field.getId()) && field.isEditable());
            Showcase.run(() -> path.setText(prompts.toString()));
            window.press("Open");
            window.await("the folder is open", () -> window.store().uri().scheme().equals("file"));
            window.await("its prompts are shown", () -> !isWelcome(window));
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.await("the folder is open", () -> again.store().uri().scheme().equals("file"));
            assertThat(isShown(again)).isFalse();
            Showcase.run(() -> again.shell().commands().openEmbedded());
            again.awaitText("No prompts yet");
            assertThat(isShown(again)).isFalse();
        }
    }

    @Test
    void helpShowsItAgainAndEscapeGoesBack() throws Exception {
        Home home = SampleHome.at(folder.resolve("samples"));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> window.shell().commands().welcome());
            window.awaitText("Back to the prompts");
            window.keys(KeyCode.ESCAPE);
            window.await("the prompts are back", () -> !isWelcome(window));
            window.await("the keyboard is in the list", () -> "tree".equals(
                    Objects.requireNonNull(window.scene().getFocusOwner()).getId()));
            Showcase.run(() -> window.shell().commands().welcome());
            window.press(window.find(Button.class, "samples"));
            window.await("the prompts are back", () -> !isWelcome(window));
            assertThat(window.hasButton("Start empty")).as("nothing was added that could go again").isFalse();
            assertThat(window.store().list(Query.all()).items()).hasSize(10);
        }
    }

    /// The author's own prompts do not go with the samples, and those of the same name stay as they are.
    @Test
    void samplesJoinWhatIsThere() throws Exception {
        try (Store store = SampleHome.embedded(home)) {
            store.append(new NewVersion(
                    new PromptId("support/greeting"),
                    Optional.empty(),
                    new VersionLabel("0.1.0"),
                    Content.plain("Mine"),
                    "Ada",
                    "",
                    Set.of(),
                    Optional.empty()));
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("support");
            assertThat(isShown(window)).as("there is something to show already").isFalse();
            Showcase.run(() -> window.shell().commands().welcome());
            window.press(window.find(Button.class, "samples"));
            window.awaitText("sample prompts to look around in");
            window.press("Start empty");
            window.press("Remove the samples");
            window.await("one prompt is left", () -> window.view().browserModel().shownProperty().get().total() == 1);
            assertThat(window.store().list(Query.all()).items().getFirst().head().value()).isEqualTo("0.1.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1.0", "en,1.5", "de,1.0", "de,1.5"})
    void itHasRoomInEveryTheme(String language, double zoom) throws Exception {
        Locale.setDefault(Locale.of(language));
        SampleHome.set(home, settings -> settings.set(Remembered.ZOOM, zoom));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.find(Node.class, "welcome");
            for (Appearance theme : Tour.themes()) {
                Showcase.run(() -> window.shell().model().appearanceProperty().set(theme));
                window.picture("welcome-" + language + "-" + Math.round(zoom * 100) + "-"
                        + theme.name().toLowerCase(Locale.ROOT));
            }
            assertThat(CutTexts.of(window, "welcome")).isEmpty();
        }
    }
}
