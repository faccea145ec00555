package stemma.ui.editor;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.draft.DraftText.MessageText;

/// One message while it is edited. Used on the FX thread only.
public final class MessageFields {
    private final StringProperty role = new SimpleStringProperty(this, "role", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    MessageFields(MessageText message) {
        show(message);
    }

    void show(MessageText message) {
        role.set(message.role());
        text.set(message.text());
    }

    MessageText read() {
        return new MessageText(role.get(), text.get());
    }

    void onChange(Runnable changed) {
        role.subscribe((_, _) -> changed.run());
        text.subscribe((_, _) -> changed.run());
    }

    public StringProperty roleProperty() {
        return role;
    }

    public StringProperty textProperty() {
        return text;
    }
}
