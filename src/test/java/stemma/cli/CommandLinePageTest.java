package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the examples of `docs/command-line.md` and compares what they print; `…` on the page stands for what differs
/// from run to run.
class CommandLinePageTest {
    private static final Path PAGE = Path.of("docs/command-line.md");
    private static final Pattern BLOCK = Pattern.compile("```\n(\\$ .*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?:echo \"([^\"]*)\" \\| )?stemma (.*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void theExamplesOfThePageHoldInTheirOrder() throws Exception {
        Shell shell = Shell.in(folder, "--store", "file:prompts");
        int examples = 0;
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            for (String example : blocks.group(1).substring(2).split("\n\\$ ")) {
                check(shell, example.strip());
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(15);
    }

    private void check(Shell shell, String example) {
        int end = example.indexOf('\n');
        String typed = end < 0 ? example : example.substring(0, end);
        String expected = end < 0 ? "" : example.substring(end + 1);
        Matcher command = COMMAND.matcher(typed);
        assertThat(command.matches()).as(typed).isTrue();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.group(2));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        String input = command.group(1) == null ? "" : command.group(1) + "\n";
        Shell.Said said = shell.pipe(input, words.toArray(String[]::new));
        String printed = (said.out() + said.err()).replace(folder.toString(), "/home/ada").strip()
                + (said.code() == 0 ? "" : "\n[exit code " + said.code() + "]");
        String pattern = Pattern.quote(expected).replace("…", "\\E.*\\Q");
        assertThat(printed).as(typed).matches(pattern);
    }

    @Test
    void everyCommandIsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(Menu.whole(new Program()).getSubcommands().keySet())
                .allSatisfy(name -> assertThat(page).contains("stemma " + name));
    }
}
