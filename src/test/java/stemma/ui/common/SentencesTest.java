package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.markdown.Bytes;
import stemma.markdown.VersionFile;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.DriverOption;
import stemma.store.Promotion;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// What is said below the window can be said in each of its languages.
class SentencesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "stemma");
    private static final Path RESOURCES = Path.of("src", "main", "resources", "stemma", "ui");
    private static final Pattern USE = Pattern.compile("\\bSentence\\.of\\(");
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern LITERALS = Pattern.compile("\\s*" + TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*");
    /// What is told a text where it should be told a sentence.
    private static final Pattern PLAIN = Pattern.compile("new (?:\\w+\\.)*(?:IllegalArgument|IO|Format|Keychain|FileSystem)"
            + "Exception\\((?:(?!Sentence\\.of)[^\";])*\"|new StoreException\\.\\w+\\((?:(?!Sentence\\.of)[^\";])*\""
            + "|new (?:Health\\.)?Problem\\((?:(?!Sentence\\.of)[^\";])*\"(?!/)");
    /// What works for the window: what is wrong there is shown.
    private static final List<String> SHOWN =
            List.of("prompt", "markdown", "files", "draft", "settings", "store", "transfer", "keychain");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    static List<Language> translations() {
        return Stream.of(Language.values())
                .filter(language -> language != Language.SYSTEM && language != Language.ENGLISH)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everySentenceIsTranslatedAndNothingElse(Language language) throws IOException {
        Map<String, String> texts = texts(language);
        Set<String> wanted = patterns();
        drivers().forEach(driver -> wanted.addAll(titles(driver)));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(texts.keySet());
        Set<String> leftOver = new TreeSet<>(texts.keySet());
        leftOver.removeAll(wanted);
        assertThat(missing).as("add these to the sentences in " + language).isEmpty();
        assertThat(leftOver).as("remove these from the sentences in " + language).isEmpty();
    }

    @Test
    void aTimeIsSaidAsTheLanguageWritesIt() {
        Sentence sentence = Sentence.of("by {0}, {1}", "ada", Sentence.of("of {0}, {1}", Instant.parse("2026-03-01T12:00:00Z"), "x"));
        assertThat(sentence).hasToString("by ada, of 2026-03-01T12:00:00Z, x");
        Locale.setDefault(Locale.US);
        assertThat(Sentences.say(sentence)).startsWith("by ada, of Mar 1, 2026, ").doesNotContain("T12");
        Locale.setDefault(Locale.GERMANY);
        assertThat(Sentences.say(sentence)).startsWith("von ada, vom 01.03.2026, ");
    }

    @Test
    void whatTheWindowShowsIsASentence() throws IOException {
        List<String> found = new ArrayList<>();
        for (String part : SHOWN) {
            for (Path file : sources(SOURCES.resolve(part))) {
                PLAIN.matcher(Files.readString(file)).results().forEach(use -> found.add(file + ": " + use.group()));
            }
        }
        assertThat(found)
                .as("an IllegalValueException or an ExplainedIOException has a sentence")
                .containsExactly(SOURCES.resolve("store").resolve("Query.java") + ": new IllegalArgumentException(\"");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTranslationFillsInTheSame(Language language) throws IOException {
        texts(language).forEach((english, text) -> {
            assertThat(places(text)).as(english).isEqualTo(places(english));
            assertThat(text.startsWith(" ")).as("a blank before: " + english).isEqualTo(english.startsWith(" "));
        });
    }

    @Test
    void everyOwnDriverSpeaksGerman() {
        Locale.setDefault(Locale.GERMANY);
        Map<String, String> german = new TreeMap<>();
        drivers().forEach(driver -> german.put(driver.scheme(), Sentences.title(driver.title())));
        assertThat(german)
                .containsEntry("file", "Ordner")
                .containsEntry("h2", "Eingebettete Datenbank (H2-Datei)")
                .containsEntry("postgres", "PostgreSQL-Server")
                .containsEntry("git", "Git-Repository");
        assertThat(Sentences.title("Notes of a stranger")).isEqualTo("Notes of a stranger");
    }

    @Test
    void everyKindOfExceptionSpeaksGerman() {
        StoreUri store = StoreUri.parse("memory:shop");
        PromptId prompt = new PromptId("support/greeting");
        VersionLabel label = new VersionLabel("1.4.0");
        Promotion promotion =
                new Promotion(prompt, Stage.STAGING, Optional.empty(), Optional.of(label), Act.by("ada", ""));
        Throwable cause = new IOException();
        Map<StoreException, String> said = new HashMap<>();
        said.put(new StoreException.NotFound(store, prompt), "gibt es keinen Prompt \"support/greeting\"");
        said.put(new StoreException.NotFound(store, prompt, label), "hat keine Version 1.4.0");
        said.put(
                StoreException.Conflict.headMoved(store, prompt, Optional.empty(), Optional.of(label)),
                "ist 1.4.0, nicht wie erwartet keine.");
        said.put(StoreException.Conflict.stageMoved(store, promotion, Optional.of(label)), "hält 1.4.0");
        said.put(StoreException.Conflict.labelTaken(store, prompt, label), "hat schon eine Version 1.4.0");
        said.put(StoreException.Conflict.idTaken(store, prompt, prompt), "gibt es schon einen Prompt");
        said.put(StoreException.Conflict.idTaken(store, prompt, new PromptId("Support/Greeting")), "neben \"Support");
        said.put(StoreException.Conflict.placeChanged(store, "a.md"), "hat sich a.md inzwischen");
        said.put(StoreException.Conflict.diverged(store, 1), "eine Änderung");
        said.put(StoreException.Conflict.diverged(store, 3), "3 Änderungen");
        said.put(StoreException.Conflict.unsaved(store, "a.md"), "wurde a.md geändert");
        said.put(new StoreException.Denied(store, Sentence.of("cannot be read"), cause), "verweigert: kann nicht gelesen");
        said.put(new StoreException.Unreachable(store, "Connection refused."), "nicht erreichbar: Connection refused.");
        said.put(new StoreException.Unreachable(store, Sentence.of("it is not there."), cause), "Das gibt es nicht.");
        said.put(StoreException.Unreachable.inUse(store, Path.of("a.db"), cause), "Datei a.db ist in einem anderen");
        said.put(StoreException.Unreachable.noRoom(store, Path.of("a.db"), cause), "für a.db ist kein Platz");
        said.put(new StoreException.Corrupt(store, "row 7", "?"), "Beschädigte Daten in memory:shop: row 7: ?");
        said.put(new StoreException.Closed(store), "ist geschlossen");
        said.put(new StoreException.Unsupported(store, Capability.TAG), "kann das nicht: seine Tags lassen sich nicht ändern.");
        said.put(new StoreException.Invalid(store, "no."), "kann das nicht aufnehmen: no.");
        assertThat(said.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("a sample of every kind")
                .containsExactlyInAnyOrder(StoreException.class.getPermittedSubclasses());

        Locale.setDefault(Locale.GERMANY);
        said.forEach((exception, german) -> {
            assertThat(Notices.explain(exception)).contains(german);
            assertThat(exception.getMessage()).as("what a log and the command line get").doesNotContain(german);
        });
    }

    @Test
    void whatIsWrongInsideAFileSpeaksGerman() {
        Map<ThrowingCallable, String> said = new LinkedHashMap<>();
        said.put(
                () -> Json.parseObject("{\"a\": ?}"),
                "ein Wert wird erwartet, gefunden: '?' (Zeile 1, Spalte 7)");
        said.put(
                () -> VersionFile.read(Bytes.utf8("---\nkind: poem\n---\n")),
                "das Front Matter ist falsch: \"kind\" muss \"plain\" oder \"chat\" sein");
        said.put(
                () -> VersionFile.read(Bytes.utf8("---\ncreated: yesterday\n---\n")),
                "das Front Matter ist falsch: der Text 'yesterday' ist ab Stelle 0 nicht zu verstehen");
        said.put(
                () -> VersionFile.read(Bytes.utf8("---\na: 1\na: 2\n---\n")),
                "das Front Matter ist kaputt: Zeile 3: \"a\" kommt doppelt vor");
        said.put(
                () -> VersionFile.read(Bytes.utf8("---\ntitle: a: b\n---\n")),
                "das Front Matter ist kaputt: Zeile 2: ein Doppelpunkt mit einem Wert ist hier nicht erlaubt");
        said.put(
                () -> VersionFile.read(Bytes.utf8("---\ntitle:\n\t- a\n---\n")),
                "das Front Matter ist kaputt: Zeile 3: mit dem Zeichen '\\t(TAB)' kann hier nichts beginnen"
                        + " (rücke nicht mit \\t(TAB) ein)");
        said.put(() -> new PromptId("a//b"), "Prompt-Id \"a//b\": darf vor, zwischen und nach Schrägstrichen");
        said.put(() -> new VersionLabel("-"), "Versionslabel \"-\": muss aus 1 bis 64");
        said.put(
                () -> StoreUri.parse("//ada:secret@host"),
                "\"//ada:••••@host\" ist keine Adresse eines Stores: Sie muss mit einem Schema");

        Locale.setDefault(Locale.GERMANY);
        said.forEach((attempt, german) -> {
            Exception problem = catchThrowableOfType(Exception.class, attempt);
            assertThat(Notices.explain(problem)).startsWith(german);
            assertThat(problem.getMessage()).as("what a log and the command line get").doesNotContain(german);
        });
    }

    @Test
    void whatHasNoTranslationIsSaidInEnglish() {
        Locale.setDefault(Locale.GERMANY);
        Sentence own = Sentence.of("the shelf {0} is {1}", "A{1}", Sentence.of("empty"));
        assertThat(Sentences.say(own)).isEqualTo("the shelf A{1} is leer");
        assertThat(own).hasToString("the shelf A{1} is empty");
    }

    @Test
    void whatSomebodyElseSaysIsRecognisedAsAWhole() {
        List<Sentence> usual = List.of(new Sentence("{0} is no {1}, {0} (?)", List.of()), new Sentence("it is {0}", List.of()));
        assertThat(Sentence.recognised("a is no b, a (?)", usual).arguments()).containsExactly("a", "b");
        assertThat(Sentence.recognised("it is no b", usual).pattern()).isEqualTo("it is {0}");
        for (String stranger : List.of("a is no b, c (?)", "and it is so", "it was")) {
            assertThat(Sentence.recognised(stranger, usual).pattern()).isEqualTo("{0}");
            assertThat(Sentence.recognised(stranger, usual)).hasToString(stranger);
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> PoFile.read("msgid \"a\"\nmsgstr b\n")).hasMessageContaining("b");
        assertThat(PoFile.read("# of c\nmsgid \"\"\n\"a\"\n\" \\\"b\\\"\"\n\nmsgstr \"c\"\n\"d\"\n"))
                .containsExactly(Map.entry("a \"b\"", "cd"));
    }

    private static List<StoreDriver> drivers() {
        return Stores.discovered().drivers().stream()
                .filter(driver -> driver.getClass().getName().startsWith("stemma."))
                .toList();
    }

    private static Set<String> titles(StoreDriver driver) {
        Set<String> titles = new TreeSet<>(Set.of(driver.title(), DriverOption.READ_ONLY.title()));
        Stores.discovered().options(driver).forEach(option -> titles.add(option.title()));
        return titles;
    }

    private static Map<String, String> texts(Language language) throws IOException {
        return PoFile.read(Files.readString(RESOURCES.resolve("sentences_" + language.code() + ".po")));
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every pattern in the source; one that is no literal could not be found here, nor be translated.
    private static Set<String> patterns() throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (Path file : sources(SOURCES)) {
            String source = Files.readString(file);
            Matcher use = USE.matcher(source);
            while (use.find()) {
                Matcher literals = LITERALS.matcher(source).region(use.end(), source.length());
                assertThat(literals.lookingAt()).as("a literal in " + file).isTrue();
                patterns.add(Pattern.compile(TEXT)
                        .matcher(literals.group())
                        .results()
                        .map(part -> part.group(1).translateEscapes())
                        .collect(Collectors.joining()));
            }
        }
        return patterns;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
        }
    }
}
