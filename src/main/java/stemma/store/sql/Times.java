package stemma.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as microseconds since 1970-01-01T00:00:00Z.
final class Times {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Times() {}

    /// Rounded down. Times out of range, some 292,000 years from now, become the earliest or latest.
    static long micros(Instant time) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS));
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1000);
    }
}
