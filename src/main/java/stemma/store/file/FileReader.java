package stemma.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.store.Health;
import stemma.store.Query;

/// Reads what the index does not hold: contents and history. Only within [Folder#read].
final class FileReader {
    private final Folder folder;

    FileReader(Folder folder) {
        this.folder = folder;
    }

    VersionInfo info(StoredPrompt prompt, StoredVersion version) {
        String checksum = version.checksum();
        if (checksum == null) {
            checksum = foundChecksum(prompt, version);
        }
        return prompt.info(version, checksum);
    }

    /// Empty for a version that cannot be read.
    private String foundChecksum(StoredPrompt prompt, StoredVersion version) {
        try {
            return version.rememberChecksum(content(prompt, version));
        } catch (IOException e) {
            return "";
        }
    }

    /// A version as it was recorded, whatever lies there now; one that is not recorded as it lies there.
    Version version(StoredPrompt prompt, StoredVersion version) throws IOException {
        Content content = read(prompt, version);
        version.remember(content);
        return new Version(info(prompt, version), content);
    }

    private Content content(StoredPrompt prompt, StoredVersion version) throws IOException {
        Content known = version.content();
        if (known == null) {
            known = read(prompt, version);
            version.remember(known);
        }
        return known;
    }

    private Content read(StoredPrompt prompt, StoredVersion version) throws IOException {
        Path file = file(prompt, version);
        if (version.state == StoredVersion.State.DAMAGED) {
            try {
                prompt.listing().read(Names.versionFile(version.label));
            } catch (FormatException e) {
                throw Failures.in(folder.root, file, e);
            }
            throw new FormatException(Failures.relative(folder.root, file), version.problem);
        }
        try {
            return VersionFile.read(bytes(prompt, version)).content();
        } catch (FormatException e) {
            throw Failures.in(folder.root, file, e);
        }
    }

    private byte[] bytes(StoredPrompt prompt, StoredVersion version) throws IOException {
        Path file = file(prompt, version);
        if (version.recorded.isEmpty()) {
            return Files.readAllBytes(file);
        }
        String hash = version.recorded.get().hash();
        if (version.state == StoredVersion.State.SOUND) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                if (Bytes.sha256(bytes).equals(hash)) {
                    return bytes;
                }
            } catch (NoSuchFileException e) {
                // the original is told
            }
        }
        try {
            return Originals.read(folder.root, hash);
        } catch (FormatException e) {
            throw new FormatException(
                    Failures.relative(folder.root, file),
                    Sentence.of(
                            "{0}, and {1}: {2}",
                            version.problem.isEmpty()
                                    ? Sentence.of("the file was changed by another program")
                                    : version.problem,
                            e.where(),
                            e.sentence()));
        }
    }

    private static Path file(StoredPrompt prompt, StoredVersion version) {
        return prompt.listing().folder().resolve(Names.versionFile(version.label));
    }

    /// Whether the head or the id holds a text; a head that cannot be read holds none.
    boolean holds(StoredPrompt prompt, String wanted) {
        if (Query.holds(prompt.id().value(), wanted) || Query.holds(prompt.head().title, wanted)) {
            return true;
        }
        try {
            Content head = content(prompt, prompt.head());
            return Query.holds(head.description(), wanted)
                    || head.messages().stream().anyMatch(message -> Query.holds(message.text(), wanted));
        } catch (IOException e) {
            return false;
        }
    }

    /// The history, newest first: of one prompt in the order in which it was written, of several by time.
    List<HistoryEntry> history(Optional<PromptId> prompt) throws IOException {
        if (prompt.isPresent()) {
            Listing listing = folder.listings().get(prompt.get());
            if (listing == null || !listing.holds(Names.HISTORY)) {
                return List.of();
            }
            Path file = listing.folder().resolve(Names.HISTORY);
            HistoryFile history;
            try {
                history = listing.history();
            } catch (FormatException e) {
                throw Failures.in(folder.root, file, e);
            }
            if (!history.problems().isEmpty()) {
                throw new FormatException(
                        Failures.relative(folder.root, file), history.problems().getFirst());
            }
            return history.entries().reversed();
        }
        List<List<HistoryEntry>> all = new ArrayList<>();
        for (Listing listing : folder.listings().values()) {
            if (listing.holds(Names.HISTORY)) {
                all.add(readable(listing).reversed());
            }
        }
        return merged(all);
    }

    /// What can be read of a history; what cannot is told by the check, and when the prompt's own history is asked for.
    private static List<HistoryEntry> readable(Listing listing) {
        try {
            return listing.history().entries();
        } catch (IOException e) {
            return List.of();
        }
    }

    private record Next(List<HistoryEntry> entries, int at) {
        HistoryEntry entry() {
            return entries.get(at);
        }
    }

    private static List<HistoryEntry> merged(List<List<HistoryEntry>> histories) {
        PriorityQueue<Next> queue = new PriorityQueue<>(Comparator.comparing((Next next) -> next.entry().at())
                .reversed()
                .thenComparing(next -> next.entry().prompt()));
        histories.stream().filter(entries -> !entries.isEmpty()).forEach(entries -> queue.add(new Next(entries, 0)));
        List<HistoryEntry> merged = new ArrayList<>();
        while (!queue.isEmpty()) {
            Next next = queue.remove();
            merged.add(next.entry());
            if (next.at() + 1 < next.entries().size()) {
                queue.add(new Next(next.entries(), next.at() + 1));
            }
        }
        return merged;
    }

    /// A prompt that seems not to be there may lie in a folder that cannot be looked into.
    void refuseUnreadable(PromptId id) throws AccessDeniedException {
        for (Health.Problem problem : folder.problems()) {
            String where = problem.where().toString();
            if (id.value().equals(where) || id.value().startsWith(where + "/")) {
                throw new AccessDeniedException(folder.root.resolve(where).toString());
            }
        }
    }
}
