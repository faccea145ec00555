package stemma.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Looks whether a file is one that H2 can open without losing anything, and changes nothing.
///
/// H2 by itself goes back, without a word, to an older state of a file whose newest parts are missing, and writes on
/// from there. But its file header, of which there are two copies, says which state is the newest, so that can be
/// noticed.
final class H2File {
    private static final int BLOCK = 4096;
    private static final Pattern HEADER = Pattern.compile("(H:.*),fletcher:([0-9a-f]{1,8})\n", Pattern.DOTALL);

    private final StoreUri uri;
    private final Path file;
    private final String trackedName;

    /// @param trackedName the same file for H2
    H2File(StoreUri uri, Path file, String trackedName) {
        this.uri = uri;
        this.file = file;
        this.trackedName = trackedName;
    }

    /// What a file header says.
    ///
    /// @param version the number of the newest state when the header was written
    /// @param isClean whether the file was closed in good order then, so that no newer state can be there
    private record Header(long version, boolean isClean) {}

    /// @throws StoreException.Corrupt when something is missing
    /// @throws StoreException.Unreachable when the file is in use or cannot be read
    void verify() {
        Header header = header();
        long found = newestVersion();
        if (found < header.version() || header.isClean() && found != header.version()) {
            throw StoreException.Corrupt.wholeFile(
                    uri, file, Sentence.of("the newest part of the file is missing or damaged, nothing was changed"), null);
        }
    }

    private Header header() {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(2 * BLOCK);
        } catch (IOException e) {
            throw H2Problems.explain(uri, file, e);
        }
        return Stream.of(0, BLOCK)
                .filter(from -> from + BLOCK <= start.length)
                .flatMap(from -> parse(Arrays.copyOfRange(start, from, from + BLOCK)).stream())
                .max((left, right) -> Long.compare(left.version(), right.version()))
                .orElseThrow(() -> StoreException.Corrupt.wholeFile(
                        uri, file, Sentence.of("this is no H2 file, or its beginning is damaged"), null));
    }

    private static Optional<Header> parse(byte[] block) {
        Matcher header = HEADER.matcher(new String(block, StandardCharsets.ISO_8859_1));
        if (!header.lookingAt()) {
            return Optional.empty();
        }
        int sum = DataUtils.getFletcher32(block, 0, header.end(1));
        if (sum != Integer.parseUnsignedInt(header.group(2), 16)) {
            return Optional.empty();
        }
        String fields = "," + header.group(1) + ",";
        Matcher version = Pattern.compile(",version:([0-9a-f]{1,15}),").matcher(fields);
        return version.find()
                ? Optional.of(new Header(Long.parseLong(version.group(1), 16), fields.contains(",clean:1,")))
                : Optional.empty();
    }

    private long newestVersion() {
        try (MVStore store =
                new MVStore.Builder().fileName(trackedName).readOnly().open()) {
            return store.getCurrentVersion();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw H2Problems.explain(uri, file, e);
        }
    }
}
