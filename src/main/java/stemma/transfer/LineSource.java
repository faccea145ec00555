package stemma.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import stemma.prompt.Sentence;

/// Lines of UTF-8 out of a stream, one at a time: `\n` and `\r\n` end a line, a byte order mark at the beginning is
/// left out. A line that is no UTF-8 or too long is told as such and the next one is read. Not safe for concurrent use.
final class LineSource {
    /// Longer lines are left out, so that a file without line ends does not fill the memory.
    static final int MAX_LINE_BYTES = 256 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private long bytesRead;
    private long number;

    /// @param number counts from 1, blank lines too
    /// @param text empty when there is a problem
    record Line(long number, String text, Optional<Sentence> problem) {}

    LineSource(InputStream in, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    /// How many bytes of the stream are behind the line that was read last.
    long bytesRead() {
        return bytesRead - (end - at);
    }

    /// The next line; empty at the end.
    Optional<Line> next() throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        number++;
        Bytes line = new Bytes();
        boolean tooLong = false;
        do {
            int lineEnd = at;
            while (lineEnd < end && buffer[lineEnd] != '\n') {
                lineEnd++;
            }
            if (line.size() + (lineEnd - at) > maxLineBytes) {
                tooLong = true;
            } else {
                line.write(buffer, at, lineEnd - at);
            }
            at = lineEnd;
            if (at < end) {
                at++;
                break;
            }
        } while (fill());
        return Optional.of(tooLong ? problem(Sentence.of(
                "the line is longer than {0} bytes", maxLineBytes)) : decoded(line));
    }

    private Line decoded(Bytes line) {
        int from = number == 1 && line.startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        int to = line.size() - (line.endsWithCarriageReturn(from) ? 1 : 0);
        String text = line.text(from, to);
        if (text.indexOf('\uFFFD') >= 0 && !line.isValid(from, to)) {
            return problem(Sentence.of("the line is not valid UTF-8"));
        }
        return new Line(number, text, Optional.empty());
    }

    private Line problem(Sentence problem) {
        return new Line(number, "", Optional.of(problem));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        bytesRead += end;
        return end > 0;
    }

    /// A growing array whose bytes are looked at in place.
    private static final class Bytes extends ByteArrayOutputStream {
        boolean startsWithMark() {
            return count >= 3 && buf[0] == BYTE_ORDER_MARK[0] && buf[1] == BYTE_ORDER_MARK[1]
                    && buf[2] == BYTE_ORDER_MARK[2];
        }

        boolean endsWithCarriageReturn(int from) {
            return count > from && buf[count - 1] == '\r';
        }

        String text(int from, int to) {
            return new String(buf, from, to - from, StandardCharsets.UTF_8);
        }

        boolean isValid(int from, int to) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buf, from, to - from));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
