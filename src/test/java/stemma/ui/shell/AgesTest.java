package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stemma.ui.common.DirectTasks;

class AgesTest {
    private final DirectTasks tasks = new DirectTasks();
    private int told;
    private final Ages ages = new Ages(tasks, () -> told++);

    @Test
    void agesKeepUpWhileTheyCanBeSeen() {
        tasks.passTime();
        assertThat(told).isZero();
        ages.seen(true);
        assertThat(told).as("what aged while it was hidden").isOne();
        tasks.passTime();
        tasks.passTime();
        assertThat(told).isEqualTo(3);
    }

    @Test
    void aWindowThatIsHiddenWaitsForNothing() {
        ages.seen(true);
        ages.seen(false);
        tasks.passTime();
        assertThat(told).isOne();
        ages.seen(true);
        ages.seen(true);
        tasks.passTime();
        assertThat(told).as("one wait at a time").isEqualTo(3);
    }
}
