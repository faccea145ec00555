package stemma.ui.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Messages;

/// The rows of a compare with the ruler beside them: the part that the screen and the small preview share.
///
/// Use: create, then [#bind(CompareModel)] once.
public final class RowsView extends BorderPane {
    /// The width of the column that tells where lines are from, in digits.
    private static final int BLAME_CHARACTERS = 26;

    /// What of the rows the blame takes at most, so that a narrow compare has room for its text.
    private static final double BLAME_SHARE = 0.3;

    private final ListView<Item> list = new ListView<>();
    private final Label widest = new Label();
    private final Set<RowCell> cells = new LinkedHashSet<>();
    private final Ruler ruler = new Ruler(this::scrollTo);
    private final SelectionMouse mouse = new SelectionMouse(list, cells, this::scrollBy);
    private Flank flank = Flank.RIGHT;
    private Subscription blameWatch = Subscription.EMPTY;

    public RowsView() {
        getStyleClass().add("rows-view");
        list.getStyleClass().add("row-list");
        list.setAccessibleText(Messages.text("compare.rows"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        widest.getStyleClass().add("line-number");
        widest.setManaged(false);
        widest.setVisible(false);
        StackPane rows = new StackPane(list, widest);
        StackPane.setAlignment(widest, Pos.TOP_LEFT);
        setCenter(rows);
        setRight(ruler);
    }

    /// Shows what a model holds, for as long as the view lives.
    void bind(CompareModel model) {
        RowPane.Gauge gauge = new ModelGauge(model);
        list.setCellFactory(_ -> {
            RowCell cell = new RowCell(model, gauge);
            cell.setOnMousePressed(event -> {
                if (cell.getItem() instanceof Item.Shown shown) {
                    flank = cell.row().flankAt(shown, event.getX());
                }
                mouse.press(cell, event);
            });
            cells.add(cell);
            return cell;
        });
        model.shown().items().addListener((ListChangeListener<Item>) _ -> show(model));
        model.begunProperty().subscribe((_, _) -> list.scrollTo(0));
        model.cursorProperty().subscribe(row -> reveal(model, row.intValue()));
        model.currentProperty().subscribe(() -> cells.forEach(RowCell::updateCurrent));
        model.finderProperty().subscribe(() -> cells.forEach(RowCell::redraw));
        model.invisiblesProperty().subscribe(() -> cells.forEach(RowCell::redraw));
        mouse.selectionProperty().subscribe(() -> cells.forEach(RowCell::redraw));
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item instanceof Item.Shown shown && shown.row().index() != model.cursorProperty().get()) {
                model.place(shown.row().index());
            }
        });
        model.timelineProperty().subscribe(timeline -> watchBlame(model, timeline));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && act(model)) {
                event.consume();
            }
        });
        list.widthProperty().subscribe(() -> measure(model, gauge));
        model.shown().viewProperty().subscribe(() -> measure(model, gauge));
        show(model);
    }

    private void watchBlame(CompareModel model, Optional<Timeline> timeline) {
        blameWatch.unsubscribe();
        blameWatch = timeline.map(walk -> Subscription.combine(
                        walk.blamedProperty().subscribe(() -> {
                            show(model);
                            reveal(model, model.cursorProperty().get());
                        }),
                        walk.blameProperty().subscribe(_ -> cells.forEach(RowCell::redraw))))
                .orElse(Subscription.EMPTY);
    }

    private void measure(CompareModel model, RowPane.Gauge gauge) {
        boolean split = model.shown().viewProperty().get() == View.SPLIT && !model.shown().narrowProperty().get();
        double digit = gauge.numberWidth() / widest.getText().length();
        double column = split ? list.getWidth() / 2 - 4 * digit : Math.min(list.getWidth(), gauge.measure());
        if (digit > 0) {
            // A character of prose is about as wide as a digit of the smaller line numbers.
            ruler.setCharactersPerLine((column - 40) / digit);
        }
    }

    private void show(CompareModel model) {
        mouse.clear();
        widest.setText("0".repeat(digits(model.script())));
        list.getItems().setAll(model.shown().items());
        ruler.show(model.shown().items());
    }

    private static int digits(Script script) {
        int last = 1;
        for (Row row : script.rows()) {
            if (row instanceof LineRow line) {
                last = Math.max(last, Math.max(line.leftLine().orElse(0), line.rightLine().orElse(0)));
            }
        }
        return Math.max(2, Integer.toString(last).length());
    }

    /// Unfolds the chosen fold, or jumps from moved text to where it stands on the other side, or shows the change that
    /// brought the chosen line.
    private boolean act(CompareModel model) {
        switch (list.getSelectionModel().getSelectedItem()) {
            case Item.Fold fold -> model.shown().unfold(fold);
            case Item.Shown shown when shown.partner().isPresent() ->
                model.goTo(shown.partner().getAsInt());
            case Item.Shown shown when blaming(model).isPresent() ->
                blaming(model).get().goToOrigin(shown.row().index());
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    /// The versions one walks through, while each line tells which of them brought it.
    static Optional<Timeline> blaming(CompareModel model) {
        return model.timelineProperty().get().filter(timeline -> timeline.blamedProperty().get());
    }

    private void reveal(CompareModel model, int row) {
        if (row < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        int index = model.shown().itemOf(row);
        list.getSelectionModel().clearAndSelect(index);
        list.getFocusModel().focus(index);
        if (!isInComfort(index)) {
            scrollTo(index);
        }
    }

    private boolean isInComfort(int index) {
        list.layout();
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null || flow.getLastVisibleCell() == null) {
            return false;
        }
        IndexedCell<?> cell = flow.getVisibleCell(index);
        return cell != null
                && cell.getLayoutY() >= 0
                && cell.getLayoutY() + Math.min(cell.getHeight(), 60) <= flow.getHeight() * 0.85;
    }

    /// Brings an item to the upper third.
    private void scrollTo(int index) {
        VirtualFlow<?> flow = flow();
        if (flow == null) {
            list.scrollTo(index);
            return;
        }
        flow.scrollToTop(index);
        flow.layout();
        IndexedCell<?> cell = flow.getVisibleCell(index);
        double above = flow.getHeight() / 4;
        if (cell != null && cell.getLayoutY() < above) {
            flow.scrollPixels(cell.getLayoutY() - above);
        }
    }

    private void scrollBy(double pixels) {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            flow.scrollPixels(pixels);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        Node flow = list.lookup("#virtual-flow");
        return flow instanceof VirtualFlow<?> found ? found : null;
    }

    /// The text that was chosen with the mouse; empty when none was.
    String chosenText() {
        return mouse.selectionProperty()
                .get()
                .filter(selection -> !selection.isEmpty())
                .map(selection -> selection.text(list.getItems()))
                .orElse("");
    }

    /// The rows that are chosen; all when none is.
    List<Item> chosen() {
        List<Item> chosen = List.copyOf(list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList());
        return chosen.isEmpty() ? List.copyOf(list.getItems()) : chosen;
    }

    /// The menu of the rows.
    public ObjectProperty<ContextMenu> contextMenuProperty() {
        return list.contextMenuProperty();
    }

    public ContextMenu getContextMenu() {
        return list.getContextMenu();
    }

    public void setContextMenu(ContextMenu menu) {
        list.setContextMenu(menu);
    }

    /// The side that was clicked last.
    Flank flank() {
        return flank;
    }

    /// Tells readers who hear the screen where they are.
    void announce(String text) {
        list.setAccessibleText(text.isEmpty() ? Messages.text("compare.rows") : text);
        list.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    ListView<Item> list() {
        return list;
    }

    private final class ModelGauge implements RowPane.Gauge {
        private final CompareModel model;

        ModelGauge(CompareModel model) {
            this.model = model;
        }

        @Override
        public double numberWidth() {
            return Math.ceil(widest.prefWidth(-1));
        }

        @Override
        public double measure() {
            return numberWidth() / widest.getText().length() * 130;
        }

        @Override
        public String query() {
            return model.finderProperty().get().query();
        }

        @Override
        public boolean isRevealing() {
            return model.invisiblesProperty().get();
        }

        @Override
        public void goTo(int row) {
            model.goTo(row);
        }

        @Override
        public String whereMoved(LineRow row, int partner) {
            boolean away = row.hasLeft();
            int line = model.script().rows().get(partner) instanceof LineRow there
                    ? (away ? there.rightLine() : there.leftLine()).orElse(0)
                    : 0;
            return Messages.text(away ? "compare.moved.to" : "compare.moved.from", Integer.toString(line));
        }

        @Override
        public Optional<Mark> selection(int item, Flank column, int length) {
            return mouse.selectionProperty().get().flatMap(selection -> selection.mark(item, column, length));
        }

        @Override
        public double blameWidth() {
            double wanted = Math.ceil(numberWidth() / widest.getText().length() * BLAME_CHARACTERS);
            return blaming(model).isPresent() ? Math.min(wanted, Math.floor(list.getWidth() * BLAME_SHARE)) : 0;
        }

        @Override
        public Optional<BlameEntry> blame(int row) {
            return blaming(model).flatMap(timeline -> timeline.entryOf(row));
        }

        @Override
        public boolean isAfterFold(int item) {
            return item <= 0 || item > list.getItems().size() || list.getItems().get(item - 1) instanceof Item.Fold;
        }

        @Override
        public void showOrigin(int row) {
            blaming(model).ifPresent(timeline -> timeline.goToOrigin(row));
        }
    }
}
