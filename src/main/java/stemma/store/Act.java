package stemma.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /// The time to record, now where none is given; cut to microseconds, which every store can keep.
    public Instant doneAt(Clock clock) {
        return when.orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS);
    }
}
