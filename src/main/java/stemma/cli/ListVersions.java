package stemma.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.store.Store;

/// Lists a prompt's versions.
@CommandLine.Command(name = "versions", description = "List a prompt's versions, newest first.")
final class ListVersions extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @Override
    int run(Session session, Store store) throws IOException {
        List<VersionInfo> versions = store.versions(prompt);
        if (json()) {
            session.out().json(Forms.object("versions", Forms.array(versions.stream().map(Forms::of).toList())));
            return Damaged.tell(session.out(), store, Optional.of(prompt));
        }
        Table table = new Table("VERSION", "STAGES", "TAGS", "SAVED", "AUTHOR", "MESSAGE");
        for (VersionInfo version : versions) {
            table.row(
                    version.label().value(),
                    version.stages().stream().map(Stage::name).collect(Collectors.joining(",")),
                    String.join(",", version.tags()),
                    Times.shown(version.createdAt()),
                    version.author(),
                    version.message());
        }
        table.print(session.out());
        return Damaged.tell(session.out(), store, Optional.of(prompt));
    }
}
