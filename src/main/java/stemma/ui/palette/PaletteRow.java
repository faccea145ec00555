package stemma.ui.palette;

import java.util.BitSet;

/// Something found.
///
/// @param id what it is remembered by when it was used; empty for what is not remembered
/// @param text its name
/// @param marks the letters of the name that were typed
/// @param detail what else is worth knowing; may be empty
/// @param keys its shortcut; may be empty
/// @param action opens or runs it, on the FX thread
record PaletteRow(String id, String text, BitSet marks, String detail, String keys, Runnable action) {}
