package stemma.ui.editor;

import java.util.List;
import javafx.collections.ObservableList;
import stemma.draft.DraftText.MessageText;
import stemma.template.VariableCheck;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;

/// What an author does to messages, variables and examples. What takes text away can be taken back from a notice.
public record ContentActs(ContentFields fields, Notices notices) {

    public MessageFields addMessage() {
        return fields.addMessage();
    }

    public MessageFields duplicate(MessageFields message) {
        int number = fields.messages().indexOf(message) + 1;
        MessageFields copy = fields.duplicate(message);
        MessageText copied = copy.read();
        notices.done(
                Messages.text("editor.duplicated", number, copied.role()),
                Messages.text("editor.undo"),
                () -> takeBack(copy, copied));
        return copy;
    }

    /// A copy that was written in since comes back by another undo.
    private void takeBack(MessageFields copy, MessageText copied) {
        if (copy.read().equals(copied)) {
            fields.messages().remove(copy);
        } else {
            remove(copy);
        }
    }

    /// Moves a message, variable or example up.
    public <F> void up(ObservableList<F> rows, F row) {
        fields.move(rows, row, -1);
    }

    /// Moves a message, variable or example down.
    public <F> void down(ObservableList<F> rows, F row) {
        fields.move(rows, row, 1);
    }

    public void remove(MessageFields message) {
        int number = fields.messages().indexOf(message) + 1;
        remove(
                fields.messages(),
                message,
                message.textProperty().get().isBlank(),
                Messages.text("editor.removed.message", number, message.roleProperty().get()));
    }

    public void remove(VariableFields variable) {
        String name = variable.nameProperty().get();
        remove(fields.variables(), variable, name.isBlank(), Messages.text("editor.removed.variable", name));
    }

    public void remove(ExampleFields example) {
        int number = fields.examples().indexOf(example) + 1;
        boolean isBlank = example.outputProperty().get().isBlank()
                && example.input().textProperty().get().isBlank();
        remove(fields.examples(), example, isBlank, Messages.text("editor.removed.example", number));
    }

    private <F> void remove(ObservableList<F> rows, F row, boolean isBlank, String told) {
        int index = rows.indexOf(row);
        if (index < 0) {
            return;
        }
        rows.remove(index);
        if (!isBlank) {
            notices.taken(
                    told,
                    Messages.text("editor.undo"),
                    () -> rows.add(Math.min(index, rows.size()), row));
        }
    }

    /// Adds a variable whose name is to be typed.
    public VariableFields addVariable() {
        return fields.addVariable("");
    }

    /// Declares a variable that the text uses.
    public VariableFields declare(String name) {
        return fields.addVariable(name);
    }

    /// Declares every variable that the text certainly uses and nothing declares.
    public void declareAll(VariableCheck check) {
        check.undeclared().forEach(finding -> declare(finding.name()));
    }

    public ExampleFields addExample() {
        return fields.addExample();
    }

    public void toChat() {
        if (fields.plainProperty().get()) {
            fields.toChat();
        }
    }

    /// Joins the messages of a chat into one plain text.
    public void toPlain() {
        if (fields.plainProperty().get()) {
            return;
        }
        List<MessageText> before =
                fields.messages().stream().map(MessageFields::read).toList();
        fields.toPlain();
        if (before.size() > 1) {
            notices.done(
                    Messages.text("editor.joined", before.size()),
                    Messages.text("editor.undo"),
                    () -> fields.showMessages(before));
        }
    }
}
