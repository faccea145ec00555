package stemma.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of `judged.txt`.
class JudgedTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(n|r|t|u[0-9A-F]{4})");
    private static final String LONG = "many words of a long paragraph, ".repeat(2_000).strip();

    private record Case(String title, Whitespace whitespace, String left, String right, String mark) {}

    @TestFactory
    Stream<DynamicTest> marksWhatAPersonWouldMark() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.title(), () -> {
            TextDiff diff = TextDiff.compare(
                    each.left(), each.right(), CompareOptions.DEFAULT.withWhitespace(each.whitespace()));
            assertThat(Shown.of(diff)).isEqualTo(each.mark());
            assertThat(Patched.text(each.left(), diff.patch())).isEqualTo(each.right());
        }));
    }

    private static List<Case> cases() throws IOException {
        String all;
        try (InputStream in = JudgedTest.class.getResourceAsStream("judged.txt")) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Case> cases = new ArrayList<>();
        String[] blocks = all.split("\n# ");
        for (int i = 1; i < blocks.length; i++) {
            String block = blocks[i];
            String whitespace = member(block, "whitespace");
            cases.add(new Case(
                    block.lines().findFirst().orElseThrow(),
                    whitespace.isEmpty() ? Whitespace.EXACT : Whitespace.valueOf(whitespace),
                    member(block, "left"),
                    member(block, "right"),
                    member(block, "mark")));
        }
        return cases;
    }

    private static String member(String block, String name) {
        String value = block.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
        return ESCAPE.matcher(value).replaceAll(JudgedTest::character).replace("LONG", LONG);
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(switch (escape.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> Character.toString(Integer.parseInt(escape.group(1).substring(1), 16));
        });
    }
}
