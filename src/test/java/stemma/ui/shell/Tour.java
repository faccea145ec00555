package stemma.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.sync.TwoClones;

/// A walk through the screens of a window with the samples, in any language, stopping at each for a look.
final class Tour {
    private final OpenWindow window;
    private final Consumer<String> look;

    private Tour(OpenWindow window, Consumer<String> look) {
        this.window = window;
        this.look = look;
    }

    /// @param folder an empty one, for stores that somebody else changes
    /// @param look is told the name of the screen that is shown
    static void of(OpenWindow window, Path folder, Consumer<String> look) throws Exception {
        Tour tour = new Tour(window, look);
        tour.editor();
        tour.welcome();
        tour.dialogs();
        tour.programWide();
        tour.compare();
        tour.synchronising(Files.createDirectories(folder.resolve("clones")));
        tour.outsideEdits(folder.resolve("edited"));
        tour.trouble();
    }

    private void stop(String name) {
        window.settle();
        look.accept(name);
    }

    private void editor() {
        window.open("support/greeting");
        stop("window");
        // Beside larger text there is no room for it.
        Showcase.run(() -> window.view().tabs().front().orElseThrow().showVersions());
        TabPane details = window.find(TabPane.class, "details");
        for (int i = 0; i < Showcase.call(() -> details.getTabs().size()); i++) {
            int page = i;
            Showcase.run(() -> details.getSelectionModel().select(page));
            stop("details-" + page);
        }
        window.typeIntoPrompt("{{new}} {{/if}}");
        Showcase.run(() -> {
            window.view().tabs().front().orElseThrow().showVersions();
            details.getSelectionModel().selectFirst();
        });
        window.awaitText(Messages.text("editor.template.found"));
        stop("template");
        Showcase.run(() -> window.view().tabs().front().orElseThrow().focusText());
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

    private void programWide() {
        dialog("settings.menu", "settings", ListView.class, "settingsStages");
        dialog("shortcuts.menu", "shortcuts", ListView.class, "shortcutsCommands");
        palette("palette.commands", "palette", "prom");
        palette("palette.open", "quick-open", "#");
        fire("menu.new");
        window.button(Messages.text("prompt.new.act"));
        window.type("no//id");
        stop("new-prompt");
        escape(Messages.text("prompt.new.act"));
        fire("menu.delete");
        window.button(Messages.text("prompt.delete.act"));
        stop("confirm");
        escape(Messages.text("prompt.delete.act"));
        fire("menu.log");
        window.awaitText(Messages.text("log.header", window.shell().logs()));
        stop("log");
        window.keys(KeyCode.ESCAPE);
    }

    private void palette(String menuKey, String name, String typed) {
        fire(menuKey);
        window.typeInto("paletteTyped", typed);
        ListView<?> rows = window.find(ListView.class, "paletteRows");
        window.await("something is found", () -> !rows.getItems().isEmpty());
        stop(name);
        window.keys(KeyCode.ESCAPE);
        window.await(name + " is gone", () -> !rows.isVisible() || rows.getScene() == null);
    }

    private void escape(String act) {
        window.keys(KeyCode.ESCAPE);
        window.awaitNoButton(act);
    }

    private void synchronising(Path folder) throws Exception {
        try (TwoClones clones = new TwoClones(folder)) {
            clones.makeClashes();
            clones.branch("bob", "experiment");
            Showcase.run(() -> window.shell().stores().open(clones.address("bob").toString()));
            MenuButton state = window.find(MenuButton.class, "sync-button");
            window.await("the state is told", () -> state.getText().contains("main"));
            Showcase.run(state::show);
            stop("sync-menu");
            Showcase.run(state::hide);
            chosen(state, "sync.branch");
            ListView<?> branches = window.find(
                    ListView.class, list -> Messages.text("sync.branch.list").equals(list.getAccessibleText()));
            window.await("the list has the keyboard", branches::isFocused);
            stop("branches");
            escape(Messages.text("sync.branch.open"));
            window.keys(KeyCode.F9);
            window.find(ListView.class, list -> Messages.text("sync.clash.list").equals(list.getAccessibleText()));
            window.await("what changed", () -> window.texts().contains("how can I help"));
            stop("clashes");
            RadioButton there = window.find(RadioButton.class, "chooseThere");
            Showcase.run(there::fire);
            stop("clashes-decided");
            window.press(ButtonType.CANCEL.getText());
            gone("clashes", there);
        }
    }

    private void chosen(MenuButton button, String key) {
        MenuItem item = button.getItems().stream()
                .filter(found -> Messages.text(key).equals(found.getText()))
                .findFirst()
                .orElseThrow();
        window.await("it can be chosen", () -> !item.isDisable());
        Platform.runLater(item::fire);
    }

    private void outsideEdits(Path folder) throws Exception {
        StoreUri address = StoreUri.of("file", folder.toString());
        try (Store store = Stores.discovered().open(address)) {
            TwoClones.first(store, TwoClones.GREETING, "Hello {{name}}, how can I help?");
        }
        Path file = folder.resolve(TwoClones.GREETING.value()).resolve("v1.0.0.md");
        Files.writeString(file, Files.readString(file).replace("how can I help", "what is it now"));
        Showcase.run(() -> window.shell().stores().open(address.toString()));
        ButtonBase review = window.button(Messages.text("outside.review"));
        stop("banner");
        window.press(review);
        Button keep = window.find(Button.class, "keep");
        window.await("it can be kept", () -> !keep.isDisabled());
        stop("outside");
        window.press(ButtonType.CLOSE.getText());
        gone("outside", keep);
    }

    private void dialog(String menuKey, String name, Class<? extends Node> type, String id) {
        fire(menuKey);
        leave(name, type, id);
    }

    private void leave(String name, Class<? extends Node> type, String id) {
        Node node = window.find(type, id);
        stop(name);
        window.keys(KeyCode.ESCAPE);
        gone(name, node);
    }

    private void gone(String name, Node node) {
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
        Showcase.run(() -> window.shell().stores().open("gopher://hole"));
        window.find(Node.class, "notice");
        stop("notice");
        Platform.runLater(() -> {
            throw new IllegalStateException("a fault made for the tour");
        });
        window.press(Messages.text("crash.show"));
        window.awaitText("java.lang.IllegalStateException");
        stop("crash");
        window.keys(KeyCode.ESCAPE);
        window.await("the report is gone", () -> !window.texts().contains("java.lang.IllegalStateException"));
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
    static List<Appearance> themes() {
        return Stream.of(Appearance.values())
                .filter(each -> each != Appearance.SYSTEM)
                .toList();
    }
}
