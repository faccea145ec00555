package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Commands in the documentation name what is there. Examples of `stemma` are run by the tests of their pages; builds and
/// benchmarks take too long for a test, so what they name is looked for: programs, tests, profiles, scripts, links.
class DocumentedCommandsTest {
    /// Each has a test that runs its examples.
    private static final Set<String> RUN = Set.of("command-line.md", "tutorial.md", "your-data.md");

    private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("^\\$ ", Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile("`((?:mvn|java|sudo) [^`]*)`");
    private static final Pattern OWN_PROPERTY = Pattern.compile("-D(stemma\\.[\\w.]*\\w)");
    private static final Pattern MAIN_CLASS = Pattern.compile("\\b(stemma(?:\\.[a-z]+)*\\.[A-Z]\\w*)\\b");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern PROFILE = Pattern.compile("mvn[^\n]* -P(\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])((?:packaging|icons|src)/[\\w./-]*\\w)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#([^)]*))?\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")), pages.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void examplesOfStemmaStandOnPagesWhoseExamplesAreRun(Path page) throws IOException {
        for (String block : all(BLOCK, Files.readString(page))) {
            if (EXAMPLE.matcher(block).find()) {
                assertThat(RUN).contains(page.getFileName().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void programsTestsAndProfilesAreThere(Path page) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String block : all(BLOCK, Files.readString(page))) {
            if (!block.contains("java ") && !block.contains("mvn")) {
                continue;
            }
            assertThat(all(MAIN_CLASS, block)).allSatisfy(name -> Class.forName(name, false, getClass().getClassLoader()));
            assertThat(all(TEST, block)).allSatisfy(name -> assertThat(isTest(name)).as(name).isTrue());
            assertThat(all(PROFILE, block)).allSatisfy(name -> assertThat(pom).contains("<id>" + name + "</id>"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void scriptsAndPagesThatAreNamedAreThere(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(all(SCRIPT, text)).allSatisfy(name -> assertThat(Path.of(name)).exists());
        Matcher links = LINK.matcher(BLOCK.matcher(text).replaceAll(""));
        while (links.find()) {
            Path target = page.resolveSibling(links.group(1)).normalize();
            assertThat(target).exists();
            if (links.group(2) != null) {
                assertThat(headings(target)).contains(links.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsWithinSentencesNameWhatIsThere(Path page) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String sources = sources();
        String text = Files.readString(page);
        for (String command : all(INLINE, BLOCK.matcher(text).replaceAll(""))) {
            assertThat(all(TEST, command)).allSatisfy(name -> assertThat(isTest(name)).as(name).isTrue());
            assertThat(all(PROFILE, command)).allSatisfy(name -> assertThat(pom).contains("<id>" + name + "</id>"));
        }
        assertThat(all(OWN_PROPERTY, text)).allSatisfy(name -> assertThat(pom + sources).contains(name));
    }

    /** A program that a build starts would be the first java of the path otherwise, which may be a 17 beside a JAVA_HOME of 25. */
    @Test
    void aBuildStartsTheProgramWithTheJdkThatItFoundEvenWhereMavenRunsOnOne() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<useJdk>Never</useJdk>");
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1 <= found.groupCount() ? 1 : 0)).toList();
    }

    private static boolean isTest(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }

    private static List<String> headings(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
