package stemma.diff.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.diff.ChangeList;
import stemma.diff.Comparison;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;

class ExportTest {
    private static final Content OLD = Content.chat(
                    new Message("system", "You are kind.\nAnswer in three sentences.\n\nNever lie."),
                    new Message("user", "{{question}} <b>&amp;</b>\n"))
            .withConfig(Json.parseObject("{\"temperature\": 0.2, \"stop\": [\"a\"]}"));
    private static final Content NEW = Content.chat(
                    new Message("system", "You are kind.\nAnswer in two sentences.\n\nNever lie.\n"),
                    new Message("user", "Hello\n"),
                    new Message("user", "{{question}} <b>&amp;</b>\n"))
            .withConfig(Json.parseObject("{\"temperature\": 0.7}"))
            .withTitle("A title");

    private static void assertThatGitAppliesIt(Path folder, Content left, Content right) throws Exception {
        assumeTrue(runs(folder, "git", "--version"), "git is not installed");
        Map<String, String> before = UnifiedPatch.files(left);
        for (var file : before.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String patch = UnifiedPatch.of(left, right);
        Path patchFile = folder.resolve("change.patch");
        Files.writeString(patchFile, patch);
        if (!patch.isEmpty()) {
            assertThat(runs(folder, "git", "apply", "--whitespace=nowarn", "change.patch"))
                    .as(patch)
                    .isTrue();
        }
        Files.delete(patchFile);
        assertThat(read(folder)).isEqualTo(new TreeMap<>(UnifiedPatch.files(right)));
    }

    private static boolean runs(Path folder, String... command) throws Exception {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
            Process process = builder.start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void gitAppliesThePatch(@TempDir Path folder) throws Exception {
        assertThatGitAppliesIt(folder, OLD, NEW);
    }

    @Test
    void gitAppliesThePatchBackwardsToo(@TempDir Path folder) throws Exception {
        assertThatGitAppliesIt(folder, NEW, OLD);
    }

    @Test
    void gitAppliesPatchesOfRandomTexts(@TempDir Path folder) throws Exception {
        Random random = new Random(3);
        String[] parts = {"a\n", "b\n", "\n", "long line of words\n", "c", "x\r\n", "é ü\n", " \n", "\r", "{{v}}\n"};
        for (int round = 0; round < 25; round++) {
            StringBuilder left = new StringBuilder();
            StringBuilder right = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                String part = parts[random.nextInt(parts.length)];
                left.append(random.nextInt(8) == 0 ? "" : part);
                right.append(random.nextInt(8) == 0 ? parts[random.nextInt(parts.length)] : part);
            }
            Path own = Files.createDirectory(folder.resolve("round" + round));
            assertThatGitAppliesIt(own, Content.plain(left.toString()), Content.plain(right.toString()));
        }
    }

    @Test
    void isEmptyForEqualContents() {
        assertThat(UnifiedPatch.of(OLD, OLD)).isEmpty();
    }

    @Test
    void anHtmlParserReadsTheReport() throws IOException {
        ChangeList changes = Comparison.of(OLD, NEW);
        String html = HtmlReport.of(changes, "a/b 1.0.0", "a/b <1.1.0>");
        Map<String, Integer> elements = new LinkedHashMap<>();
        StringBuilder words = new StringBuilder();
        new ParserDelegator().parse(new StringReader(html), new HTMLEditorKit.ParserCallback() {
            @Override
            public void handleStartTag(HTML.Tag tag, javax.swing.text.MutableAttributeSet attributes, int position) {
                elements.merge(tag.toString(), 1, Integer::sum);
            }

            @Override
            public void handleText(char[] data, int position) {
                words.append(data).append('|');
            }
        }, true);

        assertThat(words.toString()).contains("a/b <1.1.0>", "two", "three", "temperature");
        assertThat(elements.get("table")).isGreaterThanOrEqualTo(3);
        assertThat(html)
                .contains("<del>three</del>", "<ins>two</ins>", "prefers-color-scheme: dark", "@media print")
                .doesNotContain("<b>", "http://", "https://");
    }

    @Test
    void tellsEverythingInMarkdown() {
        String markdown = MarkdownReport.of(Comparison.of(OLD, NEW), "a/b 1.0.0", "a/b 1.1.0");

        assertThat(List.of(markdown.split("\n")))
                .contains(
                        "# a/b 1.0.0 → a/b 1.1.0",
                        "- **title**: A title",
                        "- **temperature**: ~~0.2~~ → 0.7",
                        "> 2: Answer in ~~three~~**two** sentences.",
                        "## 2 · user, added",
                        "> 1: **Hello**");
    }
}
