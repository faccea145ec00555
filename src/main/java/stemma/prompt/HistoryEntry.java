package stemma.prompt;

import java.time.Instant;
import java.util.Optional;

/// One line of the stage history: an act that moved or cleared pointers. Never changed once written.
public sealed interface HistoryEntry {
    /// When, to the microsecond.
    Instant at();

    /// Who; may be empty.
    String who();

    /// The prompt, by the id it had then.
    PromptId prompt();

    /// Why; may be empty.
    String why();

    /// A stage was moved to a version, or cleared (`to` is empty) because its version was deleted.
    record StageMoved(
            Instant at,
            String who,
            PromptId prompt,
            Stage stage,
            Optional<VersionLabel> from,
            Optional<VersionLabel> to,
            String why)
            implements HistoryEntry {}

    /// A version was deleted.
    record VersionDeleted(Instant at, String who, PromptId prompt, VersionLabel label, String why)
            implements HistoryEntry {}

    /// A prompt was deleted with all its versions.
    record PromptDeleted(Instant at, String who, PromptId prompt, String why) implements HistoryEntry {}

    /// A prompt got another id; `prompt` is the old one.
    record PromptRenamed(Instant at, String who, PromptId prompt, PromptId renamedTo, String why)
            implements HistoryEntry {}
}
