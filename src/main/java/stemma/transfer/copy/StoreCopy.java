package stemma.transfer.copy;

import java.util.Collection;
import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.AllPrompts;
import stemma.transfer.Progress;

/// Copies prompts from one store to another: versions in the order of their history with authors, messages, times and
/// tags, then the stages with the record of their moves. What the target has is left, so that copying again adds
/// nothing and a copy that was stopped or killed is continued. Nothing is deleted, and what cannot be copied does not
/// keep the rest from being copied.
///
/// A version goes on top of the one it followed in the source, and only while the target has nothing of its own after
/// that one. Where the target assigns labels, a version is known again by its content and its place.
///
/// Safe for concurrent use as far as both stores are. Both may be written by others meanwhile.
public final class StoreCopy {
    private final Store source;
    private final Store target;
    private final CopyOptions options;

    public StoreCopy(Store source, Store target, CopyOptions options) {
        this.source = source;
        this.target = target;
        this.options = options;
    }

    /// The dry run: tells what [#run] would do, writes nothing. Reads the content of what would be added only.
    ///
    /// @param prompts which
    /// @param items gets what would become of each version and stage, prompt by prompt
    /// @throws StoreException when one of the stores cannot be read at all
    /// @throws StoreException.Unsupported when the target takes no versions
    public CopySummary plan(Collection<PromptId> prompts, Consumer<CopyItem> items, Progress progress) {
        return run(prompts, false, items, progress, false);
    }

    /// As [#plan], for the whole store: also tells what belongs to no prompt that is there.
    public CopySummary planAll(Consumer<CopyItem> items, Progress progress) {
        return run(AllPrompts.ids(source, progress), true, items, progress, false);
    }

    /// As [#run], for the whole store: also tells what belongs to no prompt that is there.
    public CopySummary runAll(Consumer<CopyItem> items, Progress progress) {
        return run(AllPrompts.ids(source, progress), true, items, progress, true);
    }

    /// Copies.
    ///
    /// @param prompts which
    /// @param items gets what became of each version and stage, prompt by prompt, once that is written
    /// @param progress hears the share of prompts that are done and the number of versions; when it cancels, what was
    ///     begun is ended first
    /// @throws StoreException when one of the stores cannot be used at all; what was copied so far stays
    /// @throws StoreException.Unsupported when the target takes no versions
    public CopySummary run(Collection<PromptId> prompts, Consumer<CopyItem> items, Progress progress) {
        return run(prompts, false, items, progress, true);
    }

    private CopySummary run(
            Collection<PromptId> prompts,
            boolean isAll,
            Consumer<CopyItem> items,
            Progress progress,
            boolean writes) {
        if (!target.can(Capability.APPEND)) {
            throw new StoreException.Unsupported(target.uri(), Capability.APPEND);
        }
        return new CopyRun(source, target, options, writes, items, progress).run(prompts, isAll);
    }
}
