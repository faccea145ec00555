package stemma.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Messages;

/// What the window shows while no store is open: ways to one.
///
/// @param again opens the store that could not be opened; empty where that would make no sense
record NoStorePane(ShellActions actions, Optional<Runnable> again) {
    Node node() {
        FontIcon icon = new FontIcon("fth-database");
        icon.getStyleClass().add("empty-icon");
        Label title = new Label(Messages.text("shell.noStore"));
        title.getStyleClass().add("title-4");
        VBox box = new VBox(icon, title);
        again.ifPresent(open -> box.getChildren().add(button("shell.noStore.again", open)));
        box.getChildren().addAll(
                button("menu.openEmbedded", actions::openEmbedded),
                button("menu.openFolder", actions::openFolder),
                button("menu.openDatabase", actions::openDatabase),
                button("menu.stores", actions::manageStores),
                button("menu.restore", actions::restore));
        box.getStyleClass().add("empty-state");
        return box;
    }

    private static Button button(String textKey, Runnable action) {
        Button button = new Button(Messages.text(textKey));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
