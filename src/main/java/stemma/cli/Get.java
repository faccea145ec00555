package stemma.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.store.Store;

/// Prints a version.
@CommandLine.Command(name = "get", description = "Print a version: by default the one in production, else the newest.")
final class Get extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            converter = Arguments.OfVersion.class,
            description = "A label such as 1.4.0, or a stage such as @production.")
    private @Nullable VersionReference version;

    @CommandLine.Option(names = "--raw", description = "The text only, to the last character.")
    private boolean raw;

    @CommandLine.Option(
            names = "--render",
            paramLabel = "NAME=VALUE",
            arity = "0..*",
            description = "The text only, with the variables filled in; an argument each.")
    private @Nullable List<String> values;

    @Override
    int run(Session session, Store store) throws IOException {
        VersionReference wanted = version;
        Version found = wanted == null ? VersionReference.usual(store, prompt) : wanted.find(store, prompt);
        List<String> given = values;
        Version shown = given == null
                ? found
                : new Version(found.info(), found.content().withMessages(new Filling(found).with(given)));
        if (json()) {
            session.out().json(Forms.of(shown));
        } else if (raw || given != null) {
            session.out().exactly(MessageText.write(shown.content().messages()));
        } else {
            describe(shown, session.out());
        }
        return ExitCode.DONE;
    }

    private static void describe(Version version, Output out) throws IOException {
        VersionInfo info = version.info();
        Content content = version.content();
        out.line(info.prompt() + " " + info.label());
        field(out, "title", content.title());
        field(out, "stages", info.stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
        field(out, "tags", String.join(", ", info.tags()));
        field(out, "saved", Times.shown(info.createdAt()) + (info.author().isEmpty() ? "" : " by " + info.author()));
        field(out, "message", info.message());
        field(out, "variables", content.variables().stream().map(Variable::name).collect(Collectors.joining(", ")));
        field(out, "config", content.config().isEmpty() ? "" : content.config().compact());
        out.line("");
        out.line(MessageText.write(content.messages()).stripTrailing());
    }

    private static void field(Output out, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.line(name + ": " + value);
        }
    }
}
