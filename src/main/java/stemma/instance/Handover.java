package stemma.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import stemma.instance.Wire.Frame;
import stemma.instance.Wire.Kind;

/// Hands a command line to the program that has the data folder, and lends it this process's streams.
public final class Handover {
    private Handover() {}

    /// The program was reached, took the work, and went away before it told how the work ended.
    public static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;

        private LostException(IOException cause) {
            super("The running program ended before it was done with this command; look whether it was carried out.",
                    cause);
        }
    }

    /// Offers work and waits until it is done.
    ///
    /// @param in read only as far as the work reads it
    /// @return the exit code; empty when nobody took the work, and nothing was done then
    /// @throws LostException when the running program went away in the middle
    /// @throws IOException when `in` cannot be read or the outputs cannot be written; the work is cancelled then
    public static OptionalInt offer(Path home, Request request, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        Path socket = LocalSocket.of(home);
        if (!LocalSocket.isOwn(socket, home)) {
            return OptionalInt.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Wire wire = new Wire(channel);
            if (!isTaken(channel, wire, socket, request)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(serve(wire, in, out, err));
        }
    }

    private static boolean isTaken(SocketChannel channel, Wire wire, Path socket, Request request) {
        byte[] bytes = request.toJson().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Wire.LARGEST) {
            return false;
        }
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            wire.greet();
            wire.send(Kind.REQUEST, bytes, 0, bytes.length);
            return wire.receive().kind() == Kind.TAKEN;
        } catch (IOException e) {
            System.getLogger(Handover.class.getName())
                    .log(System.Logger.Level.DEBUG, "no program to hand work to", e);
            return false;
        }
    }

    private static int serve(Wire wire, InputStream in, OutputStream out, OutputStream err) throws IOException {
        while (true) {
            Frame frame = next(wire);
            switch (frame.kind()) {
                case OUTPUT -> pass(frame.bytes(), out);
                case ERROR -> pass(frame.bytes(), err);
                case WANT_INPUT -> lend(wire, in);
                case EXIT -> {
                    return ByteBuffer.wrap(frame.bytes()).getInt();
                }
                default -> throw new LostException(new IOException("unexpected: " + frame.kind()));
            }
        }
    }

    private static Frame next(Wire wire) throws LostException {
        try {
            return wire.receive();
        } catch (IOException e) {
            throw new LostException(e);
        }
    }

    private static void pass(byte[] bytes, OutputStream to) throws IOException {
        to.write(bytes);
        to.flush();
    }

    private static void lend(Wire wire, InputStream in) throws IOException {
        byte[] chunk = new byte[Wire.CHUNK];
        int length = in.read(chunk);
        try {
            if (length < 0) {
                wire.send(Kind.INPUT_ENDS);
            } else {
                wire.send(Kind.INPUT, chunk, 0, length);
            }
        } catch (IOException e) {
            throw new LostException(e);
        }
    }
}
