package stemma.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// The talk between two processes about one command, as frames: a byte that tells the kind, the length as four bytes,
/// the bytes. Before the first frame the caller sends [#GREETING]. Writing is safe for concurrent use, reading is not.
final class Wire {
    /// No [Call] begins so.
    static final byte[] GREETING = "\0stemma 1\n".getBytes(StandardCharsets.US_ASCII);

    /// The largest frame, in bytes; a request may have that many.
    static final int LARGEST = 1 << 20;
    /// How much of a stream goes into one frame, in bytes.
    static final int CHUNK = 1 << 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    Wire(SocketChannel channel) {
        this.in = new DataInputStream(Channels.newInputStream(channel));
        this.out = new DataOutputStream(Channels.newOutputStream(channel));
    }

    /// Kinds of frames.
    enum Kind {
        /// The caller's [Request].
        REQUEST,
        /// The work is taken.
        TAKEN,
        /// The caller must do it.
        REFUSED,
        /// A part of standard input is wanted.
        WANT_INPUT,
        INPUT,
        INPUT_ENDS,
        OUTPUT,
        ERROR,
        /// The exit code as four bytes; the last frame.
        EXIT
    }

    record Frame(Kind kind, byte[] bytes) {
        static final Frame NONE = new Frame(Kind.REFUSED, new byte[0]);
    }

    InputStream in() {
        return in;
    }

    void greet() throws IOException {
        out.write(GREETING);
    }

    void send(Kind kind) throws IOException {
        send(kind, new byte[0], 0, 0);
    }

    /// One write a frame, so that a caller that ends leaves no half ones behind.
    synchronized void send(Kind kind, byte[] bytes, int from, int length) throws IOException {
        byte[] frame = new byte[5 + length];
        frame[0] = (byte) kind.ordinal();
        for (int i = 0; i < 4; i++) {
            frame[1 + i] = (byte) (length >>> 24 - 8 * i);
        }
        System.arraycopy(bytes, from, frame, 5, length);
        out.write(frame);
    }

    /// @throws EOFException when the other side is gone
    /// @throws IOException when what comes is no frame
    Frame receive() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (kind >= Kind.values().length || length < 0 || length > LARGEST) {
            throw new IOException("what comes over the socket is no frame");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the other side ended within a frame");
        }
        return new Frame(Kind.values()[kind], bytes);
    }

    /// A stream whose bytes become frames.
    OutputStream stream(Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int done = 0; done < length; done += CHUNK) {
                    send(kind, bytes, offset + done, Math.min(CHUNK, length - done));
                }
            }
        };
    }
}
