package stemma.ui.save;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import stemma.draft.DraftText;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.registry.Saving;
import stemma.store.StoreException;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;

/// Makes edits a version. When somebody saved meanwhile nothing is written: both sides are shown and the author
/// chooses. Used on the FX thread only.
public final class SaveModel {
    private final Edits edits;
    private final Registry registry;
    private final Tasks tasks;
    private final Notices notices;
    private final Times times;
    private final TaskSlot suggesting;
    private final LabelChoice label = new LabelChoice();
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final StringProperty author;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper(this, "savable");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<Optional<Version>> theirs =
            new ReadOnlyObjectWrapper<>(this, "theirs", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Version>> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());

    /// @param author who saves unless the dialog says otherwise
    public SaveModel(
            Edits edits, Registry registry, Tasks tasks, Notices notices, Times times, Supplier<String> author) {
        this.edits = edits;
        this.registry = registry;
        this.tasks = tasks;
        this.notices = notices;
        this.times = times;
        this.suggesting = new TaskSlot(tasks);
        this.author = new SimpleStringProperty(this, "author", author.get());
        savable.bind(Bindings.createBooleanBinding(
                () -> !busy.get() && label.labelProperty().getValue().isPresent(), busy, label.labelProperty()));
        suggest();
    }

    /// The version that the new one follows.
    private Optional<Version> against() {
        return theirs.get().or(edits::base);
    }

    private void suggest() {
        Optional<Version> against = against();
        suggesting.run(
                Messages.text("save.task.suggest"),
                _ -> Suggestion.make(registry, edits.prompt(), against, edits.content()),
                label::suggest,
                cause -> problem.set(Notices.explain(cause)));
    }

    /// Saves on top of the base, or of the version that was shown as newer; and only there.
    public void save() {
        if (!savable.get()) {
            return;
        }
        Saving.Request request = new Saving.Request(
                edits.prompt(),
                against().map(Version::label),
                label.labelProperty().getValue().orElseThrow(),
                edits.content(),
                author.get().strip(),
                message.get().strip());
        busy.set(true);
        problem.set("");
        tasks.run(
                Messages.text("save.task.save", edits.prompt()),
                _ -> registry.saving().save(request),
                this::ended,
                this::failed);
    }

    private void ended(Saving.Outcome outcome) {
        busy.set(false);
        switch (outcome) {
            case Saving.Outcome.Saved(var version) -> {
                saved.set(Optional.of(new Version(version, edits.content())));
                notices.done(Messages.text("save.done", version.prompt(), version.label()));
            }
            case Saving.Outcome.HeadMoved(var newest) -> {
                theirs.set(Optional.of(newest));
                suggest();
            }
        }
    }

    private void failed(Exception cause) {
        busy.set(false);
        problem.set(Notices.explain(cause));
        if (cause instanceof StoreException.Conflict) {
            suggest();
        }
    }

    public LabelChoice label() {
        return label;
    }

    /// Why the new version is made; recommended, not required.
    public StringProperty messageProperty() {
        return message;
    }

    public StringProperty authorProperty() {
        return author;
    }

    /// What changes, as a sentence.
    public ObservableValue<String> summaryProperty() {
        return label.suggestionProperty().map(suggestion -> summary(suggestion.summary()));
    }

    private String summary(String changes) {
        if (against().isEmpty()) {
            return Messages.text("save.summary.first", edits.prompt());
        }
        return changes.isEmpty()
                ? Messages.text("save.summary.comparing")
                : Messages.text("save.summary", against().get().label(), changes);
    }

    /// What the button that saves says.
    public ObservableValue<String> actProperty() {
        return Bindings.createStringBinding(this::act, label.labelProperty(), theirs);
    }

    private String act() {
        String version =
                label.labelProperty().getValue().map(VersionLabel::value).orElse("…");
        return theirs.get()
                .map(newer -> Messages.text("save.act.onTop", newer.label(), version))
                .orElse(Messages.text("save.act", version));
    }

    /// What somebody else saved meanwhile; the dialog then asks what to do.
    public ReadOnlyObjectProperty<Optional<Version>> theirsProperty() {
        return theirs.getReadOnlyProperty();
    }

    /// What happened, when somebody else saved meanwhile; otherwise empty.
    public ObservableValue<String> conflictProperty() {
        return theirs.map(newer -> newer.map(this::conflict).orElse(""));
    }

    private String conflict(Version newer) {
        String who = newer.info().author().isEmpty()
                ? Messages.text("save.somebody")
                : newer.info().author();
        return Messages.text(
                "save.conflict", newer.label(), who, times.shortly(newer.info().createdAt()));
    }

    /// The version that was saved, once it is; the dialog is done then.
    public ReadOnlyObjectProperty<Optional<Version>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Whether the button that saves can be pressed.
    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    /// Why saving did not work; empty for nothing. The dialog stays open, and nothing is lost.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public Edits edits() {
        return edits;
    }

    Optional<Content> baseContent() {
        return edits.base().map(Version::content);
    }

    /// The author's messages as one text, to be carried elsewhere.
    public String text() {
        return DraftText.of(edits.content()).messages().stream()
                .map(part -> part.role().isEmpty() ? part.text() : part.role() + ":\n" + part.text())
                .reduce((before, after) -> before + "\n\n" + after)
                .orElse("");
    }
}
