package stemma.diff;

import java.util.List;

/// One step of a patch: at `offset` of the old text, `length` characters are replaced by `replacement`.
///
/// @param offset in UTF-16 units
/// @param length in UTF-16 units
public record TextEdit(int offset, int length, String replacement) {
    /// Applies edits, which must be in order and not overlap.
    ///
    /// @throws IllegalArgumentException when an edit lies outside the text or before the end of the one before it
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        for (TextEdit edit : edits) {
            if (edit.offset < at || edit.length < 0 || edit.offset + edit.length > text.length()) {
                throw new IllegalArgumentException("the edit at " + edit.offset + " does not fit the text");
            }
            out.append(text, at, edit.offset).append(edit.replacement);
            at = edit.offset + edit.length;
        }
        return out.append(text, at, text.length()).toString();
    }
}
