package stemma.store.file;

import java.time.Instant;
import java.util.Optional;

/// What somebody did in a change, in words.
///
/// @param what one line, such as `Promote support/greeting 1.2.0 to production`
/// @param who may be empty
/// @param why may be empty, and have several lines
/// @param when the time that the author gave; empty for now
public record Deed(String what, String who, String why, Optional<Instant> when) {}
