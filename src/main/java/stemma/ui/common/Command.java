package stemma.ui.common;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something the window can do, as menus, the palette and the list of shortcuts name it.
///
/// @param id never changes; settings name commands by it
/// @param menu where it stands, such as `File`
/// @param text what it says there, such as `Promote…`
/// @param usualKeys its shortcut unless the author chose another
/// @param keys its shortcut now; none when null
/// @param isEnabled whether it can be done now
/// @param action does it
public record Command(
        String id,
        String menu,
        String text,
        Optional<KeyCombination> usualKeys,
        ObjectProperty<@Nullable KeyCombination> keys,
        BooleanSupplier isEnabled,
        Runnable action) {

    /// The shortcut as people read it, such as `Ctrl+Shift+P`; empty when there is none.
    public String shownKeys() {
        return Optional.ofNullable(keys.get()).map(KeyNames::of).orElse("");
    }
}
