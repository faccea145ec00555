package stemma.transfer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.store.Store;
import stemma.store.StoreException;

/// Whether what a store tells of a prompt's stages can be taken as it is. A store whose record of them is damaged lists
/// the versions without stages; only who asks for an empty stage is told.
public final class StageRecord {
    private StageRecord() {}

    /// @param versions all of the prompt, as the store listed them
    /// @throws StoreException.Corrupt when a stage that seems empty may not be
    public static void require(Store store, PromptId id, Collection<VersionInfo> versions) {
        Set<Stage> held = new HashSet<>();
        versions.forEach(info -> held.addAll(info.stages()));
        Stream.of(Stage.PRODUCTION, Stage.STAGING, new Stage("none"))
                .filter(stage -> !held.contains(stage))
                .findFirst()
                .ifPresent(stage -> store.inStage(id, stage));
    }
}
