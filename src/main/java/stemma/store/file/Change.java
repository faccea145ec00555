package stemma.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stemma.files.Forcing;
import stemma.markdown.Bytes;

/// A change in the making: what it writes is staged at once, and nothing else happens before [#commit()].
///
/// Some files may be there without the rest of the change and do no harm: those that go ahead (copies of originals,
/// tags of a label that is not there yet). Others may be missing and are made up for later: those that come behind
/// (records, `latest.md`). A new version file is a change by itself.
final class Change implements AutoCloseable {
    private final Path root;
    private final Path folder;
    private final Journal journal;
    private final List<Step> ahead = new ArrayList<>();
    private final List<Step> versions = new ArrayList<>();
    private final List<Step> core = new ArrayList<>();
    private final List<Step> behind = new ArrayList<>();
    private final List<Path> unforced = new ArrayList<>();
    private int staged;

    Change(Path root, Path folder, Journal journal) {
        this.root = root;
        this.folder = folder;
        this.journal = journal;
    }

    /// Creates a file of a new version.
    ///
    /// @param modified the time that the file shall have; empty for now
    /// @return its stamp once the change happened
    Stamp writeVersion(Path file, byte[] bytes, Optional<Instant> modified) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return write(versions, file, bytes, modified, true);
    }

    /// Creates or replaces a file.
    ///
    /// @return its stamp once the change happened
    Stamp write(Path file, byte[] bytes) throws IOException {
        return write(core, file, bytes, Optional.empty(), true);
    }

    /// Creates or replaces a file that may be there without the change.
    void writeAhead(Path file, byte[] bytes) throws IOException {
        write(ahead, file, bytes, Optional.empty(), true);
    }

    /// Creates or replaces a file that may get lost.
    void writeBehind(Path file, byte[] bytes) throws IOException {
        write(behind, file, bytes, Optional.empty(), false);
    }

    private Stamp write(List<Step> steps, Path file, byte[] bytes, Optional<Instant> modified, boolean force)
            throws IOException {
        Path stage = folder.resolve("staged-" + staged++);
        try (FileChannel channel =
                FileChannel.open(stage, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        if (modified.isPresent()) {
            Files.setLastModifiedTime(stage, FileTime.from(modified.get()));
        }
        if (force) {
            unforced.add(stage);
        }
        String before = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Bytes.sha256(Files.readAllBytes(file))
                : "";
        steps.add(new Step.Move(relative(stage), relative(file), before));
        return Stamp.of(stage);
    }

    /// Moves a file to a free place.
    void move(Path file, Path to) {
        core.add(new Step.Move(relative(file), relative(to), ""));
    }

    /// Deletes a file, if it is there, and the folders that become empty by that.
    void delete(Path file) {
        core.add(new Step.Delete(relative(file)));
    }

    /// Makes a link to the file of that name beside it.
    void link(Path file, String target, boolean text) {
        behind.add(new Step.Link(relative(file), target, text));
    }

    private String relative(Path file) {
        return Failures.relative(root, file);
    }

    /// Every place outside the state folder that [#commit] will change.
    List<String> places() {
        return Stream.of(ahead, versions, core, behind)
                .flatMap(List::stream)
                .flatMap(step -> step.places().stream())
                .filter(place -> !place.startsWith(Names.STATE_FOLDER + "/"))
                .distinct()
                .toList();
    }

    void commit() throws IOException {
        Forcing.files(unforced);
        if (core.size() + Math.min(versions.size(), 1) < 2) {
            core.addAll(versions);
            journal.commitSingly(ahead, core, behind);
        } else {
            List<Step> steps = new ArrayList<>(ahead);
            steps.addAll(versions);
            steps.addAll(core);
            steps.addAll(behind);
            journal.commit(steps);
        }
    }

    /// Forgets what was staged and not committed.
    @Override
    public void close() {
        try {
            journal.clear();
        } catch (IOException e) {
            System.getLogger(Change.class.getName())
                    .log(System.Logger.Level.WARNING, "temporary files of a store folder could not be removed", e);
        }
    }
}
