package stemma.ui.compare;

/// One row of a [Script], before it is decided how rows are shown.
sealed interface Row permits HeadingRow, LineRow {
    /// The row's place in its script, from 0.
    int index();

    /// The section that it belongs to, from 0.
    int section();

    Glyph glyph();

    default boolean isChange() {
        return glyph() != Glyph.NONE;
    }
}
