package stemma.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.ImportReport;
import stemma.transfer.JsonLinesImport;

/// Reads versions from JSON Lines.
@CommandLine.Command(name = "import", description = "Read versions from JSON Lines, such as `export` writes; what is there already is left.")
final class ImportFiles extends StoreCommand {
    @CommandLine.Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE", description = "- is standard input.")
    private List<String> files = new ArrayList<>();

    @CommandLine.Option(names = "--dry-run", description = "Only count; nothing is written. Needs files.")
    private boolean dryRun;

    @Override
    Making making() {
        return dryRun ? Making.PRETENDED : Making.DONE;
    }

    @Override
    int run(Session session, Store store) throws IOException {
        if (dryRun && files.contains("-")) {
            throw Failure.usage("--dry-run needs files, not standard input.");
        }
        List<Json> reports = new ArrayList<>();
        int code = ExitCode.DONE;
        for (String file : files) {
            ImportReport report;
            try {
                report = read(session, store, file);
            } catch (FileSystemException e) {
                session.out().message(Cli.explain(e));
                reports.add(Forms.object("file", Forms.text(file), "error", Forms.text(Cli.explain(e))));
                code = ExitCode.FAILED;
                continue;
            } catch (StoreException e) {
                print(session.out(), reports);
                throw e;
            }
            for (ImportReport.Problem problem : report.problems()) {
                session.out().message(file + ":" + problem.line() + ": " + problem.what());
            }
            if (json()) {
                reports.add(json(file, report));
            } else {
                session.out()
                        .line(file + ": " + report.added() + (dryRun ? " to add, " : " added, ")
                                + report.alreadyThere() + " there already, " + report.conflicts() + " in conflict, "
                                + report.badLines() + " bad lines");
            }
            if (report.cancelled()) {
                print(session.out(), reports);
                throw Failure.failed("The import was cancelled; importing again goes on.");
            }
            code = code == ExitCode.FAILED ? code : code(report, code);
        }
        print(session.out(), reports);
        return code;
    }

    private void print(Output out, List<Json> reports) throws IOException {
        if (json()) {
            out.json(Forms.object("files", Forms.array(reports)));
        }
    }

    private static int code(ImportReport report, int soFar) {
        if (report.badLines() > 0) {
            return ExitCode.FAILED;
        }
        return report.conflicts() > 0 ? ExitCode.CONFLICT : soFar;
    }

    private ImportReport read(Session session, Store store, String file) throws IOException {
        JsonLinesImport reading = new JsonLinesImport(store);
        if (file.equals("-")) {
            return reading.run(session.in(), -1, session.progress());
        }
        return dryRun
                ? reading.preview(session.file(file), session.progress())
                : reading.run(session.file(file), session.progress());
    }

    private Json json(String file, ImportReport report) {
        return Forms.object(
                "file", Forms.text(file),
                "dryRun", new Json.Bool(dryRun),
                "added", Json.Number.of(report.added()),
                "alreadyThere", Json.Number.of(report.alreadyThere()),
                "conflicts", Json.Number.of(report.conflicts()),
                "badLines", Json.Number.of(report.badLines()),
                "problems",
                        Forms.array(report.problems().stream()
                                .map(problem -> Forms.object(
                                        "line", Json.Number.of(problem.line()),
                                        "kind", Forms.text(kind(problem.kind())),
                                        "what", Forms.text(problem.what().toString())))
                                .toList()));
    }

    private static String kind(ImportReport.Kind kind) {
        return switch (kind) {
            case BAD_LINE -> "badLine";
            case CONFLICT -> "conflict";
            case NOTE -> "note";
        };
    }
}
