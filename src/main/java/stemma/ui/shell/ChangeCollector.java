package stemma.ui.shell;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import stemma.store.StoreChange;
import stemma.ui.common.Tasks;

/// Brings a store's changes to the FX thread, each once however often it is told before it gets there; an import of
/// thousands of versions is one change of anything. Safe for concurrent use.
final class ChangeCollector {
    /// So many changed prompts are told one by one; more are told as one change of anything.
    private static final int FEW = 20;

    private final Tasks tasks;
    private final Consumer<StoreChange> receiver;
    private final Set<StoreChange> waiting = new LinkedHashSet<>();

    ChangeCollector(Tasks tasks, Consumer<StoreChange> receiver) {
        this.tasks = tasks;
        this.receiver = receiver;
    }

    void add(StoreChange change) {
        synchronized (waiting) {
            boolean first = waiting.isEmpty();
            waiting.add(change);
            if (!first) {
                return;
            }
        }
        tasks.onFxThread(this::deliver);
    }

    private void deliver() {
        Set<StoreChange> changes;
        synchronized (waiting) {
            changes = new LinkedHashSet<>(waiting);
            waiting.clear();
        }
        if (changes.size() > FEW || changes.contains(StoreChange.anything())) {
            receiver.accept(StoreChange.anything());
        } else {
            changes.forEach(receiver);
        }
    }
}
