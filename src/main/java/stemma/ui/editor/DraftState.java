package stemma.ui.editor;

import java.time.Instant;

/// How safe the author's text is.
public sealed interface DraftState {
    /// Nothing differs from what is saved.
    record None() implements DraftState {}

    /// Changed a moment ago; on its way to the disk.
    record Waiting() implements DraftState {}

    /// In the draft file.
    record Kept(Instant at) implements DraftState {}

    /// The draft file could not be written; it is tried again.
    ///
    /// @param reason fit to be shown
    record Failed(String reason) implements DraftState {}
}
