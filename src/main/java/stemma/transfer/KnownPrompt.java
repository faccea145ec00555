package stemma.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;

/// What an import knows of a prompt in the store, with what it is about to append. Not safe for concurrent use.
final class KnownPrompt {
    private final Map<VersionLabel, Known> versions = new HashMap<>();
    private final Map<Stage, VersionLabel> stages = new HashMap<>();
    private Optional<VersionLabel> head = Optional.empty();

    /// A version's content and tags.
    record Known(String checksum, SortedSet<String> tags) {}

    static KnownPrompt read(Store store, PromptId prompt) {
        KnownPrompt known = new KnownPrompt();
        if (store.find(prompt).isEmpty()) {
            return known;
        }
        List<VersionInfo> newestFirst = store.versions(prompt);
        for (VersionInfo info : newestFirst.reversed()) {
            known.append(info.label(), info.checksum(), info.tags());
            info.stages().forEach(stage -> known.stages.put(stage, info.label()));
        }
        return known;
    }

    Optional<Known> version(VersionLabel label) {
        return Optional.ofNullable(versions.get(label));
    }

    Optional<VersionLabel> head() {
        return head;
    }

    Optional<VersionLabel> inStage(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    void append(VersionLabel label, String checksum, SortedSet<String> tags) {
        versions.put(label, new Known(checksum, tags));
        head = Optional.of(label);
    }

    void move(Stage stage, VersionLabel label) {
        stages.put(stage, label);
    }
}
