package stemma.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.draft.Draft;
import stemma.draft.DraftText;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.template.TemplateCheck;
import stemma.template.VariableCheck;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Notices.Notice;
import stemma.ui.common.TaskSlot;

/// One open prompt: what its author edits, the version the edits are based on, and the draft file that follows every
/// change. An older version can be looked at meanwhile. There is one editor a prompt at most. Used on the FX thread
/// only.
public final class EditorModel {
    private final PromptId prompt;
    private final EditorContext context;
    private final DraftKeeper keeper;
    private final Checks checks;
    private final TaskSlot loading;
    private final Viewing viewing;
    private final ContentFields edited = ContentFields.editable(DraftText.of(Content.plain("")), this::changed);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper(this, "savable");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ObservableList<Banner> banners = FXCollections.observableArrayList();
    private Situation situation = Situation.START;
    private Optional<DraftText> baseText = Optional.empty();
    private Optional<Notice> refusal = Optional.empty();
    private boolean closed;

    public EditorModel(PromptId prompt, EditorContext context) {
        this.prompt = prompt;
        this.context = context;
        this.keeper = new DraftKeeper(prompt, context.registry().drafts(), context.tasks());
        this.loading = new TaskSlot(context.tasks());
        this.viewing = new Viewing(prompt, context, edited, this::viewedOther);
        this.checks = new Checks(() -> viewing.shownProperty().get().read(), context.tasks());
        savable.bind(Bindings.createBooleanBinding(
                () -> ready.get() && dirty.get() && viewedProperty().get().isEmpty(), ready, dirty, viewedProperty()));
        keeper.stateProperty().subscribe((_, _) -> tell());
        checks.problemsProperty().subscribe(problems -> {
            if (problems.isEmpty()) {
                endRefusal();
            }
        });
    }

    /// Shows the newest version, or the draft that was left.
    public void open() {
        loading.run(
                Messages.text("editor.task.open", prompt),
                _ -> Opened.read(context.registry(), prompt),
                this::opened,
                this::notOpened);
    }

    /// Begins a prompt that is not in the store yet: a draft without base.
    public void openNew(Content initial) {
        setBase(Optional.empty());
        edited.show(DraftText.of(initial));
        ready.set(true);
        changed();
    }

    private void opened(Opened opened) {
        if (opened.isNothing()) {
            situation = situation.withFailure(Messages.text("editor.notFound", prompt));
            tell();
            return;
        }
        opened.damagedDraft()
                .ifPresent(detail -> context.notices().error(Messages.text("editor.damagedDraft", prompt), detail));
        situation = Situation.START.withNewest(opened.newest());
        setBase(opened.base());
        DraftText text = opened.draft().map(Draft::text).or(() -> baseText).orElseThrow();
        edited.show(text);
        ready.set(true);
        dirty.set(!baseText.equals(Optional.of(text)));
        opened.draft().ifPresent(keeper::found);
        if (dirty.get()) {
            situation = situation.withRestored(opened.draft());
        } else if (opened.draft().isPresent()) {
            keeper.drop();
        }
        tell();
        checks.now();
    }

    private void notOpened(Exception cause) {
        situation = situation.withFailure(Notices.explain(cause));
        tell();
    }

    private void setBase(Optional<Version> version) {
        situation = situation.withBase(version);
        baseText = version.map(base -> DraftText.of(base.content()));
    }

    /// Runs after each change of the edited fields.
    private void changed() {
        if (closed || !ready.get()) {
            return;
        }
        DraftText text = edited.read();
        dirty.set(!baseText.equals(Optional.of(text)));
        if (dirty.get()) {
            keeper.keep(draft(text));
        } else if (!(keeper.stateProperty().get() instanceof DraftState.None)) {
            keeper.drop();
        }
        if (!dirty.get() && situation.hasDraftMarks()) {
            situation = situation.withoutDraftMarks();
            tell();
        }
        checks.soon();
    }

    /// Brings status and banners up to date.
    private void tell() {
        Telling telling = new Telling(this, situation, context.times());
        status.set(telling.status(status.get()));
        List<Banner> wanted = telling.banners();
        if (!Banner.lookAlike(wanted, banners)) {
            banners.setAll(wanted);
        }
    }

    /// Looks whether the store holds something newer. Without edits it is shown; otherwise a banner offers it.
    public void refresh() {
        if (!ready.get()) {
            return;
        }
        loading.run(
                Messages.text("editor.task.open", prompt),
                _ -> Opened.newest(context.registry(), prompt),
                this::refreshed,
                cause -> context.notices().error(Messages.text("editor.notRefreshed", prompt), cause));
    }

    private void refreshed(Optional<Version> newest) {
        if (closed) {
            return;
        }
        Optional<Version> before = situation.newest();
        situation = situation.withNewest(newest);
        if (newest.isEmpty()) {
            vanished(before.isPresent());
        } else if (!dirty.get() || holdsWhatIsEdited(newest.get())) {
            follow(newest.get());
        }
        tell();
    }

    private void vanished(boolean wasThere) {
        if (!wasThere) {
            return;
        }
        if (!dirty.get()) {
            context.host().close(this);
            return;
        }
        setBase(Optional.empty());
        situation = situation.withoutDraftMarks().withDeleted();
        changed();
    }

    private boolean holdsWhatIsEdited(Version version) {
        DraftText text = edited.read();
        return text.equals(DraftText.of(version.content()))
                || text.problems().isEmpty() && text.toContent().equals(version.content());
    }

    private void follow(Version version) {
        setBase(Optional.of(version));
        situation = situation.withoutDraftMarks();
        edited.show(baseText.orElseThrow());
    }

    /// Shows a version that cannot be edited, until [#backToEditing()]. What is being edited stays as it is.
    public void view(VersionLabel label) {
        if (!dirty.get() && situation.newestLabel().equals(Optional.of(label))) {
            backToEditing();
            return;
        }
        viewing.view(label);
    }

    /// Shows what is being edited again.
    public void backToEditing() {
        viewing.back();
    }

    private void viewedOther() {
        situation = situation.withViewed(viewedProperty().get());
        tell();
        checks.now();
    }

    /// Edits: puts another content in the place of what is edited, as a compare does that takes a change over. Does so
    /// only where the edits are shown and are still what the other content was made from, so that nothing typed
    /// meanwhile is lost.
    ///
    /// @param expected what is edited, as the caller last saw it
    /// @param next what is edited afterwards
    /// @return whether that was done; otherwise nothing changed
    public boolean take(Content expected, Content next) {
        if (closed || !ready.get() || viewedProperty().get().isPresent() || !isEdited(expected)) {
            return false;
        }
        edited.show(DraftText.of(next));
        tell();
        return true;
    }

    private boolean isEdited(Content content) {
        try {
            return content().equals(content);
        } catch (IllegalArgumentException e) {
            // What is half typed is no content yet.
            return false;
        }
    }

    /// Makes the viewed version the draft, on top of the newest one.
    public void editFromHere() {
        Version version = viewedProperty().get().orElse(null);
        if (version == null || !ready.get()) {
            return;
        }
        boolean replaces = dirty.get();
        if (replaces
                && !context.dialogs()
                        .confirm(
                                Messages.text("editor.replace.title"),
                                Messages.text("editor.replace.text", version.label()),
                                Messages.text("editor.replace.act"))) {
            return;
        }
        Runnable restore = restoring();
        backToEditing();
        setBase(situation.newest());
        situation = situation.withoutDraftMarks();
        edited.show(DraftText.of(version.content()));
        tell();
        if (replaces) {
            context.notices()
                    .done(
                            Messages.text("editor.replaced", version.label()),
                            Messages.text("editor.restore"),
                            restore);
        }
    }

    /// Brings back what is edited now, and its base; also when the editor is closed by then.
    private Runnable restoring() {
        Draft draft = draft(edited.read());
        Optional<Version> base = situation.base();
        return () -> {
            if (closed) {
                new Restore(draft, context).run();
                return;
            }
            setBase(base);
            edited.show(draft.text());
            tell();
        };
    }

    private Draft draft(DraftText text) {
        return new Draft(
                prompt, situation.baseLabel(), text, context.times().clock().instant());
    }

    /// Throws the edits away, after asking; they can be brought back from the notice.
    public void discard() {
        if (!ready.get()
                || !dirty.get()
                || !context.dialogs()
                        .confirm(
                                Messages.text("editor.discard.title"),
                                Messages.text("editor.discard.text", prompt),
                                Messages.text("editor.discard.act"))) {
            return;
        }
        Runnable restore = restoring();
        if (situation.newest().isPresent()) {
            follow(situation.newest().get());
            tell();
        } else {
            keeper.drop();
            if (!close()) {
                return;
            }
            dirty.set(false);
            context.host().close(this);
        }
        context.notices()
                .taken(Messages.text("editor.discarded", prompt), Messages.text("editor.restore"), restore);
    }

    /// Carries the edits over to the newest version.
    public void rebase() {
        if (!situation.isBehind()) {
            return;
        }
        Version newest = situation.newest().orElseThrow();
        DraftText theirs = DraftText.of(newest.content());
        DraftText mine = edited.read();
        // Where the base is gone, everything in the draft is the author's, and stands.
        Rebase rebase = Rebase.of(baseText.orElse(DraftText.of(Content.plain(""))), theirs, mine);
        Runnable restore = restoring();
        setBase(Optional.of(newest));
        situation = situation.withClashes(rebase.clashes());
        edited.show(rebase.text());
        tell();
        context.notices()
                .done(Messages.text("editor.rebased", newest.label()), Messages.text("editor.undo"), restore);
    }

    /// Whether the store takes new versions.
    public boolean canSave() {
        return context.registry().store().can(Capability.APPEND);
    }

    /// Opens the save dialog, or says what keeps the content from being saved.
    public void save() {
        if (!savable.get()) {
            return;
        }
        List<DraftText.Problem> problems = edited.read().problems();
        if (problems.isEmpty()) {
            context.host().save(this);
        } else {
            endRefusal();
            refusal = Optional.of(context.notices()
                    .error(Messages.text("editor.notSavable", prompt), FieldNames.lines(problems)));
        }
    }

    /// What was said of problems holds no more without them.
    private void endRefusal() {
        refusal.ifPresent(context.notices()::dismiss);
        refusal = Optional.empty();
    }

    /// Tells that what is edited was saved; the draft has served.
    public void saved(Version version) {
        boolean whole = holdsWhatIsEdited(version);
        situation = situation.withNewest(Optional.of(version));
        if (whole) {
            follow(version);
        } else {
            setBase(Optional.of(version));
            changed();
        }
        tell();
    }

    void compareWithNewest() {
        situation.newestLabel().ifPresent(label -> context.host().compare(this, label));
    }

    void dismissMarks() {
        situation = situation.withoutDraftMarks();
        tell();
    }

    /// Puts the last keystroke into the draft file before it returns.
    ///
    /// @return false when that failed; the reason is shown
    public boolean flush() {
        return closed || !ready.get() || keeper.flush();
    }

    /// Ends the editing when the last keystroke is in the draft file. Otherwise the editor goes on, and goes on trying
    /// to write, until it is closed again or given up with [#abandon()]; whoever lets go of it without one of the two
    /// leaves a writer behind that can replace a later draft of the same prompt.
    ///
    /// @return false when the last changes could not be kept; nothing is closed then
    public boolean close() {
        if (!flush()) {
            return false;
        }
        end();
        return true;
    }

    /// Ends the editing whatever happens: tries to keep the last keystroke once more, and writes nothing afterwards.
    /// For an editor that goes away in any case, such as one whose tab is gone.
    public void abandon() {
        if (!closed) {
            flush();
            end();
        }
    }

    private void end() {
        closed = true;
        endRefusal();
        loading.cancel();
        viewing.stop();
        keeper.stop();
    }

    public PromptId prompt() {
        return prompt;
    }

    /// The version that the edits are based on; empty for a prompt that was never saved.
    public Optional<Version> base() {
        return situation.base();
    }

    /// What is edited, as it would be saved.
    ///
    /// @throws IllegalArgumentException when it has problems
    public Content content() {
        return edited.read().toContent();
    }

    /// What the screen shows: the edited fields, or those of a version that is viewed.
    public ReadOnlyObjectProperty<ContentFields> shownProperty() {
        return viewing.shownProperty();
    }

    /// The version that is viewed instead of the edits.
    public ReadOnlyObjectProperty<Optional<Version>> viewedProperty() {
        return viewing.versionProperty();
    }

    /// Whether the prompt is loaded.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// Whether the edits differ from their base.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Whether there is anything to save.
    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    /// What keeps the edits from being saved, a line each; empty for nothing.
    public ObservableValue<String> problemsProperty() {
        return checks.problemsProperty().map(FieldNames::lines);
    }

    /// Whether a field of the draft, such as `examples`, keeps it from being saved.
    ObservableValue<Boolean> hasProblemIn(String field) {
        return checks.problemsProperty()
                .map(problems -> problems.stream().anyMatch(problem -> problem.field().equals(field)));
    }

    /// How the variables of what is shown fit its text.
    public ReadOnlyObjectProperty<VariableCheck> variablesProperty() {
        return checks.variablesProperty();
    }

    /// What an engine would stumble over in the text that is shown.
    public ReadOnlyObjectProperty<TemplateCheck> templateProperty() {
        return checks.templateProperty();
    }

    /// Base and draft in a few words.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ObservableList<Banner> banners() {
        return banners;
    }

    /// What is done to the rows of what is edited.
    public ContentActs acts() {
        return new ContentActs(edited, context.notices());
    }

    boolean isDirty() {
        return dirty.get();
    }

    DraftState draftState() {
        return keeper.stateProperty().get();
    }
}
