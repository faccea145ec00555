package stemma.ui.health;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.store.Health.Problem;
import stemma.store.Health.Remedy;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;
import stemma.ui.common.ShapedText;

/// One problem: where, what, and what can be done about it.
final class ProblemCell extends ListCell<Problem> {
    /// What the list's scroll bar takes of its width.
    private static final double SCROLL_BAR = 24;

    private final HealthModel model;
    private final Label where = wrapping();
    private final Label what = wrapping();
    private final Label remedy = wrapping();
    private final Button repair = new Button(Messages.text("health.repair"));
    private final HBox proposal = new HBox(8, remedy, repair);
    private final VBox box = new VBox(3, where, what, proposal);

    ProblemCell(HealthModel model) {
        this.model = model;
        where.getStyleClass().add("health-where");
        remedy.getStyleClass().add("quiet");
        remedy.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(remedy, Priority.ALWAYS);
        repair.getStyleClass().add("small");
        repair.setMinWidth(Region.USE_PREF_SIZE);
        repair.disableProperty().bind(model.busyProperty());
        repair.setOnAction(_ -> {
            if (getItem() != null) {
                model.repair(getItem());
            }
        });
        setPrefWidth(0);
    }

    private static Label wrapping() {
        Label label = new Label();
        ShapedText.wrap(label);
        return label;
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean isEmpty) {
        super.updateItem(problem, isEmpty);
        if (isEmpty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String proposed = problem.remedy().map(Remedy::what).map(Sentences::say).orElse(Messages.text("health.noRemedy"));
        where.setText(Sentences.say(problem.where()));
        what.setText(Sentences.say(problem.what()));
        remedy.setText(proposed);
        repair.setVisible(model.canRepair(problem));
        repair.setManaged(repair.isVisible());
        repair.setAccessibleText(Messages.text("health.repair.of", where.getText()));
        setAccessibleText(where.getText() + ". " + what.getText() + " " + proposed);
        setGraphic(box);
    }

    /// As high as its wrapped texts are at the list's width.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        box.setPrefWidth(room);
        return snappedTopInset() + box.prefHeight(room) + snappedBottomInset();
    }
}
