package stemma.ui.shell;

import java.util.Set;
import stemma.prompt.PromptId;
import stemma.store.StoreChange;
import stemma.ui.browser.TextSearch;

/// The text index of the open store.
final class TextIndex implements TextSearch, AutoCloseable {
    @Override
    public Set<PromptId> find(String typed) {
        return Set.of();
    }

    void changed(StoreChange change) {}

    @Override
    public void close() {}
}
