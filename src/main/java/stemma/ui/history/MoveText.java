package stemma.ui.history;

import java.util.Optional;
import stemma.prompt.HistoryEntry;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;

/// An entry of the stage history in words.
final class MoveText {
    private MoveText() {}

    /// One line, such as `production: 1.2.0 → 1.3.0`.
    static String of(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.StageMoved moved ->
                Messages.text("history.moved", moved.stage().name(), shown(moved.from()), shown(moved.to()));
            case HistoryEntry.VersionDeleted deleted ->
                Messages.text("history.versionDeleted", deleted.label().value());
            case HistoryEntry.PromptDeleted _ -> Messages.text("history.promptDeleted");
            case HistoryEntry.PromptRenamed renamed ->
                Messages.text(
                        "history.renamed", renamed.prompt().value(), renamed.renamedTo().value());
        };
    }

    /// The version that an entry tells of: the one that came into the stage, or else the one that went.
    static Optional<VersionLabel> label(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.StageMoved moved -> moved.to().or(moved::from);
            case HistoryEntry.VersionDeleted deleted -> Optional.of(deleted.label());
            case HistoryEntry.PromptDeleted _, HistoryEntry.PromptRenamed _ -> Optional.empty();
        };
    }

    private static String shown(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse(Messages.text("history.nothing"));
    }
}
