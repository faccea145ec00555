package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.store.StoreUri;
import stemma.ui.Showcase;

/// Files of other programs and of Stemma's own, opened from outside.
class OpenFilesFlowTest {
    private static final String PROMPTY = """
            ---
            name: Weather
            description: Tells the weather
            model: {id: gpt-4o, options: {temperature: 0.5}}
            inputs: {city: {kind: string, required: true, description: Where}}
            ---
            system:
            You tell the weather.
            user:
            How is it in {{ city }}?
            """;

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    private static void open(OpenWindow window, Path... files) {
        Showcase.run(() -> window.shell().files().open(List.of(files)));
    }

    @Test
    void aLaterStartsPromptFileIsShownInTheRunningWindowAndBecomesAPrompt() throws Exception {
        Path file = Files.writeString(folder.resolve("weather.prompty"), PROMPTY);
        try (OpenWindow window = OpenWindow.on(home)) {
            assertThat(SingleInstance.tell(home.folder(), new Call(Optional.empty(), List.of(file)))).isTrue();
            TextArea text = window.find(TextArea.class, "openedText");
            assertThat(text.getText()).contains("[system]\nYou tell the weather.", "{{ city }}");
            window.awaitText("city · string · required · Where");
            window.awaitText("The store has no prompt with this id.");
            TextField id = window.find(TextField.class, "openedId");
            assertThat(id.getText()).isEqualTo("weather");
            window.pictures("opened-new");
            Showcase.run(() -> id.setText("reports/weather"));
            window.press("Import as a new prompt…");
            window.press("Save version 1.0.0");
            window.awaitFront("reports/weather");
            assertThat(window.store().versions(new PromptId("reports/weather"))).hasSize(1);
            window.await("the file's view is gone", () -> text.getScene() == null || !text.getScene().getWindow().isShowing());
        }
    }

    @Test
    void severalPromptFilesAreOfferedTogether() throws Exception {
        Path first = Files.writeString(folder.resolve("first.md"), "First");
        Path second = Files.writeString(folder.resolve("second.txt"), "Second");
        try (OpenWindow window = OpenWindow.on(home)) {
            Platform.runLater(() -> window.shell().files().open(List.of(first, second)));
            window.press("Import 2 prompts");
            window.awaitText("2 prompts added");
            assertThat(window.store().find(new PromptId("second"))).isPresent();
        }
    }

    @Test
    void aPromptThatIsThereGetsAVersionAndIsCompared() throws Exception {
        Path known = Files.createDirectories(folder.resolve("greeting"));
        Path file = Files.writeString(known.resolve("v9.0.0.md"), "Hello from a file, {{name}}.");
        try (OpenWindow window = OpenWindow.on(home)) {
            open(window, file);
            TextField id = window.find(TextField.class, "openedId");
            window.awaitText("The store has no prompt with this id.");
            Showcase.run(() -> id.setText("support/greeting"));
            window.awaitText("The store has support/greeting");
            window.press("Compare with the newest version");
            MenuButton right = window.find(MenuButton.class, "rightCaption");
            window.await("the sides are compared", () -> right.getText().equals(file.toString()));
            int before = window.store().versions(new PromptId("support/greeting")).size();
            window.press("Save as a new version…");
            Button save = window.find(Button.class, button -> button.getText().startsWith("Save ")
                    && !button.getText().contains("…"));
            window.press(save);
            window.await("it is saved", () -> window.store().versions(new PromptId("support/greeting")).size() == before + 1);
            open(window, file);
            TextField again = window.find(TextField.class, "openedId");
            Showcase.run(() -> again.setText("support/greeting"));
            window.awaitText("holds the same. There is nothing to save.");
        }
    }

    @Test
    void aFileStaysBesideItsStoreWhenAnotherComesToTheFront() throws Exception {
        Path prompts = Files.createDirectories(folder.resolve("prompts"));
        Path known = Files.createDirectories(folder.resolve("greeting"));
        Path file = Files.writeString(known.resolve("v9.0.0.md"), "Hello from a file, {{name}}.");
        try (OpenWindow window = OpenWindow.on(home)) {
            open(window, file);
            TextField id = window.find(TextField.class, "openedId");
            window.awaitText("Store: Embedded store");
            Showcase.run(() -> id.setText("support/greeting"));
            window.awaitText("The store has support/greeting");
            open(window, prompts);
            window.await("the folder is open", () -> window.store().uri().scheme().equals("file"));
            window.press("Compare with the newest version");
            window.awaitText(file.toString());
            assertThat(window.store().uri().scheme()).isEqualTo("h2");
            open(window, prompts);
            window.await("the folder is in front", () -> window.store().uri().scheme().equals("file"));
            window.press("Save as a new version…");
            assertThat(window.store().uri().scheme()).isEqualTo("h2");
            window.press("Keep editing");
            Showcase.run(() -> window.shell().stores().closeFront());
            window.press("Compare with the newest version");
            window.awaitText("is closed");
        }
    }

    @Test
    void whatIsWrongWithAFileIsSaidInTheWindow() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.prompty"), "---\nname: x\nbad: [\n---\n");
        try (OpenWindow window = OpenWindow.on(home)) {
            window.expectErrors();
            open(window, broken, Files.writeString(folder.resolve("a.docx"), "x"));
            open(window, folder.resolve("gone.prompt"));
            window.awaitText("broken.prompty could not be opened.");
            window.awaitText("line 4");
            window.awaitText("gone.prompt could not be opened.");
            window.awaitText("it is not there");
            window.awaitText("a.docx could not be opened.");
            window.awaitText("*.prompt.yml");
        }
    }

    @Test
    void aFolderOpensAsAStoreAndLinesAskToBeImported() throws Exception {
        Path prompts = Files.createDirectories(folder.resolve("prompts").resolve("hello"));
        Files.writeString(prompts.resolve("v1.0.0.md"), "Hello");
        Path lines = Files.writeString(
                folder.resolve("more.jsonl"), "{\"prompt\": \"more\", \"version\": \"1.0.0\", \"content\": \"More\"}\n");
        try (OpenWindow window = OpenWindow.on(home)) {
            open(window, folder.resolve("prompts"), lines);
            window.awaitText("It holds 1 new version");
            window.press("Import");
            window.awaitText("more.jsonl: 1 version added");
            window.await("the folder is open", () -> window.store().uri().scheme().equals("file"));
            window.await("its prompt is listed", () -> window.view().browserModel().shownProperty().get().rows().stream()
                    .anyMatch(row -> row.id().value().equals("hello")));
        }
    }

    @Test
    void filesOfTheFirstStartWaitForTheStoreAndAStoreAmongThemIsTheOne() throws Exception {
        Files.createDirectories(folder.resolve("prompts"));
        Path file = Files.writeString(folder.resolve("weather.prompt"), "Hi {{name}}");
        try (OpenWindow window =
                OpenWindow.start(home, new Call(Optional.empty(), List.of(file, folder.resolve("prompts"))))) {
            window.find(TextArea.class, "openedText");
            assertThat(window.store().uri()).isEqualTo(StoreUri.of("file", folder.resolve("prompts").toString()));
        }
    }
}
