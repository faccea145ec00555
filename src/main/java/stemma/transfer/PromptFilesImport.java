package stemma.transfer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.markdown.FormatException;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.PromptFilesReport.Entry;
import stemma.transfer.PromptFilesReport.Outcome;
import stemma.transfer.promptfile.PromptFile;
import stemma.transfer.promptfile.PromptFormat;

/// Makes prompts of files that hold one prompt each: a file becomes the first version of a prompt that is called like
/// the file, with the folders that it stands in. A prompt that is there already is left as it is, so that importing
/// again adds nothing. A file that cannot be used is reported and the rest is imported.
///
/// Only a batch of the files is in memory at a time. Safe for concurrent use as far as the store is.
public final class PromptFilesImport {
    /// So many files are looked at in a folder; who chose the whole disk by mistake is told so.
    public static final int MOST_FILES = 10_000;

    private static final VersionLabel FIRST = new VersionLabel("1.0.0");
    /// Texts that stand beside prompts in many folders and are none.
    private static final Set<String> NO_PROMPTS = Set.of(
            "authors", "changelog", "code_of_conduct", "contributing", "license", "notice", "readme", "requirements",
            "robots", "security");

    private final Store store;
    private final String author;

    /// A file and what its prompt is to be called.
    ///
    /// @param name its path without the ending, from the folder that was chosen, with slashes
    public record Source(Path file, String name) {}

    public PromptFilesImport(Store store, String author) {
        this.store = store;
        this.author = author;
    }

    /// Files by themselves: prompts without folders.
    public static List<Source> files(List<Path> files) {
        return files.stream().map(file -> new Source(file, name(file))).toList();
    }

    private static String name(Path file) {
        return PromptFormat.of(file)
                .flatMap(format -> format.nameWithoutEnding(file))
                .orElseGet(() -> String.valueOf(file.getFileName()));
    }

    /// The prompt files in a folder and below it, by their names. Hidden files and folders, links, and texts such as
    /// `README.md` and `LICENSE.txt` are none.
    ///
    /// @throws IOException when the folder cannot be read, or holds more than [#MOST_FILES]
    public static List<Source> below(Path folder) throws IOException {
        List<Source> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(folder) || !isHidden(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && !isHidden(file)
                        && PromptFormat.of(file).isPresent()
                        && !NO_PROMPTS.contains(name(file).toLowerCase(Locale.ROOT))) {
                    if (found.size() == MOST_FILES) {
                        throw new FormatException(folder.toString(), Sentence.of(
                                "holds more than {0} prompt files; choose a folder further down", MOST_FILES));
                    }
                    found.add(new Source(file, nameBelow(folder, file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
                if (file.equals(folder)) {
                    throw cause;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort((left, right) -> left.name().compareTo(right.name()));
        return found;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static String nameBelow(Path folder, Path file) {
        StringBuilder name = new StringBuilder();
        for (Path part : Optional.ofNullable(folder.relativize(file).getParent()).orElse(Path.of(""))) {
            if (!part.toString().isEmpty()) {
                name.append(part).append('/');
            }
        }
        return name.append(name(file)).toString();
    }

    /// Imports files. Cancelling leaves what was imported so far.
    ///
    /// @throws StoreException when the store cannot be written at all; what was imported so far stays
    public PromptFilesReport run(List<Source> sources, Progress progress) {
        return new Run(true).read(sources, progress);
    }

    /// Tells what an import would do, and writes nothing. What only the store can tell (an id or a content that it
    /// cannot hold) is not foreseen.
    ///
    /// @throws StoreException when the store cannot be read, or takes no versions
    public PromptFilesReport preview(List<Source> sources, Progress progress) {
        return new Run(false).read(sources, progress);
    }

    private final class Run {
        private final boolean writes;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<PromptId, Path> taken = new HashMap<>();
        private final VersionBatch batch = new VersionBatch(store);
        /// What is in the batch.
        private final List<NewVersion> added = new ArrayList<>();

        Run(boolean writes) {
            this.writes = writes;
        }

        PromptFilesReport read(List<Source> sources, Progress progress) {
            if (!store.can(Capability.APPEND)) {
                throw new StoreException.Unsupported(store.uri(), Capability.APPEND);
            }
            int done = 0;
            boolean cancelled = false;
            for (Source source : sources) {
                if (progress.isCancelled()) {
                    cancelled = true;
                    break;
                }
                take(source);
                if (batch.isFull()) {
                    flush();
                }
                done++;
                progress.report((double) done / sources.size(), done);
            }
            flush();
            return new PromptFilesReport(entries, cancelled);
        }

        private void take(Source source) {
            if (PromptFile.isVersion(source.file())) {
                refuse(source, Sentence.of("is a version of a prompt, not a prompt; open its folder as a store"));
                return;
            }
            try {
                PromptFile file = PromptFile.read(source.file());
                PromptId id = new PromptId(source.name());
                entries.add(entry(source, id, file));
            } catch (FormatException e) {
                refuse(source, e.sentence());
            } catch (IOException e) {
                refuse(source, Sentence.of("cannot be read: {0}", Sentence.from(e)));
            } catch (StoreException e) {
                VersionBatch.throwIfAboutTheStore(e);
                refuse(source, e.sentence());
            } catch (IllegalArgumentException e) {
                refuse(source, Sentence.from(e));
            }
        }

        private void refuse(Source source, Sentence why) {
            entries.add(new Entry(source.file(), source.name(), Outcome.UNUSABLE, List.of(why)));
        }

        private Entry entry(Source source, PromptId id, PromptFile file) {
            Optional<Path> other = Optional.ofNullable(taken.putIfAbsent(id, source.file()));
            if (other.isPresent()) {
                return new Entry(source.file(), id.value(), Outcome.CONFLICT, List.of(Sentence.of(
                        "{0} gives a prompt of that name already", other.get().getFileName())));
            }
            if (store.find(id).isPresent()) {
                return there(source.file(), id, file.content());
            }
            NewVersion version = NewVersion.first(
                    id, FIRST, file.content(), author, "Imported from " + source.file().getFileName());
            batch.add(version);
            added.add(version);
            return new Entry(source.file(), id.value(), Outcome.NEW, file.notes());
        }

        private Entry there(Path file, PromptId id, Content content) {
            boolean isSame = store.versions(id).stream()
                    .anyMatch(version -> version.checksum().equals(content.checksum()));
            return isSame
                    ? new Entry(file, id.value(), Outcome.THERE, List.of())
                    : new Entry(file, id.value(), Outcome.CONFLICT, List.of(Sentence.of(
                            "the store has a prompt of that name with other text; open the file to save it as a new"
                                    + " version")));
        }

        private void flush() {
            if (!writes) {
                batch.clear();
            } else if (!batch.write()) {
                added.forEach(this::appendAlone);
            }
            added.clear();
        }

        /// Appends one version of a batch that failed, unless the failed attempt wrote it or somebody else made the
        /// prompt meanwhile.
        private void appendAlone(NewVersion version) {
            entries.replaceAll(entry -> entry.outcome() == Outcome.NEW
                            && entry.name().equals(version.prompt().value())
                    ? appendedAlone(entry, version)
                    : entry);
        }

        private Entry appendedAlone(Entry entry, NewVersion version) {
            try {
                boolean isNew = store.find(version.prompt()).isEmpty() && appends(version) || isWritten(version);
                return isNew ? entry : there(entry.file(), version.prompt(), version.content());
            } catch (StoreException e) {
                VersionBatch.throwIfAboutTheStore(e);
                return new Entry(entry.file(), entry.name(), Outcome.UNUSABLE, List.of(e.sentence()));
            }
        }

        /// @return false when somebody else made the prompt in that very moment
        private boolean appends(NewVersion version) {
            try {
                store.append(version);
                return true;
            } catch (StoreException.Conflict e) {
                if (store.find(version.prompt()).isEmpty()) {
                    throw e;
                }
                return false;
            }
        }

        /// Whether a version of the prompt is what this import wrote, and not the same text of somebody else.
        private boolean isWritten(NewVersion version) {
            NewVersion held = store.asHeld(version);
            return store.versions(version.prompt()).stream()
                    .anyMatch(there -> there.checksum().equals(held.content().checksum())
                            && there.author().equals(held.author())
                            && there.message().equals(held.message()));
        }
    }
}
