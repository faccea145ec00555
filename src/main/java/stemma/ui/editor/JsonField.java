package stemma.ui.editor;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import stemma.prompt.Json;
import stemma.prompt.JsonException;

/// A JSON object as text, checked while it is typed. Used on the FX thread only.
public final class JsonField {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableValue<Optional<JsonException>> problem = text.map(JsonField::check);

    /// The text; blank stands for an object without members.
    public StringProperty textProperty() {
        return text;
    }

    /// What is wrong with the text, and at which line and column.
    public ObservableValue<Optional<JsonException>> problemProperty() {
        return problem;
    }

    /// The text indented; as it is where it is not JSON.
    String formatted() {
        String present = text.get();
        return check(present).isEmpty() && !present.isBlank() ? Json.parseObject(present).pretty() : present;
    }

    private static Optional<JsonException> check(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Json.parseObject(text);
            return Optional.empty();
        } catch (JsonException e) {
            return Optional.of(e);
        }
    }
}
