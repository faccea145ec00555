package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import stemma.prompt.PromptId;
import stemma.store.StoreChange;
import stemma.ui.common.Tasks;

class ChangeCollectorTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<StoreChange> told = new ArrayList<>();
    private final ChangeCollector collector = new ChangeCollector(new WaitingTasks(), told::add);

    /// Tasks whose FX thread is busy until the test says otherwise.
    private final class WaitingTasks implements Tasks {
        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            throw new UnsupportedOperationException(title);
        }

        @Override
        public void onFxThread(Runnable action) {
            waiting.add(action);
        }

        @Override
        public Handle later(Duration pause, Runnable action) {
            throw new UnsupportedOperationException();
        }
    }

    private static StoreChange of(String prompt) {
        return StoreChange.of(new PromptId(prompt));
    }

    private void fxThreadIsFree() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void aPromptThatChangesOftenIsToldOnce() {
        collector.add(of("a"));
        collector.add(of("b"));
        collector.add(of("a"));
        assertThat(waiting).hasSize(1);
        fxThreadIsFree();
        assertThat(told).containsExactly(of("a"), of("b"));
    }

    @Test
    void whatChangesLaterIsToldLater() {
        collector.add(of("a"));
        fxThreadIsFree();
        collector.add(of("a"));
        fxThreadIsFree();
        assertThat(told).containsExactly(of("a"), of("a"));
    }

    @Test
    void anImportIsOneChangeOfAnything() {
        for (int i = 0; i < 1_000; i++) {
            collector.add(of("prompt-" + i));
        }
        fxThreadIsFree();
        assertThat(told).containsExactly(StoreChange.anything());
    }

    @Test
    void aChangeOfAnythingCoversTheOthers() {
        collector.add(of("a"));
        collector.add(StoreChange.anything());
        fxThreadIsFree();
        assertThat(told).containsExactly(StoreChange.anything());
    }
}
