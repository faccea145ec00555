package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

class ColumnWidthsTest {
    private static final String[] HEADS = {
        "Prompt", "Version oder Stage", "Was geschieht", "Warum, und was verloren geht"
    };

    private Showcase showcase;

    @BeforeEach
    void prepare() throws TimeoutException {
        showcase = new Showcase();
    }

    private TableView<String> show(int width, double letters) {
        TableView<String> table = Showcase.call(TableView::new);
        showcase.show(
                () -> {
                    for (String head : HEADS) {
                        TableColumn<String, String> column = new TableColumn<>(head);
                        column.setPrefWidth(150);
                        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
                        table.getColumns().add(column);
                    }
                    table.getItems().addAll("a", "b");
                    Label beside = new Label("beside");
                    ColumnWidths.followText(table, beside);
                    VBox.setVgrow(table, Priority.ALWAYS);
                    VBox root = new VBox(beside, table);
                    root.setStyle("-fx-font-size: " + letters + "px");
                    return root;
                },
                width,
                400,
                Appearance.LIGHT);
        return table;
    }

    private static List<String> heads(TableView<?> table) {
        return Showcase.call(() -> table.lookupAll(".column-header .label").stream()
                .map(Parent.class::cast)
                .flatMap(head -> head.getChildrenUnmodifiable().stream())
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private static double widths(TableView<?> table) {
        return Showcase.call(() ->
                table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum());
    }

    private static boolean isScrolled(TableView<?> table) {
        return Showcase.call(() -> table.lookupAll(".scroll-bar:horizontal").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(Node::isVisible));
    }

    @Test
    void headsAreWholeAndTheLastColumnHasTheRest() {
        TableView<String> table = show(900, Theme.TEXT_SIZE);
        assertThat(heads(table)).containsExactlyInAnyOrder(HEADS);
        assertThat(widths(table)).isBetween(890.0, 900.0);
        assertThat(table.getColumns().getFirst().getWidth()).isEqualTo(150);
        assertThat(isScrolled(table)).isFalse();
    }

    @Test
    void headsWithoutRoomBesideEachOtherStandInTwoLines() {
        TableView<String> table = show(800, Theme.TEXT_SIZE * 1.5);
        assertThat(Showcase.call(() -> table.lookup(".column-header-background").getLayoutBounds().getHeight()))
                .isGreaterThan(2 * Theme.TEXT_SIZE * 1.5);
        assertThat(heads(table)).extracting(head -> head.replaceAll("\\s+", " ")).containsExactlyInAnyOrder(HEADS);
        assertThat(widths(table)).isBetween(790.0, 800.0);
        assertThat(isScrolled(table)).isFalse();
        Pictures.save(table.getScene(), "common/wrapped-heads");
    }

    @Test
    void aTableWithoutRoomForItsHeadsIsScrolled() {
        TableView<String> table = show(500, Theme.TEXT_SIZE * 1.5);
        assertThat(heads(table)).extracting(head -> head.replaceAll("\\s+", " ")).containsExactlyInAnyOrder(HEADS);
        assertThat(widths(table)).isGreaterThan(500);
        assertThat(isScrolled(table)).isTrue();
    }

    @Test
    void whatTheAuthorGaveAColumnItKeeps() {
        TableView<String> table = show(900, Theme.TEXT_SIZE);
        TableColumn<String, ?> first = table.getColumns().getFirst();
        Showcase.run(() -> table.resizeColumn(first, 60));
        assertThat(first.getWidth()).isEqualTo(210);
        assertThat(widths(table)).isBetween(890.0, 900.0);
        Showcase.run(() -> table.getScene().getWindow().setWidth(800));
        showcase.settle();
        assertThat(first.getWidth()).isEqualTo(210);
        assertThat(widths(table)).isBetween(790.0, 800.0);
        assertThat(heads(table)).containsExactlyInAnyOrder(HEADS);
    }
}
