package stemma.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.draft.DraftText;
import stemma.draft.DraftText.ExampleText;
import stemma.draft.DraftText.MessageText;
import stemma.draft.DraftText.VariableText;
import stemma.prompt.Message;

/// A content as fields that screens bind to. A change of one field touches no other, so that a long chat stays quick.
/// Used on the FX thread only.
public final class ContentFields {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty description = new SimpleStringProperty(this, "description", "");
    private final StringProperty syntax = new SimpleStringProperty(this, "syntax", "");
    private final ObservableList<MessageFields> messages = FXCollections.observableArrayList();
    private final ObservableList<VariableFields> variables = FXCollections.observableArrayList();
    private final ObservableList<ExampleFields> examples = FXCollections.observableArrayList();
    private final JsonField config = new JsonField();
    private final JsonField metadata = new JsonField();
    private final ReadOnlyBooleanWrapper plain = new ReadOnlyBooleanWrapper(this, "plain");
    private final boolean editable;
    private final Runnable onChange;
    private boolean quiet;
    private List<MessageText> joinedFrom = List.of();

    /// @param onChange called after each change by the author, and once after [#show]
    private ContentFields(DraftText text, boolean editable, Runnable onChange) {
        this.editable = editable;
        this.onChange = onChange;
        title.subscribe((_, _) -> changed());
        description.subscribe((_, _) -> changed());
        syntax.subscribe((_, _) -> changed());
        config.textProperty().subscribe((_, _) -> changed());
        metadata.textProperty().subscribe((_, _) -> changed());
        messages.subscribe(this::changed);
        variables.subscribe(this::changed);
        examples.subscribe(this::changed);
        quiet = true;
        fill(text);
        quiet = false;
    }

    static ContentFields editable(DraftText text, Runnable onChange) {
        return new ContentFields(text, true, onChange);
    }

    static ContentFields readOnly(DraftText text) {
        return new ContentFields(text, false, () -> {});
    }

    private void changed() {
        if (!quiet) {
            plain.set(plain.get() && isOneTextWithoutRole());
            onChange.run();
        }
    }

    /// A chat whose only role is being typed anew looks the same, and stays a chat.
    private boolean isOneTextWithoutRole() {
        return messages.size() == 1 && messages.getFirst().roleProperty().get().isEmpty();
    }

    /// Shows another text in the same fields; those that stay as they are do not notice.
    void show(DraftText text) {
        quiet = true;
        try {
            fill(text);
        } finally {
            quiet = false;
        }
        onChange.run();
    }

    private void fill(DraftText text) {
        title.set(text.title());
        description.set(text.description());
        syntax.set(text.syntax());
        config.textProperty().set(text.config());
        metadata.textProperty().set(text.metadata());
        fill(messages, text.messages(), MessageFields::show, this::message);
        fill(variables, text.variables(), VariableFields::show, this::variable);
        fill(examples, text.examples(), ExampleFields::show, this::example);
        plain.set(isOneTextWithoutRole());
    }

    private static <F, T> void fill(List<F> fields, List<T> texts, BiConsumer<F, T> show, Function<T, F> make) {
        if (fields.size() > texts.size()) {
            fields.subList(texts.size(), fields.size()).clear();
        }
        for (int i = 0; i < fields.size(); i++) {
            show.accept(fields.get(i), texts.get(i));
        }
        fields.addAll(texts.subList(fields.size(), texts.size()).stream().map(make).toList());
    }

    private MessageFields message(MessageText text) {
        MessageFields message = new MessageFields(text);
        message.onChange(this::changed);
        return message;
    }

    private VariableFields variable(VariableText text) {
        VariableFields variable = new VariableFields(text);
        variable.onChange(this::changed);
        return variable;
    }

    private ExampleFields example(ExampleText text) {
        ExampleFields example = new ExampleFields(text);
        example.onChange(this::changed);
        return example;
    }

    /// The fields as they stand.
    public DraftText read() {
        return new DraftText(
                title.get(),
                description.get(),
                syntax.get(),
                messages.stream().map(MessageFields::read).toList(),
                variables.stream().map(VariableFields::read).toList(),
                examples.stream().map(ExampleFields::read).toList(),
                config.textProperty().get(),
                metadata.textProperty().get());
    }

    /// Adds a message in the role that is likely next.
    MessageFields addMessage() {
        String last = messages.isEmpty() ? "" : messages.getLast().roleProperty().get();
        String role = messages.isEmpty()
                ? Message.SYSTEM
                : last.equals(Message.USER) ? Message.ASSISTANT : Message.USER;
        MessageFields message = message(new MessageText(role, ""));
        messages.add(message);
        return message;
    }

    /// Adds a copy right after a message.
    MessageFields duplicate(MessageFields original) {
        MessageFields copy = message(original.read());
        messages.add(messages.indexOf(original) + 1, copy);
        return copy;
    }

    VariableFields addVariable(String name) {
        VariableFields variable = variable(new VariableText(name, "string", true, "", ""));
        variables.add(variable);
        return variable;
    }

    ExampleFields addExample() {
        ExampleFields example = example(new ExampleText("", ""));
        examples.add(example);
        return example;
    }

    /// Moves a row by a number of places; stays within the list.
    <F> void move(ObservableList<F> rows, F row, int by) {
        int from = rows.indexOf(row);
        int to = Math.clamp((long) from + by, 0, rows.size() - 1);
        if (from < 0 || from == to) {
            return;
        }
        List<F> moved = new ArrayList<>(rows);
        moved.remove(from);
        moved.add(to, row);
        rows.setAll(moved);
    }

    /// Makes a plain prompt a chat; one that was a chat before and was not changed since gets its messages back.
    void toChat() {
        String text = messages.isEmpty() ? "" : messages.getFirst().textProperty().get();
        List<MessageText> chat =
                !joinedFrom.isEmpty() && text.equals(joined(joinedFrom))
                        ? joinedFrom
                        : List.of(new MessageText(Message.USER, text));
        showMessages(chat);
    }

    /// Makes a chat one plain text: its messages, an empty line between each.
    void toPlain() {
        joinedFrom = messages.stream().map(MessageFields::read).toList();
        showMessages(List.of(new MessageText("", joined(joinedFrom))));
    }

    void showMessages(List<MessageText> texts) {
        quiet = true;
        fill(messages, texts, MessageFields::show, this::message);
        plain.set(isOneTextWithoutRole());
        quiet = false;
        changed();
    }

    private static String joined(List<MessageText> messages) {
        return String.join("\n\n", messages.stream().map(MessageText::text).toList());
    }

    public boolean isEditable() {
        return editable;
    }

    /// Whether this is one text without roles.
    public ReadOnlyBooleanProperty plainProperty() {
        return plain.getReadOnlyProperty();
    }

    public StringProperty titleProperty() {
        return title;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    /// The id of the template syntax.
    public StringProperty syntaxProperty() {
        return syntax;
    }

    public ObservableList<MessageFields> messages() {
        return messages;
    }

    public ObservableList<VariableFields> variables() {
        return variables;
    }

    public ObservableList<ExampleFields> examples() {
        return examples;
    }

    public JsonField config() {
        return config;
    }

    public JsonField metadata() {
        return metadata;
    }
}
