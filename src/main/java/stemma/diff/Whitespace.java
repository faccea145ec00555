package stemma.diff;

/// Which differences in blanks count.
public enum Whitespace {
    /// Every one.
    EXACT,
    /// None at the beginning and the end of a line.
    TRIM,
    /// None within a line; an inserted blank line still counts.
    IGNORE,
    /// None at all as long as the same words stand in the same paragraphs: text wrapped at other columns is equal.
    /// Blank lines, headings, list items, tables and fences begin a new paragraph.
    REFLOW
}
