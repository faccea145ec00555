package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;
import stemma.ui.common.Theme.Appearance;

/// What the window looks like, and that it looks so again at the next start.
class RememberedFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void theWindowsPlaceIsKeptBeforeItIsClosed() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> {
                window.stage().setX(40);
                window.stage().setWidth(910);
            });
            window.await("its place is in the file", () -> {
                String kept = written();
                return kept.contains("\"window.width\": 910.0") && kept.contains("\"window.x\": 40.0");
            });
        }
    }

    private String written() {
        try {
            return Files.readString(home.settingsFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tabsPanesZoomAppearanceAndTheWindowsPlaceComeBack() throws Exception {
        double width;
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            window.open("data/sql-from-question");
            window.open("support/triage");
            for (int i = 0; i < 3; i++) {
                window.keys("Shortcut+Equals");
            }
            Showcase.run(() -> {
                window.shell().model().appearanceProperty().set(Appearance.DARK);
                window.stage().setX(20);
                window.stage().setY(30);
                window.stage().setWidth(960);
                window.stage().setHeight(700);
            });
            window.keys("Shortcut+Shift+B");
            window.await("the list is as wide as its text asks", () -> Math.abs(browserWidth(window) - 333) < 2);
            drag(browserSplit(window), -40);
            window.settle();
            width = browserWidth(window);
            assertThat(width).isBetween(292.0, 295.0);
            window.picture("before-closing");
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitFront("support/triage");
            assertThat(again.tabTexts()).containsExactly("greeting", "triage", "sql-from-question");
            assertThat(again.shell().model().zoomProperty().get()).isBetween(1.32, 1.34);
            assertThat(again.shell().model().appearanceProperty().get()).isEqualTo(Appearance.DARK);
            assertThat(again.stage().getX()).isEqualTo(20);
            assertThat(again.stage().getY()).isEqualTo(30);
            assertThat(again.stage().getWidth()).isEqualTo(960);
            assertThat(again.stage().getHeight()).isEqualTo(700);
            again.await("the list is as wide as before", () -> Math.abs(browserWidth(again) - width) < 4);
            assertThat(again.texts()).doesNotContain("Stage history");
            again.picture("after-closing");
            again.keys("Shortcut+0", "Shortcut+Shift+B");
            again.awaitText("Stage history");
            assertThat(again.shell().model().zoomProperty().get()).isEqualTo(1);
        }
    }

    @Test
    void aTabThatWasOnlyLookedAtComesBackAsOneThatTheNextLookTakesOver() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().preview(new PromptId("support/triage")));
            window.awaitFront("support/triage");
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitFront("support/triage");
            assertThat(again.tabTexts()).containsExactly("greeting", "triage");
            Showcase.run(() -> again.view().preview(new PromptId("data/sql-from-question")));
            again.awaitFront("data/sql-from-question");
            assertThat(again.tabTexts()).containsExactly("greeting", "sql-from-question");
            again.open("support/greeting");
        }
        try (OpenWindow last = OpenWindow.on(home)) {
            last.awaitFront("support/greeting");
            assertThat(last.tabTexts()).containsExactly("greeting", "sql-from-question");
            Showcase.run(() -> last.view().preview(new PromptId("support/triage")));
            last.awaitFront("support/triage");
            assertThat(last.tabTexts()).containsExactly("greeting", "triage");
        }
    }

    @Test
    void nobodyIsToldToChooseAPromptWhileTheTabsComeBack() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
        }
        try (OpenWindow again = OpenWindow.start(home, Optional.empty())) {
            String hint = Messages.text("shell.tabs.none");
            again.await("the prompt is open, and no hint was there before", () -> {
                assertThat(again.texts()).doesNotContain(hint);
                return again.shell().view().flatMap(WorkspaceView::currentTab).isPresent();
            });
            again.awaitFront("support/greeting");
            again.keys("Shortcut+W");
            again.awaitText(hint);
        }
    }

    @Test
    void everyCompareLooksAsTheLastOneWasMadeToLook() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+D");
            window.awaitText("support/greeting 1.2.0");
            window.press("Unified");
            window.press(window.find(ButtonBase.class, "showChanges"));
            window.open("support/triage");
            window.keys("Shortcut+D");
            window.awaitText("support/triage 1.2.0");
            assertUnifiedWithChanges(window);
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.open("support/greeting");
            again.keys("Shortcut+D");
            again.awaitText("support/greeting 1.2.0");
            assertUnifiedWithChanges(again);
        }
    }

    private static void assertUnifiedWithChanges(OpenWindow window) {
        assertThat(((ToggleButton) window.button("Unified")).isSelected()).isTrue();
        ListView<?> changes = window.find(ListView.class, "changes");
        assertThat(changes.getItems()).isNotEmpty();
    }

    @Test
    void aPaneKeepsTheWidthThatItWasGivenWhenTheWindowGrowsAndInAnotherTab() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/triage");
            window.open("support/greeting");
            double before = sideWidth(window);
            drag(browserSplit(window), 30);
            drag(sideSplit(window), -30);
            double list = browserWidth(window);
            window.await("the side is wider", () -> Math.abs(sideWidth(window) - before - 30) < 2);
            Showcase.run(() -> window.stage().setWidth(1200));
            window.await("the window has grown", () -> window.scene().getWidth() == 1200);
            window.settle();
            assertThat(browserWidth(window)).isCloseTo(list, within(2.0));
            assertThat(sideWidth(window)).isCloseTo(before + 30, within(2.0));
            window.open("support/triage");
            window.await("the side is as wide here", () -> Math.abs(sideWidth(window) - before - 30) < 2);
        }
    }

    @Test
    void theHistoryKeepsItsShareOfTheSideInAnotherTabAndAfterTheNextStart() throws Exception {
        double share;
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            SplitPane side = side(window);
            double before = historyShare(window);
            drag(side, 100);
            share = historyShare(window);
            assertThat(share).isGreaterThan(before + 0.1);
            window.open("support/triage");
            window.await("it is as high here", () -> Math.abs(historyShare(window) - share) < 0.01);
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.await("it is as high after the start", () -> Math.abs(historyShare(window) - share) < 0.01);
        }
    }

    @Test
    void whatTheAuthorOpensFirstStaysInFrontOfWhatWasOpenLastTime() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/triage");
            String store = window.store().uri().toString();
            window.await("it is remembered", () -> Settings.load(home.settingsFile())
                    .get(Remembered.tabs(store))
                    .equals(List.of("support/triage")));
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            CompletableFuture<Void> opened = new CompletableFuture<>();
            Platform.runLater(() -> openOnceListed(window, new PromptId("support/greeting"), opened));
            opened.get(30, TimeUnit.SECONDS);
            window.await("the tab of last time is back", () -> window.view().tabs().all().size() == 2);
            window.awaitFront("support/greeting");
        }
    }

    /// Comes before everything else that waits for the list.
    private static void openOnceListed(OpenWindow window, PromptId prompt, CompletableFuture<Void> opened) {
        boolean isListed = window.shell().view()
                .filter(view -> view.browserModel().shownProperty().get().total() > 0)
                .isPresent();
        if (isListed) {
            window.view().open(prompt);
            opened.complete(null);
        } else {
            Platform.runLater(() -> openOnceListed(window, prompt, opened));
        }
    }

    private static SplitPane side(OpenWindow window) {
        return window.find(SplitPane.class, "side");
    }

    /// Of the tab in front; none before it is laid out.
    private static double historyShare(OpenWindow window) {
        return Showcase.call(() -> window.view().tabs().front().orElseThrow()
                        .getContent()
                        .lookup(".side")
                instanceof SplitPane side
                ? side.getDividerPositions()[0]
                : Double.NaN);
    }

    @Test
    void aTabThatIsClosedIsNotKeptInMemory() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            List<String> prompts = List.of("support/triage", "support/greeting", "data/sql-from-question");
            List<WeakReference<PromptTab>> closed = new ArrayList<>();
            for (String prompt : prompts) {
                closed.add(new WeakReference<>(window.open(prompt)));
                window.settle();
            }
            window.open("meetings/summary");
            window.typeIntoPrompt("x");
            Showcase.run(() -> prompts.forEach(prompt -> window.view().tabs().close(new PromptId(prompt))));
            window.await("they are gone", () -> {
                System.gc();
                return closed.stream().allMatch(tab -> tab.get() == null);
            });
        }
    }

    private static SplitPane browserSplit(OpenWindow window) {
        return window.find(SplitPane.class, "split");
    }

    /// What is between the text and the side of the tab in front.
    private static SplitPane sideSplit(OpenWindow window) {
        return window.find(SplitPane.class, pane -> pane.getItems().stream()
                .anyMatch(item -> item.getStyleClass().contains("side")));
    }

    private static double browserWidth(OpenWindow window) {
        SplitPane split = browserSplit(window);
        return Showcase.call(() -> split.getDividerPositions()[0] * split.getWidth());
    }

    private static double sideWidth(OpenWindow window) {
        SplitPane split = sideSplit(window);
        return Showcase.call(() -> (1 - split.getDividerPositions()[0]) * split.getWidth());
    }

    /// The headless robot says of its moves that no button is down, so a divider that it drags is left behind.
    private static void drag(SplitPane pane, double by) {
        Showcase.run(() -> {
            Node divider = pane.lookupAll(".split-pane-divider").stream()
                    .filter(node -> node.getParent() == pane)
                    .findFirst()
                    .orElseThrow();
            mouse(divider, MouseEvent.MOUSE_PRESSED, 0);
            mouse(divider, MouseEvent.MOUSE_DRAGGED, by);
            pane.layout();
            mouse(divider, MouseEvent.MOUSE_RELEASED, by);
        });
    }

    /// @param by the way, to the right in one split and down in the other
    private static void mouse(Node node, EventType<MouseEvent> type, double by) {
        node.fireEvent(new MouseEvent(
                type, by, by, by, by, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false,
                false, null));
    }

    @Test
    void lightAndDarkAreSwitchedAtOnce() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            assertThat(background(window).getBrightness()).isGreaterThan(0.9);
            Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.DARK));
            window.settle();
            assertThat(background(window).getBrightness()).isLessThan(0.2);
            Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.LIGHT));
            window.settle();
            assertThat(background(window).getBrightness()).isGreaterThan(0.9);
        }
    }

    /// The colour of the list of prompts, as it is drawn.
    private static Color background(OpenWindow window) {
        var browser = window.find(javafx.scene.layout.VBox.class, "browser");
        return (Color) Objects.requireNonNull(Showcase.call(
                () -> browser.getBackground().getFills().getLast().getFill()));
    }

    @Test
    void theTextIsLargerAfterZoomingInWherePromptsAreWritten() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            double before = textHeight(window);
            window.keys("Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals");
            window.await("the text is larger", () -> textHeight(window) > before * 1.3);
            window.picture("zoomed");
        }
    }

    private static double textHeight(OpenWindow window) {
        return Showcase.call(() -> window.scene().getRoot().lookupAll(".prompt-editor .text").stream()
                .filter(javafx.scene.text.Text.class::isInstance)
                .mapToDouble(text -> ((javafx.scene.text.Text) text).getFont().getSize())
                .max()
                .orElse(0));
    }
}
