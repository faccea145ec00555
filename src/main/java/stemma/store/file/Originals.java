package stemma.store.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.Sentence;

/// Copies of version files as they were recorded, below `.stemma/originals`: compressed (zlib), named by the SHA-256 of
/// the file's bytes, so that they check themselves.
final class Originals {
    static final String FOLDER = "originals";

    private Originals() {}

    static Path file(Path root, String hash) {
        return root.resolve(Names.STATE_FOLDER).resolve(FOLDER).resolve(hash);
    }

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /// @throws FormatException naming the copy, when it is not there or damaged
    static byte[] read(Path root, String hash) throws IOException {
        Path file = file(root, hash);
        String where = Failures.relative(root, file);
        byte[] bytes;
        try {
            bytes = new InflaterInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
        } catch (NoSuchFileException e) {
            throw new FormatException(where, Sentence.of("the copy of the original version is not there"));
        } catch (ZipException | EOFException e) {
            throw new FormatException(where, Sentence.of("the copy of the original version cannot be unpacked"));
        }
        if (!Bytes.sha256(bytes).equals(hash)) {
            throw new FormatException(where, Sentence.of("the copy of the original version is damaged"));
        }
        return bytes;
    }
}
