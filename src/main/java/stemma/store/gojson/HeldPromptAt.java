package stemma.store.gojson;

import stemma.prompt.PromptId;
import stemma.store.HeldPrompt;

/// A prompt with its id.
public record HeldPromptAt(PromptId id, HeldPrompt held) {}
