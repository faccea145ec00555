package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.settings.Home;

/// What `docs/command-line.md` says holds.
class CommandLinePageTest {
    private static final Path PAGE = Path.of("docs/command-line.md");

    /// A command in a sentence, with the options that may stand before it.
    private static final Pattern NAMED = Pattern.compile(
            "`(?:stemma(?:-cli)?|java -jar target/stemma\\.jar)(?: --(?:home|store) (?:\"[^\"]*\"|\\S+))* ([a-z]+)[ `]");

    private static final Pattern OPTION = Pattern.compile("^ {2}(--\\w+=.*)$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void theExamplesOfThePageHoldInTheirOrder() throws Exception {
        PageExamples examples = new PageExamples(new Home(folder.resolve("home")), folder, "--store", "file:prompts");
        assertThat(examples.run(PAGE)).isGreaterThan(15);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")), pages.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageNamesACommandThatIsNotThere(Path page) throws Exception {
        Set<String> commands = Menu.whole(new Program()).getSubcommands().keySet();
        Matcher named = NAMED.matcher(Files.readString(page));
        while (named.find()) {
            assertThat(commands).as(named.group()).contains(named.group(1));
        }
    }

    @Test
    void theReadmeTellsOfTheOptionsAsTheProgramDoes() throws Exception {
        String help = Menu.whole(new Program()).getUsageMessage().replaceAll("\\s+", "");
        List<String> told = OPTION.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(line -> line.group(1).replaceAll("\\s+", ""))
                .toList();
        assertThat(told).hasSize(2).allSatisfy(option -> assertThat(help).contains(option));
    }

    @Test
    void everyCommandIsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(Menu.whole(new Program()).getSubcommands().keySet())
                .allSatisfy(name -> assertThat(page).contains("stemma " + name));
    }
}
