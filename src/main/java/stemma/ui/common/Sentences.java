package stemma.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import stemma.prompt.Sentence;

/// What comes from below the window, where everything is said in English, in the window's language: why a store could
/// not do something, what its driver calls its settings. What has no translation stays English. Safe for concurrent use.
///
/// The translations of a language are in `/stemma/ui/sentences_<code>.po`, by the English pattern.
public final class Sentences {
    private static final Map<String, Map<String, String>> TRANSLATIONS = new ConcurrentHashMap<>();

    private Sentences() {}

    /// @param words a [Sentence], or text that stays as it is
    public static String say(CharSequence words) {
        return Sentence.from(words).in(Sentences::title, Sentences::value);
    }

    /// A time is said in the computer's zone and as the language writes it.
    private static String value(Object argument) {
        return argument instanceof Instant time
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .format(time.atZone(ZoneId.systemDefault()))
                : argument.toString();
    }

    /// A name such as that of a driver or one of its options, which has nothing to be filled in.
    public static String title(String english) {
        return TRANSLATIONS
                .computeIfAbsent(Locale.getDefault().getLanguage(), Sentences::read)
                .getOrDefault(english, english);
    }

    private static Map<String, String> read(String language) {
        try (InputStream in = Sentences.class.getResourceAsStream("/stemma/ui/sentences_" + language + ".po")) {
            return in == null ? Map.of() : PoFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
