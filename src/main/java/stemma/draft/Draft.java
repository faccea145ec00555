package stemma.draft;

import java.time.Instant;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// Unsaved edits of one prompt.
///
/// @param base the version they began with; empty for a prompt that was never saved
/// @param text the fields as they stand
/// @param at when they were last changed
public record Draft(PromptId prompt, Optional<VersionLabel> base, DraftText text, Instant at) {}
