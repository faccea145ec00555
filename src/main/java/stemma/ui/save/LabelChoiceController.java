package stemma.ui.save;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import stemma.prompt.VersionLabel.Step;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;

/// Chooses a version's label.
final class LabelChoiceController {
    private final LabelChoice choice;
    private final Node node;

    @FXML
    private RadioButton patch;

    @FXML
    private RadioButton minor;

    @FXML
    private RadioButton major;

    @FXML
    private RadioButton own;

    @FXML
    private TextField ownLabel;

    @FXML
    private Label reason;

    @FXML
    private Label problem;

    LabelChoiceController(LabelChoice choice) {
        this.choice = choice;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ownLabel.textProperty().bindBidirectional(choice.ownProperty());
        ownLabel.disableProperty().bind(own.selectedProperty().not());
        reason.textProperty().bind(choice.reasonProperty());
        problem.textProperty().bind(choice.problemProperty());
        for (Label line : new Label[] {reason, problem}) {
            Presence.bind(line, line.textProperty().isNotEmpty());
        }
        for (RadioButton button : new RadioButton[] {patch, minor, major, own}) {
            button.managedProperty().bind(button.visibleProperty());
        }
        choice.suggestionProperty().subscribe(this::show);
        choice.stepProperty().subscribe(this::select);
    }

    private void show(Suggestion suggestion) {
        Map.of(Step.PATCH, patch, Step.MINOR, minor, Step.MAJOR, major).forEach((step, button) -> {
            boolean offered = !suggestion.isFirst() && (step == Step.PATCH || !suggestion.counts());
            button.setVisible(offered);
            if (offered) {
                String key = suggestion.counts() ? "save.label.next" : key(step);
                button.setText(Messages.text(key, suggestion.next().get(step)));
            }
        });
        own.setText(Messages.text(suggestion.isFirst() ? "save.label.first" : "save.label.own"));
    }

    private static String key(Step step) {
        return switch (step) {
            case PATCH -> "save.label.patch";
            case MINOR -> "save.label.minor";
            case MAJOR -> "save.label.major";
        };
    }

    private void select(Optional<Step> step) {
        RadioButton wanted = step.map(far -> switch (far) {
                    case PATCH -> patch;
                    case MINOR -> minor;
                    case MAJOR -> major;
                })
                .orElse(own);
        wanted.setSelected(true);
    }

    @FXML
    private void choosePatch() {
        choice.stepProperty().set(Optional.of(Step.PATCH));
    }

    @FXML
    private void chooseMinor() {
        choice.stepProperty().set(Optional.of(Step.MINOR));
    }

    @FXML
    private void chooseMajor() {
        choice.stepProperty().set(Optional.of(Step.MAJOR));
    }

    @FXML
    private void chooseOwn() {
        choice.stepProperty().set(Optional.empty());
        ownLabel.requestFocus();
        ownLabel.selectAll();
    }

    Node node() {
        return node;
    }
}
