package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

final class KeyboardTest {
    @Test
    void theFirstRowOfATableIsChosenWhenTheKeyboardComesAndNoneIs() throws TimeoutException {
        Showcase showcase = new Showcase();
        Button before = Showcase.call(() -> new Button("before"));
        TableView<String> table = Showcase.call(() -> {
            TableView<String> made = new TableView<>();
            TableColumn<String, String> column = new TableColumn<>("word");
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
            made.getColumns().add(column);
            made.getItems().setAll("one", "two");
            Keyboard.choosesFirst(made);
            return made;
        });
        showcase.show(() -> new VBox(before, table), 300, 300, Appearance.LIGHT);
        Showcase.run(before::requestFocus);
        assertThat(chosen(table)).isNull();

        showcase.robot.push(KeyCode.TAB);
        assertThat(chosen(table)).isEqualTo("one");

        Showcase.run(() -> {
            table.getSelectionModel().select("two");
            before.requestFocus();
            table.requestFocus();
        });
        assertThat(chosen(table)).isEqualTo("two");
    }

    private static String chosen(TableView<String> table) {
        return Showcase.call(() -> table.getSelectionModel().getSelectedItem());
    }
}
