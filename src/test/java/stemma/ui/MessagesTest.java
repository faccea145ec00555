package stemma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ui.common.Language;

/// Every text key that is used exists, and every key that exists is used. A use is a string literal in Java that is a
/// key, one that ends with a dot and begins keys (the rest is computed), or `%key` in FXML.
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/stemma");
    private static final Path SOURCES = Path.of("src/main/java/stemma");
    private static final Pattern CALL = Pattern.compile("[Mm]essages\\.text\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z0-9]+(?:\\.[a-zA-Z0-9]+)*\\.?)\"");
    private static final Pattern FXML = Pattern.compile("\"%([a-zA-Z0-9.]+)\"");

    /// Two messages at least are joined.
    private static final Set<String> NEVER_ONE = Set.of("editor.joined");

    private static final Pattern MANY = Pattern.compile("(?<![.\\w])1 (more )?(?:"
            + "versions|prompts|stages|tags|changes|clashes|lines|conflicts|problems|notes|files|messages|variables|days|hours"
            + "|Versionen|Prompts|Stages|Tags|Änderungen|Zeilen|Konflikte|Probleme|Hinweise|Dateien|Nachrichten|Variablen)\\b");

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> keys = keys();
        for (Path file : files(SOURCES, ".java")) {
            find(CALL, file, missing);
        }
        for (Path file : files(RESOURCES, ".fxml")) {
            find(FXML, file, missing);
        }
        missing.removeAll(keys);
        missing.removeIf(prefix -> prefix.endsWith(".") && keys.stream().anyMatch(key -> key.startsWith(prefix)));
        assertThat(missing).as("add these to messages.properties").isEmpty();
    }

    @Test
    void everyKeyThatExistsIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            find(LITERAL, file, used);
        }
        for (Path file : files(RESOURCES, ".fxml")) {
            find(FXML, file, used);
        }
        Set<String> unused = keys();
        unused.removeAll(used);
        unused.removeIf(key -> used.stream().anyMatch(prefix -> prefix.endsWith(".") && key.startsWith(prefix)));
        assertThat(unused).as("remove these from messages.properties").isEmpty();
    }

    @Test
    void everyTextIsAPattern() throws IOException {
        for (Path bundle : bundles()) {
            Properties texts = read(bundle);
            for (String key : texts.stringPropertyNames()) {
                if (texts.getProperty(key).contains("{0")) {
                    assertThat(new MessageFormat(texts.getProperty(key)).format(new Object[] {1, 2, 3, 4, 5}))
                            .as(key)
                            .doesNotContain("{0");
                }
            }
        }
    }

    @Test
    void oneOfSomethingIsNotToldAsMany() throws IOException {
        for (Path bundle : bundles()) {
            Properties texts = read(bundle);
            for (String key : texts.stringPropertyNames()) {
                if (texts.getProperty(key).contains("{0") && !NEVER_ONE.contains(key)) {
                    assertThat(new MessageFormat(texts.getProperty(key)).format(new Object[] {1, 1, 1, 1, 1, 1}))
                            .as(key)
                            .doesNotContainPattern(MANY);
                }
            }
        }
    }

    static List<Language> translations() {
        return Stream.of(Language.values())
                .filter(language -> language != Language.SYSTEM && language != Language.ENGLISH)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasEveryTextAndNoOther(Language language) throws IOException {
        for (Path bundle : bundles()) {
            Set<String> missing = read(bundle).stringPropertyNames();
            Set<String> there = read(translated(bundle, language)).stringPropertyNames();
            Set<String> leftOver = new TreeSet<>(there);
            leftOver.removeAll(missing);
            missing = new TreeSet<>(missing);
            missing.removeAll(there);
            assertThat(missing).as("add these to " + translated(bundle, language)).isEmpty();
            assertThat(leftOver).as("remove these from " + translated(bundle, language)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageFillsInTheSameArguments(Language language) throws IOException {
        for (Path bundle : bundles()) {
            Properties english = read(bundle);
            Properties texts = read(translated(bundle, language));
            for (String key : texts.stringPropertyNames()) {
                String pattern = texts.getProperty(key);
                String original = english.getProperty(key, "");
                assertThat(pattern).as(key).isNotBlank();
                assertThat(arguments(pattern)).as(key).isEqualTo(arguments(original));
                assertThat(pattern.contains("_")).as("mnemonic of " + key).isEqualTo(original.contains("_"));
                for (int number = 0; number < 3 && !arguments(pattern).isEmpty(); number++) {
                    Object[] numbers = new Object[6];
                    Arrays.fill(numbers, number);
                    assertThat(new MessageFormat(pattern).format(numbers)).as(key).doesNotContain("{", "choice");
                }
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Path translated(Path bundle, Language language) {
        return bundle.resolveSibling(
                bundle.getFileName().toString().replace(".properties", "_" + language.code() + ".properties"));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path bundle : bundles()) {
            keys.addAll(read(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static List<Path> bundles() throws IOException {
        return files(RESOURCES, "messages.properties");
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void find(Pattern pattern, Path file, Set<String> found) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ending)).toList());
        }
    }
}
