package stemma.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// A walk through the screens of a window with the samples, in any language, stopping at each for a look.
final class Tour {
    private final OpenWindow window;
    private final Consumer<String> look;

    private Tour(OpenWindow window, Consumer<String> look) {
        this.window = window;
        this.look = look;
    }

    /// @param look is told the name of the screen that is shown
    static void of(OpenWindow window, Consumer<String> look) {
        Tour tour = new Tour(window, look);
        tour.editor();
        tour.welcome();
        tour.dialogs();
        tour.compare();
        tour.trouble();
    }

    private void stop(String name) {
        window.settle();
        look.accept(name);
    }

    private void editor() {
        window.open("support/greeting");
        stop("window");
        TabPane details = window.find(TabPane.class, "details");
        for (int i = 0; i < Showcase.call(() -> details.getTabs().size()); i++) {
            int page = i;
            Showcase.run(() -> details.getSelectionModel().select(page));
            stop("details-" + page);
        }
        window.typeIntoPrompt("{{new}}");
        window.keys("Shortcut+F");
        window.type("you");
        stop("find");
        window.keys(KeyCode.ESCAPE);
    }

    private void welcome() {
        fire("welcome.menu");
        Node welcome = window.find(Node.class, "welcome");
        stop("welcome");
        window.keys(KeyCode.ESCAPE);
        window.await("the welcome is gone", () -> welcome.getScene() == null);
        fire("tour.menu");
        for (String key : List.of("tour.browse", "tour.versions", "tour.colours")) {
            window.awaitText(Messages.text(key));
            stop(key.replace('.', '-'));
            if (!key.equals("tour.colours")) {
                window.press(window.find(Button.class, "tour-next"));
            }
        }
        window.keys(KeyCode.ESCAPE);
        window.await("the guided look is over", () -> window.scene().getRoot().lookup(".tour") == null);
        window.keys("Shortcut+W");
        window.awaitFront("support/greeting");
    }

    private void dialogs() {
        dialog("menu.save", "save", TextInputControl.class, "message");
        dialog("menu.promote", "promote", TextInputControl.class, "reason");
        dialog("menu.tag", "tag", ListView.class, "suggestions");
        dialog("copy.menu", "copy", ComboBox.class, "target");
        dialog("drift.menu", "drift", ComboBox.class, "target");
        fire("menu.stores");
        window.press(Messages.text("connect.add"));
        leave("connect", TextInputControl.class, "name");
        fire("menu.check");
        leave("health", Button.class, "again");
        dialog("settings.menu", "settings", TextInputControl.class, "settingsAuthor");
        Showcase.run(() -> window.shell()
                .files()
                .open(List.of(Path.of("src/test/resources/stemma/ui/shell/answer.prompty").toAbsolutePath())));
        window.awaitText(Messages.text("opened.new"));
        leave("opened", TextInputControl.class, "openedId");
        fire("menu.about");
        window.awaitText(Messages.text("about.version", "0.0-test"));
        stop("about");
        window.keys(KeyCode.ESCAPE);
    }

    private void dialog(String menuKey, String name, Class<? extends Node> type, String id) {
        fire(menuKey);
        leave(name, type, id);
    }

    private void leave(String name, Class<? extends Node> type, String id) {
        Node node = window.find(type, id);
        stop(name);
        window.keys(KeyCode.ESCAPE);
        window.await(name + " is gone", () -> node.getScene() == null || !node.getScene().getWindow().isShowing());
    }

    private void compare() {
        window.choose("1.0.0");
        Showcase.run(() -> window.view().compareChosen());
        window.find(Node.class, "compare");
        MenuButton right = window.find(MenuButton.class, "rightCaption");
        window.await("the sides are compared", () -> !right.getText().isBlank());
        stop("compare");
        toggle("unified");
        stop("compare-unified");
        toggle("result");
        stop("compare-result");
        toggle("split");
        toggle("showChanges");
        window.keys("Shortcut+F");
        window.type("you");
        stop("compare-find");
        toggle("showChanges");
        toggle("blame");
        window.await("the lines tell their versions", () -> !window.scene()
                .getRoot()
                .lookupAll(".blame-link:start")
                .isEmpty());
        stop("compare-blame");
        toggle("blame");
        CheckMenuItem rendered = (CheckMenuItem) window.find(
                        MenuButton.class, button -> Messages.text("compare.more").equals(button.getAccessibleText()))
                .getItems().stream()
                .filter(item -> Messages.text("compare.rendered").equals(item.getText()))
                .findFirst()
                .orElseThrow();
        Showcase.run(() -> rendered.setSelected(true));
        stop("compare-samples");
        Showcase.run(() -> rendered.setSelected(false));
        Platform.runLater(() -> {
            right.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            right.getItems().stream()
                    .filter(item -> Messages.text("shell.compare.side.other").equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        leave("pick", ComboBox.class, "store");
    }

    private void trouble() {
        window.expectErrors();
        Showcase.run(() -> window.shell().openStore("gopher://hole"));
        window.find(Node.class, "notice");
        stop("notice");
    }

    private void toggle(String id) {
        ToggleButton button = window.find(ToggleButton.class, id);
        Showcase.run(button::fire);
    }

    /// Later, since a dialog does not return before it is answered.
    private void fire(String key) {
        MenuBar bar = window.find(MenuBar.class, "menuBar");
        Platform.runLater(() -> bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Messages.text(key).equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    /// The themes as they are drawn whatever the system says.
    static List<stemma.ui.common.Theme.Appearance> themes() {
        return List.of(stemma.ui.common.Theme.Appearance.values()).stream()
                .filter(each -> each != stemma.ui.common.Theme.Appearance.SYSTEM)
                .toList();
    }
}
