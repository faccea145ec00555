package stemma.transfer;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;

/// Every prompt of a store, read page by page.
public final class AllPrompts {
    private static final int PAGE = 2_000;

    private AllPrompts() {}

    /// The ids of every prompt that the store has now; fewer when that is cancelled.
    ///
    /// @throws StoreException when the store cannot be read
    public static SortedSet<PromptId> ids(Store store, Progress progress) {
        SortedSet<PromptId> prompts = new TreeSet<>();
        forEach(store, summary -> prompts.add(summary.id()), progress);
        return prompts;
    }

    /// Tells every prompt by id, until that is cancelled. One that is added or deleted meanwhile may make another one
    /// be told twice or not at all.
    ///
    /// @throws StoreException when the store cannot be read
    public static void forEach(Store store, Consumer<PromptSummary> receiver, Progress progress) {
        int offset = 0;
        while (!progress.isCancelled()) {
            Page<PromptSummary> page = store.list(Query.all().withPage(offset, PAGE));
            page.items().forEach(receiver);
            offset += page.items().size();
            if (page.isLast() || page.items().isEmpty()) {
                return;
            }
        }
    }
}
