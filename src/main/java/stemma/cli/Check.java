package stemma.cli;

import java.io.IOException;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.store.Health;
import stemma.store.Store;

/// Looks for damage.
@CommandLine.Command(name = "check", description = "Look for damage in the store: checksums, pointers, parents. Nothing is changed.")
final class Check extends StoreCommand {
    @Override
    int run(Session session, Store store) throws IOException {
        Health health = store.check();
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "store", Forms.text(store.uri().toString()),
                            "writable", new Json.Bool(health.writable()),
                            "sound", new Json.Bool(health.isSound()),
                            "problems",
                                    Forms.array(health.problems().stream()
                                            .map(problem -> Forms.object(
                                                    "where", Forms.text(problem.where().toString()),
                                                    "what", Forms.text(problem.what().toString())))
                                            .toList())));
        } else {
            for (Health.Problem problem : health.problems()) {
                session.out().line(problem.where() + ": " + problem.what());
            }
            session.out()
                    .line(store.uri() + (health.isSound() ? " is sound" : " is damaged")
                            + (health.writable() ? "." : " and takes no writes."));
        }
        return health.isSound() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
