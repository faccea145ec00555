package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.Progress;
import stemma.transfer.VersionBatch;

/// One copy, or its dry run: prompt by prompt, written in batches over several prompts. Not safe for concurrent use.
final class CopyRun {
    final Store source;
    final Store target;
    final CopyOptions options;
    /// False for a dry run.
    final boolean writes;

    private final Consumer<CopyItem> receiver;
    private final Progress progress;
    private final CopySummary.Builder summary = new CopySummary.Builder();
    private final VersionBatch batch;
    private final List<Entry> entries = new ArrayList<>();
    private final List<PromptCopy> begun = new ArrayList<>();
    private int promptCount;

    /// A version in the batch.
    ///
    /// @param place of its item
    record Entry(PromptCopy prompt, int place, VersionInfo from, NewVersion version) {}

    CopyRun(
            Store source,
            Store target,
            CopyOptions options,
            boolean writes,
            Consumer<CopyItem> receiver,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.options = options;
        this.writes = writes;
        this.receiver = receiver;
        this.progress = progress;
        this.batch = new VersionBatch(target);
    }

    /// @param isAll whether these are all prompts, so that what belongs to none of them is told too
    CopySummary run(Collection<PromptId> prompts, boolean isAll) {
        Set<PromptId> sorted = new TreeSet<>(prompts);
        promptCount = sorted.size();
        for (PromptId prompt : sorted) {
            if (progress.isCancelled()) {
                break;
            }
            copy(prompt);
            report();
        }
        flush();
        if (isAll && !progress.isCancelled()) {
            source.untold(Optional.empty()).forEach(untold -> tell(CopyItem.untold(source.uri(), untold)));
            new DeletedPrompts(source, sorted).items().forEach(this::tell);
        }
        report();
        return summary.build(progress.isCancelled());
    }

    private void report() {
        progress.report((double) summary.prompts() / Math.max(1, promptCount), summary.versionCount());
    }

    private void copy(PromptId id) {
        try {
            PromptCopy prompt = PromptCopy.of(this, id);
            begun.add(prompt);
            prompt.copyVersions();
            if (!writes) {
                flush();
            }
        } catch (StoreException e) {
            VersionBatch.throwIfAboutTheStore(e);
            tell(CopyItem.prompt(id, Outcome.FAILED, e.sentence(), List.of()));
        }
        summary.prompt();
    }

    boolean isCancelled() {
        return progress.isCancelled();
    }

    /// Takes a version that is to be written with the next batch.
    void add(Entry entry) {
        entries.add(entry);
        batch.add(entry.version());
        if (batch.isFull()) {
            flush();
        }
    }

    /// Writes what was taken, then the stages of prompts that are complete, and tells of those.
    private void flush() {
        if (!batch.write()) {
            Set<PromptCopy> concerned = new LinkedHashSet<>();
            entries.forEach(entry -> concerned.add(entry.prompt()));
            concerned.forEach(prompt -> prompt.copyAlone(
                    entries.stream().filter(entry -> entry.prompt() == prompt).toList()));
        }
        entries.clear();
        begun.forEach(PromptCopy::confirm);
        List<PromptCopy> complete = begun.stream().filter(PromptCopy::isComplete).toList();
        begun.removeAll(complete);
        for (PromptCopy prompt : complete) {
            prompt.copyStages();
            prompt.items().forEach(this::tell);
        }
        if (progress.isCancelled()) {
            begun.forEach(prompt -> prompt.items().forEach(this::tell));
            begun.clear();
        }
    }

    private void tell(CopyItem item) {
        summary.add(item);
        receiver.accept(item);
    }
}
