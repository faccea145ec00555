package stemma.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Deleting with a way back: what is deleted is read first, and can be put back as long as somebody remembers it.
public final class Deleting {
    private final Store store;

    public Deleting(Store store) {
        this.store = store;
    }

    /// What was deleted.
    ///
    /// @param base the version before them; empty when they are the whole prompt
    /// @param versions oldest first, with the tags and stages they had
    public record Deleted(PromptId prompt, Optional<VersionLabel> base, List<Version> versions) {
        public Deleted {
            versions = List.copyOf(versions);
        }
    }

    /// Deletes a prompt.
    ///
    /// @throws StoreException.NotFound when it is not there
    public Deleted deletePrompt(PromptId prompt, String who, String why) {
        List<Version> versions = new ArrayList<>();
        for (VersionInfo info : store.versions(prompt).reversed()) {
            versions.add(store.get(prompt, info.label()));
        }
        store.deletePrompt(prompt, Act.by(who, why));
        return new Deleted(prompt, Optional.empty(), versions);
    }

    /// Deletes a version.
    ///
    /// @return what is needed to put it back; empty when it was not the head, because versions are only ever appended
    /// @throws StoreException.NotFound when it is not there
    public Optional<Deleted> deleteVersion(PromptId prompt, VersionLabel label, String who, String why) {
        Version version = store.get(prompt, label);
        List<VersionLabel> newestFirst =
                store.versions(prompt).stream().map(VersionInfo::label).toList();
        store.deleteVersion(prompt, label, Act.by(who, why));
        return newestFirst.getFirst().equals(label)
                ? Optional.of(new Deleted(prompt, newestFirst.stream().skip(1).findFirst(), List.of(version)))
                : Optional.empty();
    }

    /// Puts back what was deleted: versions with their authors, times and tags, and the stages they held.
    ///
    /// @throws StoreException.Conflict when something was saved in that place meanwhile
    public void restore(Deleted deleted, String who, String why) {
        Optional<VersionLabel> base = store.find(deleted.prompt()).map(summary -> summary.head());
        if (!base.equals(deleted.base())) {
            throw StoreException.Conflict.headMoved(store.uri(), deleted.prompt(), deleted.base(), base);
        }
        for (Version version : deleted.versions()) {
            VersionInfo info = version.info();
            store.append(new NewVersion(
                    deleted.prompt(),
                    base,
                    info.label(),
                    version.content(),
                    info.author(),
                    info.message(),
                    info.tags(),
                    Optional.of(info.createdAt())));
            base = Optional.of(info.label());
        }
        for (Version version : deleted.versions()) {
            Map<Stage, VersionLabel> held = store.find(deleted.prompt()).orElseThrow().stages();
            for (Stage stage : version.info().stages()) {
                store.promote(new Promotion(
                        deleted.prompt(),
                        stage,
                        Optional.ofNullable(held.get(stage)),
                        Optional.of(version.label()),
                        Act.by(who, why)));
            }
        }
    }
}
