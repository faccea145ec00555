package stemma.ui.common;

import java.util.Locale;
import java.util.stream.Stream;

/// The languages of the window. Each but English has a `messages_<code>.properties` beside every `messages.properties`.
public enum Language {
    /// The system's language, or English where the window does not speak that.
    SYSTEM("", ""),
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    /// As the program was started with, before any language was chosen.
    private static final Locale TEXTS = Locale.getDefault(Locale.Category.DISPLAY);

    private static final Locale NUMBERS = Locale.getDefault(Locale.Category.FORMAT);

    private final String code;

    /// In itself. Written down, since the names that Java knows of all languages are slow to read.
    private final String name;

    Language(String code, String name) {
        this.code = code;
        this.name = name;
    }

    /// Its ISO 639 code; empty for the system's.
    public String code() {
        return code;
    }

    /// What it is called in itself, or in the window's language where it is the system's.
    public String title() {
        return this == SYSTEM ? Messages.text("menu.language.system") : name;
    }

    /// From now on texts are in this language, and dates and numbers as they are written in it where the author is.
    /// What is on the screen stays as it is.
    public void speak() {
        Locale.setDefault(locale(TEXTS, NUMBERS));
    }

    /// The locale that makes texts, dates and numbers of one language.
    ///
    /// @param texts what the system shows texts in
    /// @param numbers what the system writes dates and numbers in
    Locale locale(Locale texts, Locale numbers) {
        String wanted = this == SYSTEM ? known(texts.getLanguage()) : code;
        return numbers.getLanguage().equals(wanted) ? numbers : Locale.of(wanted, numbers.getCountry());
    }

    private static String known(String language) {
        return Stream.of(values())
                .filter(each -> each != SYSTEM)
                .map(Language::code)
                .filter(language::equals)
                .findFirst()
                .orElse(ENGLISH.code);
    }
}
