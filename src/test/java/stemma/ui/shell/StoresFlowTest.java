package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection;
import stemma.settings.Connections;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;
import java.util.Optional;
import stemma.ui.common.Messages;

/// Stores are remembered, opened beside each other, and closed.
class StoresFlowTest {
    @TempDir
    Path folder;

    private static List<String> menu(OpenWindow window) {
        MenuButton button = window.find(MenuButton.class, "storeMenu");
        return Showcase.call(() -> {
            button.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            return button.getItems().stream()
                    .map(MenuItem::getText)
                    .filter(text -> text != null)
                    .toList();
        });
    }

    private static void choose(OpenWindow window, String text) {
        MenuButton button = window.find(MenuButton.class, "storeMenu");
        Platform.runLater(() -> {
            button.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            button.getItems().stream()
                    .filter(item -> text.equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
    }

    @Test
    void aStoreIsRememberedTriedOpenedBesideTheOtherAndClosed() throws Exception {
        Path team = Files.createDirectory(folder.resolve("team"));
        try (Store store = Stores.discovered().open(StoreUri.of("file", team.toString()))) {
            store.append(NewVersion.first(
                    new PromptId("team/standup"), VersionLabel.FIRST, Content.plain("What did you do?"), "bo", ""));
        }
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            choose(window, Messages.text("menu.stores"));
            window.press(Messages.text("connect.add"));
            TextField name = window.find(TextField.class, "name");
            TextField location = window.find(
                    TextField.class, field -> "Folder".equals(field.getAccessibleText()));
            ComboBox<?> kind = window.find(ComboBox.class, "kind");
            ComboBox<Colour> colour = colours(window);
            Showcase.run(() -> {
                assertThat(((StoreDriver) kind.getValue()).scheme()).isEqualTo("file");
                name.setText("Team");
                location.setText(team.toString());
                colour.setValue(Colour.GREEN);
            });
            window.press(Messages.text("connect.test"));
            window.find(Label.class, label -> label.getText().equals(Messages.text("connect.works", 1, 1)));
            window.pictures("connect");
            window.press(Messages.text("connect.open"));
            window.await("the team's prompts are listed", () -> window.shell()
                    .workspace()
                    .filter(open -> open.registry().store().uri().scheme().equals("file"))
                    .filter(open -> open.browser().shownProperty().get().total() == 1)
                    .isPresent());
            window.pictures("second-store");

            assertThat(menu(window)).contains("Team", Messages.text("shell.embedded"), Messages.text("menu.closeStore"));
            choose(window, Messages.text("shell.embedded"));
            window.awaitFront("support/greeting");
            choose(window, "Team");
            window.await("the team is in front", () -> window.find(MenuButton.class, "storeMenu")
                    .getText()
                    .equals("Team"));
            choose(window, Messages.text("menu.closeStore"));
            window.awaitFront("support/greeting");
            assertThat(menu(window)).contains("Team").doesNotContain(Messages.text("menu.closeStore"));

            List<String> said = new ArrayList<>();
            Label status = window.find(
                    Label.class, label -> label.getText().startsWith(Messages.text("shell.embedded") + " ·"));
            Showcase.run(() -> status.textProperty().subscribe(text -> said.add(text)));
            choose(window, "Team");
            window.await("the team is in front again", () -> window.find(MenuButton.class, "storeMenu")
                    .getText()
                    .equals("Team"));
            assertThat(said).contains(Messages.text("shell.opening", "Team"));
        }
    }

    @Test
    void anOpenStoreThatIsToBeReadOnlyIsOpenedAnewAndShownOnce() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        String address = "file:" + Files.createDirectory(folder.resolve("team"));
        try (Store store = Stores.discovered().open(StoreUri.parse(address))) {
            store.append(NewVersion.first(
                    new PromptId("team/standup"), VersionLabel.FIRST, Content.plain("What did you do?"), "bo", ""));
        }
        try (Settings settings = Settings.load(home.settingsFile())) {
            new Connections(settings).setAll(List.of(Connection.create("Team", address)));
        }
        try (OpenWindow window = OpenWindow.start(home, Optional.of(address))) {
            window.await("the team is open", () -> window.shell().view().isPresent());
            window.open("team/standup");
            window.typeIntoPrompt("DRAFTED ");
            choose(window, Messages.text("shell.embedded"));
            window.await("the embedded store is in front", () -> window.store().uri().scheme().equals("h2"));
            choose(window, Messages.text("menu.stores"));
            CheckBox readOnly = window.find(CheckBox.class, "readOnly");
            Showcase.run(() -> readOnly.setSelected(true));
            window.press(Messages.text("connect.save"));
            window.awaitText(Messages.text("connect.saved"));
            window.press("Close");
            window.await("the team is for reading only", () -> window.shell().stores().addresses().stream()
                    .anyMatch(uri -> uri.toString().equals(address + "?readonly=true")));
            window.await("what was in front is", () -> window.store().uri().scheme().equals("h2"));
            assertThat(window.shell().stores().addresses()).hasSize(2);
            assertThat(menu(window)).containsOnlyOnce("Team").doesNotContain(address);
            choose(window, "Team");
            window.awaitFront("team/standup");
            window.awaitText("DRAFTED");
            window.awaitText("for reading only");
        }
    }

    @Test
    void theFormOffersWhatAnOptionCanBeAndBreaksNoWord() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            choose(window, Messages.text("menu.stores"));
            window.press(Messages.text("connect.add"));
            @SuppressWarnings("unchecked")
            ComboBox<StoreDriver> kind = window.find(ComboBox.class, "kind");
            Showcase.run(() -> kind.setValue(kind.getItems().stream()
                    .filter(driver -> driver.scheme().equals("postgres"))
                    .findFirst()
                    .orElseThrow()));
            window.picture("connect-postgres");
            ComboBox<?> tls = window.find(ComboBox.class, box -> "TLS".equals(box.getAccessibleText()));
            assertThat(tls.getItems().stream().map(Object::toString))
                    .containsExactly("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
            assertThat(tls.getValue()).hasToString("prefer");
            for (int larger = 0; larger < 2; larger++) {
                Label address = window.find(Label.class, label -> label.getText().startsWith("Address, as"));
                assertThat(Showcase.call(() -> {
                            Text longest = new Text(address.getText().substring("Address, as ".length()));
                            longest.setFont(address.getFont());
                            return longest.getLayoutBounds().getWidth();
                        }))
                        .isLessThanOrEqualTo(address.getWidth());
                Showcase.run(() -> {
                    for (int step = 0; step < 5; step++) {
                        window.shell().model().zoomIn();
                    }
                });
                window.settle();
                window.picture("connect-postgres-large");
            }
            Showcase.run(() -> tls.getSelectionModel().selectLast());
            assertThat(tls.getValue()).hasToString("verify-full");
            window.keys(KeyCode.ESCAPE);
            window.press(Messages.text("connect.unsaved.act"));
        }
    }

    @Test
    void aClosedStoreIsLetGo() throws Exception {
        String address = "file:" + Files.createDirectory(folder.resolve("team"));
        try (Store store = Stores.discovered().open(StoreUri.parse(address))) {
            store.append(NewVersion.first(
                    new PromptId("team/standup"), VersionLabel.FIRST, Content.plain("What did you do?"), "bo", ""));
        }
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.shell().stores().open(address));
            window.await("the team is in front", () -> window.store().uri().scheme().equals("file"));
            window.open("team/standup");
            WeakReference<WorkspaceView> closed = new WeakReference<>(window.view());
            window.typeIntoPrompt("x");
            Showcase.run(() -> window.view().compareDraft());
            window.await("a compare is in front", () -> window.view().frontCompare().isPresent());
            choose(window, Messages.text("menu.closeStore"));
            window.awaitFront("support/greeting");
            window.await("it is let go", () -> {
                System.gc();
                return closed.get() == null;
            });
        }
    }

    @Test
    void closingTheStoresAsksAboutWhatIsNotSaved() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            choose(window, Messages.text("menu.stores"));
            window.press(Messages.text("connect.add"));
            TextField name = window.find(TextField.class, "name");
            Showcase.run(() -> name.setText("Team"));
            window.keys(KeyCode.ESCAPE);
            window.awaitText(Messages.text("connect.unsaved.text", "Team"));
            window.press("Cancel");
            window.awaitNoButton(Messages.text("connect.unsaved.act"));
            assertThat(name.getText()).isEqualTo("Team");
            window.keys(KeyCode.ESCAPE);
            window.press(Messages.text("connect.unsaved.act"));
            window.awaitNoButton(Messages.text("connect.add"));
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Colour> colours(OpenWindow window) {
        return window.find(ComboBox.class, "colour");
    }
}
