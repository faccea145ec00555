package stemma.ui.connect;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.settings.Connection;
import stemma.ui.common.Badges;

/// A remembered store in the list: its colour, name and address.
final class ConnectionCell extends ListCell<Connection> {
    private final Label name = new Label();
    private final Label address = new Label();
    private final VBox box = new VBox(2, name, address);

    ConnectionCell() {
        address.getStyleClass().add("quiet");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean isEmpty) {
        super.updateItem(connection, isEmpty);
        if (isEmpty || connection == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(connection.name());
        name.setGraphic(Badges.dot(connection.colour()));
        address.setText(connection.address());
        setAccessibleText(connection.name() + " " + connection.address());
        setGraphic(box);
    }
}
