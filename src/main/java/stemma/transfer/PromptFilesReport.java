package stemma.transfer;

import java.nio.file.Path;
import java.util.List;
import stemma.prompt.Sentence;

/// How an import of prompt files went, or would go.
///
/// @param entries one for each file that was reached
/// @param cancelled whether it was stopped; importing again goes on
public record PromptFilesReport(List<Entry> entries, boolean cancelled) {
    public PromptFilesReport {
        entries = List.copyOf(entries);
    }

    /// What becomes of a file.
    public enum Outcome {
        NEW,
        /// The store has the prompt, and a version of it with the same content.
        THERE,
        /// The store, or another file, has the prompt with other content.
        CONFLICT,
        UNUSABLE
    }

    /// A file.
    ///
    /// @param name what its prompt is called, or would be
    /// @param remarks why, or what of it was left out, as half sentences
    public record Entry(Path file, String name, Outcome outcome, List<Sentence> remarks) {}

    /// How many files have an outcome.
    public long count(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }
}
