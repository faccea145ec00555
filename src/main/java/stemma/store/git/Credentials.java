package stemma.store.git;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.StoreUri;

/// Answers a server that asks who we are: with the store's token, else with what the system's credential helper knows.
/// Asks no person and keeps nothing. Whatever else it is asked, such as whether to trust an unknown host, it refuses.
final class Credentials extends CredentialsProvider {
    static final String TOKEN = "token";
    static final String USER = "user";

    /// What GitHub documents for tokens; GitLab, Gitea and Azure take any name.
    private static final String ANY_USER = "x-access-token";

    private final StoreUri uri;
    private final Opening opening;
    private Optional<SystemHelper.Login> fromHelper = Optional.empty();
    private boolean asked;

    Credentials(StoreUri uri, Opening opening) {
        this.uri = uri;
        this.opening = opening;
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
        Optional<SystemHelper.Login> login = login(server);
        if (login.isEmpty()) {
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

    private Optional<SystemHelper.Login> login(URIish server) {
        Optional<Secret> token = opening.secrets().find(uri, TOKEN);
        if (token.isPresent()) {
            return Optional.of(new SystemHelper.Login(user(server), token.get()));
        }
        if (!asked) {
            asked = true;
            fromHelper = SystemHelper.fill(server);
        }
        return fromHelper;
    }

    private String user(URIish server) {
        return Optional.ofNullable(uri.options().get(USER))
                .or(() -> Optional.ofNullable(server.getUser()))
                .filter(user -> !user.isBlank())
                .orElse(ANY_USER);
    }

    /// The server did not accept what it got.
    @Override
    public void reset(@Nullable URIish server) {
        if (server != null && fromHelper.isPresent()) {
            SystemHelper.reject(server, fromHelper.get());
            fromHelper = Optional.empty();
        }
    }
}
