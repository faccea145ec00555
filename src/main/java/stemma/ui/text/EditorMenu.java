package stemma.ui.text;

import java.util.ResourceBundle;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.KeyNames;

/// The context menu. It shows the shortcuts; [EditorKeys] acts on them. It is shown by hand and never set on a
/// control: that would make its shortcuts the whole window's.
final class EditorMenu {
    private final ResourceBundle messages;
    private final ContextMenu menu = new ContextMenu();

    EditorMenu(PromptTextEditor editor, ResourceBundle messages) {
        this.messages = messages;
        add("text.menu.undo", "Shortcut+Z", editor::undo, editor.undoAvailableProperty());
        add("text.menu.redo", "Shortcut+Shift+Z", editor::redo, editor.redoAvailableProperty());
        menu.getItems().add(new SeparatorMenuItem());
        add("text.menu.cut", "Shortcut+X", editor::cut, editor.editableProperty());
        add("text.menu.copy", "Shortcut+C", editor::copy, null);
        add("text.menu.paste", "Shortcut+V", editor::paste, editor.editableProperty());
        add("text.menu.selectAll", "Shortcut+A", editor::selectAll, null);
        menu.getItems().add(new SeparatorMenuItem());
        add("text.menu.find", "Shortcut+F", editor::find, null);
        add("text.menu.replace", "Shortcut+H", editor::findAndReplace, editor.editableProperty());
    }

    ContextMenu menu() {
        return menu;
    }

    private void add(String key, String shortcut, Runnable action, @Nullable ObservableValue<Boolean> enabled) {
        MenuItem item = new MenuItem(messages.getString(key));
        item.setAccelerator(KeyNames.named(KeyCombination.valueOf(shortcut)));
        item.setOnAction(event -> action.run());
        if (enabled != null) {
            item.disableProperty().bind(enabled.map(is -> !is));
        }
        menu.getItems().add(item);
    }
}
