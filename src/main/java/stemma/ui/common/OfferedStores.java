package stemma.ui.common;

import java.util.SequencedMap;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The stores that a field for a store's address offers.
///
/// @param names what the window calls them, by address, in the order they are offered in; the address itself where a
///     store has no name
public record OfferedStores(SequencedMap<String, String> names) {
    /// Lets a field offer them by name. What is chosen or typed there is an address.
    ///
    /// @param onEnter is run by Enter in the field, in place of the default button of its dialog
    public void offerIn(ComboBox<String> field, Runnable onEnter) {
        field.getItems().setAll(names.keySet());
        field.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String address, boolean empty) {
                super.updateItem(address, empty);
                setText(empty || address == null ? null : shown(address));
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !field.isShowing()) {
                event.consume();
                onEnter.run();
            }
        });
    }

    private String shown(String address) {
        String name = names.getOrDefault(address, address);
        return name.equals(address) ? address : Messages.text("store.named", name, address);
    }
}
