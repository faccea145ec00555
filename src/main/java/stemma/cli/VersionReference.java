package stemma.cli;

import java.util.List;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;

/// A version as it is named on the command line: a label such as `1.4.0`, or a stage such as `@production`.
sealed interface VersionReference {
    record Label(VersionLabel label) implements VersionReference {}

    record InStage(Stage stage) implements VersionReference {}

    /// @throws IllegalArgumentException when the text is neither
    static VersionReference parse(String text) {
        return text.startsWith("@")
                ? new InStage(new Stage(text.substring(1)))
                : new Label(new VersionLabel(text));
    }

    /// @throws stemma.store.StoreException.NotFound when prompt or version are not there
    /// @throws Failure when the stage holds nothing
    default Version find(Store store, PromptId prompt) {
        return switch (this) {
            case Label(VersionLabel label) -> store.get(prompt, label);
            case InStage(Stage stage) ->
                store.inStage(prompt, stage)
                        .orElseThrow(() -> new Failure(
                                ExitCode.NOT_FOUND,
                                "The stage " + stage + " of \"" + prompt + "\" in " + store.uri() + " holds no version."));
        };
    }

    /// What somebody means who names no version: the one in production, else the newest.
    ///
    /// @throws stemma.store.StoreException.NotFound when the prompt is not there
    /// @throws Failure when a version that cannot be read may be the newest
    static Version usual(Store store, PromptId prompt) {
        Optional<Version> inProduction = store.inStage(prompt, Stage.PRODUCTION);
        if (inProduction.isPresent()) {
            return inProduction.get();
        }
        List<VersionInfo> newestFirst = store.versions(prompt);
        Damaged.versions(store, prompt).stream().findFirst().ifPresent(damage -> {
            throw Failure.failed(damage.problem(store.uri()).getMessage()
                    + "\nIt may be the newest version. Say which one you mean.");
        });
        return store.get(prompt, newestFirst.getFirst().label());
    }
}
