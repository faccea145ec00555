package stemma.diff;

/// One stretch that differs: what stands at `left` on the left was replaced by what stands at `right` on the right.
/// One of the two may be empty, never both.
public record Edit(Span left, Span right) {
}
