package stemma.registry;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Saving edits as a new version.
public final class Saving {
    private final Store store;

    public Saving(Store store) {
        this.store = store;
    }

    /// What an author wants to save.
    ///
    /// @param base the version the edits began with; empty for a new prompt
    public record Request(
            PromptId prompt,
            Optional<VersionLabel> base,
            VersionLabel label,
            Content content,
            String author,
            String message) {
    }

    /// How saving went.
    public sealed interface Outcome {
        /// It is a version now.
        record Saved(VersionInfo version) implements Outcome {}

        /// Somebody saved meanwhile; nothing was written.
        ///
        /// @param theirs the newest version
        record HeadMoved(Version theirs) implements Outcome {}
    }

    /// Saves on top of the base, and only there.
    ///
    /// @throws StoreException when the store refuses for another reason, as [Store#append]
    public Outcome save(Request request) {
        try {
            return new Outcome.Saved(store.append(new NewVersion(
                    request.prompt(),
                    request.base(),
                    request.label(),
                    request.content(),
                    request.author(),
                    request.message(),
                    Set.of(),
                    Optional.empty())));
        } catch (StoreException.Conflict e) {
            Optional<VersionLabel> head = store.find(request.prompt()).map(summary -> summary.head());
            if (head.isEmpty() || head.equals(request.base())) {
                throw e;
            }
            return new Outcome.HeadMoved(store.get(request.prompt(), head.get()));
        }
    }

    /// A label for the next version that is not in use.
    public VersionLabel suggest(PromptId prompt, VersionLabel base, VersionLabel.Step step) {
        Set<VersionLabel> used = store.versions(prompt).stream()
                .map(VersionInfo::label)
                .collect(Collectors.toSet());
        VersionLabel label = base.next(step);
        while (used.contains(label)) {
            label = label.next(step);
        }
        return label;
    }
}
