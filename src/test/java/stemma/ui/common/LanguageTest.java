package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.diff.ChangeList;
import stemma.diff.Comparison;
import stemma.prompt.Content;
import stemma.prompt.Variable;

class LanguageTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Locale SWISS = Locale.of("de", "CH");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void theSystemsLanguageIsSpokenWhereItIsKnown() {
        assertThat(Language.SYSTEM.locale(SWISS, SWISS)).isEqualTo(SWISS);
        assertThat(Language.SYSTEM.locale(Locale.UK, Locale.UK)).isEqualTo(Locale.UK);
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void languagesAreCalledWhatTheyAreCalledInThemselves(Language language) {
        Locale itself = Locale.of(language.code());
        assertThat(language.title()).isEqualTo(itself.getDisplayLanguage(itself));
    }

    @Test
    void anUnknownLanguageBecomesEnglishOfTheSameRegion() {
        Locale arabic = Locale.of("ar", "EG");
        assertThat(Language.SYSTEM.locale(arabic, arabic)).isEqualTo(Locale.of("en", "EG"));
    }

    @Test
    void theAuthorsChoiceGoesBeforeTheSystems() {
        assertThat(Language.ENGLISH.locale(SWISS, SWISS)).isEqualTo(Locale.of("en", "CH"));
        assertThat(Language.GERMAN.locale(Locale.UK, Locale.UK)).isEqualTo(Locale.of("de", "GB"));
    }

    @Test
    void englishTextsAreShownOnAGermanSystem() {
        Locale.setDefault(Language.ENGLISH.locale(Locale.GERMANY, Locale.GERMANY));
        assertThat(Messages.text("menu.quit")).isEqualTo("Quit");
        assertThat(Messages.bundle("stemma.ui.text.messages").getString("text.menu.cut")).isEqualTo("Cut");
    }

    @Test
    void whatChangedIsSaidInTheWindowsLanguage() {
        Content before = Content.plain("Hello").withTitle("One");
        Content after = Content.plain("Hello {{name}}").withTitle("Two").withVariables(List.of(Variable.named("name")));
        ChangeList changes = Comparison.of(before, after);
        assertThat(changes.summary(Locale.GERMANY)).isEqualTo("Titel geändert, Text bearbeitet, Variable „name“ hinzugefügt");
        assertThat(changes.summary(Locale.FRENCH))
                .isEqualTo(changes.summary(Locale.ENGLISH))
                .isEqualTo("title changed, text edited, variable “name” added");
        assertThat(changes.summary()).isEqualTo("title changed, text edited, variable `name` added");
    }

    @Test
    void keysAreNamedInTheWindowsLanguage() {
        KeyCombination keys = new KeyCharacterCombination("P", KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        Locale.setDefault(Locale.ENGLISH);
        assertThat(KeyNames.named(keys)).isSameAs(keys);
        Locale.setDefault(Locale.GERMANY);
        assertThat(KeyNames.of(new KeyCodeCombination(KeyCode.DELETE))).isEqualTo("Entf");
        assertThat(KeyNames.of(new KeyCodeCombination(KeyCode.F4, KeyCombination.ALT_DOWN)))
                .isEqualTo("Alt+F4");
        KeyCombination named = KeyNames.named(keys);
        assertThat(named.getDisplayText()).isEqualTo("Strg+Umschalt+P");
        assertThat(named).isEqualTo(KeyNames.named(keys)).hasSameHashCodeAs(KeyNames.named(keys));
    }

    @Test
    void germanHasItsPluralsDatesAndNumbers() {
        Locale.setDefault(Locale.GERMANY);
        assertThat(Messages.text("browser.count", 0)).isEqualTo("Keine Prompts");
        assertThat(Messages.text("browser.count", 1)).isEqualTo("1 Prompt");
        assertThat(Messages.text("browser.count", 12_345)).isEqualTo("12.345 Prompts");
        Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(times.ago(NOW.minus(Duration.ofDays(60)))).isEqualTo("22.09.2026");
        assertThat(times.shortly(NOW)).isEqualTo("10:00");
    }
}
