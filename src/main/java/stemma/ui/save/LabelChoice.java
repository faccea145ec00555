package stemma.ui.save;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import stemma.prompt.VersionLabel;
import stemma.prompt.VersionLabel.Step;
import stemma.ui.common.Messages;

/// The label of the version to be: a step from the one before, or the author's own. Used on the FX thread only.
public final class LabelChoice {
    private final ReadOnlyObjectWrapper<Suggestion> suggestion = new ReadOnlyObjectWrapper<>(Suggestion.NONE);
    private final ObjectProperty<Optional<Step>> step = new SimpleObjectProperty<>(this, "step", Optional.empty());
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final ObservableValue<String> problem = Bindings.createStringBinding(this::check, suggestion, step, own);
    private final ObservableValue<Optional<VersionLabel>> label =
            Bindings.createObjectBinding(this::label, suggestion, step, own);

    /// Takes a suggestion. An own label that the author typed stays.
    void suggest(Suggestion newSuggestion) {
        boolean isOwn = step.get().isEmpty() && !own.get().isEmpty() && !suggestion.get().isFirst();
        suggestion.set(newSuggestion);
        if (newSuggestion.isFirst()) {
            step.set(Optional.empty());
            if (own.get().isEmpty()) {
                own.set(VersionLabel.FIRST.value());
            }
        } else if (!isOwn) {
            step.set(Optional.of(newSuggestion.counts() ? Step.PATCH : newSuggestion.step()));
        }
    }

    private String check() {
        if (step.get().isPresent()) {
            return "";
        }
        String text = own.get().strip();
        if (text.isEmpty()) {
            return Messages.text("save.label.empty");
        }
        if (!VersionLabel.isValid(text)) {
            return Messages.text("save.label.invalid");
        }
        return suggestion.get().used().contains(new VersionLabel(text)) ? Messages.text("save.label.used", text) : "";
    }

    private Optional<VersionLabel> label() {
        if (step.get().isPresent()) {
            return Optional.ofNullable(suggestion.get().next().get(step.get().get()));
        }
        return check().isEmpty() ? Optional.of(new VersionLabel(own.get().strip())) : Optional.empty();
    }

    /// How far the new version goes; empty for a label of the author's own.
    public ObjectProperty<Optional<Step>> stepProperty() {
        return step;
    }

    /// The author's own label.
    public StringProperty ownProperty() {
        return own;
    }

    /// What is wrong with the author's own label; empty for nothing.
    public ObservableValue<String> problemProperty() {
        return problem;
    }

    /// The label as chosen; empty while it will not do.
    public ObservableValue<Optional<VersionLabel>> labelProperty() {
        return label;
    }

    /// Why the suggested step is suggested; empty for a first version.
    public ObservableValue<String> reasonProperty() {
        return suggestion.map(Suggestion::reason);
    }

    ReadOnlyObjectProperty<Suggestion> suggestionProperty() {
        return suggestion.getReadOnlyProperty();
    }
}
