package stemma.instance;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import stemma.instance.Wire.Kind;

/// The standard input of another process. A part of it is asked for when it is needed, so that the other process reads
/// no more than is used. Read by one thread, filled by another.
final class LentInput extends InputStream {
    private final Wire wire;
    /// What was read here of [#part]; all three guarded by this object.
    private int position;
    private byte @Nullable [] part;
    private boolean ended;
    private boolean abandoned;

    LentInput(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        byte[] bytes = part;
        if (bytes == null) {
            if (ended) {
                return -1;
            }
            bytes = more();
            if (bytes == null) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        if (position == bytes.length) {
            part = null;
        }
        return count;
    }

    private byte @Nullable [] more() throws IOException {
        if (!abandoned) {
            wire.send(Kind.WANT_INPUT);
        }
        while (part == null && !ended && !abandoned) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        if (abandoned) {
            throw new IOException("the process that lends its input is gone");
        }
        return part;
    }

    /// @throws IOException when nobody asked for it
    synchronized void add(byte[] bytes) throws IOException {
        if (part != null) {
            throw new IOException("input that nobody asked for");
        }
        if (bytes.length > 0) {
            part = bytes;
            position = 0;
            notifyAll();
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
