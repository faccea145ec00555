package stemma.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.EmptyState;
import stemma.ui.common.Messages;

/// What the window shows while no store is open: ways to one.
///
/// @param again opens the store that could not be opened; empty where that would make no sense
record NoStorePane(WindowCommands commands, Optional<Runnable> again) {
    Node node() {
        FontIcon icon = new FontIcon("bx-data");
        icon.getStyleClass().add("empty-icon");
        Label title = new Label(Messages.text("shell.noStore"));
        title.getStyleClass().add("title-4");
        EmptyState empty = new EmptyState(icon, title);
        again.ifPresent(open -> empty.getItems().add(button("shell.noStore.again", open)));
        empty.getItems().addAll(
                button("menu.openEmbedded", commands::openEmbedded),
                button("menu.openFolder", commands::openFolder),
                button("menu.openDatabase", commands::openDatabase),
                button("menu.stores", commands::manageStores),
                button("menu.restore", commands::restore));
        return empty;
    }

    private static Button button(String textKey, Runnable action) {
        Button button = new Button(Messages.text(textKey));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
