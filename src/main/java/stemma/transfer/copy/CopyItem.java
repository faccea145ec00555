package stemma.transfer.copy;

import java.util.List;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.StoreUri;
import stemma.store.Untold;

/// What becomes of one version, of one stage, or of what a prompt or the store has besides those.
///
/// @param prompt empty for what belongs to no prompt, as far as is known
/// @param version by its label in the source; of a stage, the one that it holds there
/// @param stage present when this is about a stage
/// @param detail why, or what else there is to know, as half a sentence; may be empty
/// @param losses what the target cannot hold of it
public record CopyItem(
        Optional<PromptId> prompt,
        Optional<VersionLabel> version,
        Optional<Stage> stage,
        Outcome outcome,
        Sentence detail,
        List<Loss> losses) {
    public CopyItem {
        losses = List.copyOf(losses);
    }

    static CopyItem version(
            PromptId prompt, VersionLabel version, Outcome outcome, Sentence detail, List<Loss> losses) {
        return new CopyItem(Optional.of(prompt), Optional.of(version), Optional.empty(), outcome, detail, losses);
    }

    static CopyItem stage(
            PromptId prompt, Optional<VersionLabel> version, Stage stage, Outcome outcome, Sentence detail) {
        return new CopyItem(Optional.of(prompt), version, Optional.of(stage), outcome, detail, List.of());
    }

    static CopyItem prompt(PromptId prompt, Outcome outcome, Sentence detail, List<Loss> losses) {
        return new CopyItem(Optional.of(prompt), Optional.empty(), Optional.empty(), outcome, detail, losses);
    }

    /// What the source cannot read, or Stemma has no place for.
    static CopyItem untold(StoreUri source, Untold untold) {
        boolean damaged = untold.isDamage();
        return new CopyItem(
                untold.prompt(),
                untold.version(),
                Optional.empty(),
                damaged ? Outcome.FAILED : Outcome.LOST,
                damaged ? untold.problem(source).sentence() : Sentence.NONE,
                damaged ? List.of() : List.of(Loss.of(untold)));
    }
}
