package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import stemma.ui.common.DirectTasks;

class RestingTest {
    private final DirectTasks tasks = new DirectTasks();
    private Instant now = Instant.EPOCH;
    private boolean busy;
    private int collected;
    private final Resting resting = new Resting(tasks, new Now(), () -> busy, () -> collected++);

    private final class Now extends Clock {
        @Override
        public Instant instant() {
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

    private void pass(Duration time) {
        now = now.plus(time);
        tasks.passTime();
    }

    @Test
    void aWindowThatNobodyUsesIsTidiedOnceAndNotWokenAgain() {
        resting.touched();
        pass(Resting.AFTER);
        assertThat(collected).isOne();
        pass(Resting.AFTER);
        assertThat(collected).isOne();
        resting.touched();
        pass(Resting.AFTER);
        assertThat(collected).isEqualTo(2);
    }

    @Test
    void whoUsesItIsNotDisturbed() {
        resting.touched();
        now = now.plusSeconds(15);
        resting.touched();
        pass(Duration.ofSeconds(5));
        assertThat(collected).isZero();
        pass(Duration.ofSeconds(15));
        assertThat(collected).isOne();
    }

    @Test
    void workThatGoesOnIsWaitedFor() {
        busy = true;
        resting.touched();
        pass(Resting.AFTER);
        pass(Resting.AFTER);
        assertThat(collected).isZero();
        busy = false;
        pass(Resting.AFTER);
        assertThat(collected).isOne();
    }
}
