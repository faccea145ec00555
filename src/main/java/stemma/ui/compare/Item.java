package stemma.ui.compare;

import java.util.OptionalInt;

/// What one cell of the list shows.
sealed interface Item {
    /// How a row is shown.
    enum Form {
        /// Left and right beside each other.
        SPLIT,
        /// The left side in the only column.
        LEFT,
        /// The right side in the only column.
        RIGHT,
        /// Both sides in one text.
        MERGED
    }

    /// A row of the script.
    ///
    /// @param partner of moved text: the row where it stands on the other side
    /// @param isMoveStart whether the row begins a block of moved text
    record Shown(Row row, Form form, OptionalInt partner, boolean isMoveStart) implements Item {}

    /// Rows that are folded away.
    ///
    /// @param first the first row
    /// @param end exclusive
    /// @param lines how many lines they are
    record Fold(int first, int end, int lines) implements Item {}
}
