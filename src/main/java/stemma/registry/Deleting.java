package stemma.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
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

    /// Deletes a prompt, also when some of it is damaged.
    ///
    /// @return what is needed to put it back; empty when that is damaged
    /// @throws StoreException.NotFound when it is not there
    public Optional<Deleted> deletePrompt(PromptId prompt, String who, String why) {
        Optional<Deleted> deleted = unlessDamaged(() -> {
            List<Version> versions = new ArrayList<>();
            for (VersionInfo info : store.versions(prompt).reversed()) {
                versions.add(store.get(prompt, info.label()));
            }
            return Optional.of(new Deleted(prompt, Optional.empty(), versions));
        });
        store.deletePrompt(prompt, Act.by(who, why));
        return deleted;
    }

    /// Deletes a version, also when it is damaged.
    ///
    /// @return what is needed to put it back; empty when it was not the head, because versions are only ever appended,
    ///     and when it is damaged
    /// @throws StoreException.NotFound when it is not there
    public Optional<Deleted> deleteVersion(PromptId prompt, VersionLabel label, String who, String why) {
        Optional<Deleted> deleted = unlessDamaged(() -> {
            Version version = store.get(prompt, label);
            List<VersionLabel> newestFirst =
                    store.versions(prompt).stream().map(VersionInfo::label).toList();
            return newestFirst.getFirst().equals(label)
                    ? Optional.of(new Deleted(prompt, newestFirst.stream().skip(1).findFirst(), List.of(version)))
                    : Optional.empty();
        });
        store.deleteVersion(prompt, label, Act.by(who, why));
        return deleted;
    }

    private static Optional<Deleted> unlessDamaged(Supplier<Optional<Deleted>> reading) {
        try {
            return reading.get();
        } catch (StoreException.Corrupt e) {
            System.getLogger(Deleting.class.getName())
                    .log(System.Logger.Level.WARNING, "what is deleted is damaged and cannot be put back", e);
            return Optional.empty();
        }
    }

    /// Puts back what was deleted: versions with their authors, times and tags, and the stages they held. When it was
    /// interrupted, calling it again does the rest. A stage that holds another version by now is left alone.
    ///
    /// @return the stages that were held by what was deleted and were left as they are, since they hold another version
    ///     now
    /// @throws StoreException.Conflict when something was saved in that place meanwhile
    public SortedSet<Stage> restore(Deleted deleted, String who, String why) {
        List<NewVersion> missing = missing(deleted);
        if (!missing.isEmpty()) {
            store.appendAll(missing);
        }
        SortedSet<Stage> left = new TreeSet<>();
        for (Version version : deleted.versions()) {
            for (Stage stage : version.info().stages()) {
                if (!putBack(version, stage, Act.by(who, why))) {
                    left.add(stage);
                }
            }
        }
        return left;
    }

    /// The versions that are not there again yet. Those that are must stand right on the base, in their order.
    private List<NewVersion> missing(Deleted deleted) {
        PromptId prompt = deleted.prompt();
        List<VersionInfo> there = since(prompt, deleted.base());
        Optional<VersionLabel> base = deleted.base();
        List<NewVersion> missing = new ArrayList<>();
        for (int i = 0; i < deleted.versions().size(); i++) {
            Version version = deleted.versions().get(i);
            VersionInfo info = version.info();
            if (i >= there.size()) {
                missing.add(new NewVersion(
                        prompt,
                        base,
                        info.label(),
                        version.content(),
                        info.author(),
                        info.message(),
                        info.tags(),
                        Optional.of(info.createdAt())));
            } else if (!isSame(there.get(i), info)) {
                throw StoreException.Conflict.headMoved(
                        store.uri(), prompt, deleted.base(), Optional.of(there.getLast().label()));
            }
            base = Optional.of(info.label());
        }
        return missing;
    }

    private static boolean isSame(VersionInfo there, VersionInfo deleted) {
        return there.label().equals(deleted.label()) && there.checksum().equals(deleted.checksum());
    }

    /// The versions after another one, oldest first.
    private List<VersionInfo> since(PromptId prompt, Optional<VersionLabel> base) {
        List<VersionInfo> newestFirst =
                store.find(prompt).isPresent() ? store.versions(prompt) : List.of();
        if (base.isEmpty()) {
            return newestFirst.reversed();
        }
        List<VersionLabel> labels = newestFirst.stream().map(VersionInfo::label).toList();
        int at = labels.indexOf(base.get());
        if (at < 0) {
            throw StoreException.Conflict.headMoved(store.uri(), prompt, base, labels.stream().findFirst());
        }
        return newestFirst.subList(0, at).reversed();
    }

    /// Gives an empty stage the version that it held.
    ///
    /// @return false when the stage is not empty but holds another version
    private boolean putBack(Version version, Stage stage, Act act) {
        Optional<VersionLabel> holds =
                store.find(version.prompt()).map(summary -> summary.stages().get(stage));
        if (holds.isPresent()) {
            return holds.get().equals(version.label());
        }
        try {
            store.promote(new Promotion(
                    version.prompt(), stage, Optional.empty(), Optional.of(version.label()), act));
            return true;
        } catch (StoreException.Conflict e) {
            System.getLogger(Deleting.class.getName())
                    .log(System.Logger.Level.DEBUG, "somebody moved the stage at the same moment", e);
            return false;
        }
    }
}
