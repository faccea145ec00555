package stemma.registry;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;

/// Adding and removing tags, where a store can only replace them.
public final class Tagging {
    private final Store store;

    public Tagging(Store store) {
        this.store = store;
    }

    /// Changes the tags that the version has now; tags that somebody else set meanwhile stay.
    public VersionInfo change(PromptId prompt, VersionLabel label, Set<String> add, Set<String> remove) {
        SortedSet<String> tags = new TreeSet<>(store.get(prompt, label).info().tags());
        tags.removeAll(remove);
        tags.addAll(add);
        return store.setTags(prompt, label, tags);
    }
}
