package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.store.Store;
import stemma.transfer.Progress;
import stemma.transfer.copy.CopyItem;
import stemma.transfer.copy.CopyOptions;
import stemma.transfer.copy.CopySummary;
import stemma.transfer.copy.Outcome;
import stemma.transfer.copy.StoreCopy;

/// Copies prompts to another store.
@CommandLine.Command(name = "copy", description = "Copy prompts to another store; what is there already is left.")
final class Copy extends StoreCommand {
    @CommandLine.Option(names = "--to", required = true, paramLabel = "STORE", description = "The other store.")
    private String target;

    @CommandLine.Parameters(
            index = "0..*",
            paramLabel = "ID",
            converter = Arguments.OfId.class,
            description = "Only these prompts. Default: all of them.")
    private List<PromptId> prompts = new ArrayList<>();

    @CommandLine.Option(names = "--dry-run", description = "Only tell what would happen; nothing is written.")
    private boolean dryRun;

    @CommandLine.Option(names = "--move-stages", description = "Move stages that are at another version there.")
    private boolean moveStages;

    @CommandLine.Option(names = "--replace-tags", description = "Replace other tags of versions that are there.")
    private boolean replaceTags;

    @CommandLine.Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who is recorded where a stage is moved without a record of its own.")
    private @Nullable String author;

    @Override
    int run(Session session, Store store) throws IOException {
        for (PromptId prompt : prompts) {
            Damaged.requireThere(store, prompt);
        }
        CopyOptions options =
                new CopyOptions(moveStages, replaceTags, session.author(Optional.ofNullable(author)));
        List<CopyItem> items = new ArrayList<>();
        CopySummary summary;
        int sent;
        try (Store other = OtherStore.open(session, store, target, dryRun ? Making.PRETENDED : Making.DONE)) {
            Sending sending = Sending.of(other);
            StoreCopy copy = new StoreCopy(store, other, options);
            summary = copy(copy, items::add, session.progress());
            sent = sending.done(session.out(), ExitCode.DONE);
        }
        print(session.out(), items, summary);
        if (summary.cancelled()) {
            throw Failure.failed("The copy was cancelled; copying again goes on.");
        }
        if (summary.count(Outcome.FAILED) > 0 || sent != ExitCode.DONE) {
            return ExitCode.FAILED;
        }
        return summary.count(Outcome.CONFLICT) > 0 ? ExitCode.CONFLICT : ExitCode.DONE;
    }

    private CopySummary copy(StoreCopy copy, Consumer<CopyItem> items, Progress progress) {
        if (prompts.isEmpty()) {
            return dryRun ? copy.planAll(items, progress) : copy.runAll(items, progress);
        }
        return dryRun ? copy.plan(prompts, items, progress) : copy.run(prompts, items, progress);
    }

    private void print(Output out, List<CopyItem> items, CopySummary summary) throws IOException {
        if (json()) {
            out.json(json(items, summary));
            return;
        }
        for (CopyItem item : items) {
            if (item.outcome() != Outcome.THERE || !item.losses().isEmpty()) {
                out.line(line(item));
            }
        }
        out.line(Output.count(summary.versions(Outcome.ADDED), "version") + (dryRun ? " to add, " : " added, ")
                + summary.versions(Outcome.THERE) + " there already, "
                + stagesAndTags(summary.others(Outcome.ADDED) + summary.count(Outcome.CHANGED))
                + (dryRun ? " to set, " : " set, ")
                + summary.count(Outcome.CONFLICT) + " in conflict, " + summary.losses() + " with losses, "
                + summary.count(Outcome.FAILED) + " failed");
    }

    private static String stagesAndTags(long count) {
        return count + (count == 1 ? " stage or tag" : " stages or tags");
    }

    private static String line(CopyItem item) {
        StringBuilder line = new StringBuilder(name(item.outcome()))
                .append("  ")
                .append(item.prompt().map(PromptId::value).orElse("-"));
        item.version().ifPresent(version -> line.append(' ').append(version));
        item.stage().ifPresent(stage -> line.append(" @").append(stage));
        List<String> more = new ArrayList<>();
        if (!item.detail().isEmpty()) {
            more.add(item.detail().toString());
        }
        item.losses().forEach(loss -> more.add("loses " + loss.what()));
        return more.isEmpty() ? line.toString() : line.append(": ").append(String.join("; ", more)).toString();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case ADDED -> "added";
            case THERE -> "there";
            case CHANGED -> "changed";
            case CONFLICT -> "conflict";
            case LOST -> "lost";
            case FAILED -> "failed";
        };
    }

    private Json json(List<CopyItem> items, CopySummary summary) {
        return Forms.object(
                "dryRun", new Json.Bool(dryRun),
                "cancelled", new Json.Bool(summary.cancelled()),
                "prompts", Json.Number.of(summary.prompts()),
                "added", Json.Number.of(summary.count(Outcome.ADDED)),
                "there", Json.Number.of(summary.count(Outcome.THERE)),
                "changed", Json.Number.of(summary.count(Outcome.CHANGED)),
                "conflicts", Json.Number.of(summary.count(Outcome.CONFLICT)),
                "losses", Json.Number.of(summary.losses()),
                "failed", Json.Number.of(summary.count(Outcome.FAILED)),
                "items", Forms.array(items.stream().map(Copy::json).toList()));
    }

    private static Json json(CopyItem item) {
        return Forms.object(
                "prompt", item.prompt().map(PromptId::value).map(Forms::text).orElse(new Json.Null()),
                "version", Forms.label(item.version()),
                "stage", item.stage().map(Stage::name).map(Forms::text).orElse(new Json.Null()),
                "outcome", Forms.text(name(item.outcome())),
                "detail", Forms.text(item.detail().toString()),
                "losses", Forms.texts(item.losses().stream().map(loss -> loss.what().toString()).toList()));
    }
}
