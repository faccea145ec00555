package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Page;
import stemma.store.Store;
import stemma.store.StoreException;

/// Lists a prompt's history.
@CommandLine.Command(name = "history", description = "List who moved which stage of a prompt, when and why, newest first; deletions and renames too.")
final class History extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    private static final int PAGE = 1_000;

    @Override
    int run(Session session, Store store) throws IOException {
        List<HistoryEntry> entries = new ArrayList<>();
        Page<HistoryEntry> page;
        do {
            page = store.history(Optional.of(prompt), entries.size(), PAGE);
            entries.addAll(page.items());
        } while (!page.isLast() && !page.items().isEmpty());
        if (entries.isEmpty() && store.find(prompt).isEmpty()) {
            throw new StoreException.NotFound(store.uri(), prompt);
        }
        if (json()) {
            session.out().json(Forms.object("history", Forms.array(entries.stream().map(Forms::of).toList())));
            return ExitCode.DONE;
        }
        Table table = new Table("WHEN", "WHO", "WHAT", "WHY");
        entries.forEach(entry -> table.row(Times.shown(entry.at()), entry.who(), what(entry), entry.why()));
        table.print(session.out());
        return ExitCode.DONE;
    }

    private static String what(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.StageMoved moved -> moved.stage() + ": " + shown(moved.from()) + " → " + shown(moved.to());
            case HistoryEntry.VersionDeleted deleted -> deleted.label() + " deleted";
            case HistoryEntry.PromptDeleted _ -> "deleted";
            case HistoryEntry.PromptRenamed renamed -> "renamed to " + renamed.renamedTo();
        };
    }

    private static String shown(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse("none");
    }
}
