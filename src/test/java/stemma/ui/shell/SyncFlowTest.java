package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.ui.sync.TwoClones.GREETING;
import static stemma.ui.sync.TwoClones.SUMMARY;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.file.QuickFolder;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;
import stemma.ui.sync.TwoClones;

/// Bob's window on his clone of a repository that Ada sends to as well.
class SyncFlowTest {
    @TempDir(factory = QuickFolder.class)
    Path folder;

    private TwoClones clones;
    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
        clones = new TwoClones(folder);
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private OpenWindow bobsWindow() throws Exception {
        return on(clones.address("bob"));
    }

    private OpenWindow on(StoreUri address) throws Exception {
        OpenWindow window = OpenWindow.start(home, Optional.of(address.toString()));
        window.await("the store is open", () -> window.shell().view().isPresent());
        return window;
    }

    private static void awaitState(OpenWindow window, String state) {
        window.find(MenuButton.class, button -> state.equals(button.getText()));
    }

    private static void act(OpenWindow window, String key) {
        MenuButton button = window.find(MenuButton.class, "sync-button");
        MenuItem item = button.getItems().stream()
                .filter(found -> Messages.text(key).equals(found.getText()))
                .findFirst()
                .orElseThrow();
        window.await("the act can be chosen", () -> !item.isDisable());
        Platform.runLater(item::fire);
    }

    @Test
    void changesGoBothWaysByOneKey() throws Exception {
        TwoClones.onTop(clones.ada, "1.0.0", "1.1.0", "ada", "Good day {{name}}");
        clones.ada.synchronising().push();
        TwoClones.first(clones.bob, SUMMARY, "Sum up");
        try (OpenWindow window = bobsWindow()) {
            awaitState(window, "main · 1 not sent yet");
            window.open(GREETING.value());
            window.keys("Shortcut+F9");
            awaitState(window, "main · 1 ahead, 1 behind");
            window.awaitText(Messages.text("sync.fetched", 1));
            window.pictures("sync-state");
            window.keys(KeyCode.F9);
            awaitState(window, "main · up to date");
            window.await("Ada's version is in the history", () -> window.view().tabs().front().orElseThrow()
                    .history().versionsProperty().get().getFirst().label().equals(new VersionLabel("1.1.0")));
        }
        TwoClones.pull(clones.ada);
        assertThat(clones.ada.find(SUMMARY)).isPresent();
    }

    @Test
    void clashesAreSeenDecidedByKeysAndMerged() throws Exception {
        clones.makeClashes();
        try (OpenWindow window = bobsWindow()) {
            awaitState(window, "main · 2 not sent yet");
            window.keys(KeyCode.F9);
            ListView<?> list = window.find(
                    ListView.class, found -> Messages.text("sync.clash.list").equals(found.getAccessibleText()));
            window.await("the list has the keyboard", list::isFocused);
            window.awaitText("by bob");
            window.awaitText("by ada");
            window.await("both versions", () -> window.texts().contains("what can we do for you today"));
            ButtonBase undecided = window.button(Messages.text("sync.clash.left", 2));
            assertThat(undecided.isDisabled()).isTrue();
            window.pictures("clashes");

            choose(window, "sync.clash.there");
            window.awaitText(Messages.text("sync.decided.there"));
            window.keys(KeyCode.DOWN);
            window.awaitText(Messages.text("sync.hint.stage"));
            assertThat(window.find(RadioButton.class, "chooseHere").isSelected()).isFalse();
            choose(window, "sync.clash.there");
            window.picture("clashes-decided");
            assertThat(TwoClones.text(clones.bob, "1.1.0")).as("nothing is written yet").startsWith("Hi");
            window.press(Messages.text("sync.clash.act"));
            awaitState(window, "main · up to date");
            window.awaitText(Messages.text("sync.brought", 2));
        }
        assertThat(TwoClones.text(clones.bob, "1.1.0")).contains("what can we do");
        assertThat(clones.bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(VersionLabel.FIRST);
        assertThat(clones.bob.synchronising().status().ahead()).isZero();
    }

    private static void choose(OpenWindow window, String key) {
        RadioButton button = window.find(
                RadioButton.class, radio -> Messages.text(key).equals(radio.getText()));
        window.press(button);
    }

    @Test
    void aBranchTakesThePlaceOfTheOneThatIsOpen() throws Exception {
        clones.branch("bob", "experiment");
        try (OpenWindow window = bobsWindow()) {
            awaitState(window, "main · up to date");
            act(window, "sync.branch");
            ListView<?> list = window.find(
                    ListView.class, found -> Messages.text("sync.branch.list").equals(found.getAccessibleText()));
            window.await("the list has the keyboard", list::isFocused);
            assertThat(window.button(Messages.text("sync.branch.open")).isDisabled()).isTrue();
            window.keys(KeyCode.UP);
            window.pictures("branches");
            window.press(Messages.text("sync.branch.open"));
            awaitState(window, "experiment · up to date");
            assertThat(window.store().uri().options()).containsEntry("branch", "experiment");
            TwoClones.onTop(window.store(), "1.0.0", "1.1.0", "bob", "Try this");
            awaitState(window, "experiment · 1 not sent yet");
            act(window, "sync.branch");
            ListView<?> again = window.find(
                    ListView.class, found -> Messages.text("sync.branch.list").equals(found.getAccessibleText()));
            window.await("the list has the keyboard", again::isFocused);
            window.keys(KeyCode.DOWN);
            window.press(Messages.text("sync.branch.open"));
            awaitState(window, "main · up to date");
            assertThat(window.store().versions(GREETING)).hasSize(1);
            assertThat(window.store().uri().options()).containsEntry("branch", "main");
        }
    }

    @Test
    void aBranchThatIsOpenBehindIsCheckedOutAgain() throws Exception {
        clones.branch("bob", "experiment");
        StoreUri experiment = clones.bob.synchronising().at("experiment");
        StoreUri main = clones.bob.synchronising().at("main");
        try (OpenWindow window = on(experiment)) {
            awaitState(window, "experiment · up to date");
            Showcase.run(() -> window.shell().stores().open(main.toString()));
            awaitState(window, "main · up to date");
            Showcase.run(() -> window.shell().stores().openInstead(experiment));
            awaitState(window, "experiment · up to date");
            assertThat(window.store().uri()).isEqualTo(experiment);
        }
    }

    @Test
    void aLostOtherSideIsToldWithAWayOut() throws Exception {
        clones.loseRemote();
        try (OpenWindow window = bobsWindow()) {
            window.expectErrors();
            awaitState(window, "main · up to date");
            window.keys(KeyCode.F9);
            window.awaitText(Messages.text("sync.failed.synchronise"));
            window.awaitText(Messages.text("sync.away"));
            window.pictures("sync-failed");
        }
    }

    @Test
    void aStoreWithoutAnOtherSideShowsNone() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys(KeyCode.F9);
            assertThat(window.shell().stage().getScene().lookup(".sync-button").isVisible()).isFalse();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void anAddressToCloneCanBeTriedAndOpened() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.keys("Shortcut+Shift+O");
            window.press(Messages.text("connect.add"));
            TextField name = window.find(TextField.class, "name");
            chooseGit(window);
            TextField location = window.find(
                    TextField.class, field -> "Folder, or address to clone".equals(field.getAccessibleText()));
            Showcase.run(() -> {
                name.setText("Team");
                location.setText(clones.remote());
            });
            window.press(Messages.text("connect.test"));
            window.find(Label.class, label -> label.getText().equals(Messages.text("connect.works", 1, 1)));
            window.press(Messages.text("connect.open"));
            awaitState(window, "main · up to date");
            assertThat(window.store().uri().location()).isEqualTo(clones.remote());
        }
    }

    private static void chooseGit(OpenWindow window) {
        ComboBox<StoreDriver> kind = kinds(window);
        Showcase.run(() -> kind.setValue(kind.getItems().stream()
                .filter(driver -> driver.scheme().equals("git"))
                .findFirst()
                .orElseThrow()));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<StoreDriver> kinds(OpenWindow window) {
        return window.find(ComboBox.class, "kind");
    }
}
