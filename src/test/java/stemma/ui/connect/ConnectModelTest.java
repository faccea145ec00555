package stemma.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.keychain.MemoryKeychain;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.file.FileStoreDriver;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;
import stemma.ui.connect.OptionField.SecretSource;

class ConnectModelTest {
    /// A store behind a password, a number and a flag.
    private static final StoreDriver GUARDED = new StoreDriver() {
        @Override
        public String scheme() {
            return "guarded";
        }

        @Override
        public String title() {
            return "Guarded";
        }

        @Override
        public List<DriverOption> options() {
            return List.of(
                    new DriverOption(DriverOption.LOCATION, "Server", DriverOption.Kind.TEXT, true, ""),
                    new DriverOption("port", "Port", DriverOption.Kind.NUMBER, false, "5432"),
                    new DriverOption("tls", "Encrypted", DriverOption.Kind.FLAG, false, "true"),
                    new DriverOption("password", "Password", DriverOption.Kind.SECRET, false, ""));
        }

        @Override
        public void refuseSecrets(StoreUri uri) {
            if (uri.location().contains(":")) {
                throw new StoreException.Unsupported("The password has no place in the address.");
            }
        }

        @Override
        public Store open(StoreUri uri, Opening opening) {
            String given =
                    opening.secrets().find(uri, "password").map(Secret::reveal).orElse("nothing");
            if (!given.equals("right")) {
                throw new StoreException.Denied(uri, "the password is wrong.", new IllegalStateException());
            }
            return new MemoryStoreDriver().open(uri, opening);
        }
    };

    @TempDir
    private Path folder;

    private final MemoryKeychain keychain = new MemoryKeychain();
    private final Stores stores = new Stores(
            List.of(new MemoryStoreDriver(), new FileStoreDriver(), GUARDED),
            new Opening(Clock.systemUTC(), Secrets.inEnvironment(Map.of("PW", "right")), Path.of("unused")));
    private Optional<Settings> settings = Optional.empty();
    private Optional<Connections> connections = Optional.empty();

    @BeforeEach
    void load() throws Exception {
        settings = Optional.of(Settings.load(folder.resolve("settings.json")));
        connections = Optional.of(new Connections(settings.get()));
    }

    private Connections connections() {
        return connections.orElseThrow();
    }

    private ConnectModel model() {
        return new ConnectModel(
                connections(), stores, keychain, (_, _) -> Optional.of(new Secret("right")), new DirectTasks());
    }

    private static ConnectionForm form(ConnectModel model) {
        return model.formProperty().get().orElseThrow();
    }

    private static OptionField field(ConnectModel model, String option) {
        return form(model).fields().stream()
                .filter(field -> field.option().name().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private ConnectModel guarded() {
        ConnectModel model = model();
        model.add(Connection.create("Team", "guarded:"));
        field(model, DriverOption.LOCATION).valueProperty().set("db.example");
        return model;
    }

    private void save(ConnectModel model) {
        List<Connection> saved = new ArrayList<>();
        model.save(saved::add);
        assertThat(saved).as(model.outcomeProperty().get()).hasSize(1);
    }

    @Test
    void whatIsNotSavedStaysInTheFormAndIsTold() {
        ConnectModel model = guarded();
        save(model);
        assertThat(model.unsaved()).isEmpty();
        Connection team = model.chosenProperty().get().orElseThrow();
        model.add(Connection.create("Other", "memory:other"));
        assertThat(model.unsaved()).as("nothing was typed").isEmpty();
        model.chosenProperty().set(Optional.of(team));
        field(model, "port").valueProperty().set("6432");
        model.chosenProperty().set(model.list().stream().filter(one -> !one.equals(team)).findFirst());
        assertThat(model.unsaved()).containsExactly("Team");
        model.chosenProperty().set(Optional.of(team));
        assertThat(field(model, "port").valueProperty().get()).isEqualTo("6432");
        save(model);
        assertThat(model.unsaved()).isEmpty();
        save(model);
        field(model, "port").valueProperty().set("7432");
        assertThat(model.unsaved()).as("after it was saved as it was").containsExactly("Team");
    }

    @Test
    void theFormHasTheFieldsThatTheDriverDescribes() {
        ConnectModel model = guarded();
        assertThat(form(model).fields().stream().map(field -> field.option().title()))
                .containsExactly("Server", "Port", "Encrypted", "Password");
        model.choose(new MemoryStoreDriver());
        assertThat(form(model).fields()).hasSize(1);
        assertThat(field(model, DriverOption.LOCATION).valueProperty().get()).isEqualTo("db.example");
    }

    @Test
    void whatDiffersFromTheDefaultStandsInTheAddress() {
        ConnectModel model = guarded();
        assertThat(form(model).address()).hasToString("guarded:db.example");
        field(model, "port").valueProperty().set("6432");
        field(model, "tls").valueProperty().set("false");
        form(model).readOnlyProperty().set(true);
        assertThat(form(model).address()).hasToString("guarded:db.example?port=6432&readonly=true&tls=false");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsRemembered() {
        ConnectModel model = guarded();
        field(model, "port").valueProperty().set("many");
        model.save(_ -> {});
        assertThat(model.outcomeProperty().get()).contains("Port");
        assertThat(model.failedProperty().get()).isTrue();
        field(model, "port").valueProperty().set("1");
        assertThat(model.outcomeProperty().get()).as("it is not said of what is there now").isEmpty();
        assertThat(model.failedProperty().get()).isFalse();
        field(model, DriverOption.LOCATION).valueProperty().set(" ");
        model.save(_ -> {});
        assertThat(model.outcomeProperty().get()).contains("Server");
        assertThat(connections().all()).isEmpty();
    }

    @Test
    void anAddressWithASecretIsNeitherTriedNorRemembered() throws Exception {
        ConnectModel model = guarded();
        field(model, DriverOption.LOCATION).valueProperty().set("ada:hunter2@db.example");
        List<Consumer<ConnectModel>> acts = List.of(it -> it.save(_ -> {}), ConnectModel::test);
        for (Consumer<ConnectModel> act : acts) {
            act.accept(model);
            assertThat(model.failedProperty().get()).isTrue();
            assertThat(model.outcomeProperty().get()).contains("no place in the address").doesNotContain("hunter2");
        }
        assertThat(connections().all()).isEmpty();
        assertThat(model.list()).extracting(Connection::address).doesNotContain("guarded:ada:hunter2@db.example");
        Path file = folder.resolve("settings.json");
        assertThat(Files.exists(file) ? Files.readString(file) : "").doesNotContain("hunter2");
    }

    @Test
    void aTypedSecretGoesIntoTheKeychainAndNowhereElse() throws Exception {
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.KEYCHAIN);
        field(model, "password").valueProperty().set("right");
        model.test();
        assertThat(model.outcomeProperty().get()).startsWith("It works");
        assertThat(keychain.names()).isEmpty();
        save(model);

        Connection saved = connections().all().getFirst();
        assertThat(saved.secrets()).containsExactly(Map.entry("password", SecretPlace.KEYCHAIN));
        assertThat(keychain.names()).containsExactly(saved.id() + "/password");
        settings.orElseThrow().close();
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain("right");
        assertThat(saved.toString()).doesNotContain("right");
    }

    @Test
    void aKeptSecretNeedNotBeTypedAgain() {
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.KEYCHAIN);
        field(model, "password").valueProperty().set("right");
        save(model);

        ConnectModel again = model();
        assertThat(field(again, "password").valueProperty().get()).isEmpty();
        again.test();
        assertThat(again.outcomeProperty().get()).startsWith("It works");
        save(again);
        assertThat(keychain.names()).hasSize(1);
    }

    @Test
    void aSecretCanComeFromTheEnvironmentOrFromTheAuthor() {
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.VARIABLE);
        field(model, "password").valueProperty().set("PW");
        assertThat(form(model).address()).hasToString("guarded:db.example?password-env=PW");
        model.test();
        assertThat(model.outcomeProperty().get()).startsWith("It works");
        field(model, "password").sourceProperty().set(SecretSource.ASKED);
        model.test();
        assertThat(model.outcomeProperty().get()).startsWith("It works");
        assertThat(keychain.names()).isEmpty();
    }

    @Test
    void testingSaysWhyAStoreCannotBeOpened() {
        ConnectModel model = guarded();
        model.test();
        assertThat(model.failedProperty().get()).isTrue();
        assertThat(model.outcomeProperty().get()).contains("the password is wrong");
    }

    @Test
    void aKeychainThatCannotBeUsedIsSaidAndNothingIsRemembered() {
        keychain.lock();
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.KEYCHAIN);
        field(model, "password").valueProperty().set("right");
        model.save(_ -> {});
        assertThat(model.outcomeProperty().get()).contains("locked").contains("environment variable");
        assertThat(connections().all()).isEmpty();
    }

    @Test
    void removingAConnectionForgetsItsSecrets() {
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.KEYCHAIN);
        field(model, "password").valueProperty().set("right");
        save(model);
        model.remove();
        assertThat(keychain.names()).isEmpty();
        assertThat(connections().all()).isEmpty();
        assertThat(model.formProperty().get()).isEmpty();
    }

    @Test
    void aSecretThatIsKeptElsewhereNowLeavesTheKeychain() {
        ConnectModel model = guarded();
        field(model, "password").sourceProperty().set(SecretSource.KEYCHAIN);
        field(model, "password").valueProperty().set("right");
        save(model);
        field(model, "password").sourceProperty().set(SecretSource.ASKED);
        save(model);
        assertThat(keychain.names()).isEmpty();
    }

    @Test
    void connectionsAreDuplicatedAndOrdered() {
        ConnectModel model = model();
        model.add(Connection.create("One", "memory:one"));
        save(model);
        model.add(Connection.create("Two", "memory:two"));
        form(model).colourProperty().set(Colour.RED);
        save(model);
        model.duplicate();
        assertThat(model.chosenProperty().get().orElseThrow().colour()).isEqualTo(Colour.RED);
        model.save(_ -> {});
        assertThat(model.failedProperty().get()).as("a second one for the same store").isTrue();
        field(model, DriverOption.LOCATION).valueProperty().set("three");
        save(model);
        model.move(-1);
        model.move(-1);
        model.move(-1);
        assertThat(connections().all().stream().map(Connection::address))
                .containsExactly("memory:three", "memory:one", "memory:two");
    }

    @Test
    void anAddressOfAKindThatIsNotThereKeepsTheListWorking() {
        connections().setAll(List.of(Connection.create("Old", "gone:x"), Connection.create("New", "memory:x")));
        ConnectModel model = model();
        assertThat(model.formProperty().get()).isEmpty();
        assertThat(model.outcomeProperty().get()).contains("gone");
        model.chosenProperty().set(Optional.of(model.list().getLast()));
        assertThat(model.outcomeProperty().get()).isEmpty();
        assertThat(form(model).nameProperty().get()).isEqualTo("New");
    }

    private String tested(String address) {
        ConnectModel model = new ConnectModel(
                connections(), Stores.discovered(), keychain, (_, _) -> Optional.empty(), new DirectTasks());
        model.add(Connection.create("New", address));
        model.test();
        assertThat(model.failedProperty().get()).as(model.outcomeProperty().get()).isFalse();
        return model.outcomeProperty().get();
    }

    @Test
    void aTestOfAStoreThatIsNotThereSaysSoAndMakesNone() {
        Path place = folder.resolve("prompts");
        assertThat(tested("file:" + place))
                .isEqualTo("Nothing is there yet. " + place + " is made with the first save.");
        assertThat(tested("sqlite:" + place))
                .isEqualTo("Nothing is there yet. " + place + " is made when the store is opened.");
        assertThat(tested("h2:" + place)).startsWith("Nothing is there yet.").contains("when the store is opened");
        assertThat(tested("file:" + place + "?readonly=true")).isEqualTo("Nothing is there yet: " + place);
        assertThat(tested("sqlite:" + place + "?readonly=true")).isEqualTo("Nothing is there yet: " + place);
        assertThat(folder).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("prompts"));
    }

    @Test
    void aFolderThatIsMissingIsToldWhereItIsNotMade() {
        ConnectModel model = new ConnectModel(
                connections(), Stores.discovered(), keychain, (_, _) -> Optional.empty(), new DirectTasks());
        model.add(Connection.create("New", "sqlite:" + folder.resolve("no/prompts.db")));
        model.test();
        assertThat(model.failedProperty().get()).isTrue();
        assertThat(model.outcomeProperty().get()).contains(folder.resolve("no").toString());
    }

    @Test
    void oneThatIsNewIsNotAddedAgainUntilItIsFilledIn() {
        ConnectModel model = model();
        model.add();
        model.add(Connection.create("Team", "memory:team"));
        model.add();
        assertThat(model.list()).hasSize(2);
        assertThat(model.chosenProperty().get()).contains(model.list().getFirst());

        model.choose(GUARDED);
        model.add();
        assertThat(model.list()).hasSize(3);
        model.add();
        assertThat(model.list()).hasSize(3);
    }
}
