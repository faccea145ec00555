package stemma.ui.common;

import java.util.SequencedMap;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// The stores that a field for a store's address offers.
///
/// @param names what the window calls them, by address, in the order they are offered in; the address itself where a
///     store has no name
public record OfferedStores(SequencedMap<String, String> names) {
    /// Lets a field offer them by name. What is chosen or typed there is an address.
    public void offerIn(ComboBox<String> field) {
        field.getItems().setAll(names.keySet());
        field.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String address, boolean empty) {
                super.updateItem(address, empty);
                setText(empty || address == null ? null : shown(address));
            }
        });
    }

    private String shown(String address) {
        String name = names.getOrDefault(address, address);
        return name.equals(address) ? address : Messages.text("store.named", name, address);
    }
}
