package stemma.store.gojson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.HeldPrompt;
import stemma.store.Untold;

/// What a folder holds, in memory.
///
/// @param prompts by id
/// @param broken files that cannot be read, with what is wrong; asking for what they hold fails
/// @param problems everything that the check tells, broken files too
/// @param untold by [#byPrompt] what is not among the prompts, damaged version files too, but not files of stages that are broken
/// @param dangling stages that hold a version that is not among the prompt's
public record Index(
        SortedMap<PromptId, HeldPrompt> prompts,
        Map<String, Sentence> broken,
        List<Health.Problem> problems,
        Map<Optional<PromptId>, List<Untold>> untold,
        Map<PromptId, SortedMap<Stage, VersionLabel>> dangling) {

    /// By the prompt; without one those of which it is not known.
    public static Map<Optional<PromptId>, List<Untold>> byPrompt(List<Untold> untold) {
        return untold.stream().collect(Collectors.groupingBy(Untold::prompt));
    }
}
