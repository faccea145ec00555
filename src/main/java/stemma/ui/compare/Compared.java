package stemma.ui.compare;

import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Whitespace;
import stemma.ui.common.Tasks;

/// The result of a compare: what changed, and the rows that tell it. Immutable.
record Compared(ChangeList changes, Script script) {
    /// Reads both sides and compares them; blocks.
    static Compared read(Subject left, Subject right, Whitespace whitespace, Tasks.Progress progress)
            throws Exception {
        CompareOptions options =
                CompareOptions.DEFAULT.withWhitespace(whitespace).withCancelled(progress::isCancelled);
        ChangeList changes =
                Comparison.of(left.source().call(), right.source().call(), options);
        return new Compared(changes, ScriptBuilder.build(changes, options));
    }
}
