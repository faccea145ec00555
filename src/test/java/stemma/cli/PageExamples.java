package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stemma.settings.Home;
import stemma.store.Opening;
import stemma.store.Stores;

/// The examples of a page of the documentation: in its code blocks, a line `$ stemma …` and what that prints. `…` on the
/// page stands for what differs from run to run, and on a line of its own for any number of lines.
public final class PageExamples {
    private static final Pattern BLOCK = Pattern.compile("```\n(\\$ .*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?:echo \"([^\"]*)\" \\| )?stemma (.*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private final Shell shell;

    /// @param folder the current folder; the page calls it `/home/ada`
    /// @param before what stands in front of each command
    public PageExamples(Home home, Path folder, String... before) {
        this.folder = folder;
        this.shell = new Shell(home, folder, Stores.discovered(Opening.at(Clock.systemUTC())), before);
    }

    /// Runs the examples of a page in their order and compares what they print.
    ///
    /// @return how many there were
    public int run(Path page) throws IOException {
        int examples = 0;
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        while (blocks.find()) {
            for (String example : blocks.group(1).substring(2).split("\n\\$ ")) {
                check(example.strip());
                examples++;
            }
        }
        return examples;
    }

    private static String pattern(String expected) {
        return expected.lines()
                .map(line -> line.equals("…") ? "(?s:.*)" : Pattern.quote(line).replace("…", "\\E.*\\Q"))
                .collect(Collectors.joining("\n"));
    }

    private void check(String example) {
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
        assertThat(printed).as(typed).matches(pattern(expected));
    }
}
