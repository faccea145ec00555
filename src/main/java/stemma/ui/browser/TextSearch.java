package stemma.ui.browser;

import java.util.Set;
import stemma.prompt.PromptId;

/// Finds prompts by the text of their newest version. Blocks.
@FunctionalInterface
public interface TextSearch {
    /// @return the prompts that hold every typed word; empty as well when nothing can be told yet
    Set<PromptId> find(String typed);
}
