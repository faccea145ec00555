package stemma.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connections;
import stemma.store.StoreUri;
import stemma.ui.common.Badges;
import stemma.ui.common.Messages;

/// The menu of stores: those that are open, those that are remembered, those opened lately, and ways to others. Made
/// anew each time it opens.
///
/// @param open the addresses of the open stores
/// @param front the one in front
record StoreMenu(StoreNames names, Supplier<List<StoreUri>> open, Supplier<Optional<StoreUri>> front) {

    /// What the menu does.
    interface Actions {
        void openStore(String address);

        void closeStore();

        void openFolder();

        void openDatabase();

        void manageStores();
    }

    Colour colour(StoreUri uri) {
        return names.connections().find(uri.toString()).map(Connection::colour).orElse(Colour.NONE);
    }

    List<MenuItem> items(Actions actions) {
        Connections connections = names.connections();
        StoreUri embedded = names.embedded();
        List<MenuItem> items = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (StoreUri uri : open.get()) {
            CheckMenuItem item = new CheckMenuItem(names.of(uri));
            item.setSelected(front.get().equals(Optional.of(uri)));
            items.add(finish(item, uri.toString(), colour(uri), actions));
            shown.add(uri.toString());
        }
        List<MenuItem> remembered = new ArrayList<>();
        for (Connection connection : connections.all()) {
            if (connection.isPinned() && !shown.contains(connection.address())) {
                remembered.add(finish(
                        new MenuItem(connection.name()), connection.address(), connection.colour(), actions));
                shown.add(connection.address());
            }
        }
        if (!shown.contains(embedded.toString())) {
            remembered.add(finish(new MenuItem(names.of(embedded)), embedded.toString(), Colour.NONE, actions));
            shown.add(embedded.toString());
        }
        add(items, remembered);
        add(
                items,
                connections.recent().stream()
                        .filter(address -> !shown.contains(address))
                        .map(address -> finish(new MenuItem(address), address, Colour.NONE, actions))
                        .toList());
        add(
                items,
                List.of(
                        item("menu.openFolder", actions::openFolder),
                        item("menu.openDatabase", actions::openDatabase),
                        item("menu.stores", actions::manageStores)));
        if (open.get().size() > 1) {
            items.add(item("menu.closeStore", actions::closeStore));
        }
        return items;
    }

    private static void add(List<MenuItem> items, List<MenuItem> more) {
        if (!more.isEmpty() && !items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(more);
    }

    private static MenuItem finish(MenuItem item, String address, Colour colour, Actions actions) {
        item.setMnemonicParsing(false);
        if (colour != Colour.NONE) {
            item.setGraphic(Badges.dot(colour));
        }
        item.setOnAction(_ -> actions.openStore(address));
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
