package stemma.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.settings.Settings;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// A field to type into and what is found by it. Each keystroke begins a search and cancels the one before. Used on the
/// FX thread only.
public final class PaletteModel {
    /// So many things that were used are remembered.
    static final int MOST_REMEMBERED = 24;

    private final PaletteSource source;
    private final Settings settings;
    private final TaskSlot searching;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean isSearching;
    private Runnable whenFound = () -> {};

    public PaletteModel(PaletteSource source, Settings settings, Tasks tasks) {
        this.source = source;
        this.settings = settings;
        this.searching = new TaskSlot(tasks);
        typed.subscribe(this::search);
    }

    private void search(String wanted) {
        List<String> recent = settings.get(source.recentlyUsed());
        whenFound = () -> {};
        isSearching = true;
        searching.run(
                Messages.text("palette.searching"),
                progress -> source.find(wanted, recent, progress::isCancelled),
                this::show,
                e -> {
                    show(List.of());
                    problem.set(Notices.explain(e));
                });
    }

    private void show(List<PaletteRow> found) {
        isSearching = false;
        rows.setAll(found);
        chosen.set(found.isEmpty() ? -1 : 0);
        problem.set(found.isEmpty() ? Messages.text("palette.nothing") : "");
        whenFound.run();
        whenFound = () -> {};
    }

    /// Takes the chosen row and remembers it. While the search for what was typed last still goes on, its best row is
    /// taken when it is there: who types fast and presses Enter means that one.
    ///
    /// @param close called before the row's action
    void accept(Runnable close) {
        if (isSearching) {
            whenFound = () -> accept(close);
            return;
        }
        if (chosen.get() < 0) {
            return;
        }
        PaletteRow row = rows.get(chosen.get());
        remember(row.id());
        close.run();
        row.action().run();
    }

    private void remember(String id) {
        if (!id.isEmpty()) {
            List<String> recent = new ArrayList<>(settings.get(source.recentlyUsed()));
            recent.remove(id);
            recent.addFirst(id);
            settings.set(source.recentlyUsed(), recent.subList(0, Math.min(MOST_REMEMBERED, recent.size())));
        }
    }

    /// Chooses another row, counted from the one chosen now; at either end it stays there.
    void move(int rowsDown) {
        if (!rows.isEmpty()) {
            chosen.set(Math.clamp(chosen.get() + rowsDown, 0, rows.size() - 1));
        }
    }

    /// Stops what is going on.
    void close() {
        searching.cancel();
    }

    String hint() {
        return source.hint();
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<PaletteRow> rows() {
        return rows;
    }

    /// Index of the row that Enter takes; -1 when there is none.
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /// Why there are no rows; empty when there are some.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
