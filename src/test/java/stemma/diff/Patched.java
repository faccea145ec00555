package stemma.diff;

import java.util.ArrayList;
import java.util.List;
import stemma.prompt.Content;

/// Makes the right side of the left one by what was found to differ, to show that nothing was overlooked.
final class Patched {
    private Patched() {}

    /// The right content, bit for bit; the order of JSON members may differ, which counts for nothing.
    static Content by(ChangeList list) {
        List<Change> all = new ArrayList<>(list.changes());
        all.addAll(list.ignored());
        return ContentPatch.apply(list.left(), all);
    }

    /// @param edits in order, not overlapping
    /// @throws IllegalArgumentException when an edit lies outside the text or before the end of the one before it
    static String text(String text, List<TextEdit> edits) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        for (TextEdit edit : edits) {
            if (edit.offset() < at || edit.length() < 0 || edit.offset() + edit.length() > text.length()) {
                throw new IllegalArgumentException("the edit at " + edit.offset() + " does not fit the text");
            }
            out.append(text, at, edit.offset()).append(edit.replacement());
            at = edit.offset() + edit.length();
        }
        return out.append(text, at, text.length()).toString();
    }
}
