package stemma.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import stemma.prompt.PromptId;

/// The prompts that one change is about, while the folder is locked.
final class Workspace {
    private final Path root;
    private final Change change;
    private final Function<PromptId, Optional<StoredPrompt>> index;
    private final Map<PromptId, Draft> drafts = new LinkedHashMap<>();
    private final List<Deed> deeds = new ArrayList<>();

    Workspace(Path root, Change change, Function<PromptId, Optional<StoredPrompt>> index) {
        this.root = root;
        this.change = change;
        this.index = index;
    }

    /// The prompt as it was before the change.
    Optional<StoredPrompt> before(PromptId id) {
        return index.apply(id);
    }

    /// The prompt as the change makes it; without versions when it is not there.
    Draft draft(PromptId id) {
        return drafts.computeIfAbsent(id, _ -> new Draft(root, change, id, index.apply(id)));
    }

    /// Makes a prompt's `latest.md` lead to its newest version and changes nothing else.
    void relink(PromptId id) {
        new Draft(root, change, id, index.apply(id)).finishLatest();
    }

    /// Says what is done, for whoever hears of the change.
    void note(String what, String who, String why, Optional<Instant> when) {
        deeds.add(new Deed(what, who, why, when));
    }

    List<Deed> deeds() {
        return deeds;
    }

    Set<PromptId> ids() {
        return drafts.keySet();
    }

    /// Stages everything that is left to stage.
    ///
    /// @param all every prompt there was before the change
    void finish(Collection<StoredPrompt> all) throws IOException {
        for (Draft draft : drafts.values()) {
            draft.finish();
        }
        Map<String, Integer> forgotten = new HashMap<>();
        for (Draft draft : drafts.values()) {
            draft.forgotten().forEach(hash -> forgotten.merge(hash, 1, Integer::sum));
        }
        if (forgotten.isEmpty()) {
            return;
        }
        for (StoredPrompt prompt : all) {
            prompt.records().versions().forEach(version -> forgotten.computeIfPresent(version.hash(), (_, n) -> n - 1));
        }
        for (Map.Entry<String, Integer> hash : List.copyOf(forgotten.entrySet())) {
            if (hash.getValue() == 0) {
                change.delete(Originals.file(root, hash.getKey()));
            }
        }
    }
}
