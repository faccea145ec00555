package stemma.ui.compare;

import java.util.Map;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Side;
import stemma.diff.Whitespace;
import stemma.prompt.Json;
import stemma.ui.common.Tasks;

/// The result of a compare: what changed, and the rows that tell it. Immutable.
record Compared(ChangeList changes, Script script) {
    /// What stands where the template has variables.
    enum Filling {
        /// The variables, as written.
        NONE,
        /// The same sample values on both sides.
        SAMPLES
    }

    /// Reads both sides and compares them; blocks.
    static Compared read(CompareModel.Pair sides, Whitespace whitespace, Filling filling, Tasks.Progress progress)
            throws Exception {
        CompareOptions options =
                CompareOptions.DEFAULT.withWhitespace(whitespace).withCancelled(progress::isCancelled);
        Side left = sides.left().source().call();
        Side right = sides.right().source().call();
        if (filling == Filling.SAMPLES) {
            Map<String, Json> values = Rendered.samples(left.content(), right.content());
            left = Rendered.fill(left, values);
            right = Rendered.fill(right, values);
        }
        ChangeList changes = Comparison.of(left, right, options);
        return new Compared(changes, ScriptBuilder.build(changes, options));
    }
}
