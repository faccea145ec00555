package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.Store;

/// Lists prompts.
@CommandLine.Command(name = "list", description = "List prompts.")
final class ListPrompts extends StoreCommand {
    private static final int PAGE = 5_000;

    @CommandLine.Option(
            names = "--stage",
            paramLabel = "STAGE",
            converter = Arguments.OfStage.class,
            description = "Only prompts of which a version is in this stage.")
    private @Nullable Stage stage;

    @CommandLine.Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Only prompts of which a version has this tag; several: one version has all of them.")
    private List<String> tags = new ArrayList<>();

    @CommandLine.Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only prompts whose id or newest version holds this text, whatever the case.")
    private @Nullable String text;

    @CommandLine.Option(names = "--prefix", paramLabel = "PREFIX", description = "Only prompts whose id begins so.")
    private @Nullable String prefix;

    @Override
    int run(Session session, Store store) throws IOException {
        List<PromptSummary> found = find(session, query(), store);
        if (json()) {
            session.out().json(Forms.object("prompts", Forms.array(found.stream().map(Forms::of).toList())));
            Damaged.tell(session.out(), store, Optional.empty());
            return ExitCode.DONE;
        }
        Table table = new Table("PROMPT", "VERSION", "STAGES", "TAGS", "CHANGED", "TITLE");
        for (PromptSummary prompt : found) {
            table.row(
                    prompt.id().value(),
                    prompt.head().value(),
                    stages(prompt),
                    String.join(",", prompt.tags()),
                    Times.shown(prompt.changedAt()),
                    prompt.title());
        }
        table.print(session.out());
        Damaged.tell(session.out(), store, Optional.empty());
        return ExitCode.DONE;
    }

    private Query query() {
        Query query = Query.all();
        query = stage == null ? query : query.withStage(stage);
        query = text == null ? query : query.withText(text);
        query = prefix == null ? query : query.withIdPrefix(prefix);
        try {
            return query.withTags(tags);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
    }

    private static List<PromptSummary> find(Session session, Query query, Store store) {
        List<PromptSummary> found = new ArrayList<>();
        Page<PromptSummary> page;
        do {
            page = store.list(query.withPage(found.size(), PAGE));
            found.addAll(page.items());
        } while (!page.isLast() && !page.items().isEmpty() && !session.isCancelled().getAsBoolean());
        return found;
    }

    private static String stages(PromptSummary prompt) {
        StringJoiner joined = new StringJoiner(",");
        prompt.stages().forEach((stage, label) -> joined.add(stage + "=" + label));
        return joined.toString();
    }
}
