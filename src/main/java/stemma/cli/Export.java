package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.transfer.ExportReport;
import stemma.transfer.JsonLinesExport;

/// Writes versions as JSON Lines.
@CommandLine.Command(name = "export", description = "Write every version as JSON Lines, which `import` reads.")
final class Export extends StoreCommand {
    @CommandLine.Parameters(
            index = "0..*",
            paramLabel = "ID",
            converter = Arguments.OfId.class,
            description = "Only these prompts. Default: all of them.")
    private List<PromptId> prompts = new ArrayList<>();

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; there when all is written, and not before. Default: standard output.")
    private @Nullable String file;

    @Override
    int run(Session session, Store store) throws IOException {
        for (PromptId prompt : prompts) {
            Damaged.requireThere(store, prompt);
        }
        JsonLinesExport export = new JsonLinesExport(store);
        String target = file;
        ExportReport report = export(export, session, target);
        for (Sentence problem : report.problems()) {
            session.out().message(problem.toString());
        }
        if (report.cancelled()) {
            throw Failure.failed("The export was cancelled.");
        }
        tell(session.out(), report, target);
        return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExportReport export(JsonLinesExport export, Session session, @Nullable String target) throws IOException {
        if (prompts.isEmpty()) {
            return target == null
                    ? export.run(session.out().stream(), session.progress())
                    : export.run(session.path(target), session.progress());
        }
        return target == null
                ? export.run(session.out().stream(), prompts, session.progress())
                : export.run(session.path(target), prompts, session.progress());
    }

    private void tell(Output out, ExportReport report, @Nullable String target) throws IOException {
        if (target == null) {
            return;
        }
        if (json()) {
            out.json(Forms.object(
                    "file", Forms.text(target),
                    "prompts", Json.Number.of(report.prompts()),
                    "versions", Json.Number.of(report.versions()),
                    "problems", Forms.texts(report.problems().stream().map(Sentence::toString).toList())));
        } else {
            out.line("Wrote " + Output.count(report.versions(), "version") + " of "
                    + Output.count(report.prompts(), "prompt") + " to " + target + ".");
        }
    }
}
