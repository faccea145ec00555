package stemma.store.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as the port wants them.
final class Instants {
    private Instants() {}

    /// To the microsecond.
    static Instant ofNanos(long nanosSince1970) {
        return Instant.ofEpochSecond(0, nanosSince1970).truncatedTo(ChronoUnit.MICROS);
    }
}
