package stemma.store.git;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.StoreUri;

/// Answers one server that asks who we are: with the store's token, else with the password in the repository's own
/// configuration, else with what the system's credential helper knows. Asks no person and keeps nothing. Whatever else
/// it is asked, such as whether to trust an unknown host, it refuses. Used by one thread at a time.
final class Credentials extends CredentialsProvider {
    static final String TOKEN = "token";
    static final String USER = "user";

    /// What GitHub documents for tokens; GitLab, Gitea and Azure take any name.
    private static final String ANY_USER = "x-access-token";

    private static final int HTTPS_PORT = 443;

    private final StoreUri uri;
    private final Opening opening;
    private final File repository;
    private final URIish remote;
    private Optional<Login> login = Optional.empty();
    private Optional<String> askedBy = Optional.empty();
    private boolean wasRefused;

    /// Who we say we are.
    ///
    /// @param fromHelper what the system's helper said; empty when it comes from elsewhere
    private record Login(String user, Secret password, Optional<SystemHelper.Answer> fromHelper) {}

    /// @param repository where the git program finds the configuration that names the helper
    /// @param remote the server that the store's own secrets are for
    Credentials(StoreUri uri, Opening opening, File repository, URIish remote) {
        this.uri = uri;
        this.opening = opening;
        this.repository = repository;
        this.remote = remote;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(@Nullable URIish server, CredentialItem... items) {
        if (server == null || !supports(items) || !isWeb(server)) {
            return false;
        }
        if (askedBy.isEmpty()) {
            askedBy = Optional.of(server.getHost());
            login = login(server);
        }
        if (wasRefused || login.isEmpty()) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.get().user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(login.get().password().reveal().toCharArray());
            }
        }
        return true;
    }

    private static boolean isWeb(URIish server) {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http");
    }

    private Optional<Login> login(URIish server) {
        if (isRemote(server)) {
            Optional<Secret> token = opening.secrets().find(uri, TOKEN);
            if (token.isPresent()) {
                return token.map(secret -> new Login(user().orElse(ANY_USER), secret, Optional.empty()));
            }
            if (remote.getPass() != null) {
                return Optional.of(new Login(
                        Optional.ofNullable(remote.getUser()).orElse(""), new Secret(remote.getPass()), Optional.empty()));
            }
        }
        return SystemHelper.fill(repository, server, isRemote(server) ? user() : Optional.empty())
                .map(answer -> new Login(answer.user(), answer.password(), Optional.of(answer)));
    }

    /// Whether it is the server that the store names, and not one that this one sent us to.
    private boolean isRemote(URIish server) {
        boolean isHost = server.getHost().equalsIgnoreCase(remote.getHost());
        boolean isUpgrade = "https".equalsIgnoreCase(server.getScheme()) && "http".equalsIgnoreCase(remote.getScheme());
        boolean isPort = server.getPort() == remote.getPort()
                || isUpgrade && (server.getPort() == -1 || server.getPort() == HTTPS_PORT);
        return isHost && isPort;
    }

    private Optional<String> user() {
        return Optional.ofNullable(uri.options().get(USER))
                .or(() -> Optional.ofNullable(remote.getUser()))
                .filter(user -> !user.isBlank());
    }

    /// The server did not accept what it got.
    @Override
    public void reset(@Nullable URIish server) {
        if (!wasRefused && login.isPresent()) {
            wasRefused = true;
            login.get().fromHelper().ifPresent(answer -> SystemHelper.reject(repository, answer));
        }
    }

    /// What was answered let us in; the helper may keep it.
    void wereAccepted() {
        login.flatMap(Login::fromHelper).ifPresent(answer -> SystemHelper.approve(repository, answer));
    }

    /// Why we were not let in, with a way out; empty when it was not for what was answered here.
    Optional<Sentence> reason() {
        if (askedBy.isEmpty() || login.isPresent() && !wasRefused) {
            return Optional.empty();
        }
        if (login.isEmpty()) {
            return Optional.of(Sentence.of(
                    "the server {0} asks who you are, and neither a token is given nor does the system's credential"
                            + " helper know one. Give it as the option \"token\", or name an environment variable that"
                            + " holds it with \"token-env\".",
                    askedBy.get()));
        }
        Sentence who = login.get().user().isEmpty()
                ? Sentence.NONE
                : Sentence.of(" for the user \"{0}\"", login.get().user());
        return Optional.of(
                login.get().fromHelper().isPresent()
                        ? Sentence.of(
                                "the server {0} did not accept what the system's credential helper knows{1}; the helper was"
                                        + " told so. Give a token as the option \"token\", or let the git program fetch"
                                        + " once, so that the helper learns it.",
                                askedBy.get(), who)
                        : Sentence.of(
                                "the server {0} did not accept the token or password{1}. It may be wrong or have expired;"
                                        + " give another one.",
                                askedBy.get(), who));
    }
}
