package stemma.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Side;
import stemma.diff.export.HtmlReport;
import stemma.diff.export.UnifiedPatch;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.store.Store;

/// Compares two versions.
@CommandLine.Command(name = "diff", description = "Show what differs between two versions of a prompt.")
final class Diff extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "LEFT",
            converter = Arguments.OfVersion.class,
            description = "A label such as 1.4.0, or a stage such as @production.")
    private VersionReference left;

    @CommandLine.Parameters(
            index = "2",
            paramLabel = "RIGHT",
            converter = Arguments.OfVersion.class,
            description = "A label such as 1.4.0, or a stage such as @production.")
    private VersionReference right;

    /// Forms of the answer.
    enum Format {
        TEXT,
        JSON,
        HTML,
        PATCH
    }

    @CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (a summary and a patch), json, html (a page for people) or patch (for git apply)."
                    + " Default: text.")
    private Format format = Format.TEXT;

    @CommandLine.Option(names = "--exit-code", description = "End with exit code 5 when something differs.")
    private boolean exitCode;

    @Override
    int run(Session session, Store store) throws IOException {
        Version before = left.find(store, prompt);
        Version after = right.find(store, prompt);
        ChangeList changes = Comparison.of(
                Side.of(before),
                Side.of(after),
                CompareOptions.DEFAULT.withCancelled(session.isCancelled()));
        print(before, after, changes, session.out());
        return exitCode && !changes.isEmpty() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }

    private void print(Version before, Version after, ChangeList changes, Output out) throws IOException {
        switch (json() ? Format.JSON : format) {
            case TEXT -> {
                out.line(prompt + " " + before.label() + " → " + after.label() + ": " + changes.summary());
                out.exactly(Output.harmless(UnifiedPatch.of(before.content(), after.content())));
            }
            case JSON -> out.json(json(before, after, changes));
            case HTML -> out.exactly(HtmlReport.of(changes, named(before), named(after)));
            case PATCH -> out.exactly(UnifiedPatch.of(before.content(), after.content()));
        }
    }

    private static String named(Version version) {
        return version.prompt() + " " + version.label();
    }

    private Json json(Version before, Version after, ChangeList changes) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("prompt", Forms.text(prompt.value()));
        members.put("left", Forms.text(before.label().value()));
        members.put("right", Forms.text(after.label().value()));
        members.putAll(changes.toJson().members());
        return new Json.Object(members);
    }
}
