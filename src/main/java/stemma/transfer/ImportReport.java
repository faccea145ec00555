package stemma.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stemma.prompt.Sentence;

/// How an import went. Lines that are not counted as added, there, conflict or bad were not reached.
///
/// @param added versions that are new in the store, or would be in a preview
/// @param alreadyThere versions that the store had already, with the same content
/// @param conflicts lines whose label the store has with other content, or that it cannot hold beside what it has
/// @param badLines lines that are no version, or one that the store cannot hold
/// @param notes things that were done otherwise than a line says, or not at all, although its version is there
/// @param problems conflicts, bad lines and notes by line, the first [#MAX_LISTED] of them
/// @param cancelled whether it was stopped; importing again goes on
public record ImportReport(
        long added,
        long alreadyThere,
        long conflicts,
        long badLines,
        long notes,
        List<Problem> problems,
        boolean cancelled) {

    /// How many problems are listed; all are counted.
    public static final int MAX_LISTED = 1_000;

    public ImportReport {
        problems = List.copyOf(problems);
    }

    /// What kind of problem.
    public enum Kind {
        /// A line that makes no sense, or holds what the store cannot.
        BAD_LINE,
        /// A version that was left: the store has other content under its label, or somebody saved meanwhile.
        CONFLICT,
        /// Something to know of a version that was taken, or was there already.
        NOTE
    }

    /// One thing to know.
    ///
    /// @param line the line's number, from 1
    /// @param what half a sentence, fit to be shown
    public record Problem(long line, Kind kind, Sentence what) {}

    /// Gathers a report. Not safe for concurrent use.
    static final class Builder {
        private long added;
        private long alreadyThere;
        private final long[] counts = new long[Kind.values().length];
        private final List<Problem> problems = new ArrayList<>();

        void added() {
            added++;
        }

        void alreadyThere() {
            alreadyThere++;
        }

        void problem(long line, Kind kind, CharSequence what) {
            counts[kind.ordinal()]++;
            if (problems.size() < MAX_LISTED) {
                problems.add(new Problem(line, kind, Sentence.from(what)));
            }
        }

        long handled() {
            return added + alreadyThere + counts[Kind.BAD_LINE.ordinal()] + counts[Kind.CONFLICT.ordinal()];
        }

        ImportReport build(boolean cancelled) {
            problems.sort(Comparator.comparingLong(Problem::line));
            return new ImportReport(
                    added,
                    alreadyThere,
                    counts[Kind.CONFLICT.ordinal()],
                    counts[Kind.BAD_LINE.ordinal()],
                    counts[Kind.NOTE.ordinal()],
                    problems,
                    cancelled);
        }
    }
}
