package stemma.transfer;

import java.util.List;
import stemma.prompt.Sentence;

/// How an export went.
///
/// @param prompts how many prompts were written
/// @param versions how many versions were written
/// @param problems what could not be read from the store and so is missing, a sentence each
/// @param cancelled whether it was stopped; then there is no file, or the one that was there before
public record ExportReport(long prompts, long versions, List<Sentence> problems, boolean cancelled) {
    public ExportReport {
        problems = List.copyOf(problems);
    }
}
