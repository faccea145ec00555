package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.keychain.Keychain;
import stemma.keychain.MemoryKeychain;
import stemma.keychain.StoreSecrets;
import stemma.prompt.Json;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.settings.Connections;
import stemma.settings.Home;
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

/// Commands on stores that the window remembers.
class RememberedStoresTest {
    @TempDir
    Path folder;

    private final Keychain keychain = new MemoryKeychain();
    private final List<String> asked = new ArrayList<>();
    private int keychainsMade;
    private Function<String, Optional<Secret>> ask = _ -> Optional.empty();
    private Connection locked = Connection.create("unused", "locked:there");

    /// Opens for whoever knows the password.
    private record LockedDriver(Path folder) implements StoreDriver {
        @Override
        public String scheme() {
            return "locked";
        }

        @Override
        public String title() {
            return "One with a password";
        }

        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public List<DriverOption> options() {
            return List.of(new DriverOption("password", "Password", DriverOption.Kind.SECRET, true, ""));
        }

        @Override
        public Store open(StoreUri uri, Opening opening) {
            String known = opening.secrets().find(uri, "password").map(Secret::reveal).orElse("");
            if (!known.equals("open sesame")) {
                throw new StoreException.Denied(uri, "the password is wrong", new IOException("no"));
            }
            return Stores.discovered(Opening.at(opening.clock()))
                    .open(StoreUri.of("file", folder.resolve("locked").toString()));
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Shell shell() {
        CommandSecrets secrets = new CommandSecrets(
                home(),
                () -> {
                    keychainsMade++;
                    return keychain;
                },
                words -> {
                    asked.add(words);
                    return ask.apply(words);
                });
        Opening opening = new Opening(
                Clock.systemUTC(), Secrets.inEnvironment(Map.of("SESAME", "open sesame")), folder.resolve("copies"));
        List<StoreDriver> drivers = new ArrayList<>(Stores.discovered().drivers());
        drivers.add(new LockedDriver(folder));
        return new Shell(home(), folder, new Stores(drivers, opening).withSecrets(secrets));
    }

    private void remember(Connection... connections) throws IOException {
        try (Settings settings = Settings.load(home().settingsFile())) {
            new Connections(settings).setAll(List.of(connections));
            new Connections(settings).opened("memory:lately");
        }
    }

    private static Connection connection(String name, String address, SecretPlace place) {
        return new Connection("id-" + name, name, address, Colour.RED, true, Map.of("password", place));
    }

    @BeforeEach
    void rememberOne() {
        locked = connection("Team", "locked:there", SecretPlace.KEYCHAIN);
    }

    @Test
    void aStoreIsNamedAsInTheWindowAndItsSecretComesFromTheKeychain() throws Exception {
        remember(locked);
        keychain.keep(StoreSecrets.name(locked, "password"), new Secret("open sesame"));
        assertThat(shell().pipe("Hello", "--store", "Team", "save", "a", "-").done()).isEqualTo("Saved a 1.0.0.\n");
        assertThat(shell().type("--store", "locked:there", "get", "a", "--raw").done()).isEqualTo("Hello");
    }

    @Test
    void theOtherStoreOfACopyHasANameToo() throws Exception {
        remember(locked, connection("Here", "h2:" + folder.resolve("here"), SecretPlace.ASKED));
        keychain.keep(StoreSecrets.name(locked, "password"), new Secret("open sesame"));
        shell().pipe("Hello", "--store", "Here", "save", "a", "-").done();
        assertThat(shell().type("--store", "Here", "copy", "--to", "Team").code()).isZero();
        assertThat(shell().type("--store", "Team", "get", "a", "--raw").done()).isEqualTo("Hello");
        assertThat(shell().type("--store", "h2:here.mv.db", "copy", "--to", "Here").failed(ExitCode.USAGE))
                .contains("the same store");
    }

    @Test
    void noKeychainIsLookedForWithoutNeed() throws Exception {
        remember(locked);
        Files.createDirectory(folder.resolve("prompts"));
        shell().type("--store", "file:prompts", "list").done();
        shell().type("--store", "locked:elsewhere?password-env=SESAME", "list").done();
        assertThat(keychainsMade).isZero();
    }

    @Test
    void aSecretThatIsKeptNowhereIsAskedFor() throws Exception {
        remember(connection("Team", "locked:there", SecretPlace.ASKED));
        ask = _ -> Optional.of(new Secret("open sesame"));
        shell().type("--store", "Team", "list").done();
        assertThat(asked).containsExactly("The password of locked:there:");
    }

    @Test
    void whereNobodyCanBeAskedTheMessageNamesTheVariableWay() throws Exception {
        remember(connection("Team", "locked:there", SecretPlace.ASKED));
        assertThat(shell().type("--store", "Team", "list").failed(ExitCode.FAILED))
                .contains("no terminal", "password-env=VARIABLE");
        shell().type("--store", "locked:there?password-env=SESAME", "list").done();
    }

    @Test
    void aNameThatNoStoreOrMoreThanOneHasIsAUsageError() throws Exception {
        remember(
                locked,
                connection("Twice", "memory:one", SecretPlace.ASKED),
                connection("Twice", "memory:two", SecretPlace.ASKED));
        assertThat(shell().type("--store", "Nobody", "list").failed(ExitCode.USAGE)).contains("\"Nobody\"");
        assertThat(shell().type("--store", "Twice", "list").failed(ExitCode.USAGE))
                .contains("memory:one", "memory:two");
    }

    @Test
    void anAddressWinsAgainstAName() throws Exception {
        remember(connection("file:prompts", "locked:there", SecretPlace.KEYCHAIN));
        Files.createDirectory(folder.resolve("prompts"));
        assertThat(shell().type("--store", "file:prompts", "stats").done())
                .contains("file:" + folder.resolve("prompts"));
    }

    @Test
    void knownStoresAreListedWithoutTheirSecrets() throws Exception {
        remember(locked);
        keychain.keep(StoreSecrets.name(locked, "password"), new Secret("open sesame"));
        String table = shell().type("stores").done();
        assertThat(table).containsPattern("Team +locked:there +red +yes").contains("memory:lately", "(default)", "keep");
        Json.Object json = shell().type("stores", "--json").json();
        assertThat(json.get("connections"))
                .contains(Json.parse(
                        "[{\"name\":\"Team\",\"address\":\"locked:there\",\"colour\":\"red\",\"pinned\":true}]"));
        assertThat(json.get("recent")).contains(Json.parse("[\"memory:lately\"]"));
        assertThat(table + json.compact()).doesNotContain("sesame", "keychain");
        assertThat(keychainsMade).isZero();
    }

    @Test
    void settingsThatCannotBeReadSendNoChangeToAnotherStore() throws IOException {
        Shell shell = Shell.in(folder);
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/settings.json"), "{\"store\": \"file:team");
        assertThat(shell.pipe("Hello", "save", "greeting", "-").failed(ExitCode.FAILED))
                .contains("settings.json.broken", "--store");
        assertThat(folder.resolve("home/prompts.mv.db")).doesNotExist();
    }
}
