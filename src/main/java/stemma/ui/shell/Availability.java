package stemma.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import stemma.store.Capability;

/// Which commands can do something now. Menus show it while they are open; shortcuts are never taken away, since what a
/// command needs may come between a menu's closing and the next key.
///
/// @param hasStore whether a store is in front
/// @param hasPrompt whether a prompt is in front or chosen in the list
/// @param can whether the store in front claims a capability
record Availability(BooleanSupplier hasStore, BooleanSupplier hasPrompt, Predicate<Capability> can) {
    private static final Set<String> OF_A_STORE = Set.of(
            "new", "closeStore", "import", "importFolder", "export", "copy", "check", "backUp", "closeTab", "reopenTab", "drift", "quickOpen",
            "filter");

    private static final Set<String> OF_A_PROMPT = Set.of(
            "save", "discard", "promote", "tag", "duplicate", "rename", "delete", "comparePrevious", "compareProduction",
            "compareDraft", "compareOther", "compareFile", "compareClipboard");

    /// What a command needs of the store beyond reading.
    private static final Map<String, Capability> NEEDED = Map.of(
            "new", Capability.APPEND,
            "import", Capability.APPEND,
            "importFolder", Capability.APPEND,
            "save", Capability.APPEND,
            "duplicate", Capability.APPEND,
            "promote", Capability.PROMOTE,
            "tag", Capability.TAG,
            "rename", Capability.RENAME,
            "delete", Capability.DELETE);

    /// @param command its id in the menus
    boolean isAvailable(String command) {
        boolean hasWhat = OF_A_PROMPT.contains(command)
                ? hasPrompt.getAsBoolean()
                : !OF_A_STORE.contains(command) || hasStore.getAsBoolean();
        return hasWhat && Optional.ofNullable(NEEDED.get(command)).map(can::test).orElse(true);
    }

    void watch(Menu menu) {
        menu.addEventHandler(Menu.ON_SHOWING, _ -> menu.getItems().stream()
                .filter(Availability::isWatched)
                .forEach(item -> item.setDisable(!isAvailable(item.getId()))));
        menu.addEventHandler(Menu.ON_HIDDEN, _ -> menu.getItems().stream()
                .filter(Availability::isWatched)
                .forEach(item -> item.setDisable(false)));
    }

    private static boolean isWatched(MenuItem item) {
        String id = item.getId();
        return id != null && (OF_A_STORE.contains(id) || OF_A_PROMPT.contains(id));
    }
}
