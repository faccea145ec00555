package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Capability;
import stemma.store.Page;
import stemma.store.Store;

/// What a store's record tells of prompts that are gone: no other store can have it, since it is a record of versions.
final class DeletedPrompts {
    private static final int PAGE = 500;

    private final Store store;
    private final Set<PromptId> there;
    /// What became of the prompt that had an id at the time that is looked at: the id under which it was deleted, or
    /// empty when it is there.
    private final Map<PromptId, Optional<PromptId>> fates = new HashMap<>();
    private final SortedMap<PromptId, Integer> entries = new TreeMap<>();

    /// @param there all prompts that are not gone
    DeletedPrompts(Store store, Set<PromptId> there) {
        this.store = store;
        this.there = there;
    }

    List<CopyItem> items() {
        int offset = 0;
        boolean isLast = !store.can(Capability.HISTORY);
        while (!isLast) {
            Page<HistoryEntry> page = store.history(Optional.empty(), offset, PAGE);
            page.items().forEach(this::count);
            offset += page.items().size();
            isLast = page.isLast() || page.items().isEmpty();
        }
        List<CopyItem> items = new ArrayList<>();
        entries.forEach((id, count) -> items.add(CopyItem.prompt(
                id,
                Outcome.LOST,
                Sentence.of("the prompt was deleted"),
                List.of(new Loss(
                        Loss.Part.HISTORY,
                        count == 1
                                ? Sentence.of("the record of 1 thing that was done with it")
                                : Sentence.of("the record of {0} things that were done with it", count))))));
        return items;
    }

    /// @param entry the next older one
    private void count(HistoryEntry entry) {
        PromptId id = entry.prompt();
        switch (entry) {
            case HistoryEntry.PromptDeleted _ -> fates.put(id, Optional.of(id));
            case HistoryEntry.PromptRenamed renamed -> fates.put(id, fate(renamed.renamedTo()));
            default -> {}
        }
        fate(id).ifPresent(gone -> entries.merge(gone, 1, Integer::sum));
    }

    private Optional<PromptId> fate(PromptId id) {
        return fates.computeIfAbsent(id, _ -> there.contains(id) ? Optional.empty() : Optional.of(id));
    }
}
