package stemma.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import stemma.ui.common.Messages;

/// The menu of a tab's title.
final class TabMenu {
    private final TabPane pane;
    private final Consumer<Tab> close;
    private final Runnable reopen;

    private TabMenu(TabPane pane, Consumer<Tab> close, Runnable reopen) {
        this.pane = pane;
        this.close = close;
        this.reopen = reopen;
    }

    /// Gives each tab, also those to come, its menu.
    ///
    /// @param close  closes a tab, unless its author says no
    /// @param reopen brings back the one that was closed last
    static void addTo(TabPane pane, Consumer<Tab> close, Runnable reopen) {
        TabMenu menus = new TabMenu(pane, close, reopen);
        pane.getTabs().addListener((ListChangeListener<Tab>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(tab -> tab.setContextMenu(menus.of(tab)));
            }
        });
    }

    private ContextMenu of(Tab tab) {
        MenuItem others = item("shell.tab.closeOthers", () -> closeAllBut(List.of(tab)));
        ContextMenu menu = new ContextMenu(
                item("menu.closeTab", () -> close.accept(tab)),
                others,
                item("shell.tab.closeAll", () -> closeAllBut(List.of())),
                new SeparatorMenuItem(),
                item("menu.reopenTab", reopen));
        if (tab instanceof PromptTab prompt) {
            menu.getItems().add(item("browser.copyId", () -> Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, prompt.prompt().value()))));
        }
        menu.setOnShowing(_ -> others.setDisable(pane.getTabs().size() == 1));
        return menu;
    }

    private void closeAllBut(List<Tab> kept) {
        pane.getTabs().stream().filter(tab -> !kept.contains(tab)).toList().forEach(close);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
