package stemma.ui.editor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.draft.DraftText.VariableText;
import stemma.ui.common.Messages;

/// One declared variable while it is edited. Used on the FX thread only.
public final class VariableFields {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty type = new SimpleStringProperty(this, "type", "");
    private final BooleanProperty required = new SimpleBooleanProperty(this, "required");
    private final StringProperty defaultValue = new SimpleStringProperty(this, "defaultValue", "");
    private final StringProperty description = new SimpleStringProperty(this, "description", "");

    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");

    VariableFields(VariableText variable) {
        type.subscribe(_ -> look());
        defaultValue.subscribe(_ -> look());
        show(variable);
    }

    void show(VariableText variable) {
        name.set(variable.name());
        type.set(variable.type());
        required.set(variable.required());
        defaultValue.set(variable.defaultValue());
        description.set(variable.description());
    }

    private void look() {
        remark.set(read().defaultFits() ? "" : Messages.text("editor.variable.unfit." + type.get()));
    }

    VariableText read() {
        return new VariableText(name.get(), type.get(), required.get(), defaultValue.get(), description.get());
    }

    void onChange(Runnable changed) {
        name.subscribe((_, _) -> changed.run());
        type.subscribe((_, _) -> changed.run());
        required.subscribe((_, _) -> changed.run());
        defaultValue.subscribe((_, _) -> changed.run());
        description.subscribe((_, _) -> changed.run());
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty typeProperty() {
        return type;
    }

    public BooleanProperty requiredProperty() {
        return required;
    }

    public StringProperty defaultValueProperty() {
        return defaultValue;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    /// Why the default is not of the type; empty when it is.
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }
}
