package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// A store is put beside another one, and copied there.
class BetweenStoresFlowTest {
    @TempDir
    Path folder;

    @Test
    void aStoreIsCopiedAndItsDriftLeadsToTheCompare() throws Exception {
        StoreUri other = StoreUri.of("file", folder.resolve("other").toString());
        try (Store store = Stores.discovered().open(other)) {
            PromptId greeting = new PromptId("support/greeting");
            store.append(NewVersion.first(
                    greeting, VersionLabel.FIRST, Content.plain("From elsewhere"), "ada", ""));
            store.promote(new Promotion(
                    greeting,
                    Stage.PRODUCTION,
                    Optional.empty(),
                    Optional.of(VersionLabel.FIRST),
                    Act.by("ada", "")));
        }
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            fire(window, "copy.menu");
            name(window, other);
            window.press(Messages.text("copy.look"));
            window.await("the plan is shown", () -> !items(window).getItems().isEmpty());
            window.pictures("copy-plan");
            int planned = items(window).getItems().size();
            window.press(Messages.text("copy.act"));
            window.awaitText("versions were added");
            assertThat(items(window).getItems()).hasSize(planned);
            window.pictures("copy-done");
            window.keys(KeyCode.ESCAPE);

            fire(window, "drift.menu");
            name(window, other);
            window.press(Messages.text("drift.look"));
            window.await("the drift is shown", () -> !rows(window).getItems().isEmpty());
            window.pictures("drift");
            Showcase.run(() -> {
                rows(window).requestFocus();
                rows(window).getSelectionModel().selectFirst();
            });
            window.keys(KeyCode.ENTER);
            window.await("the compare is in front", () -> window.view().frontCompare().isPresent());
            assertThat(isReportShown()).as("the report stands over the compare").isFalse();
            window.await("the keyboard is in the compare", () -> window.scene().getFocusOwner() != null
                    && window.scene().getFocusOwner().getStyleClass().contains("row-list"));
            window.picture("drift-compare");
            window.press(Messages.text("drift.back"));
            assertThat(rows(window).getSelectionModel().getSelectedIndex()).isZero();
            window.await("the keyboard is in the list", () -> rows(window).isFocused());
            window.awaitNoButton(Messages.text("drift.back"));
            window.keys(KeyCode.ENTER);
            window.await("the report is aside", () -> !isReportShown());
            fire(window, "drift.menu");
            assertThat(rows(window).getItems()).isNotEmpty();
            window.awaitNoButton(Messages.text("drift.back"));
            window.keys(KeyCode.ESCAPE);
            window.await("the report is closed", () -> !isReportShown());
            fire(window, "drift.menu");
            assertThat(rows(window).getItems()).isEmpty();
        }
        try (Store store = Stores.discovered().open(other)) {
            assertThat(store.count().prompts()).isGreaterThan(1);
            assertThat(store.versions(new PromptId("support/greeting"))).hasSize(1);
        }
    }

    @Test
    void enterInTheAddressLooks() throws Exception {
        StoreUri other = StoreUri.of("file", folder.resolve("other").toString());
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            fire(window, "copy.menu");
            name(window, other);
            Showcase.run(() -> window.find(ComboBox.class, "target").requestFocus());
            window.keys(KeyCode.ENTER);
            window.await("the plan is shown", () -> !items(window).getItems().isEmpty());
            window.keys(KeyCode.ESCAPE);
            fire(window, "drift.menu");
            name(window, other);
            Showcase.run(() -> window.find(ComboBox.class, "target").requestFocus());
            window.keys(KeyCode.ENTER);
            window.await("the drift is shown", () -> !rows(window).getItems().isEmpty());
        }
    }

    /// Later, since a dialog does not return before it is answered.
    private static void fire(OpenWindow window, String key) {
        MenuBar bar = window.find(MenuBar.class, "menuBar");
        Platform.runLater(() -> bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Messages.text(key).equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static TableView<?> items(OpenWindow window) {
        return window.find(TableView.class, "items");
    }

    private static boolean isReportShown() {
        return Showcase.call(() -> Window.getWindows().stream()
                .anyMatch(window -> window.isShowing() && window.getScene().lookup(".drift") != null));
    }

    private static TableView<?> rows(OpenWindow window) {
        return window.find(TableView.class, "rows");
    }

    private static void name(OpenWindow window, StoreUri other) {
        ComboBox<?> address = window.find(ComboBox.class, "target");
        Showcase.run(() -> address.getEditor().setText(other.toString()));
    }
}
