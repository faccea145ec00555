package stemma.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as people and scripts read them alike.
final class Times {
    private Times() {}

    /// In UTC, to the second, such as `2026-03-01T09:30:00Z`.
    static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
