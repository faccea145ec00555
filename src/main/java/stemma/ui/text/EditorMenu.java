package stemma.ui.text;

import java.util.ResourceBundle;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The context menu. It shows the shortcuts; [EditorKeys] acts on them. It is shown by hand and never set on a
/// control: that would make its shortcuts the whole window's.
final class EditorMenu {
    private final ResourceBundle messages;
    private final ContextMenu menu = new ContextMenu();

    EditorMenu(EditorKeys.Commands commands, ResourceBundle messages) {
        this.messages = messages;
        add("text.menu.undo", "Shortcut+Z", commands::undo, commands.undoAvailable());
        add("text.menu.redo", "Shortcut+Shift+Z", commands::redo, commands.redoAvailable());
        menu.getItems().add(new SeparatorMenuItem());
        add("text.menu.cut", "Shortcut+X", commands::cut, commands.editable());
        add("text.menu.copy", "Shortcut+C", commands::copy, null);
        add("text.menu.paste", "Shortcut+V", commands::paste, commands.editable());
        add("text.menu.selectAll", "Shortcut+A", commands::selectAll, null);
        menu.getItems().add(new SeparatorMenuItem());
        add("text.menu.find", "Shortcut+F", commands::find, null);
        add("text.menu.replace", "Shortcut+H", commands::findAndReplace, commands.editable());
    }

    ContextMenu menu() {
        return menu;
    }

    private void add(
            String key,
            String shortcut,
            Runnable action,
            @org.jspecify.annotations.Nullable ObservableValue<Boolean> enabled) {
        MenuItem item = new MenuItem(messages.getString(key));
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        item.setOnAction(event -> action.run());
        if (enabled != null) {
            item.disableProperty().bind(enabled.map(is -> !is));
        }
        menu.getItems().add(item);
    }
}
