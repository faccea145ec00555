package stemma.cli;

import java.util.ArrayList;
import java.util.List;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.transfer.ImportReport;
import stemma.transfer.PromptFilesReport;
import stemma.transfer.PromptFilesReport.Entry;
import stemma.transfer.PromptFilesReport.Outcome;

/// How an import went, as the command line tells it.
///
/// @param unusable what could not be imported at all
/// @param unit what that is counted in
/// @param remarks for people, each with its place
/// @param problems the same for programs
record Imported(
        long added,
        long alreadyThere,
        long conflicts,
        long unusable,
        Unit unit,
        boolean cancelled,
        List<String> remarks,
        List<Json> problems) {

    /// @param shown for people
    /// @param member for programs
    private enum Unit {
        LINES("bad lines", "badLines"),
        FILES("unusable files", "unusableFiles");

        private final String shown;
        private final String member;

        Unit(String shown, String member) {
            this.shown = shown;
            this.member = member;
        }
    }

    static Imported of(String file, ImportReport report) {
        return new Imported(
                report.added(),
                report.alreadyThere(),
                report.conflicts(),
                report.badLines(),
                Unit.LINES,
                report.cancelled(),
                report.problems().stream()
                        .map(problem -> file + ":" + problem.line() + ": " + problem.what())
                        .toList(),
                report.problems().stream()
                        .<Json>map(problem -> Forms.object(
                                "line", Json.Number.of(problem.line()),
                                "kind", Forms.text(kind(problem.kind())),
                                "what", Forms.text(problem.what().toString())))
                        .toList());
    }

    private static String kind(ImportReport.Kind kind) {
        return switch (kind) {
            case BAD_LINE -> "badLine";
            case CONFLICT -> "conflict";
            case NOTE -> "note";
        };
    }

    static Imported of(PromptFilesReport report) {
        List<String> remarks = new ArrayList<>();
        List<Json> problems = new ArrayList<>();
        for (Entry entry : report.entries()) {
            for (Sentence remark : entry.remarks()) {
                remarks.add(entry.file() + ": " + remark);
                problems.add(Forms.object(
                        "file", Forms.text(entry.file().toString()),
                        "kind", Forms.text(kind(entry.outcome())),
                        "what", Forms.text(remark.toString())));
            }
        }
        return new Imported(
                report.count(Outcome.NEW),
                report.count(Outcome.THERE),
                report.count(Outcome.CONFLICT),
                report.count(Outcome.UNUSABLE),
                Unit.FILES,
                report.cancelled(),
                remarks,
                problems);
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case UNUSABLE -> "unusable";
            case CONFLICT -> "conflict";
            case NEW, THERE -> "note";
        };
    }

    /// @param dryRun whether it was only counted
    String line(boolean dryRun) {
        return added + (dryRun ? " to add, " : " added, ") + alreadyThere + " there already, " + conflicts
                + " in conflict, " + unusable + " " + unit.shown;
    }

    Json json(String file, boolean dryRun) {
        return Forms.object(
                "file", Forms.text(file),
                "dryRun", new Json.Bool(dryRun),
                "added", Json.Number.of(added),
                "alreadyThere", Json.Number.of(alreadyThere),
                "conflicts", Json.Number.of(conflicts),
                unit.member, Json.Number.of(unusable),
                "problems", Forms.array(problems));
    }

    /// @param soFar of the files before
    int exitCode(int soFar) {
        if (unusable > 0) {
            return ExitCode.FAILED;
        }
        return conflicts > 0 ? ExitCode.CONFLICT : soFar;
    }
}
