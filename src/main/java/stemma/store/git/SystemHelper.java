package stemma.store.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /// A user's name and password or token, and all that the helper said, which it wants to hear again.
    record Answer(String user, Secret password, Secret said) {}

    /// @param repository a folder of a repository, whose configuration may name a helper
    /// @param user whose password is looked for
    static Optional<Answer> fill(File repository, URIish server, Optional<String> user) {
        StringBuilder question = new StringBuilder();
        line(question, "protocol", server.getScheme());
        line(question, "host", server.getPort() > 0 ? server.getHost() + ":" + server.getPort() : server.getHost());
        if (server.getPath() != null) {
            line(question, "path", server.getPath().replaceFirst("^/+", ""));
        }
        user.ifPresent(name -> line(question, "username", name));
        String said = run(repository, "fill", question.toString());
        return value(said, "password")
                .map(password ->
                        new Answer(value(said, "username").orElse(""), new Secret(password), new Secret(said)));
    }

    /// Lets the helper keep what the server accepted.
    static void approve(File repository, Answer answer) {
        run(repository, "approve", answer.said().reveal());
    }

    /// Lets the helper forget what the server did not accept.
    static void reject(File repository, Answer answer) {
        run(repository, "reject", answer.said().reveal());
    }

    private static Optional<String> value(String said, String name) {
        return said.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// A line end in a value would begin another value.
    private static void line(StringBuilder text, String name, String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\0') < 0) {
            text.append(name).append('=').append(value).append('\n');
        }
    }

    /// @return what git printed; nothing where there is no git program, or one that knows nothing
    private static String run(File repository, String what, String description) {
        try {
            ProcessBuilder builder = new ProcessBuilder("git", "credential", what).directory(repository);
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            builder.environment().put("GCM_INTERACTIVE", "never");
            builder.environment().put("GIT_ASKPASS", "");
            builder.environment().put("SSH_ASKPASS", "");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Process git = builder.start();
            git.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> end(git));
            try (Writer in = git.outputWriter(StandardCharsets.UTF_8)) {
                in.write(description);
            }
            try (InputStream out = git.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return "";
        }
    }

    /// A helper that hangs keeps the output open, so it has to go too.
    private static Process end(Process git) {
        git.descendants().forEach(ProcessHandle::destroyForcibly);
        return git.destroyForcibly();
    }
}
