package stemma.ui.editor;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.draft.DraftText.ExampleText;

/// One example while it is edited. Used on the FX thread only.
public final class ExampleFields {
    private final JsonField input = new JsonField();
    private final StringProperty output = new SimpleStringProperty(this, "output", "");

    ExampleFields(ExampleText example) {
        show(example);
    }

    void show(ExampleText example) {
        input.textProperty().set(example.input());
        output.set(example.output());
    }

    ExampleText read() {
        return new ExampleText(input.textProperty().get(), output.get());
    }

    void onChange(Runnable changed) {
        input.textProperty().subscribe((_, _) -> changed.run());
        output.subscribe((_, _) -> changed.run());
    }

    /// The values of the variables, a JSON object.
    public JsonField input() {
        return input;
    }

    public StringProperty outputProperty() {
        return output;
    }
}
