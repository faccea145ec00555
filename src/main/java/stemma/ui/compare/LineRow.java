package stemma.ui.compare;

import java.util.OptionalInt;

/// A row with text on one side or both.
sealed interface LineRow extends Row permits TextRow, FactRow {
    boolean hasLeft();

    boolean hasRight();

    /// @param reveal whether characters that cannot be seen are replaced by signs
    Piece left(boolean reveal);

    /// @param reveal whether characters that cannot be seen are replaced by signs
    Piece right(boolean reveal);

    /// Both sides in one text: what is gone and what is new, beside each other.
    ///
    /// @param reveal whether characters that cannot be seen are replaced by signs
    Piece merged(boolean reveal);

    /// The number of the left line, from 1; empty for a row that has none or goes on with the line above.
    OptionalInt leftLine();

    /// The number of the right line, from 1; empty for a row that has none or goes on with the line above.
    OptionalInt rightLine();

    /// What a reader of the left side would copy, line end included.
    String leftText();

    /// What a reader of the right side would copy, line end included.
    String rightText();

    /// Whether the row goes on with the paragraph of the row above.
    boolean continues();
}
