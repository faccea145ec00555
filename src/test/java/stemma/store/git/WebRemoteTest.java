package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.keychain.MemoryKeychain;
import stemma.keychain.StoreSecrets;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.store.Certificates;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.Store;
import stemma.store.StoreException;

/// A repository on a web server that asks who we are: tokens, and the system's credential helper.
class WebRemoteTest extends RepositoryFixture {
    private static final String TOKEN = "t0ken-hunter2";

    private final Traces traces = new Traces();
    private String bare = "";
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        bare = bare("remote.git");
        Store ada = clone(bare, "ada");
        first(ada, GREETING, "1.0.0", "one");
        ada.synchronising().push();
        server = new WebServer(file("remote.git"));
        server.letIn("ada:" + TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
        traces.close();
    }

    private static Secrets token(String token) {
        return (_, option) -> option.equals("token") ? Optional.of(new Secret(token)) : Optional.empty();
    }

    private Store openedWithToken() {
        return open("git:" + server.address() + "?user=ada", token(TOKEN));
    }

    /// What everybody else gets.
    private List<String> labelsThere() throws Exception {
        return labels(clone(bare, "later"), GREETING);
    }

    private Path clonedGitFolder() throws Exception {
        try (Stream<Path> clones = Files.list(file("data/git"))) {
            return clones.findFirst().orElseThrow().resolve(".git");
        }
    }

    // --- tokens ---

    @Test
    void aTokenFromTheKeychainClonesFetchesAndSends() throws Exception {
        String address = "git:" + server.address() + "?user=ada";
        MemoryKeychain keychain = new MemoryKeychain();
        keychain.keep("c1/token", new Secret(TOKEN));
        Connection connection =
                new Connection("c1", "Team", address, Colour.BLUE, false, Map.of("token", SecretPlace.KEYCHAIN));
        Store store = open(address, StoreSecrets.of(connection, keychain, Secrets.NONE));
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
        assertThat(store.synchronising().fetch().behind()).isZero();
        assertThat(server.told()).containsOnly("ada:" + TOKEN);
        traces.assertNone(TOKEN, folder);
    }

    @Test
    void aTokenWithoutAUserIsSentAsTokensAre() {
        server.letIn("x-access-token:" + TOKEN);
        assertThat(labels(open("git:" + server.address(), token(TOKEN)), GREETING)).containsExactly("1.0.0");
    }

    @Test
    void aWrongTokenIsRefusedAfterOneTryAndLeavesNothing() throws Exception {
        Throwable refused = catchThrowable(() -> open("git:" + server.address() + "?user=ada", token("wr0ng-hunter2")));
        assertThat(refused)
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("did not accept the token")
                .hasMessageContaining("\"ada\"")
                .hasMessageContaining("localhost");
        assertThat(server.told()).containsExactly("ada:wr0ng-hunter2");
        try (Stream<Path> clones = Files.list(file("data/git"))) {
            assertThat(clones).isEmpty();
        }
        traces.assertNone("wr0ng-hunter2", folder, refused);
    }

    @Test
    void whatATokenThatExpiredCannotSendStaysAndIsSentLater() throws Exception {
        Store store = openedWithToken();
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        server.letNobodyIn();
        Throwable refused = catchThrowable(() -> store.synchronising().push());
        assertThat(refused).isInstanceOf(StoreException.Denied.class).hasMessageContaining("expired");
        assertThat(labels(store, GREETING)).containsExactly("1.1.0", "1.0.0");
        assertThat(store.synchronising().status().ahead()).isEqualTo(1);
        server.letIn("ada:" + TOKEN);
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
        traces.assertNone(TOKEN, folder, refused);
    }

    @Test
    void aTokenIsNotToldToAnotherServer() throws Exception {
        try (WebServer thief = new WebServer(file("remote.git"))) {
            server.moveTo(thief.address("127.0.0.1"));
            assertThatThrownBy(this::openedWithToken).isInstanceOf(StoreException.Denied.class);
            assertThat(thief.told()).isEmpty();
        }
    }

    @Test
    void aPasswordInTheConfigurationOfARepositoryIsUsedAndNotTold() throws Exception {
        try (Git git = Git.open(file("ada").toFile())) {
            git.remoteSetUrl()
                    .setRemoteName("origin")
                    .setRemoteUri(new URIish(server.address().replace("//", "//ada:" + TOKEN + "@")))
                    .call();
        }
        Store ada = repository("ada");
        assertThat(ada.synchronising().fetch().behind()).isZero();
        server.letNobodyIn();
        Throwable refused = catchThrowable(() -> ada.synchronising().fetch());
        assertThat(refused).isInstanceOf(StoreException.Denied.class);
        traces.assertNone(TOKEN, file("remote.git"), refused);
    }

    @Test
    void aCertificateIsRefusedBeforeATokenIsSentUnlessItsAuthorityIsTrusted() throws Exception {
        Certificates certificates = new Certificates(Files.createDirectory(file("certificates")));
        try (WebServer secure = new WebServer(file("remote.git"), certificates)) {
            assertThatThrownBy(() -> open("git:" + secure.address(), token(TOKEN)))
                    .isInstanceOf(StoreException.Denied.class)
                    .hasMessageContaining("certificate")
                    .hasMessageContaining("localhost")
                    .hasMessageContaining("trustStore");
            assertThat(secure.told()).isEmpty();
            secure.letIn("ada:" + TOKEN);
            assertThat(listed(
                            "git:" + secure.address() + "?user=ada&token-env=PROMPTS_TOKEN",
                            Map.of("PROMPTS_TOKEN", TOKEN),
                            certificates.trusting()))
                    .contains("support/greeting");
        }
    }

    // --- the system's helper ---

    /// A helper that knows one password and writes down what it is asked.
    private Path helper(String password) throws Exception {
        assumeTrue(hasGit());
        Path script = file("helper.sh");
        Files.writeString(
                script,
                """
                #!/bin/sh
                { echo "$1"; cat; } >> '%s'
                if [ "$1" = get ]; then
                    echo username=ada
                    echo password=%s
                fi
                """
                        .formatted(file("asked.txt"), password));
        return script;
    }

    private String configured(String password) throws Exception {
        return "[credential]\n\thelper =\n\thelper = \"!sh '" + helper(password) + "'\"\n";
    }

    private List<String> asked() throws Exception {
        return Files.exists(file("asked.txt")) ? Files.readAllLines(file("asked.txt")) : List.of();
    }

    private Store clonedWithHelper(String password) throws Exception {
        openedWithToken().close();
        StoredConfig config = Git.open(clonedGitFolder().toFile()).getRepository().getConfig();
        config.fromText(config.toText() + configured(password));
        config.save();
        return open("git:" + server.address() + "?user=ada");
    }

    @Test
    void theHelperOfTheSystemIsAskedAndToldWhatWasAccepted() throws Exception {
        Store store = clonedWithHelper(TOKEN);
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        store.synchronising().push();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
        String host = "host=" + server.address().replaceAll("http://|/prompts.git", "");
        assertThat(asked())
                .containsSequence("get", "protocol=http", host, "username=ada")
                .containsSequence("store", "protocol=http", host, "username=ada", "password=" + TOKEN)
                .doesNotContain("erase");
        traces.assertNone(TOKEN, clonedGitFolder());
    }

    @Test
    void theHelperForgetsWhatWasNotAccepted() throws Exception {
        Store store = clonedWithHelper("0ld-hunter2");
        Throwable refused = catchThrowable(() -> store.synchronising().fetch());
        assertThat(refused)
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("credential helper")
                .hasMessageContaining("\"ada\"");
        assertThat(asked()).contains("erase", "password=0ld-hunter2").doesNotContain("store");
        assertThat(server.told().stream().filter(login -> login.contains("0ld"))).hasSize(1);
        traces.assertNone("0ld-hunter2", clonedGitFolder(), refused);
    }

    /// What the command `list` prints, in a process of its own.
    private String listed(String address, Map<String, String> environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "stemma.Stemma"));
        command.addAll(List.of("--home", file("home").toString(), "--store", address, "list"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process listing = builder.start();
        String said = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(listing.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain(TOKEN);
        traces.assertNone(TOKEN, file("home"));
        return said;
    }

    @Test
    void aHelperThatIsConfiguredForEverythingClonesForACommand() throws Exception {
        Path config = file("gitconfig");
        Files.writeString(config, configured(TOKEN));
        assertThat(listed(
                        "git:" + server.address(),
                        Map.of("GIT_CONFIG_GLOBAL", config.toString(), "GIT_CONFIG_NOSYSTEM", "1")))
                .contains("support/greeting");
        assertThat(asked()).contains("get", "store");
    }

    @Test
    void whoHasNoCredentialsIsToldWhereToGiveThem() throws Exception {
        Store store = clonedWithHelper("");
        assertThatThrownBy(() -> store.synchronising().fetch())
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("asks who you are")
                .hasMessageContaining("\"token-env\"");
        assertThat(asked()).doesNotContain("store", "erase");
    }

    // --- a server that goes away ---

    @ParameterizedTest
    @EnumSource(
            value = Breaking.class,
            names = {"BEFORE_WRITING", "AFTER_WRITING"})
    void aServerThatGoesAwayDuringAPushLosesNothing(Breaking when) throws Exception {
        Store store = openedWithToken();
        onTop(store, GREETING, "1.0.0", "1.1.0", "two ".repeat(20_000));
        promote(store, "", "1.1.0");
        server.breakAt(when);
        Throwable broken = catchThrowable(() -> store.synchronising().push());
        assertThat(broken)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("localhost")
                .hasMessageContaining("broke off");
        assertThat(store.synchronising().status().ahead()).isEqualTo(2);
        assertThat(labels(store, GREETING)).containsExactly("1.1.0", "1.0.0");
        onTop(store, GREETING, "1.1.0", "1.2.0", "three");
        server.breakAt(Breaking.NEVER);
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(store.check().problems()).isEmpty();
        assertThat(labelsThere()).containsExactly("1.2.0", "1.1.0", "1.0.0");
        traces.assertNone(TOKEN, folder, broken);
    }
}
