package stemma.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import stemma.instance.Wire.Frame;
import stemma.instance.Wire.Kind;

/// One connection of a later start. What it says is believed only as far as it makes sense.
final class Visit implements Runnable {
    /// The most that a call may have, in bytes.
    static final int LONGEST_CALL = 1 << 20;

    /// How long a caller may take to say what it wants.
    private static final int PATIENCE_SECONDS = 5;

    private final SocketChannel channel;
    private final Consumer<Call> receiver;
    private final Worker worker;
    private final Wire wire;
    private final LentInput input;
    private final CountDownLatch understood = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean cancelled;

    Visit(SocketChannel channel, Consumer<Call> receiver, Worker worker) {
        this.channel = channel;
        this.receiver = receiver;
        this.worker = worker;
        this.wire = new Wire(channel);
        this.input = new LentInput(wire);
    }

    @Override
    public void run() {
        thread("later-start-patience", this::endUnlessUnderstood);
        try (channel) {
            listen();
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "a later start was not understood, or left", e);
        } catch (RuntimeException e) {
            log().log(System.Logger.Level.WARNING, "a later start was not understood", e);
        } finally {
            understood.countDown();
            leave();
        }
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private void endUnlessUnderstood() {
        try {
            if (!understood.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                channel.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "closing", e);
        }
    }

    private void listen() throws IOException {
        int first = wire.in().read();
        if (first != Wire.GREETING[0]) {
            done.countDown();
            String call = call(first);
            understood.countDown();
            receiver.accept(Call.fromJson(call));
            return;
        }
        byte[] rest = wire.in().readNBytes(Wire.GREETING.length - 1);
        Frame frame = Arrays.equals(rest, Arrays.copyOfRange(Wire.GREETING, 1, Wire.GREETING.length)) ? wire.receive() : Frame.NONE;
        if (frame.kind() != Kind.REQUEST) {
            done.countDown();
            return;
        }
        Optional<Worker.Work> work = worker.take(Request.fromJson(new String(frame.bytes(), StandardCharsets.UTF_8)));
        understood.countDown();
        if (work.isEmpty()) {
            done.countDown();
            wire.send(Kind.REFUSED);
            return;
        }
        wire.send(Kind.TAKEN);
        thread("later-start-work", () -> carryOut(work.get()));
        hear();
    }

    private String call(int first) throws IOException {
        byte[] rest = first < 0 ? new byte[0] : wire.in().readNBytes(LONGEST_CALL - 1);
        byte[] all = new byte[first < 0 ? 0 : rest.length + 1];
        if (first >= 0) {
            all[0] = (byte) first;
            System.arraycopy(rest, 0, all, 1, rest.length);
        }
        return new String(all, StandardCharsets.UTF_8);
    }

    /// Takes in what the caller lends until it is gone.
    private void hear() throws IOException {
        while (true) {
            Frame frame = wire.receive();
            switch (frame.kind()) {
                case INPUT -> input.add(frame.bytes());
                case INPUT_ENDS -> input.end();
                default -> throw new IOException("unexpected: " + frame.kind());
            }
        }
    }

    private void carryOut(Worker.Work work) {
        int code = 1;
        try (OutputStream out = wire.stream(Kind.OUTPUT);
                OutputStream err = wire.stream(Kind.ERROR)) {
            code = work.run(input, out, err, () -> cancelled);
            wire.send(Kind.EXIT, ByteBuffer.allocate(Integer.BYTES).putInt(code).array(), 0, Integer.BYTES);
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "the later start is gone", e);
        } catch (RuntimeException | Error e) {
            log().log(System.Logger.Level.ERROR, "work for a later start failed", e);
        } finally {
            done.countDown();
            disconnect();
        }
    }

    /// Tells the work to stop.
    void leave() {
        cancelled = true;
        input.abandon();
    }

    /// Waits for the work, a moment at most, and hangs up.
    void close(long untilNanos) {
        try {
            if (!done.await(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                log().log(System.Logger.Level.WARNING, "work for a later start was left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void disconnect() {
        try {
            channel.close();
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "closing", e);
        }
    }

    private static System.Logger log() {
        return System.getLogger(Visit.class.getName());
    }
}
