package stemma.ui.save;

import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;

/// What is to be saved.
///
/// @param base what the edits began with; empty for a new prompt
public record Edits(PromptId prompt, Optional<Version> base, Content content) {}
