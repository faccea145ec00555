package stemma.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;

/// What is filled in for each variable, to be changed by the reader. A field's hint is the sample that stands in while
/// it is empty.
final class SamplesPane {
    private final VBox fields;
    private final CompareModel model;
    private List<String> shown = List.of();

    SamplesPane(ScrollPane pane, VBox fields, CompareModel model) {
        this.fields = fields;
        this.model = model;
        Presence.bind(pane, model.renderedProperty());
        model.samplesProperty().subscribe(this::show);
    }

    private void show(List<Sample> samples) {
        List<String> names = samples.stream().map(Sample::variable).toList();
        if (!names.equals(shown)) {
            shown = names;
            fields.getChildren().remove(1, fields.getChildren().size());
            if (names.isEmpty()) {
                fields.getChildren().add(quiet(Messages.text("compare.samples.none")));
            }
            samples.forEach(this::add);
        }
        List<TextField> inputs = new ArrayList<>();
        fields.getChildren().forEach(child -> {
            if (child instanceof TextField field) {
                inputs.add(field);
            }
        });
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (!sample.isTyped()) {
                inputs.get(i)
                        .setPromptText(
                                sample.value().isEmpty() ? Messages.text("compare.samples.missing") : sample.text());
            }
        }
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        ShapedText.wrap(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        return label;
    }

    private void add(Sample sample) {
        TextField field = new TextField(sample.isTyped() ? sample.text() : "");
        field.setAccessibleText(Messages.text("compare.samples.value", sample.variable()));
        field.textProperty().subscribe((_, text) -> model.fillIn(sample.variable(), text));
        Label name = new Label(sample.variable());
        name.setLabelFor(field);
        fields.getChildren().addAll(name, field);
    }
}
