package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;

/// What `docs/command-line.md` says holds.
class CommandLinePageTest {
    private static final Path PAGE = Path.of("docs/command-line.md");

    @TempDir
    Path folder;

    @Test
    void theExamplesOfThePageHoldInTheirOrder() throws Exception {
        PageExamples examples = new PageExamples(new Home(folder.resolve("home")), folder, "--store", "file:prompts");
        assertThat(examples.run(PAGE)).isGreaterThan(15);
    }

    @Test
    void everyCommandIsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(Menu.whole(new Program()).getSubcommands().keySet())
                .allSatisfy(name -> assertThat(page).contains("stemma " + name));
    }
}
