package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// A store that cannot be opened is left alone, and the window goes on.
class BrokenStoreFlowTest {
    private static final String NO_DATABASE = "This is a shopping list and no database.\n".repeat(500);

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void anEmbeddedStoreThatIsNoDatabaseIsNamedAndNotOverwritten() throws Exception {
        Path file = home.folder().resolve("prompts.mv.db");
        Files.writeString(file, NO_DATABASE);
        try (OpenWindow window = OpenWindow.start(home, Optional.empty())) {
            window.expectErrors();
            window.awaitText("No store is open");
            assertThat(window.errors()).singleElement().asString().contains(file.toString());
            assertThat(window.hasButton("Open folder…")).isTrue();
            assertThat(window.hasButton("Open database file…")).isTrue();
            window.pictures("broken-store");
            assertThat(file).hasContent(NO_DATABASE);
        }
        assertThat(file).hasContent(NO_DATABASE);
    }

    @Test
    void whatIsMendedOpensAtTheNextTryAndTheErrorGoes() throws Exception {
        Path file = home.folder().resolve("prompts.mv.db");
        Path aside = Files.move(file, folder.resolve("aside"));
        Files.writeString(file, NO_DATABASE);
        try (OpenWindow window = OpenWindow.start(home, Optional.empty())) {
            window.awaitText("No store is open");
            window.press("Stores…");
            window.press("Close");
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            window.press("Try again");
            window.await("samples are listed", () -> window.shell().view().isPresent()
                    && window.view().browserModel().shownProperty().get().total() == 10);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void fromAStoreThatCannotBeOpenedTheEmbeddedOneIsOneButtonAway() throws Exception {
        Path file = folder.resolve("other.mv.db");
        Files.writeString(file, NO_DATABASE);
        try (OpenWindow window = OpenWindow.start(home, Optional.of("h2:" + folder.resolve("other")))) {
            window.expectErrors();
            window.awaitText("No store is open");
            window.press("Open the embedded store");
            window.await("samples are listed", () -> window.shell().view().isPresent()
                    && window.view().browserModel().shownProperty().get().total() == 10);
        }
    }

    @Test
    void filesThatAreOpenedMeanwhileWaitForAStoreOrAreOne() throws Exception {
        Path prompt = Files.writeString(folder.resolve("hello.md"), "Hello {{name}}");
        Path team = Files.createDirectory(folder.resolve("team"));
        try (OpenWindow window = OpenWindow.start(home, Optional.of("gopher://hole"))) {
            window.expectErrors();
            window.awaitText("No store is open");
            Showcase.run(() -> window.shell().files().open(List.of(prompt)));
            window.awaitText("hello.md is shown as soon as a store is open.");
            Showcase.run(() -> window.shell().files().open(List.of(team)));
            window.await("the folder is open", () -> window.shell().view().isPresent());
            window.awaitText("Import as a new prompt…");
        }
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNeitherShownNorRemembered() throws Exception {
        try (OpenWindow window = OpenWindow.start(home, Optional.of("postgres://ada:hunter2@127.0.0.1:1/db"))) {
            window.expectErrors();
            window.awaitText("No store is open");
            assertThat(window.errors()).singleElement().asString().contains("must not hold a password");
            assertThat(window.errors()).allSatisfy(error -> assertThat(error).doesNotContain("hunter2"));
        }
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
            }
        }
    }

    @Test
    void anAddressThatMakesNoSenseIsExplained() throws Exception {
        try (OpenWindow window = OpenWindow.start(home, Optional.of("gopher://hole"))) {
            window.expectErrors();
            window.awaitText("No store is open");
            assertThat(window.errors()).singleElement().asString().contains("gopher");
        }
    }
}
