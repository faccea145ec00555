package stemma.ui.pick;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.registry.Catalogue;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// A choice of a store, a prompt in it and one of its versions. Opens other stores to look into them, and closes them
/// again. Used on the FX thread only.
public final class PickModel implements AutoCloseable {
    private final Tasks tasks;
    private final Store home;
    private final Function<StoreUri, Store> opener;
    private final TaskSlot opening;
    private final TaskSlot reading;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<PromptSummary> prompts = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<PromptId>> prompt = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<VersionInfo> versions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<VersionInfo>> version = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private Optional<Opened> opened = Optional.empty();
    private boolean closed;

    /// A store that can be looked into.
    private record Opened(Store store, Catalogue catalogue, boolean isForeign) {
        void letGo() {
            if (isForeign) {
                store.close();
            }
        }
    }

    /// What was chosen.
    ///
    /// @param store where it is
    /// @param isForeign whether that is another store than the open one
    public record Picked(StoreUri store, boolean isForeign, Version version) {}

    /// @param home the open store
    /// @param opener opens another one; blocks
    /// @param start the prompt that is chosen first, where there is one of that name
    public PickModel(Tasks tasks, Store home, Function<StoreUri, Store> opener, PromptId start) {
        this.tasks = tasks;
        this.home = home;
        this.opener = opener;
        this.opening = new TaskSlot(tasks);
        this.reading = new TaskSlot(tasks);
        prompt.set(Optional.of(start));
        filter.subscribe(this::list);
        prompt.subscribe(this::readVersions);
    }

    /// Looks into a store.
    ///
    /// @param address as an author types it
    public void open(String address) {
        StoreUri uri;
        try {
            uri = StoreUri.parse(address.strip());
        } catch (IllegalArgumentException e) {
            problem.set(Notices.explain(e));
            return;
        }
        boolean isHome = uri.equals(home.uri());
        letGo();
        prompts.clear();
        versions.clear();
        version.set(Optional.empty());
        problem.set("");
        busy.set(true);
        opening.run(
                Messages.text("pick.opening", uri),
                progress -> look(isHome ? home : opener.apply(uri), !isHome, progress),
                this::show,
                this::fail);
    }

    private static Opened look(Store store, boolean isForeign, Tasks.Progress progress) {
        Opened found = new Opened(store, new Catalogue(store), isForeign);
        boolean done = false;
        try {
            found.catalogue().reload(progress::isCancelled);
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            done = true;
            return found;
        } finally {
            if (!done) {
                found.letGo();
            }
        }
    }

    private void show(Opened found) {
        busy.set(false);
        if (closed) {
            letGo(found);
            return;
        }
        opened = Optional.of(found);
        list();
        readVersions();
    }

    private void fail(Exception cause) {
        busy.set(false);
        problem.set(Notices.explain(cause));
    }

    private void list() {
        Set<PromptId> none = Set.of();
        prompts.setAll(opened.map(found -> found.catalogue()
                        .list(
                                new Catalogue.Filter(
                                        Catalogue.Filter.words(filter.get()), Optional.empty(), new TreeSet<>(), none),
                                Catalogue.Order.ID))
                .orElse(List.of()));
    }

    private void readVersions() {
        versions.clear();
        version.set(Optional.empty());
        PromptId wanted = prompt.get().orElse(null);
        if (opened.isEmpty() || wanted == null || opened.get().catalogue().find(wanted).isEmpty()) {
            reading.cancel();
            return;
        }
        Store store = opened.get().store();
        reading.run(
                Messages.text("pick.reading", wanted.value()),
                _ -> store.versions(wanted),
                found -> {
                    versions.setAll(found);
                    version.set(found.stream().findFirst());
                },
                this::fail);
    }

    /// Reads the chosen version.
    ///
    /// @param onDone gets it; not called when it cannot be read, which [#problemProperty()] says then
    public void take(Consumer<Picked> onDone) {
        VersionInfo chosen = version.get().orElse(null);
        if (chosen == null || opened.isEmpty()) {
            return;
        }
        Opened from = opened.get();
        busy.set(true);
        reading.run(
                Messages.text("pick.reading", chosen.prompt().value()),
                _ -> from.store().get(chosen.prompt(), chosen.label()),
                read -> {
                    busy.set(false);
                    onDone.accept(new Picked(from.store().uri(), from.isForeign(), read));
                },
                this::fail);
    }

    private void letGo() {
        opening.cancel();
        reading.cancel();
        opened.ifPresent(this::letGo);
        opened = Optional.empty();
    }

    private void letGo(Opened store) {
        tasks.run(
                Messages.text("pick.closing"),
                _ -> {
                    store.letGo();
                    return store;
                },
                _ -> {},
                this::fail);
    }

    /// Lets the other store go.
    @Override
    public void close() {
        closed = true;
        letGo();
    }

    /// The open store's address.
    String homeAddress() {
        return home.uri().toString();
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObservableList<PromptSummary> prompts() {
        return prompts;
    }

    public ObjectProperty<Optional<PromptId>> promptProperty() {
        return prompt;
    }

    /// The chosen prompt's versions, newest first.
    ObservableList<VersionInfo> versions() {
        return versions;
    }

    public ObjectProperty<Optional<VersionInfo>> versionProperty() {
        return version;
    }

    BooleanBinding canTake() {
        return Bindings.createBooleanBinding(
                () -> version.get().isPresent() && !busy.get(), version, busy);
    }

    /// Why nothing is there to choose from; empty when all is well.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
