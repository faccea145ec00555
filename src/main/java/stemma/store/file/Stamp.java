package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// By what it is seen that a file did not change, without reading it.
///
/// @param size in bytes; negative for what must not be read, see [#FOREIGN]
/// @param modified nanoseconds since 1970
record Stamp(long size, long modified) {
    /// Stands for a link that leads out of the store's folder.
    static final Stamp FOREIGN = new Stamp(-1, 0);

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(
                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    static Stamp of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    /// When the file was written, to the microsecond, as the port wants it.
    Instant writtenAt() {
        return Instant.ofEpochSecond(0, modified).truncatedTo(ChronoUnit.MICROS);
    }

    boolean isForeign() {
        return size < 0;
    }
}
