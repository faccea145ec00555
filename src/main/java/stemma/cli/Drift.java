package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.transfer.drift.Difference;
import stemma.transfer.drift.DriftReport;
import stemma.transfer.drift.DriftRow;
import stemma.transfer.drift.DriftSummary;

/// Puts two stores side by side.
@CommandLine.Command(name = "drift", description = "Show what differs between this store and another one.")
final class Drift extends StoreCommand {
    @CommandLine.Option(names = "--to", required = true, paramLabel = "STORE", description = "The other store.")
    private String target;

    @Override
    int run(Session session, Store store) throws IOException {
        List<DriftRow> rows = new ArrayList<>();
        DriftSummary summary;
        try (Store other = OtherStore.open(session, store, target, Making.REFUSED)) {
            summary = new DriftReport(store, other)
                    .run(
                            page -> page.stream().filter(row -> !row.isEqual()).forEach(rows::add),
                            session.progress());
        }
        if (summary.cancelled()) {
            throw Failure.failed("The comparison was cancelled.");
        }
        print(session.out(), rows, summary);
        return summary.isEqual() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }

    private void print(Output out, List<DriftRow> rows, DriftSummary summary) throws IOException {
        if (json()) {
            out.json(Forms.object(
                    "prompts", Json.Number.of(summary.prompts()),
                    "equal", Json.Number.of(summary.equal()),
                    "different", Forms.array(rows.stream().map(Drift::json).toList())));
            return;
        }
        if (!rows.isEmpty()) {
            Table table = new Table("PROMPT", "HERE", "THERE", "DIFFERENCE", "DETAILS");
            rows.forEach(row -> table.row(
                    row.prompt().value(),
                    label(row.here()).orElse("-"),
                    label(row.there()).orElse("-"),
                    row.differences().stream()
                            .map(difference -> name(difference).replace('-', ' '))
                            .collect(Collectors.joining(", ")),
                    String.join("; ", row.details())));
            table.print(out);
        }
        out.line(Output.count(summary.prompts(), "prompt") + ", " + summary.equal() + " equal, "
                + (summary.prompts() - summary.equal()) + " different");
    }

    private static Json json(DriftRow row) {
        return Forms.object(
                "prompt", Forms.text(row.prompt().value()),
                "here", Forms.label(row.here()),
                "there", Forms.label(row.there()),
                "differences", Forms.texts(row.differences().stream().map(Drift::name).toList()),
                "details", Forms.texts(row.details().stream().map(Sentence::toString).toList()));
    }

    private static Optional<String> label(Optional<VersionLabel> version) {
        return version.map(VersionLabel::value);
    }

    private static String name(Difference difference) {
        return difference.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
