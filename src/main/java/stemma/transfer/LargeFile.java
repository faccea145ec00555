package stemma.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import stemma.files.DurableFiles;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// What [DurableFiles] does for bytes in memory, for output that is too large for that.
final class LargeFile {
    private LargeFile() {}

    /// Writes the content of a file.
    interface Body {
        /// @return whether the file shall be kept
        boolean writeTo(OutputStream out) throws IOException;
    }

    /// Creates or replaces a file once its body is written and on the disk; otherwise leaves what was there. A link stays
    /// one. What is there and no file, such as a pipe or a device, is written to.
    static void write(Path file, Body body) throws IOException {
        if (!Files.exists(file)) {
            replace(file, body);
        } else if (Files.isRegularFile(file)) {
            replace(file.toRealPath(), body);
        } else if (!Files.isDirectory(file)) {
            pour(file, body);
        } else {
            throw DurableFiles.naming(file, new ExplainedIOException(Sentence.of("it is a folder")));
        }
    }

    private static void pour(Path pipe, Body body) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(pipe, StandardOpenOption.WRITE), 256 * 1024)) {
            body.writeTo(out);
        } catch (IOException e) {
            throw DurableFiles.naming(pipe, e);
        }
    }

    private static void replace(Path file, Body body) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw DurableFiles.naming(
                    file, new ExplainedIOException(Sentence.of("the folder {0} is not there", folder)));
        }
        Path temporary = folder.resolve(".export-" + Long.toHexString(ThreadLocalRandom.current().nextLong())
                + DurableFiles.TEMPORARY_SUFFIX);
        temporary.toFile().deleteOnExit(); // a command may be stopped with Ctrl+C
        try {
            if (writeForced(temporary, body)) {
                DurableFiles.replace(temporary, file);
                DurableFiles.forceFolder(folder);
            }
        } catch (IOException e) {
            throw DurableFiles.naming(file, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean writeForced(Path temporary, Body body) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 256 * 1024);
            boolean keep = body.writeTo(out);
            out.flush();
            channel.force(true);
            return keep;
        }
    }
}
