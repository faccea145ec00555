package stemma.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Side;
import stemma.diff.Whitespace;
import stemma.ui.common.Tasks;

/// The result of a compare: what changed, the rows that tell it, and what was filled in. Immutable.
record Compared(ChangeList changes, Script script, List<Sample> samples) {
    /// Reads both sides and compares them; blocks.
    ///
    /// @param typed values of the reader's own, when the variables are to be filled in on both sides
    static Compared read(
            CompareModel.Pair sides,
            Whitespace whitespace,
            Optional<Map<String, String>> typed,
            Tasks.Progress progress)
            throws Exception {
        CompareOptions options =
                CompareOptions.DEFAULT.withWhitespace(whitespace).withCancelled(progress::isCancelled);
        Side left = sides.left().source().call();
        Side right = sides.right().source().call();
        List<Sample> samples = List.of();
        if (typed.isPresent()) {
            samples = Rendered.samples(left.content(), right.content(), typed.get());
            left = Rendered.fill(left, samples);
            right = Rendered.fill(right, samples);
        }
        ChangeList changes = Comparison.of(left, right, options);
        return new Compared(changes, ScriptBuilder.build(changes, options), samples);
    }
}
