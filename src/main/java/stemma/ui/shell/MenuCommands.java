package stemma.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Command;
import stemma.ui.common.KeyNames;

/// The window's commands. The menu bar is their list: what stands in it is in the palette and among the shortcuts too.
final class MenuCommands {
    private MenuCommands() {}

    /// Every item of the menus, in their order.
    ///
    /// @throws NullPointerException when an item has no id; that is a mistake in the FXML
    static List<Command> of(MenuBar bar, Availability availability) {
        List<Command> commands = new ArrayList<>();
        bar.getMenus().forEach(menu -> add(menu, availability, commands));
        return List.copyOf(commands);
    }

    private static void add(Menu menu, Availability availability, List<Command> commands) {
        for (MenuItem item : menu.getItems()) {
            switch (item) {
                case SeparatorMenuItem _ -> {}
                case Menu inner -> add(inner, availability, commands);
                default -> commands.add(command(menu, item, availability));
            }
        }
    }

    private static Command command(Menu menu, MenuItem item, Availability availability) {
        Optional<KeyCombination> usual = Optional.ofNullable(item.getAccelerator());
        ObjectProperty<@Nullable KeyCombination> keys = new SimpleObjectProperty<>(usual.orElse(null));
        item.acceleratorProperty().bind(keys.map(KeyNames::named));
        return new Command(
                Objects.requireNonNull(item.getId(), () -> "no id: " + item.getText()),
                menu.getText().replace("_", ""),
                item.getText(),
                usual,
                keys,
                () -> !item.isDisable() && availability.isAvailable(item.getId()),
                () -> choose(item));
    }

    /// As if it was chosen in its menu.
    private static void choose(MenuItem item) {
        switch (item) {
            case CheckMenuItem check -> check.setSelected(!check.isSelected());
            case RadioMenuItem radio -> radio.setSelected(true);
            default -> {}
        }
        item.fire();
    }
}
