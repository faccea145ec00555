package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// The window where there is little room, and where there is plenty.
class NarrowWindowFlowTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /// A narrow window with a prompt in front.
    private OpenWindow german() throws Exception {
        Locale.setDefault(Locale.GERMAN);
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.WIDTH, 1000.0));
        OpenWindow window = OpenWindow.on(home);
        window.open("support/greeting");
        return window;
    }

    @Test
    void whereThereIsNoRoomTheSideIsATabAndNothingIsLost() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.WIDTH, 700.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            TabPane pages = window.find(TabPane.class, NarrowWindowFlowTest::hasSide);
            window.pictures("narrow");
            Showcase.run(() -> pages.getSelectionModel().select(1));
            window.awaitText("Stage history");
            window.picture("narrow-side");
            Showcase.run(() -> pages.getSelectionModel().select(0));
            Showcase.run(() -> window.view().tabs().front().orElseThrow().focusText());
            window.keys(KeyCode.F6);
            window.awaitText("Stage history");
            assertThat(window.versions().isFocused()).isTrue();
            window.keys("Shortcut+B");
            window.picture("narrow-without-list");
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            window.settle();
            window.pictures("narrow-compare");
        }
    }

    @Test
    void theToolsOfACompareAreReadInGerman() throws Exception {
        try (OpenWindow window = german()) {
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            ChoiceBox<?> whitespace = window.find(ChoiceBox.class, "compare-whitespace");
            for (int i = 0; i < whitespace.getItems().size(); i++) {
                int chosen = i;
                Showcase.run(() -> whitespace.getSelectionModel().select(chosen));
                window.settle();
                assertThat(CutTexts.of(window, "compare-tools")).isEmpty();
            }
        }
    }

    @Test
    void aTitleHasRoomInGerman() throws Exception {
        try (OpenWindow window = german()) {
            window.typeIntoPrompt("x");
            TextField title = window.find(TextField.class, "title");
            ButtonBase save = window.button(Messages.text("editor.save.button"));
            window.settle();
            assertThat(title.getWidth()).isGreaterThan(1.5 * save.getWidth());
        }
    }

    @Test
    void aHintWithoutRoomIsReadInATooltip() throws Exception {
        try (OpenWindow window = german()) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(3));
            window.keys("Shortcut+T");
            TextField tag = window.find(TextField.class, field -> field.getScene() != window.scene());
            assertThat(tag.getPromptText()).isNotEmpty();
            assertThat(tag.getTooltip().getText()).isEqualTo(tag.getPromptText());
            window.keys(KeyCode.ESCAPE);
        }
    }

    @Test
    void whatIsWrongWithAnIdIsReadWhole() throws Exception {
        try (OpenWindow window = german()) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(1.5));
            window.keys("Shortcut+N");
            TextField id = window.find(TextField.class, field -> field.getScene() != window.scene());
            for (String wrong : List.of("support/greeting", "a/".repeat(40), "a//b", "a b", "-", "a".repeat(300))) {
                Showcase.run(() -> id.setText(wrong));
                Label problem = window.find(Label.class, "problem");
                window.await("the dialog has room for: " + problem.getText(), () -> CutTexts.of(window, "dialog-pane").isEmpty()
                        && problem.localToScene(problem.getLayoutBounds()).getMaxY()
                                <= problem.getScene().lookup(".button-bar").getBoundsInParent().getMinY());
            }
            window.picture("wrong-id-de");
            window.keys(KeyCode.ESCAPE);
        }
    }

    @Test
    void aWindowThatIsMadeSmallerCutsNothingOff() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.stage().setWidth(1440));
            window.open("support/greeting");
            window.typeIntoPrompt("x");
            for (double width : List.of(1000.0, 800.0, 560.0)) {
                Showcase.run(() -> window.stage().setWidth(width));
                ButtonBase save = window.button("Save version…");
                window.await("at " + width + " all is inside", () -> {
                    double right = save.localToScene(save.getBoundsInLocal()).getMaxX();
                    return window.scene().getWidth() == width && right > 0 && right <= width;
                });
            }
            Showcase.run(() -> window.stage().setHeight(400));
            window.await("nor above or below", () -> {
                Node menus = window.scene().getRoot().lookup(".menu-bar");
                Node status = window.scene().getRoot().lookup(".status-bar");
                return window.scene().getHeight() == 400
                        && menus.localToScene(0, 0).getY() >= 0
                        && status.localToScene(status.getLayoutBounds()).getMaxY() <= 400;
            });
            window.picture("narrow-smallest");
            window.find(TabPane.class, NarrowWindowFlowTest::hasSide);
            Showcase.run(() -> window.stage().setWidth(1440));
            window.await("the side is beside the text", () -> !window.texts().contains("History and details"));
        }
    }

    @Test
    void aLongAddressGivesWayToTheButtonsBesideIt() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        Path prompts = Files.createDirectories(folder.resolve("a-long-name-of-a-folder/".repeat(6)));
        Files.writeString(prompts.resolve("hello.md"), "Hello\n");
        try (OpenWindow window = OpenWindow.start(home, Optional.of("file:" + prompts))) {
            window.await("the store is open", () -> window.shell().view().isPresent());
            Showcase.run(() -> window.stage().setWidth(1000));
            MenuButton store = window.find(MenuButton.class, "storeMenu");
            ButtonBase promote = window.find(ButtonBase.class, "promoteTool");
            for (double zoom : List.of(1.0, 1.5, 2.0)) {
                Showcase.run(() -> window.shell().model().zoomProperty().set(zoom));
                window.settle();
                window.await("all is there at " + zoom, () -> promote.getScene() == window.scene()
                        && promote.localToScene(promote.getLayoutBounds()).getMaxX() < 1000
                        && store.getWidth() > 300);
                window.picture("long-address-" + Math.round(zoom * 100));
            }
            assertThat(store.getTooltip().getText()).contains(prompts.toString());
        }
    }

    @Test
    void theListIsAsWideAsBeforeWhenTheWindowGrowsAgain() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.stage().setWidth(1440));
            window.open("support/greeting");
            Region list = (Region) window.view().browserNode();
            window.await("the list has its width", () -> Math.abs(list.getWidth() - 320) < 5);
            Showcase.run(() -> window.stage().setWidth(560));
            window.await("the list gives way", () -> list.getWidth() < 200);
            window.robot.clickOn(list);
            Showcase.run(() -> window.stage().setWidth(1440));
            window.await("the list has its width again", () -> Math.abs(list.getWidth() - 320) < 5);
        }
    }

    @Test
    void theListGrowsWithTheTextAndNamesAreWhole() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Region list = (Region) window.view().browserNode();
            window.await("the list has its width", () -> Math.abs(list.getWidth() - 320) < 5);
            for (double zoom : List.of(1.0, 1.5, 2.0)) {
                Showcase.run(() -> window.shell().model().zoomProperty().set(zoom));
                window.await("the list grows to " + zoom, () -> list.getWidth() > Math.min(320 * zoom, 400) - 5);
                assertThat(cutNames(window)).as("names at " + zoom).isEmpty();
                window.pictures("large-list-" + Math.round(zoom * 100));
            }
            Showcase.run(() -> {
                window.shell().model().zoomProperty().set(1);
                window.stage().setWidth(667);
            });
            window.await("the list gives way", () -> window.scene().getWidth() == 667 && list.getWidth() < 310);
            window.settle();
            assertThat(cutNames(window)).as("names on a screen that is scaled").isEmpty();
            window.pictures("scaled-list");
        }
    }

    private static List<String> cutNames(OpenWindow window) {
        return CutTexts.of(window, "prompt-tree").stream()
                .filter(cut -> cut.contains(" is ") && cut.split(" is ")[0].contains("..."))
                .filter(cut -> window.view().browserModel().shownProperty().get().rows().stream()
                        .anyMatch(row -> cut.endsWith(" is " + row.id().name())))
                .toList();
    }

    @Test
    void whatAnEmptyStoreOffersIsWholeAndReachedBesideLargeText() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        try (OpenWindow window = OpenWindow.start(home, Optional.of("file:" + nothing))) {
            window.await("the store is open", () -> window.shell().view().isPresent());
            for (double zoom : List.of(1.0, 3.0)) {
                Showcase.run(() -> {
                    window.stage().setWidth(1000);
                    window.shell().model().zoomProperty().set(zoom);
                });
                window.settle();
                assertThat(CutTexts.of(window, "empty-state")).as("at " + zoom).isEmpty();
                Node count = window.find(Node.class, "browser-count");
                Node place = window.find(Node.class, "empty");
                assertThat(place.localToScene(place.getLayoutBounds()).getMaxY())
                        .isLessThanOrEqualTo(count.localToScene(count.getLayoutBounds()).getMinY());
                window.picture("empty-" + Math.round(zoom * 100));
            }
            ButtonBase last = window.button("Import a folder…");
            Node filter = window.find(TextField.class, "filter");
            Showcase.run(filter::requestFocus);
            for (int i = 0; i < 8 && !last.isFocused(); i++) {
                window.keys(KeyCode.TAB);
            }
            assertThat(last.isFocused()).isTrue();
            Node count = window.find(Node.class, "browser-count");
            window.await("it is in sight", () -> last.localToScene(last.getLayoutBounds()).getMaxY()
                    <= count.localToScene(count.getLayoutBounds()).getMinY());
            window.pictures("empty-last");
        }
    }

    @Test
    void theHeadOfAPromptIsAllInsideAtEverySize() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.typeIntoPrompt("x");
            for (double width : List.of(1000.0, 667.0)) {
                for (double zoom : width > 700 ? List.of(1.0, 1.5, 2.0, 3.0) : List.of(1.0, 1.5, 2.0)) {
                    Showcase.run(() -> {
                        window.stage().setWidth(width);
                        window.shell().model().zoomProperty().set(zoom);
                    });
                    window.await("the width", () -> window.scene().getWidth() == width);
                    window.settle();
                    assertThat(CutTexts.of(window, "editor-head"))
                            .as(width + " at " + zoom)
                            .allMatch(cut -> cut.endsWith(" is support/greeting") || cut.endsWith(" is Customer greeting"));
                    assertThat(beyond(window, width)).as(width + " at " + zoom).isEmpty();
                    Region body = (Region) window.find(Node.class, "editor-body");
                    assertThat(body.getHeight()).isGreaterThan(100 * zoom);
                    window.picture("head-" + Math.round(width) + "-" + Math.round(zoom * 100));
                }
            }
        }
    }

    /// What of the head is beyond the window's right edge, or has no width.
    private static List<String> beyond(OpenWindow window, double width) {
        return Showcase.call(() -> window.scene().getRoot().lookupAll(".editor-head .editor-row > *").stream()
                .filter(Node::isManaged)
                .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxX() > width
                        || node.getLayoutBounds().getWidth() < 20 && !(node.getClass() == Region.class))
                .map(Node::toString)
                .toList());
    }

    @Test
    void aWideSideLeavesTheEditorRoomAndIsAsWideAgainWhereThereIsRoom() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> {
            settings.set(Remembered.BROWSER_WIDTH, 250.0);
            settings.set(Remembered.SIDE_WIDTH, 520.0);
        });
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.stage().setWidth(1000));
            window.open("support/greeting");
            Region editor = (Region) window.find(Node.class, "editor-page");
            Region side = (Region) window.find(Node.class, "side");
            window.await("the editor has room", () -> window.scene().getWidth() == 1000
                    && editor.getWidth() >= 339
                    && editor.localToScene(editor.getLayoutBounds()).getMinX() >= 240);
            assertThat(side.localToScene(side.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(1000);
            window.picture("wide-side");
            TextField title = window.find(TextField.class, "title");
            String whole = "Greeting of those who write for the first time, by chat";
            Showcase.run(() -> title.setText(whole));
            window.await("the title is cut", () -> title.getTooltip() != null);
            assertThat(title.getTooltip().getText()).isEqualTo(whole);
            assertThat(CutTexts.of(window, "editor-head"))
                    .anyMatch(cut -> cut.contains("...") && cut.endsWith(" is " + whole));
            window.pictures("cut-title");
            Showcase.run(() -> {
                title.setText("Greeting");
                window.stage().setWidth(1440);
            });
            window.await("the side is as wide again", () -> Math.abs(side.getWidth() - 520) < 8);
            window.await("the title is whole", () -> title.getTooltip() == null);
        }
    }

    private static boolean hasSide(TabPane pane) {
        return pane.getTabs().stream().anyMatch(tab -> "History and details".equals(tab.getText()));
    }

    @Test
    void largeTextTakesTheSideOutOfTheWay() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.awaitText("Stage history");
            Showcase.run(() -> window.shell().model().zoomProperty().set(1.5));
            window.find(TabPane.class, NarrowWindowFlowTest::hasSide);
            Showcase.run(() -> window.shell().model().zoomProperty().set(1));
            window.awaitText("Stage history");
        }
    }

    @Test
    void whereThereIsRoomEverythingIsBesideEachOther() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> {
                window.stage().setWidth(1440);
                window.stage().setHeight(900);
            });
            window.await("the window is wide", () -> window.scene().getWidth() > 1400);
            window.awaitText("Stage history");
            window.pictures("wide");
            window.choose("1.2.0");
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            window.await("changes are shown", () -> window.texts().contains("unchanged line"));
            window.pictures("wide-compare");
        }
    }
}
