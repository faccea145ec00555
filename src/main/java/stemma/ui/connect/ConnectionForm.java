package stemma.ui.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.store.DriverOption;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.ui.common.Messages;
import stemma.ui.connect.OptionField.SecretSource;

/// A connection as it is edited: its fields are those that its driver describes. Used on the FX thread only.
final class ConnectionForm {
    private final Connection edited;
    private final StoreDriver driver;
    private final StringProperty name;
    private final ObjectProperty<Colour> colour;
    private final BooleanProperty pinned;
    private final BooleanProperty readOnly = new SimpleBooleanProperty(false);
    private final List<OptionField> fields = new ArrayList<>();
    private List<Object> begun = List.of();

    private ConnectionForm(Connection edited, StoreDriver driver, List<DriverOption> options) {
        this.edited = edited;
        this.driver = driver;
        this.name = new SimpleStringProperty(edited.name());
        this.colour = new SimpleObjectProperty<>(edited.colour());
        this.pinned = new SimpleBooleanProperty(edited.isPinned());
        options.forEach(option -> fields.add(new OptionField(option)));
    }

    /// The form of a connection as it is remembered.
    ///
    /// @param uri its address
    /// @param options what its stores can be told
    static ConnectionForm of(
            Connection connection, StoreUri uri, StoreDriver driver, List<DriverOption> options) {
        ConnectionForm form = new ConnectionForm(connection, driver, options);
        form.readOnly.set(DriverOption.READ_ONLY.isOn(uri));
        for (OptionField field : form.fields) {
            String option = field.option().name();
            if (field.isSecret()) {
                form.showSecret(field, uri);
            } else if (option.equals(DriverOption.LOCATION)) {
                field.valueProperty().set(uri.location());
            } else {
                field.valueProperty()
                        .set(uri.options().getOrDefault(option, field.option().defaultValue()));
            }
        }
        form.begun = form.said();
        return form;
    }

    private void showSecret(OptionField field, StoreUri uri) {
        String option = field.option().name();
        String variable = uri.options().get(option + Secrets.VARIABLE_SUFFIX);
        SecretPlace place = edited.secrets().get(option);
        if (variable != null) {
            field.sourceProperty().set(SecretSource.VARIABLE);
            field.valueProperty().set(variable);
        } else if (place == SecretPlace.KEYCHAIN) {
            field.sourceProperty().set(SecretSource.KEYCHAIN);
        } else if (place == SecretPlace.ASKED) {
            field.sourceProperty().set(SecretSource.ASKED);
        }
    }

    /// The same connection as a store of another kind; what both kinds name alike is kept.
    ConnectionForm withDriver(StoreDriver other, List<DriverOption> options) {
        ConnectionForm form = new ConnectionForm(edited, other, options);
        form.name.set(name.get());
        form.colour.set(colour.get());
        form.pinned.set(pinned.get());
        form.readOnly.set(readOnly.get());
        form.begun = begun;
        for (OptionField field : form.fields) {
            fields.stream()
                    .filter(old -> old.option().name().equals(field.option().name()))
                    .filter(old -> old.option().kind() == field.option().kind())
                    .findFirst()
                    .ifPresent(old -> {
                        field.sourceProperty().set(old.sourceProperty().get());
                        field.valueProperty().set(old.valueProperty().get());
                    });
        }
        return form;
    }

    StoreDriver driver() {
        return driver;
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<Colour> colourProperty() {
        return colour;
    }

    BooleanProperty pinnedProperty() {
        return pinned;
    }

    BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    List<OptionField> fields() {
        return List.copyOf(fields);
    }

    /// Calls whenever something of it was edited.
    Subscription onEdit(Runnable edited) {
        Stream<ObservableValue<?>> own = Stream.of(name, readOnly);
        return Stream.concat(
                        own, fields.stream().flatMap(field -> Stream.of(field.valueProperty(), field.sourceProperty())))
                .map(value -> value.subscribe(edited))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /// Whether it says anything else than what is remembered.
    boolean isEdited() {
        return !said().equals(begun);
    }

    private List<Object> said() {
        Stream<Object> own = Stream.of(driver.scheme(), name.get(), colour.get(), pinned.get(), readOnly.get());
        return Stream.concat(
                        own,
                        fields.stream().flatMap(field ->
                                Stream.of(field.sourceProperty().get(), field.valueProperty().get())))
                .toList();
    }

    /// Whether the keychain has a secret for this option already.
    boolean isKept(OptionField field) {
        return edited.secrets().get(field.option().name()) == SecretPlace.KEYCHAIN;
    }

    /// The first thing that is wrong; empty when the form can be saved.
    Optional<String> problem() {
        if (name.get().isBlank()) {
            return Optional.of(Messages.text("connect.problem.name"));
        }
        return fields.stream()
                .map(field -> field.problem(isKept(field)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The address that the fields make, without any secret.
    StoreUri address() {
        String location = "";
        Map<String, String> options = new TreeMap<>();
        for (OptionField field : fields) {
            String option = field.option().name();
            String value = field.valueProperty().get().strip();
            if (option.equals(DriverOption.LOCATION)) {
                location = value;
            } else if (field.isSecret()) {
                if (field.sourceProperty().get() == SecretSource.VARIABLE) {
                    options.put(option + Secrets.VARIABLE_SUFFIX, value);
                }
            } else if (!value.isEmpty() && !value.equals(field.option().defaultValue())) {
                options.put(option, value);
            }
        }
        if (readOnly.get()) {
            options.put(DriverOption.READ_ONLY.name(), Boolean.toString(true));
        }
        return new StoreUri(driver.scheme(), location, options);
    }

    /// The connection that the fields make.
    ///
    /// @param address as [#address()], resolved
    Connection connection(StoreUri address) {
        Map<String, SecretPlace> places = new HashMap<>();
        fields.stream().filter(OptionField::isSecret).forEach(field -> {
            switch (field.sourceProperty().get()) {
                case KEYCHAIN -> places.put(field.option().name(), SecretPlace.KEYCHAIN);
                case ASKED -> places.put(field.option().name(), SecretPlace.ASKED);
                case NONE, VARIABLE -> {}
            }
        });
        return new Connection(
                edited.id(), name.get().strip(), address.toString(), colour.get(), pinned.get(), places);
    }

    /// Secrets typed into the form that the keychain is to keep, by option.
    Map<String, Secret> typedSecrets() {
        Map<String, Secret> typed = new HashMap<>();
        fields.stream()
                .filter(OptionField::isSecret)
                .filter(field -> field.sourceProperty().get() == SecretSource.KEYCHAIN)
                .filter(field -> !field.valueProperty().get().isEmpty())
                .forEach(field -> typed.put(
                        field.option().name(), new Secret(field.valueProperty().get())));
        return typed;
    }
}
