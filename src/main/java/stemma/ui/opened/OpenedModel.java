package stemma.ui.opened;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.store.Store;
import stemma.transfer.promptfile.PromptFile;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// A prompt file beside the store that it may go into, under an id that the author may change. Used on the FX thread only.
public final class OpenedModel {
    private final Path file;
    private final PromptFile prompt;
    private final Store store;
    private final OpenedHost host;
    private final TaskSlot looking;
    private final StringProperty id = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Version>> newest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper situation = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canImport = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canSave = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

    public OpenedModel(Path file, PromptFile prompt, Store store, Tasks tasks, OpenedHost host) {
        this.file = file;
        this.prompt = prompt;
        this.store = store;
        this.host = host;
        this.looking = new TaskSlot(tasks);
        looking.run(
                Messages.text("opened.looking"),
                _ -> prompt.ids().stream()
                        .filter(each -> store.find(each).isPresent())
                        .findFirst(),
                found -> begin(found.orElse(prompt.ids().getFirst())),
                e -> {
                    begin(prompt.ids().getFirst());
                    say(Notices.explain(e));
                });
    }

    private void begin(PromptId first) {
        id.set(first.value());
        id.subscribe(_ -> look());
    }

    private void look() {
        newest.set(Optional.empty());
        Optional<String> problem = PromptId.problem(id.get()).map(Sentences::say);
        if (problem.isPresent()) {
            looking.cancel();
            say(Messages.text("prompt.id.problem", problem.get()));
            return;
        }
        say("");
        PromptId wanted = new PromptId(id.get());
        looking.run(
                Messages.text("opened.looking"),
                _ -> store.find(wanted).map(summary -> store.get(wanted, summary.head())),
                this::show,
                e -> say(Notices.explain(e)));
    }

    private void say(String text) {
        canImport.set(false);
        canSave.set(false);
        situation.set(text);
    }

    private void show(Optional<Version> found) {
        newest.set(found);
        boolean isSame = found.filter(version -> version.content().equals(prompt.content())).isPresent();
        canImport.set(found.isEmpty());
        canSave.set(found.isPresent() && !isSame);
        situation.set(found.map(version -> Messages.text(
                        isSame ? "opened.same" : "opened.there", version.prompt().value(), version.label()))
                .orElseGet(() -> Messages.text("opened.new")));
    }

    /// Saves the file's content under the chosen id: as the first version of a new prompt, or on top of the newest one.
    public void save() {
        if (canImport.get() || canSave.get()) {
            if (host.save(new PromptId(id.get()), newest.get(), prompt.content())) {
                done.set(true);
            } else {
                look();
            }
        }
    }

    /// Shows what differs between the newest version and the file.
    public void compare() {
        newest.get().ifPresent(host::compare);
    }

    /// What the store is called that it may go into.
    String storeName() {
        return host.storeName();
    }

    Path file() {
        return file;
    }

    PromptFile prompt() {
        return prompt;
    }

    /// What is told about the reading of the file.
    List<String> notes() {
        return prompt.notes().stream().map(Sentences::say).toList();
    }

    /// The id to save it under; empty until the store was asked which of the file's names it knows.
    public StringProperty idProperty() {
        return id;
    }

    /// The newest version of the prompt with that id, if there is one.
    ReadOnlyObjectProperty<Optional<Version>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// What that id means in the store, or what is wrong with it.
    public ReadOnlyStringProperty situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /// Whether it can become a new prompt.
    public ReadOnlyBooleanProperty canImportProperty() {
        return canImport.getReadOnlyProperty();
    }

    /// Whether it can become a new version of the prompt that is there.
    public ReadOnlyBooleanProperty canSaveProperty() {
        return canSave.getReadOnlyProperty();
    }

    /// Whether it was saved.
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
