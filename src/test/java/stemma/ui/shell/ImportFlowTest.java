package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// Bringing prompts in from a file and finding them.
class ImportFlowTest {
    private static final String LINES = """
            {"prompt": "letters/thanks", "version": "1.0.0", "content": "Thank {{name}} for the gift."}
            this is no version
            {"prompt": "letters/thanks", "version": "1.1.0", "content": "Thank {{name}} warmly for the gift."}
            {"prompt": "letters/invitation", "version": "1.0.0", "content": "Invite {{name}} to the marmalade fair.", \
            "tags": ["fair"], "stages": ["production"]}
            """;

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void aFolderOfPromptFilesBecomesPromptsOnceTheAuthorAgrees() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files/mail"));
        Files.writeString(files.resolve("invite.md"), "Invite {{name}}.");
        Files.writeString(files.resolve("thanks.txt"), "Thank {{name}}.");
        Files.writeString(files.resolve("broken.prompty"), "---\nname: [open\n---\n");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() == 10);
            Platform.runLater(() -> window.shell().imports().promptFiles().offerFolder(window.store(), folder.resolve("files")));
            window.awaitText("Import 2 new prompts into Embedded store? Left out: 1 not usable.");
            window.awaitText("mail/broken · not usable · broken.prompty");
            window.pictures("import-files");
            window.press("Import 2 prompts");
            window.awaitText("2 prompts added. Left out: 1 not usable.");
            window.await("they are listed", () -> window.view().browserModel().shownProperty().get().total() == 12);
            assertThat(window.open("mail/invite").history().versionsProperty().get()).hasSize(1);
        }
    }

    @Test
    void aFolderWithoutPromptFilesSaysWhatIsRead() throws Exception {
        Path files = Files.createDirectories(folder.resolve("empty"));
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.shell().imports().promptFiles().offerFolder(window.store(), files));
            window.awaitText("These are read: *.prompty *.prompt *.prompt.yml *.prompt.yaml *.md *.txt");
        }
    }

    @Test
    void whatIsImportedCanBeBrowsedAndABadLineIsReportedWithItsNumber() throws Exception {
        Path file = Files.writeString(folder.resolve("letters.jsonl"), LINES);
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() == 10);
            importFile(window, file);
            window.awaitText("letters.jsonl: 3 versions added");
            window.awaitText("line 2 (bad line)");
            window.pictures("import-report");
            window.press("Close");
            window.await("the new prompts are listed", () -> window.view().browserModel().shownProperty().get().total()
                    == 12);

            window.keys("Shortcut+L");
            TextField filter = window.find(TextField.class, "filter");
            window.typeInto("filter", "marmalade");
            window.await("the text is found", () -> {
                var rows = window.view().browserModel().shownProperty().get().rows();
                return rows.size() == 1 && rows.getFirst().id().equals(new PromptId("letters/invitation"));
            });
            window.picture("import-found");
            Showcase.run(filter::clear);
            PromptTab tab = window.open("letters/thanks");
            assertThat(tab.history().versionsProperty().get()).hasSize(2);

            importFile(window, file);
            window.awaitText("nothing new, 3 there already");
            window.expectErrors();
            assertThat(window.errors()).singleElement().asString().contains("nothing new, 3 there already");
            window.press("Close");
            assertThat(window.store().versions(new PromptId("letters/thanks"))).hasSize(2);
        }
    }

    @Test
    void closingTheWindowAsksWhileAnImportGoesOn() throws Exception {
        Path file = folder.resolve("many.jsonl");
        try (Writer lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 40_000; i++) {
                lines.write("{\"prompt\": \"many/p" + i + "\", \"version\": \"1.0.0\", \"content\": \"text\"}\n");
            }
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() == 10);
            importFile(window, file);
            Platform.runLater(window.shell()::close);
            window.awaitText("Importing many.jsonl: this is not finished, and stops if you close now.");
            assertThat(window.stage().isShowing()).isTrue();
            window.press("Stop it and close");
            window.await("it is closed", () -> !window.stage().isShowing());
        }
    }

    private static void importFile(OpenWindow window, Path file) {
        Showcase.run(() -> window.shell().imports().importFile(window.store(), file));
    }
}
