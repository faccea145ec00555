package stemma.ui.browser;

import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;

/// A prompt in the list.
///
/// @param summary empty for a prompt that so far is only a draft
/// @param hasDraft whether it has unsaved edits
public record PromptRow(PromptId id, Optional<PromptSummary> summary, boolean hasDraft) {}
