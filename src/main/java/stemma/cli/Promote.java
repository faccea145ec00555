package stemma.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.registry.Promoting;
import stemma.store.Act;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Moves a stage.
@CommandLine.Command(name = "promote", description = "Move a stage to a version.")
final class Promote extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "VERSION",
            converter = Arguments.OfVersion.class,
            description = "A label such as 1.4.0, or a stage such as @production.")
    private VersionReference version;

    @CommandLine.Parameters(
            index = "2",
            paramLabel = "STAGE",
            converter = Arguments.OfStage.class,
            description = "staging, production, or another one that the store knows.")
    private Stage stage;

    @CommandLine.Option(
            names = "--from",
            paramLabel = "VERSION",
            converter = Arguments.OfLabel.class,
            description = "The version that the stage must hold now; otherwise nothing is moved (exit code 4).")
    private @Nullable VersionLabel from;

    @CommandLine.Mixin
    private Reason reason = new Reason();

    @Override
    int run(Session session, Store store) throws IOException {
        Act act = reason.act(session);
        Promoting promoting = new Promoting(store);
        Promoting.Plan plan = promoting.plan(prompt, version.find(store, prompt).label(), stage);
        VersionLabel target = plan.target().label();
        Optional<VersionLabel> holds = plan.holds().map(Version::label);
        Optional<VersionLabel> expected = Optional.ofNullable(from);
        if (expected.isPresent() && !expected.equals(holds)) {
            throw StoreException.Conflict.stageMoved(
                    store.uri(), new Promotion(prompt, stage, expected, Optional.of(target), act), holds);
        }
        boolean moves = plan.direction() != Promoting.Direction.NOWHERE;
        if (moves) {
            promoting.promote(plan, act.who(), act.why());
        }
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "prompt", Forms.text(prompt.value()),
                            "stage", Forms.text(stage.name()),
                            "from", Forms.label(holds),
                            "to", Forms.text(target.value()),
                            "moved", new Json.Bool(moves)));
        } else {
            session.out().line(sentence(plan, target, holds));
        }
        return ExitCode.DONE;
    }

    private String sentence(Promoting.Plan plan, VersionLabel target, Optional<VersionLabel> holds) {
        return switch (plan.direction()) {
            case NOWHERE -> prompt + " " + target + " is in " + stage + " already.";
            case FIRST -> prompt + " " + target + " is in " + stage + " now; nothing was there before.";
            case FORWARD, BACK ->
                prompt + " " + target + " is in " + stage + " now, in place of " + holds.orElseThrow() + ".";
        };
    }
}
