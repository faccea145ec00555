package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.store.StoreUri;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// A store is looked at, repaired, backed up and restored.
class HealthFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    private void damage(String... statements) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:" + home.folder().resolve("prompts"), "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void whatIsWrongIsListedAndRepairedWhenTheAuthorAgrees() throws Exception {
        damage(
                "UPDATE prompts SET title = 'Something else' WHERE id LIKE 'support/%'",
                "UPDATE versions SET message = 'changed' WHERE version_key = (SELECT MIN(v.version_key) FROM versions v"
                        + " JOIN prompts p ON p.prompt_key = v.prompt_key WHERE p.id = 'support/triage')");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+Shift+H");
            ListView<?> problems = window.find(ListView.class, "problems");
            window.await("problems are listed", () -> !problems.getItems().isEmpty());
            int found = problems.getItems().size();
            assertThat(window.texts()).contains("Embedded store", "h2:" + home.embeddedStore(), "Answers");
            window.pictures("health");

            window.press(Messages.text("health.repair"));
            window.awaitText("Make anew");
            window.picture("health-repair");
            window.press("Cancel");
            window.awaitNoButton(Messages.text("health.repair.act"));
            assertThat(problems.getItems()).hasSize(found);
            window.press(Messages.text("health.repair"));
            window.press(Messages.text("health.repair.act"));
            window.await("one problem less", () -> problems.getItems().size() == found - 1);

            window.press(Messages.text("health.again"));
            window.await("the check is done", () -> problems.getItems().size() == found - 1);
            window.press("Close");
        }
    }

    @Test
    void aSoundStoreSaysSoAndTheKeyboardChecksAgain() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+Shift+H");
            window.awaitText(Messages.text("health.sound"));
            window.await("no list without problems", () -> Window.getWindows().stream()
                    .map(shown -> shown.getScene().lookup("#problems"))
                    .noneMatch(list -> list != null && list.isVisible()));
            window.pictures("health-sound");
            window.keys(KeyCode.F5);
            window.awaitText(Messages.text("health.sound"));
            window.keys(KeyCode.ESCAPE);
            window.awaitNoButton(Messages.text("health.again"));
        }
    }

    @Test
    void aBackupIsRestoredAndDraftsAreKept() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.store().backUp(backup);
            long versions = window.store().count().versions();
            window.typeIntoPrompt("DRAFTED ");
            window.open("support/triage");
            Showcase.run(() -> window.view().keyboard().toFirst());
            window.keys(KeyCode.DELETE);
            window.press("Delete prompt");
            window.awaitText("support/triage was deleted.");
            window.await("it is gone", () -> window.view().browserModel().shownProperty().get().total() == 9);
            restore(window, backup);
            window.awaitText(Messages.text("backup.restore.holds", backup, 10, versions));
            window.picture("restore");
            window.press(Messages.text("backup.restore.act"));
            window.await("it is back", () -> window.shell().view().isPresent()
                    && window.view().browserModel().shownProperty().get().total() == 10);
            window.awaitText("What was there before is in");
            window.await(
                    "no way back into what is no more", () -> !window.texts().contains("support/triage was deleted."));
            window.open("support/greeting");
            window.awaitText("DRAFTED");
        }
        try (Stream<Path> files = Files.list(home.folder())) {
            assertThat(files).anyMatch(file -> file.getFileName().toString().contains("before-restore"));
        }
    }

    @Test
    void aBadBackupIsNamedAndWhatIsOpenStaysAsItIs() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Files.writeString(backup, "no backup at all");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.expectErrors();
            window.open("support/greeting");
            WorkspaceView view = window.view();
            Showcase.run(view::compareChosen);
            window.await("a compare is in front", () -> view.frontCompare().isPresent());
            restore(window, backup);
            window.awaitText(Messages.text("backup.restore.failed"));
            assertThat(window.hasButton(Messages.text("backup.restore.act"))).isFalse();
            assertThat(window.view()).isSameAs(view);
            assertThat(view.frontCompare()).isPresent();
            assertThat(window.errors()).singleElement().asString().contains(backup.toString());
        }
    }

    @Test
    void whatWasOpenComesBackWhenTheRestoreFails() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.expectErrors();
            window.open("support/triage");
            window.open("support/greeting");
            window.store().backUp(backup);
            WorkspaceView view = window.view();
            Showcase.run(view::compareChosen);
            window.await("a compare is in front", () -> view.frontCompare().isPresent());
            List<String> tabs = window.tabTexts();
            restore(window, backup);
            window.button(Messages.text("backup.restore.act"));
            Files.delete(backup);
            window.press(Messages.text("backup.restore.act"));
            window.awaitText(Messages.text("backup.restore.failed"));
            window.await("the store is back", () -> window.shell().view().isPresent());
            assertThat(window.view()).isSameAs(view);
            assertThat(view.frontCompare()).isPresent();
            assertThat(window.tabTexts()).isEqualTo(tabs);
            window.picture("restore-failed");
            Showcase.run(() -> view.preview(new PromptId("support/triage")));
            window.awaitFront("support/triage");
            assertThat(window.store().count().prompts()).isEqualTo(10);
        }
    }

    @Test
    void aDamagedStoreThatCannotBeOpenedGivesWayToABackup() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.store().backUp(backup);
        }
        Files.writeString(home.folder().resolve("prompts.mv.db"), "damaged");
        try (OpenWindow window = OpenWindow.start(home, Optional.empty())) {
            window.expectErrors();
            window.awaitText("No store is open");
            assertThat(window.hasButton(Messages.text("menu.restore"))).isTrue();
            restore(window, backup);
            window.press(Messages.text("backup.restore.act"));
            window.await("samples are listed", () -> window.shell().view().isPresent()
                    && window.view().browserModel().shownProperty().get().total() == 10);
        }
    }

    /// As the menu does once a file was chosen, for which there is no chooser without a display.
    private static void restore(OpenWindow window, Path backup) {
        Showcase.run(() -> {
            StoreUri store = window.shell().stores().toRestore().orElseThrow();
            window.shell().commands().restore(new Backups.Choice(store, backup));
        });
    }
}
