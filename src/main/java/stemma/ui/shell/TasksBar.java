package stemma.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.FxTasks;
import stemma.ui.common.FxTasks.Running;
import stemma.ui.common.Messages;

/// The work that is going on, with its progress and a button that cancels it: a part of the status bar. Of much work
/// at once the oldest is shown, and how much there is besides.
final class TasksBar extends HBox {
    private static final int MOST = 2;

    private final Map<Running, Node> shown = new LinkedHashMap<>();
    private final Label more = new Label();

    TasksBar(FxTasks tasks) {
        super(12);
        setAlignment(Pos.CENTER_RIGHT);
        tasks.shown().addListener((ListChangeListener<Running>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(shown::remove);
                change.getAddedSubList().forEach(this::add);
            }
            arrange();
        });
    }

    private void arrange() {
        List<Node> first = new ArrayList<>(shown.values().stream().limit(MOST).toList());
        if (shown.size() > MOST) {
            more.setText(Messages.text("tasks.more", shown.size() - MOST));
            first.add(more);
        }
        getChildren().setAll(first);
    }

    private void add(Running running) {
        Label title = new Label();
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> running.detailProperty().get().isEmpty()
                                ? running.title()
                                : running.title() + " " + running.detailProperty().get(),
                        running.detailProperty()));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(running.fractionProperty());
        bar.setPrefWidth(120);
        bar.setAccessibleText(running.title());
        Button cancel = new Button(null, new FontIcon("bx-x"));
        cancel.getStyleClass().addAll("button-icon", "flat", "small");
        cancel.setAccessibleText(Messages.text("tasks.cancel", running.title()));
        cancel.setOnAction(_ -> running.stop());
        HBox box = new HBox(6, title, bar, cancel);
        box.setAlignment(Pos.CENTER_RIGHT);
        shown.put(running, box);
    }
}
