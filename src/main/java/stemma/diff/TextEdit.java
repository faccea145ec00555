package stemma.diff;

/// One step of a patch: at `offset` of the old text, `length` characters are replaced by `replacement`.
///
/// @param offset in UTF-16 units
/// @param length in UTF-16 units
public record TextEdit(int offset, int length, String replacement) {}
