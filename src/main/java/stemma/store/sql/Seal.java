package stemma.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A checksum over the values of a row, so that a row that was damaged on the disk is not taken for what somebody
/// wrote. Not a defence against somebody who means to deceive.
final class Seal {
    private Seal() {}

    static long of(@Nullable Object... values) {
        CRC32 sum = new CRC32();
        for (Object value : values) {
            byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
            sum.update((value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sum.update(bytes);
        }
        return sum.getValue();
    }
}
