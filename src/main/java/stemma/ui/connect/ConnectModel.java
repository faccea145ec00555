package stemma.ui.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import stemma.keychain.Keychain;
import stemma.keychain.StoreSecrets;
import stemma.settings.Connection;
import stemma.settings.Connection.SecretPlace;
import stemma.settings.Connections;
import stemma.store.DriverOption;
import stemma.store.Health;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// The remembered stores and the form of the one that is chosen. What is typed is remembered when it is saved, not
/// before; until then it stays in the form, also while another is chosen. Used on the FX thread only.
public final class ConnectModel {
    private static final String FIRST_SCHEME = "file";

    private final Connections connections;
    private final Stores stores;
    private final Keychain keychain;
    private final Secrets asked;
    private final Tasks tasks;
    private final TaskSlot testing;
    private final ObservableList<Connection> list = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Connection>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ConnectionForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, ConnectionForm> forms = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
    private Subscription edits = Subscription.EMPTY;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /// How a store answered.
    private sealed interface Answer {
        /// There is nothing yet.
        record Missing(Path place) implements Answer {}

        record Found(Statistics count, Health health) implements Answer {}
    }

    /// @param asked asks the author for a secret
    public ConnectModel(
            Connections connections, Stores stores, Keychain keychain, Secrets asked, Tasks tasks) {
        this.connections = connections;
        this.stores = stores;
        this.keychain = keychain;
        this.asked = asked;
        this.tasks = tasks;
        this.testing = new TaskSlot(tasks);
        list.setAll(connections.all());
        chosen.subscribe(connection -> {
            testing.cancel();
            busy.set(false);
            failed.set(false);
            outcome.set("");
            form.set(connection.flatMap(this::formOf));
        });
        form.subscribe(shown -> {
            edits.unsubscribe();
            edits = shown.map(editable -> editable.onEdit(this::takeBackFailure)).orElse(Subscription.EMPTY);
        });
        chosen.set(list.stream().findFirst());
    }

    /// What was wrong with the form need not be wrong with what it says now.
    private void takeBackFailure() {
        if (failed.get()) {
            failed.set(false);
            outcome.set("");
        }
    }

    private Optional<ConnectionForm> formOf(Connection connection) {
        Optional<ConnectionForm> begun = Optional.ofNullable(forms.get(connection.id()));
        return begun.isPresent() ? begun : newForm(connection);
    }

    private Optional<ConnectionForm> newForm(Connection connection) {
        try {
            StoreUri uri = StoreUri.parse(connection.address());
            Optional<ConnectionForm> known = driver(uri.scheme()).map(driver ->
                    ConnectionForm.of(connection, uri, driver, stores.options(driver)));
            if (known.isEmpty()) {
                fail(Messages.text("connect.problem.kind", uri.scheme()));
            }
            known.ifPresent(made -> forms.put(connection.id(), made));
            return known;
        } catch (IllegalArgumentException e) {
            fail(Notices.explain(e));
            return Optional.empty();
        }
    }

    private Optional<StoreDriver> driver(String scheme) {
        return stores.drivers().stream()
                .filter(driver -> driver.scheme().equals(scheme))
                .findFirst();
    }

    private void fail(String problem) {
        failed.set(true);
        outcome.set(problem);
    }

    /// Chooses a connection that waits to be filled in, and adds one if there is none.
    public void add() {
        Connection fresh = Connection.create(Messages.text("connect.new"), FIRST_SCHEME + ":");
        list.stream()
                .filter(known -> isBlank(known, fresh))
                .findFirst()
                .ifPresentOrElse(known -> chosen.set(Optional.of(known)), () -> add(fresh));
    }

    private boolean isBlank(Connection known, Connection fresh) {
        ConnectionForm begun = forms.get(known.id());
        return known.name().equals(fresh.name())
                && known.address().equals(fresh.address())
                && (begun == null || !begun.isEdited());
    }

    void add(Connection connection) {
        list.add(connection);
        chosen.set(Optional.of(connection));
    }

    /// Adds a copy of the chosen connection. Its secrets stay with the original.
    void duplicate() {
        chosen.get().ifPresent(original -> {
            Connection fresh =
                    Connection.create(Messages.text("connect.copy", original.name()), original.address());
            add(new Connection(
                    fresh.id(), fresh.name(), fresh.address(), original.colour(), original.isPinned(), Map.of()));
        });
    }

    /// Forgets the chosen connection and its secrets. The store itself is not touched.
    void remove() {
        chosen.get().ifPresent(connection -> {
            int at = list.indexOf(connection);
            list.remove(connection);
            forms.remove(connection.id());
            keepList();
            forgetSecrets(connection, connection.secrets().keySet());
            chosen.set(list.isEmpty() ? Optional.empty() : Optional.of(list.get(Math.min(at, list.size() - 1))));
        });
    }

    /// Moves the chosen connection up or down the list.
    ///
    /// @param step -1 for up, 1 for down
    void move(int step) {
        chosen.get().ifPresent(connection -> {
            int from = list.indexOf(connection);
            int to = from + step;
            if (from >= 0 && to >= 0 && to < list.size()) {
                list.remove(from);
                list.add(to, connection);
                keepList();
                chosen.set(Optional.of(connection));
            }
        });
    }

    /// Those that were never saved are not remembered.
    private void keepList() {
        Set<String> known = new HashSet<>();
        connections.all().forEach(connection -> known.add(connection.id()));
        connections.setAll(list.stream()
                .filter(connection -> known.contains(connection.id()))
                .toList());
    }

    /// Makes the store one of another kind.
    void choose(StoreDriver driver) {
        form.get()
                .filter(now -> !now.driver().scheme().equals(driver.scheme()))
                .ifPresent(now -> {
                    ConnectionForm other = now.withDriver(driver, stores.options(driver));
                    chosen.get().ifPresent(connection -> forms.put(connection.id(), other));
                    form.set(Optional.of(other));
                });
    }

    /// The names of the stores of which something that was typed is not saved.
    List<String> unsaved() {
        return forms.values().stream()
                .filter(ConnectionForm::isEdited)
                .map(edited -> edited.nameProperty().get())
                .toList();
    }

    /// Opens the store as the form describes it, looks into it and closes it again. One that is not there is not made.
    void test() {
        ConnectionForm tested = form.get().orElse(null);
        if (tested == null || !check(tested)) {
            return;
        }
        StoreUri uri = tested.address();
        Map<String, Secret> typed = tested.typedSecrets();
        Connection draft = tested.connection(uri);
        Secrets secrets = (store, option) -> Optional.ofNullable(typed.get(option))
                .or(() -> StoreSecrets.of(draft, keychain, asked).find(store, option));
        busy.set(true);
        failed.set(false);
        outcome.set(Messages.text("connect.testing"));
        testing.run(
                Messages.text("connect.testing"),
                _ -> {
                    Optional<Path> missing = stores.missing(uri);
                    if (missing.isPresent() && DriverOption.READ_ONLY.isOn(uri)) {
                        return new Answer.Missing(missing.get());
                    }
                    try (Store store = stores.withSecrets(secrets).openWithoutMaking(uri)) {
                        return missing.isPresent()
                                ? new Answer.Missing(missing.get())
                                : new Answer.Found(store.count(), store.check());
                    }
                },
                answer -> {
                    busy.set(false);
                    outcome.set(
                            switch (answer) {
                                case Answer.Missing(Path place) -> missing(tested, place);
                                case Answer.Found found -> counted(found);
                            });
                },
                cause -> {
                    busy.set(false);
                    fail(Notices.explain(cause));
                });
    }

    private static String missing(ConnectionForm tested, Path place) {
        if (tested.readOnlyProperty().get()) {
            return Messages.text("connect.missing.readOnly", place);
        }
        return Messages.text(
                tested.driver().isMadeByOpening() ? "connect.missing.opening" : "connect.missing.saving", place);
    }

    private static String counted(Answer.Found answer) {
        String counted = Messages.text(
                answer.health().writable() ? "connect.works" : "connect.works.readOnly",
                answer.count().prompts(),
                answer.count().versions());
        return answer.health().isSound()
                ? counted
                : counted + " "
                        + Messages.text(
                                "connect.works.problems", answer.health().problems().size());
    }

    private boolean check(ConnectionForm wanted) {
        Optional<String> problem = wanted.problem();
        if (problem.isPresent()) {
            fail(problem.get());
            return false;
        }
        try {
            stores.refuseSecrets(wanted.address());
            return true;
        } catch (StoreException | IllegalArgumentException e) {
            fail(Notices.explain(e));
            return false;
        }
    }

    /// Remembers what the form says, and its secrets where it says.
    ///
    /// @param onSaved gets the connection
    void save(Consumer<Connection> onSaved) {
        ConnectionForm saved = form.get().orElse(null);
        Connection before = chosen.get().orElse(null);
        if (saved == null || before == null || !check(saved)) {
            return;
        }
        StoreUri address;
        try {
            address = stores.resolve(saved.address());
        } catch (IllegalArgumentException e) {
            fail(Notices.explain(e));
            return;
        }
        Connection connection = saved.connection(address);
        if (list.stream().anyMatch(other -> !other.id().equals(connection.id())
                && other.address().equals(connection.address()))) {
            fail(Messages.text("connect.problem.same"));
            return;
        }
        Map<String, Secret> typed = saved.typedSecrets();
        if (typed.isEmpty()) {
            remember(before, connection);
            onSaved.accept(connection);
            return;
        }
        busy.set(true);
        tasks.run(
                Messages.text("connect.keeping"),
                _ -> {
                    typed.forEach((option, secret) -> keychain.keep(StoreSecrets.name(connection, option), secret));
                    return connection;
                },
                _ -> {
                    busy.set(false);
                    remember(before, connection);
                    onSaved.accept(connection);
                },
                cause -> {
                    busy.set(false);
                    fail(Messages.text("connect.problem.keychain", Notices.explain(cause)));
                });
    }

    private void remember(Connection before, Connection connection) {
        list.set(list.indexOf(before), connection);
        forms.remove(connection.id());
        List<Connection> remembered = new ArrayList<>(connections.all());
        remembered.removeIf(known -> known.id().equals(connection.id()));
        remembered.add(connection);
        connections.setAll(list.stream().filter(remembered::contains).toList());
        Set<String> gone = new HashSet<>(before.secrets().keySet());
        gone.removeIf(option -> connection.secrets().get(option) == SecretPlace.KEYCHAIN);
        forgetSecrets(before, gone);
        chosen.set(Optional.of(connection));
        if (!forms.containsKey(connection.id())) {
            form.set(formOf(connection));
        }
        failed.set(false);
        outcome.set(Messages.text("connect.saved"));
    }

    private void forgetSecrets(Connection connection, Set<String> options) {
        List<String> names = options.stream()
                .filter(option -> connection.secrets().get(option) == SecretPlace.KEYCHAIN)
                .map(option -> StoreSecrets.name(connection, option))
                .toList();
        if (!names.isEmpty()) {
            tasks.run(
                    Messages.text("connect.keeping"),
                    _ -> {
                        names.forEach(keychain::forget);
                        return names.size();
                    },
                    _ -> {},
                    cause -> fail(Messages.text("connect.problem.keychain", Notices.explain(cause))));
        }
    }

    /// Every kind of store, by its title.
    List<StoreDriver> drivers() {
        return stores.drivers().stream()
                .sorted((one, other) -> Sentences.title(one.title()).compareToIgnoreCase(Sentences.title(other.title())))
                .toList();
    }

    ObservableList<Connection> list() {
        return list;
    }

    ObjectProperty<Optional<Connection>> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<ConnectionForm>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// What testing or saving brought; empty when there is nothing to say.
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether [#outcomeProperty()] tells of something that went wrong.
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
