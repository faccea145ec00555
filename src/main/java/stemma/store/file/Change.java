package stemma.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A change in the making: what it writes is staged at once, and nothing else happens before [#commit()].
final class Change implements AutoCloseable {
    private final Path root;
    private final Path folder;
    private final Journal journal;
    private final List<Step> steps = new ArrayList<>();

    Change(Path root, Path folder, Journal journal) {
        this.root = root;
        this.folder = folder;
        this.journal = journal;
    }

    /// Creates or replaces a file.
    ///
    /// @return its stamp once the change happened
    Stamp write(Path file, byte[] bytes) throws IOException {
        Path staged = folder.resolve("staged-" + steps.size());
        try (FileChannel channel =
                FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        String before = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Bytes.sha256(Files.readAllBytes(file))
                : "";
        steps.add(new Step.Move(relative(staged), relative(file), before));
        return Stamp.of(staged);
    }

    /// Moves a file to a free place.
    void move(Path file, Path to) {
        steps.add(new Step.Move(relative(file), relative(to), ""));
    }

    /// Deletes a file, if it is there, and the folders that become empty by that.
    void delete(Path file) {
        steps.add(new Step.Delete(relative(file)));
    }

    /// Makes a link to the file of that name beside it.
    void link(Path file, String target, boolean text) {
        steps.add(new Step.Link(relative(file), target, text));
    }

    private String relative(Path file) {
        return Failures.relative(root, file);
    }

    void commit() throws IOException {
        if (!steps.isEmpty()) {
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
