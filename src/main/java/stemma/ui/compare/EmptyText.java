package stemma.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.compare.CompareModel.Phase;

/// Says why there are no rows to see.
final class EmptyText {
    private EmptyText() {}

    /// @param pane shown while there are no rows
    /// @param exactly shown when blanks are all that differs
    static void bind(CompareModel model, Pane pane, Label text, Button exactly) {
        BooleanBinding onlyBlanks = model.phaseProperty()
                .isEqualTo(Phase.EQUAL)
                .and(model.noticeProperty().isNotEmpty());
        pane.visibleProperty().bind(model.phaseProperty().isNotEqualTo(Phase.READY));
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(model, onlyBlanks.get()),
                        model.phaseProperty(),
                        model.failureProperty(),
                        onlyBlanks));
        Presence.bind(exactly, onlyBlanks);
    }

    private static String text(CompareModel model, boolean onlyBlanks) {
        return switch (model.phaseProperty().get()) {
            case EMPTY, READY -> "";
            case LOADING -> Messages.text("compare.loading");
            case FAILED ->
                Messages.text("compare.failed") + "\n" + model.failureProperty().get();
            case EQUAL -> Messages.text(onlyBlanks ? "compare.equal.blanks" : "compare.equal");
        };
    }
}
