package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import stemma.TestClock;
import stemma.ui.common.DirectTasks;

class RestingTest {
    private static final long MEGABYTE = 1 << 20;

    private final DirectTasks tasks = new DirectTasks();
    private final TestClock clock = TestClock.at(Instant.EPOCH);
    private boolean busy;
    private long memory = 60 * MEGABYTE;
    private int collected;
    private final Resting resting = new Resting(tasks, clock, () -> busy, () -> memory, () -> collected++);

    private void pass(Duration time) {
        clock.pass(time);
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
        clock.pass(Duration.ofSeconds(15));
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

    @Test
    void muchGarbageIsCollectedInAShortPause() {
        resting.touched();
        pass(Resting.PAUSE);
        memory += Resting.MUCH;
        resting.touched();
        pass(Resting.PAUSE);
        assertThat(collected).as("not yet much").isZero();
        memory += MEGABYTE;
        resting.touched();
        pass(Duration.ofSeconds(1));
        assertThat(collected).as("no pause").isZero();
        pass(Resting.PAUSE);
        assertThat(collected).isOne();
    }

    @Test
    void whatIsInUseIsNoGarbage() {
        memory = 400 * MEGABYTE;
        resting.touched();
        pass(Resting.PAUSE);
        memory += 300 * MEGABYTE;
        pass(Resting.PAUSE);
        assertThat(collected).as("less than what a large store needs").isZero();
    }
}
