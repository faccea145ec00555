package stemma.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Sentence;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.ImportReport.Kind;

/// Reads JSON Lines, one version a line, into a store: each version on top of its prompt's head, in the order of the
/// file. What is there already is left, so that importing again adds nothing and a broken import is continued. A line
/// that cannot be used is reported and the rest is imported. A stage is moved only where it holds nothing.
///
/// Only a batch of the file is in memory at a time. Safe for concurrent use as far as the store is.
public final class JsonLinesImport {
    private static final int LINES_BETWEEN_REPORTS = 200;
    /// How many names of members that mean nothing are told.
    private static final int UNKNOWN_MEMBERS = 20;

    private final Store store;

    public JsonLinesImport(Store store) {
        this.store = store;
    }

    /// Imports a file.
    ///
    /// @throws IOException when the file cannot be read; what was imported so far stays
    /// @throws StoreException when the store cannot be written at all; what was imported so far stays
    public ImportReport run(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return run(in, Files.size(file), progress);
        }
    }

    /// Imports a stream, and does not close it.
    ///
    /// @param size how many bytes it has, for the progress; negative when that is not known
    /// @throws IOException as [#run(Path, Progress)]
    /// @throws StoreException as [#run(Path, Progress)]
    public ImportReport run(InputStream in, long size, Progress progress) throws IOException {
        requireLabels();
        return new Run(in, size, progress, true).read();
    }

    private void requireLabels() {
        if (!store.can(Capability.APPEND)) {
            throw new StoreException.Unsupported(store.uri(), Capability.APPEND);
        }
        if (!store.can(Capability.CHOOSE_LABEL)) {
            throw new StoreException.Unsupported(Sentence.of(
                    "The store {0} counts its versions itself, and lines bring labels of their own. Import them into"
                            + " another store and copy from there.",
                    store.uri()));
        }
    }

    /// Counts what an import would do, and writes nothing. What only the store can tell (an id that it cannot hold)
    /// is not foreseen.
    ///
    /// @throws IOException when the file cannot be read
    /// @throws StoreException when the store cannot take versions with labels at all
    public ImportReport preview(Path file, Progress progress) throws IOException {
        requireLabels();
        try (InputStream in = Files.newInputStream(file)) {
            return new Run(in, Files.size(file), progress, false).read();
        }
    }

    private final class Run {
        private final LineSource lines;
        private final long size;
        private final Progress progress;
        private final ImportReport.Builder report = new ImportReport.Builder();
        private final VersionImport versions;
        private final Set<String> unknown = new HashSet<>();

        Run(InputStream in, long size, Progress progress, boolean writes) {
            this.lines = new LineSource(in, LineSource.MAX_LINE_BYTES);
            this.size = size;
            this.progress = progress;
            this.versions = new VersionImport(store, writes, report);
        }

        ImportReport read() throws IOException {
            Optional<LineSource.Line> line = lines.next();
            while (line.isPresent()) {
                if (progress.isCancelled()) {
                    return report.build(true);
                }
                boolean batchIsFull = take(line.get());
                if (batchIsFull) {
                    versions.flush();
                }
                if (batchIsFull || line.get().number() % LINES_BETWEEN_REPORTS == 0) {
                    tell();
                }
                line = lines.next();
            }
            versions.flush();
            tell();
            return report.build(false);
        }

        private void tell() {
            double fraction = size < 0 ? -1 : size == 0 ? 1 : Math.min(1, (double) lines.bytesRead() / size);
            progress.report(fraction, report.handled());
        }

        private boolean take(LineSource.Line line) {
            if (line.problem().isPresent()) {
                report.problem(line.number(), Kind.BAD_LINE, line.problem().get());
                return false;
            }
            if (line.text().isBlank()) {
                return false;
            }
            try {
                VersionLine version = VersionLine.read(Json.parseObject(line.text()));
                noteUnknown(line.number(), version.unknown());
                return versions.add(line.number(), version);
            } catch (JsonException e) {
                report.problem(line.number(), Kind.BAD_LINE, Sentence.of("no JSON object: {0} (column {1})", e.problem(), e.column()));
                return false;
            } catch (StoreException e) {
                VersionBatch.throwIfAboutTheStore(e);
                report.problem(line.number(), Kind.BAD_LINE, e.sentence());
                return false;
            } catch (IllegalArgumentException e) {
                report.problem(line.number(), Kind.BAD_LINE, Sentence.from(e));
                return false;
            }
        }

        private void noteUnknown(long number, Set<String> names) {
            for (String name : names) {
                if (unknown.size() < UNKNOWN_MEMBERS && unknown.add(name)) {
                    report.problem(number, Kind.NOTE, Sentence.of("members named \"{0}\" mean nothing here and are left", name));
                }
            }
        }
    }
}
