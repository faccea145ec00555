package stemma.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionInfo;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Untold;

/// Writes versions as JSON Lines that [JsonLinesImport] reads: prompts by id, the versions of each from the oldest on,
/// members in a fixed order, times in UTC. Equal stores give equal bytes. Only one version is in memory at a time. Safe
/// for concurrent use as far as the store is.
public final class JsonLinesExport {
    private final Store store;

    public JsonLinesExport(Store store) {
        this.store = store;
    }

    /// Writes every version of the store. The file is there when all is written, and not before.
    ///
    /// @throws IOException when the file cannot be written; what was there stays
    /// @throws StoreException when the store cannot be read at all
    public ExportReport run(Path file, Progress progress) throws IOException {
        return write(file, new Run(AllPrompts.ids(store, progress), true, progress));
    }

    /// Writes every version of some prompts.
    ///
    /// @throws IOException as [#run(Path, Progress)]
    /// @throws StoreException as [#run(Path, Progress)]
    public ExportReport run(Path file, Collection<PromptId> prompts, Progress progress) throws IOException {
        return write(file, new Run(prompts, false, progress));
    }

    private static ExportReport write(Path file, Run run) throws IOException {
        LargeFile.write(file, out -> {
            run.write(out);
            return !run.cancelled;
        });
        return run.report();
    }

    /// Writes every version of some prompts to a stream, flushes it and does not close it.
    ///
    /// @throws IOException when the stream cannot be written
    /// @throws StoreException as [#run(Path, Progress)]
    public ExportReport run(OutputStream out, Collection<PromptId> prompts, Progress progress) throws IOException {
        return write(out, new Run(prompts, false, progress));
    }

    /// Writes every version of the store to a stream, flushes it and does not close it.
    ///
    /// @throws IOException when the stream cannot be written
    /// @throws StoreException as [#run(Path, Progress)]
    public ExportReport run(OutputStream out, Progress progress) throws IOException {
        return write(out, new Run(AllPrompts.ids(store, progress), true, progress));
    }

    private static ExportReport write(OutputStream out, Run run) throws IOException {
        run.write(out);
        out.flush();
        return run.report();
    }

    private final class Run {
        private final SortedSet<PromptId> prompts;
        private final boolean isAll;
        private final Progress progress;
        private final List<Sentence> problems = new ArrayList<>();
        private long promptCount;
        private long versionCount;
        private boolean cancelled;

        /// @param isAll whether these are all prompts, so that what belongs to none of them is told too
        Run(Collection<PromptId> prompts, boolean isAll, Progress progress) {
            this.prompts = new TreeSet<>(prompts);
            this.isAll = isAll;
            this.progress = progress;
        }

        void write(OutputStream out) throws IOException {
            for (PromptId prompt : prompts) {
                List<VersionInfo> versions = oldestFirst(prompt);
                tellDamage(Optional.of(prompt));
                for (VersionInfo info : versions) {
                    if (progress.isCancelled()) {
                        cancelled = true;
                        return;
                    }
                    write(info, out);
                }
                promptCount++;
                progress.report((double) promptCount / prompts.size(), versionCount);
            }
            if (isAll) {
                tellDamage(Optional.empty());
            }
            cancelled = progress.isCancelled();
        }

        private List<VersionInfo> oldestFirst(PromptId prompt) {
            try {
                return store.versions(prompt).reversed();
            } catch (StoreException.NotFound | StoreException.Corrupt e) {
                problems.add(e.sentence());
                return List.of();
            }
        }

        private void tellDamage(Optional<PromptId> prompt) {
            store.untold(prompt).stream()
                    .filter(Untold::isDamage)
                    .map(damage -> damage.problem(store.uri()).sentence())
                    .forEach(problems::add);
        }

        private void write(VersionInfo info, OutputStream out) throws IOException {
            String line;
            try {
                line = VersionLine.write(store.get(info.prompt(), info.label())).compact();
            } catch (StoreException.NotFound | StoreException.Corrupt e) {
                problems.add(e.sentence());
                return;
            }
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            versionCount++;
        }

        ExportReport report() {
            return new ExportReport(promptCount, versionCount, problems, cancelled);
        }
    }
}
