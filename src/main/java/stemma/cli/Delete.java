package stemma.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Store;

/// Deletes a version or a prompt, when it is told so twice.
@CommandLine.Command(name = "delete", description = "Delete a version, or a prompt with all its versions.")
final class Delete extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            converter = Arguments.OfVersion.class,
            description = "Only this version. Default: the whole prompt.")
    private @Nullable VersionReference version;

    @CommandLine.Option(names = "--yes", description = "Yes, delete it; without this nothing is deleted.")
    private boolean yes;

    @CommandLine.Mixin
    private Reason reason = new Reason();

    @Override
    int run(Session session, Store store) throws IOException {
        VersionReference only = version;
        Optional<VersionLabel> label = Optional.ofNullable(only).map(one -> one.find(store, prompt).label());
        int versions = label.isPresent() ? 1 : store.versions(prompt).size();
        String what = label.map(one -> prompt + " " + one)
                .orElse(prompt + " with " + Output.count(versions, "version"));
        if (!yes) {
            throw Failure.usage("Nothing was deleted: --yes is needed to delete " + what + ".");
        }
        Act act = reason.act(session);
        label.ifPresentOrElse(one -> store.deleteVersion(prompt, one, act), () -> store.deletePrompt(prompt, act));
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "prompt", Forms.text(prompt.value()),
                            "version", Forms.label(label),
                            "deleted", Json.Number.of(versions)));
        } else {
            session.out().line("Deleted " + what + ".");
        }
        return ExitCode.DONE;
    }
}
