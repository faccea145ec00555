package stemma.store.gojson;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Health;
import stemma.store.HeldPrompt;

/// What a folder holds, in memory.
///
/// @param prompts by id
/// @param broken files that cannot be read, with what is wrong; asking for what they hold fails
/// @param problems everything that the check tells, broken files too
public record Index(
        SortedMap<PromptId, HeldPrompt> prompts, Map<String, Sentence> broken, List<Health.Problem> problems) {}
