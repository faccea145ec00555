package stemma;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that goes as a test wants it to, in UTC. Safe for concurrent use.
public final class TestClock extends Clock {
    private final Duration step;
    private Instant now;

    private TestClock(Instant start, Duration step) {
        this.now = start;
        this.step = step;
    }

    /// One that stands still until it is moved.
    public static TestClock at(Instant start) {
        return new TestClock(start, Duration.ZERO);
    }

    /// One that moves on by a second with each look.
    public static TestClock tickingFrom(Instant start) {
        return new TestClock(start, Duration.ofSeconds(1));
    }

    /// Moves on.
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /// What the last look told, without being one.
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Instant instant() {
        pass(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
