package stemma.ui.shortcuts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination.ModifierValue;
import stemma.prompt.Json;
import stemma.settings.Setting;
import stemma.settings.Settings;
import stemma.ui.common.Command;
import stemma.ui.common.Messages;

/// The commands with their shortcuts, and the author's own ones. A change holds at once and is remembered. Used on the FX
/// thread only.
public final class ShortcutsModel {
    /// Shortcuts other than the usual ones by their command; an empty text is a command without one.
    public static final Setting<Map<String, String>> OWN = new Setting<>(
            "shortcuts",
            Map.of(),
            own -> {
                Map<String, Json> members = new LinkedHashMap<>();
                own.forEach((id, keys) -> members.put(id, new Json.Text(keys)));
                return new Json.Object(members);
            },
            ShortcutsModel::read);

    /// What the text editor takes for itself, with the shortcut key.
    private static final Set<KeyCode> OF_TEXT =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.F, KeyCode.G, KeyCode.H, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    /// What moves the caret, selects, deletes and changes tabs, with the shortcut key, and with Shift in addition.
    private static final Set<KeyCode> OF_CARET = Set.of(
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE,
            KeyCode.INSERT,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.Z);

    /// What screens take for themselves, with Shift or without: rename, next match, look again, next change, the menus.
    private static final Set<KeyCode> OF_SCREENS = Set.of(KeyCode.F2, KeyCode.F3, KeyCode.F5, KeyCode.F7, KeyCode.F10);

    private static final Map<String, Modifier> MODIFIERS = Map.of(
            "Shortcut", KeyCombination.SHORTCUT_DOWN,
            "Ctrl", KeyCombination.CONTROL_DOWN,
            "Alt", KeyCombination.ALT_DOWN,
            "Meta", KeyCombination.META_DOWN,
            "Shift", KeyCombination.SHIFT_DOWN);

    private final List<Command> commands;
    private final List<Command> fixed;
    private final Settings settings;
    private final ReadOnlyBooleanWrapper hasOwn = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Command> shown = FXCollections.observableArrayList();

    /// @param fixed commands that are listed too, whose keys belong to a screen and stay what they are
    public ShortcutsModel(List<Command> commands, List<Command> fixed, Settings settings) {
        this.commands = commands;
        this.fixed = fixed;
        this.settings = settings;
        filter.subscribe(_ -> show());
    }

    private static Optional<Map<String, String>> read(Json json) {
        if (!(json instanceof Json.Object(Map<String, Json> members))) {
            return Optional.empty();
        }
        Map<String, String> own = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            if (!(member.getValue() instanceof Json.Text(String keys)) || (!keys.isEmpty() && parse(keys).isEmpty())) {
                return Optional.empty();
            }
            own.put(member.getKey(), keys);
        }
        return Optional.of(own);
    }

    /// Reads what [#name] wrote, such as `Shortcut+Shift+P`; empty when it makes no sense. `KeyCombination.valueOf` would
    /// not do: it knows keys by names that are not those of the constants.
    private static Optional<KeyCodeCombination> parse(String name) {
        List<String> parts = List.of(name.split("\\+"));
        try {
            KeyCode code = KeyCode.valueOf(parts.getLast());
            Modifier[] modifiers = parts.subList(0, parts.size() - 1).stream()
                    .map(modifier -> Optional.ofNullable(MODIFIERS.get(modifier)).orElseThrow())
                    .toArray(Modifier[]::new);
            return Optional.of(new KeyCodeCombination(code, modifiers));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static String name(KeyCodeCombination keys) {
        StringJoiner name = new StringJoiner("+");
        Map<String, ModifierValue> modifiers = new LinkedHashMap<>();
        modifiers.put("Shortcut", keys.getShortcut());
        modifiers.put("Ctrl", keys.getControl());
        modifiers.put("Alt", keys.getAlt());
        modifiers.put("Meta", keys.getMeta());
        modifiers.put("Shift", keys.getShift());
        modifiers.forEach((modifier, value) -> {
            if (value == ModifierValue.DOWN) {
                name.add(modifier);
            }
        });
        return name.add(keys.getCode().name()).toString();
    }

    /// Gives every command the shortcut that the settings say.
    public void apply() {
        Map<String, String> own = settings.get(OWN);
        for (Command command : commands) {
            String keys = own.get(command.id());
            command.keys().set(keys == null ? command.usualKeys().orElse(null) : parse(keys).orElse(null));
        }
        hasOwn.set(!own.isEmpty());
        show();
    }

    private void show() {
        List<String> words = List.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        shown.setAll(Stream.concat(commands.stream(), fixed.stream())
                .filter(command -> {
                    String text = (command.text() + " " + command.menu() + " " + command.shownKeys()).toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(text::contains);
                })
                .toList());
    }

    /// Whether a command's keys belong to a screen.
    boolean isFixed(Command command) {
        return fixed.contains(command);
    }

    /// Whether any command has other keys than its usual ones.
    ReadOnlyBooleanProperty hasOwnProperty() {
        return hasOwn.getReadOnlyProperty();
    }

    /// Why keys cannot be a shortcut; empty when they can.
    Optional<String> problem(KeyCodeCombination keys) {
        boolean isPlain = keys.getShortcut() != ModifierValue.DOWN
                && keys.getControl() != ModifierValue.DOWN
                && keys.getAlt() != ModifierValue.DOWN
                && keys.getMeta() != ModifierValue.DOWN;
        if (isPlain && !keys.getCode().isFunctionKey()) {
            return Optional.of(Messages.text("shortcuts.plain"));
        }
        if (isPlain && OF_SCREENS.contains(keys.getCode())) {
            return Optional.of(Messages.text("shortcuts.ofScreens"));
        }
        boolean isWithShortcut = keys.getShortcut() == ModifierValue.DOWN && keys.getAlt() != ModifierValue.DOWN;
        boolean isOfText = OF_CARET.contains(keys.getCode())
                || keys.getShift() != ModifierValue.DOWN && OF_TEXT.contains(keys.getCode());
        return isWithShortcut && isOfText ? Optional.of(Messages.text("shortcuts.ofText")) : Optional.empty();
    }

    /// The other command that has these keys now.
    Optional<Command> owner(Command command, KeyCodeCombination keys) {
        return commands.stream()
                .filter(other -> !other.id().equals(command.id()))
                .filter(other -> keys.equals(other.keys().get()))
                .findFirst();
    }

    /// Gives a command these keys; another command that had them has none any more.
    void assign(Command command, KeyCodeCombination keys) {
        if (problem(keys).isEmpty() && !isFixed(command)) {
            Map<String, String> own = new LinkedHashMap<>(settings.get(OWN));
            owner(command, keys).ifPresent(other -> own.put(other.id(), ""));
            own.put(command.id(), name(keys));
            keep(own);
        }
    }

    /// Takes a command's keys away; no other command gets them.
    void clear(Command command) {
        if (!isFixed(command)) {
            Map<String, String> own = new LinkedHashMap<>(settings.get(OWN));
            own.put(command.id(), "");
            keep(own);
        }
    }

    /// Gives a command its usual keys back; another command that has them now loses them.
    void reset(Command command) {
        Map<String, String> own = new LinkedHashMap<>(settings.get(OWN));
        own.remove(command.id());
        command.usualKeys()
                .filter(KeyCodeCombination.class::isInstance)
                .flatMap(keys -> owner(command, (KeyCodeCombination) keys))
                .ifPresent(other -> own.put(other.id(), ""));
        keep(own);
    }

    void resetAll() {
        keep(Map.of());
    }

    private void keep(Map<String, String> own) {
        settings.set(OWN, own);
        apply();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// The commands whose name, menu or keys hold the words of the filter.
    ObservableList<Command> shown() {
        return shown;
    }
}
