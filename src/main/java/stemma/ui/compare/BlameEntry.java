package stemma.ui.compare;

/// What the blame column tells beside a line.
///
/// @param text version, author and age
/// @param tip the same with the exact time and why
/// @param isStart whether the line above is from another version
/// @param isOwn whether the version that is shown brought the line
record BlameEntry(String text, String tip, boolean isStart, boolean isOwn) {}
