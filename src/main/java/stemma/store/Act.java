package stemma.store;

import java.time.Instant;
import java.util.Optional;

/// Who does something and why, for the history.
///
/// @param who may be empty
/// @param why may be empty
/// @param when the time to record; empty for now. Given when a history is copied from elsewhere
public record Act(String who, String why, Optional<Instant> when) {
    /// An act of now.
    public static Act by(String who, String why) {
        return new Act(who, why, Optional.empty());
    }
}
