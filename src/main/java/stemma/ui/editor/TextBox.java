package stemma.ui.editor;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.util.Subscription;
import stemma.template.Syntaxes;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;
import stemma.ui.text.PromptTextEditor;

/// The text control bound to one field: what is typed goes to the field, and another value of the field comes to the
/// control as one step that can be undone.
final class TextBox {
    private final StringProperty field;
    private final PromptTextEditor editor;
    private Subscription subscriptions;

    /// @param content whose syntax colours the text
    TextBox(StringProperty field, ContentFields content, TextLook look, Tasks tasks) {
        this.field = field;
        this.editor = new PromptTextEditor(work -> tasks.run(
                Messages.text("editor.task.colour"),
                _ -> {
                    work.run();
                    return true;
                },
                _ -> {},
                _ -> {}));
        editor.editableProperty().set(content.isEditable());
        editor.load(field.get());
        subscriptions = Subscription.combine(
                editor.textProperty().subscribe((_, text) -> field.set(text)),
                field.subscribe((_, text) -> editor.setText(text)),
                content.syntaxProperty().subscribe(id -> editor.setSyntax(Syntaxes.of(id))),
                look.fontSize().subscribe(size -> editor.fontSizeProperty().set(size)),
                look.monospaced().subscribe(is -> editor.monospacedProperty().set(is)),
                look.lineNumbers().subscribe(is -> editor.lineNumbersProperty().set(is)));
    }

    Parent node() {
        return editor.node();
    }

    /// Makes it as tall as its text.
    TextBox growing() {
        editor.growingProperty().set(true);
        return this;
    }

    TextBox named(String accessibleText) {
        editor.accessibleTextProperty().set(accessibleText);
        return this;
    }

    TextBox withPrompt(String promptText) {
        editor.promptTextProperty().set(promptText);
        return this;
    }

    void requestFocus() {
        editor.requestFocus();
    }

    boolean hasCaret() {
        return editor.isTextFocused();
    }

    void act(Consumer<PromptTextEditor> action) {
        action.accept(editor);
    }

    /// With the keyboard, so that what is selected comes into sight.
    void select(int start, int end) {
        editor.requestFocus();
        editor.select(start, end);
    }

    void dispose() {
        field.set(editor.getText());
        subscriptions.unsubscribe();
        subscriptions = Subscription.EMPTY;
        editor.dispose();
    }
}
