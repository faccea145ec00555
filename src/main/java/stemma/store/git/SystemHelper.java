package stemma.store.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.URIish;
import stemma.store.Secret;

/// What the system's credential helper knows (a keychain, a manager), asked through `git credential` where the git
/// program is installed; see gitcredentials(7). It must answer without asking anybody.
final class SystemHelper {
    /// A keychain may have to be unlocked by its user.
    private static final long PATIENCE_SECONDS = 60;

    private SystemHelper() {}

    /// A user's name and password or token.
    record Login(String user, Secret password) {}

    static Optional<Login> fill(URIish server) {
        Map<String, String> known = run("fill", description(server, Optional.empty()));
        String password = known.getOrDefault("password", "");
        return password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(known.getOrDefault("username", ""), new Secret(password)));
    }

    /// Lets the helper forget what the server did not accept.
    static void reject(URIish server, Login login) {
        run("reject", description(server, Optional.of(login)));
    }

    private static String description(URIish server, Optional<Login> login) {
        StringBuilder text = new StringBuilder();
        line(text, "protocol", server.getScheme());
        line(text, "host", server.getPort() > 0 ? server.getHost() + ":" + server.getPort() : server.getHost());
        if (server.getPath() != null) {
            line(text, "path", server.getPath().replaceFirst("^/+", ""));
        }
        if (login.isPresent()) {
            line(text, "username", login.get().user());
            line(text, "password", login.get().password().reveal());
        } else if (server.getUser() != null) {
            line(text, "username", server.getUser());
        }
        return text.append('\n').toString();
    }

    /// A line end in a value would begin another value.
    private static void line(StringBuilder text, String name, String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\0') < 0) {
            text.append(name).append('=').append(value).append('\n');
        }
    }

    private static Map<String, String> run(String what, String description) {
        Map<String, String> answer = new HashMap<>();
        try {
            ProcessBuilder builder = new ProcessBuilder("git", "credential", what);
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            builder.environment().put("GCM_INTERACTIVE", "never");
            builder.environment().put("GIT_ASKPASS", "");
            builder.environment().put("SSH_ASKPASS", "");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Process git = builder.start();
            git.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> git.destroyForcibly());
            try (Writer in = git.outputWriter(StandardCharsets.UTF_8)) {
                in.write(description);
            }
            try (BufferedReader out = git.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        answer.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                }
            }
        } catch (IOException e) {
            // No git program, or one that knows nothing: then nothing is known.
            return Map.of();
        }
        return answer;
    }
}
