package stemma.ui.compare;

/// How a compare is laid out.
public enum View {
    /// Two columns, aligned.
    SPLIT,
    /// One column, old above new.
    UNIFIED,
    /// One text, deletions struck through and insertions underlined.
    RESULT
}
