package stemma.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as people and scripts read them alike.
final class Times {
    private Times() {}

    /// In UTC, to the second, such as `2026-03-01T09:30:00Z`.
    static String shown(Instant time) {
        LocalDateTime shown = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        return shown + (shown.getSecond() == 0 ? ":00Z" : "Z"); // a formatter took a twentieth of the time of a long list
    }
}
