package stemma.ui.connect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Words;
import stemma.ui.connect.OptionField.SecretSource;

/// The control that an option's kind asks for.
final class OptionControls {
    private OptionControls() {}

    static Node of(OptionField field, Label label, boolean isKept, Dialogs dialogs) {
        return switch (field.option().kind()) {
            case TEXT, NUMBER -> text(field);
            case CHOICE -> choice(field);
            case FLAG -> flag(field);
            case FILE -> withButton(field, () -> dialogs.askFileToOpen(
                            label.getText(), Messages.text("connect.files"), "*")
                    .map(Object::toString));
            case FOLDER -> withButton(field, () -> dialogs.askFolder(label.getText()).map(Object::toString));
            case SECRET -> secret(field, isKept);
        };
    }

    private static TextField text(OptionField field) {
        TextField text = new TextField();
        text.setAccessibleText(field.title());
        text.textProperty().bindBidirectional(field.valueProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        return text;
    }

    private static Node choice(OptionField field) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.option().choices());
        box.setAccessibleText(field.title());
        box.valueProperty().bindBidirectional(field.valueProperty());
        return box;
    }

    private static Node flag(OptionField field) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(field.title());
        box.setSelected(Boolean.parseBoolean(field.valueProperty().get()));
        box.selectedProperty().subscribe((_, on) -> field.valueProperty().set(Boolean.toString(on)));
        return box;
    }

    private interface Chooser {
        Optional<String> choose();
    }

    private static Node withButton(OptionField field, Chooser chooser) {
        Button choose = new Button(Messages.text("connect.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> chooser.choose().ifPresent(field.valueProperty()::set));
        HBox row = new HBox(6, text(field), choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node secret(OptionField field, boolean isKept) {
        ComboBox<SecretSource> source = new ComboBox<>();
        source.getItems().setAll(SecretSource.values());
        source.setConverter(Words.of(
                value -> Messages.text("connect.secret." + value.name().toLowerCase(Locale.ROOT))));
        source.valueProperty().bindBidirectional(field.sourceProperty());
        source.setAccessibleText(Messages.text("connect.secret", field.title()));
        // The value means another thing then, and a secret must not show as a variable's name.
        source.valueProperty().subscribe((_, _) -> field.valueProperty().set(""));
        PasswordField secret = new PasswordField();
        secret.setAccessibleText(field.title());
        secret.setPromptText(isKept ? Messages.text("connect.secret.kept") : "");
        secret.textProperty().bindBidirectional(field.valueProperty());
        shownFor(secret, field, SecretSource.KEYCHAIN);
        TextField variable = text(field);
        variable.setAccessibleText(Messages.text("connect.secret.variable"));
        variable.setPromptText(Messages.text("connect.secret.variable.hint"));
        shownFor(variable, field, SecretSource.VARIABLE);
        return new VBox(6, List.of(source, secret, variable).toArray(Node[]::new));
    }

    private static void shownFor(Node node, OptionField field, SecretSource source) {
        Presence.bind(node, Bindings.createBooleanBinding(
                        () -> field.sourceProperty().get() == source, field.sourceProperty()));
    }
}
