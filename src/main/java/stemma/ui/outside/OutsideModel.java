package stemma.ui.outside;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.prompt.Content;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.OutsideEdits.Edit;
import stemma.store.Store;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// The versions that another program changed, one of them chosen, until each is restored or kept.
public final class OutsideModel {
    private final Registry registry;
    private final Tasks tasks;
    private final Supplier<String> author;
    private final TaskSlot reading;
    private final ObservableList<Edit> edits = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Edit>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content>> original = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public OutsideModel(Registry registry, List<Edit> edits, Tasks tasks, Supplier<String> author) {
        this.registry = registry;
        this.tasks = tasks;
        this.author = author;
        this.reading = new TaskSlot(tasks);
        this.edits.setAll(edits);
        chosen.subscribe(this::read);
    }

    private void read(Optional<Edit> edit) {
        original.set(Optional.empty());
        problem.set("");
        edit.ifPresent(wanted -> reading.run(
                Messages.text("prompt.reading"),
                _ -> registry.store().get(wanted.prompt(), wanted.label()).content(),
                content -> original.set(Optional.of(content)),
                e -> problem.set(Notices.explain(e))));
    }

    /// What waits for a decision.
    public ObservableList<Edit> edits() {
        return edits;
    }

    public ObjectProperty<Optional<Edit>> chosenProperty() {
        return chosen;
    }

    /// The content of the version as it was saved; empty while it is read, or when it is lost.
    public ReadOnlyObjectProperty<Optional<Content>> originalProperty() {
        return original.getReadOnlyProperty();
    }

    /// Why the last thing did not work; empty when it did.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether what was found can become a version.
    public boolean canKeep() {
        return chosen.get().flatMap(Edit::found).isPresent();
    }

    /// Puts the original back.
    public void restore() {
        decide(edit -> registry.store().outsideEdits().restore(edit));
    }

    /// Puts the original back and saves what was found as a new version.
    public void keep() {
        decide(edit -> {
            Store store = registry.store();
            VersionLabel head = store.find(edit.prompt()).orElseThrow().head();
            VersionLabel label = registry.saving().suggest(edit.prompt(), head, VersionLabel.Step.PATCH);
            store.outsideEdits()
                    .keep(
                            edit,
                            new NewVersion(
                                    edit.prompt(),
                                    Optional.of(head),
                                    label,
                                    edit.found().orElseThrow(),
                                    author.get(),
                                    Messages.text("outside.keep.message", edit.label().value()),
                                    Set.of(),
                                    Optional.empty()));
        });
    }

    private interface Decision {
        void carryOut(Edit edit);
    }

    private void decide(Decision decision) {
        chosen.get().ifPresent(edit -> tasks.run(
                Messages.text("outside.doing"),
                _ -> {
                    decision.carryOut(edit);
                    return edit;
                },
                done -> {
                    edits.remove(done);
                    chosen.set(edits.stream().findFirst());
                },
                e -> problem.set(Notices.explain(e))));
    }
}
