package stemma.ui.shortcuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Settings;
import stemma.ui.common.Command;

class ShortcutsModelTest {
    /// Constants that no combination is made of.
    private static final List<KeyCode> NO_KEYS = List.of(KeyCode.UNDEFINED, KeyCode.SHORTCUT, KeyCode.COMMAND);

    private static final KeyCodeCombination CTRL_K = keys(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination CTRL_M = keys(KeyCode.M, KeyCombination.SHORTCUT_DOWN);

    @TempDir
    Path folder;

    private final Command promote = command("promote", "Promote…", CTRL_M);
    private final Command check = command("check", "Check the store", null);
    private final Command next = command("nextChange", "Next change", keys(KeyCode.F7));
    private Settings settings;
    private ShortcutsModel model;

    private static KeyCodeCombination keys(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    private static Command command(String id, String text, KeyCombination usual) {
        return new Command(
                id, "Menu", text, Optional.ofNullable(usual), new SimpleObjectProperty<>(usual), () -> true, () -> {});
    }

    @BeforeEach
    void open() throws IOException {
        settings = Settings.load(folder.resolve("settings.json"));
        model = new ShortcutsModel(List.of(promote, check), List.of(next), settings);
        model.apply();
    }

    @AfterEach
    void close() {
        settings.close();
    }

    @Test
    void aNewShortcutHoldsAtOnceAndAfterARestart() throws IOException {
        model.assign(promote, CTRL_K);
        assertThat(promote.keys().get()).isEqualTo(CTRL_K);
        settings.close();
        Command again = command("promote", "Promote…", CTRL_M);
        try (Settings later = Settings.load(folder.resolve("settings.json"))) {
            new ShortcutsModel(List.of(again), List.of(), later).apply();
        }
        assertThat(again.keys().get()).isEqualTo(CTRL_K);
    }

    @Test
    void everyKeyIsReadBackAsItWasWritten() {
        for (KeyCode code : KeyCode.values()) {
            if (!code.isModifierKey() && !NO_KEYS.contains(code)) {
                KeyCodeCombination wanted = keys(code, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
                model.assign(check, wanted);
                assertThat(check.keys().get()).isEqualTo(wanted);
            }
        }
    }

    @Test
    void whoHasTheKeysIsNamedAndLosesThem() {
        assertThat(model.owner(check, CTRL_M)).hasValue(promote);
        model.assign(check, CTRL_M);
        assertThat(check.keys().get()).isEqualTo(CTRL_M);
        assertThat(promote.keys().get()).isNull();
    }

    @Test
    void oneOrAllGetTheirUsualKeysBackWithoutSharingThem() {
        model.assign(check, CTRL_M);
        model.reset(promote);
        assertThat(promote.keys().get()).isEqualTo(CTRL_M);
        assertThat(check.keys().get()).isNull();
        model.assign(promote, CTRL_K);
        model.resetAll();
        assertThat(promote.keys().get()).isEqualTo(CTRL_M);
        assertThat(check.keys().get()).isNull();
    }

    @Test
    void keysCanBeTakenAwayAndComeBack() {
        assertThat(model.hasOwnProperty().get()).isFalse();
        model.clear(promote);
        assertThat(promote.keys().get()).isNull();
        assertThat(model.hasOwnProperty().get()).isTrue();
        model.reset(promote);
        assertThat(promote.keys().get()).isEqualTo(CTRL_M);
    }

    @Test
    void theKeysOfAScreenAreListedAndStay() {
        assertThat(model.shown()).containsExactly(promote, check, next);
        assertThat(model.isFixed(next)).isTrue();
        model.assign(next, CTRL_K);
        model.clear(next);
        assertThat(next.keys().get()).isEqualTo(keys(KeyCode.F7));
        assertThat(model.hasOwnProperty().get()).isFalse();
    }

    @Test
    void lettersAndTheKeysOfTextAreRefused() {
        assertThat(model.problem(keys(KeyCode.K))).isPresent();
        assertThat(model.problem(keys(KeyCode.C, KeyCombination.SHORTCUT_DOWN))).isPresent();
        assertThat(model.problem(keys(KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN))).isPresent();
        assertThat(model.problem(keys(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)))
                .isPresent();
        assertThat(model.problem(keys(KeyCode.F7, KeyCombination.SHIFT_DOWN))).isPresent();
        assertThat(model.problem(keys(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)))
                .isEmpty();
        assertThat(model.problem(keys(KeyCode.F8))).isEmpty();
        assertThat(model.problem(CTRL_K)).isEmpty();
        model.assign(promote, keys(KeyCode.K));
        assertThat(promote.keys().get()).isEqualTo(CTRL_M);
    }

    @Test
    void aSettingsFileThatMakesNoSenseLeavesTheUsualKeys() throws IOException {
        settings.close();
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"shortcuts\": {\"promote\": \"Nonsense+K\"}}");
        try (Settings broken = Settings.load(file)) {
            new ShortcutsModel(List.of(promote), List.of(), broken).apply();
        }
        assertThat(promote.keys().get()).isEqualTo(CTRL_M);
    }

    @Test
    void theFilterLooksIntoNamesAndKeys() {
        model.filterProperty().set("store");
        assertThat(model.shown()).containsExactly(check);
        model.filterProperty().set("+m");
        assertThat(model.shown()).containsExactly(promote);
    }
}
