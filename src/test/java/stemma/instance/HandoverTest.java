package stemma.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
    private static final int PATIENCE = 30;

    @TempDir
    Path home;

    private final BlockingQueue<Call> called = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private SingleInstance running(Worker.Work work) throws IOException {
        SingleInstance instance = SingleInstance.claim(home).orElseThrow();
        instance.listen(called::add, _ -> Optional.of(work));
        return instance;
    }

    private Request request(String... arguments) {
        return new Request(Optional.of("h2:/p"), home, List.of(arguments));
    }

    private OptionalInt offer(InputStream in, OutputStream to) throws IOException {
        return Handover.offer(home, request("list"), in, to, err);
    }

    @Test
    void theRequestArrivesWholeAndTheAnswerComesBack() throws Exception {
        Request sent = new Request(Optional.empty(), home, List.of("save", "Grüße 😀", "", "a\nb"));
        CompletableFuture<Request> heard = new CompletableFuture<>();
        try (SingleInstance instance = SingleInstance.claim(home).orElseThrow()) {
            instance.listen(called::add, request -> {
                heard.complete(request);
                return Optional.of((_, to, problems, _) -> {
                    to.write("résult".getBytes(StandardCharsets.UTF_8));
                    problems.write("message".getBytes(StandardCharsets.UTF_8));
                    return 5;
                });
            });
            assertThat(Handover.offer(home, sent, InputStream.nullInputStream(), out, err)).hasValue(5);
        }
        assertThat(heard.get()).isEqualTo(sent);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("résult");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("message");
        assertThat(called).isEmpty();
    }

    @Test
    void largeInputAndOutputPassUnchanged() throws Exception {
        byte[] bytes = new byte[5_000_003];
        new Random(7).nextBytes(bytes);
        try (SingleInstance _ = running((in, to, _, _) -> {
            in.transferTo(to);
            return 0;
        })) {
            assertThat(offer(new ByteArrayInputStream(bytes), out)).hasValue(0);
        }
        assertThat(Arrays.equals(out.toByteArray(), bytes)).isTrue();
    }

    @Test
    void inputThatTheWorkDoesNotReadIsLeft() throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream("for somebody else".getBytes(StandardCharsets.UTF_8));
        try (SingleInstance _ = running((_, _, _, _) -> 0)) {
            assertThat(offer(in, out)).hasValue(0);
        }
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("for somebody else");
    }

    @Test
    void refusedWorkIsLeftToItsOwner() throws Exception {
        try (SingleInstance instance = SingleInstance.claim(home).orElseThrow()) {
            instance.listen(called::add, Worker.NONE);
            assertThat(offer(InputStream.nullInputStream(), out)).isEmpty();
        }
        assertThat(offer(InputStream.nullInputStream(), out)).isEmpty();
    }

    @Test
    void aCallerThatLeavesCancelsTheWork() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (SingleInstance _ = running((_, _, _, isCancelled) -> {
            started.countDown();
            while (!isCancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            stopped.countDown();
            return 1;
        })) {
            try (SocketChannel channel = connected()) {
                new Wire(channel).greet();
                byte[] bytes = request("list").toJson().getBytes(StandardCharsets.UTF_8);
                new Wire(channel).send(Wire.Kind.REQUEST, bytes, 0, bytes.length);
                assertThat(started.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(stopped.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCallerThatCannotWriteAnyMoreCancelsTheWork() throws Exception {
        CompletableFuture<Boolean> noticed = new CompletableFuture<>();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (SingleInstance _ = running((_, to, _, _) -> {
            try {
                while (true) {
                    to.write(new byte[1000]);
                }
            } catch (IOException e) {
                noticed.complete(true);
                throw e;
            }
        })) {
            assertThatThrownBy(() -> offer(InputStream.nullInputStream(), broken)).hasMessage("Broken pipe");
            assertThat(noticed.get(PATIENCE, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aWorkWaitingForInputEndsWithItsCaller() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (SingleInstance _ = running((in, _, _, _) -> {
            try {
                return in.read();
            } catch (IOException e) {
                ended.complete(e.getMessage());
                throw e;
            }
        })) {
            try (SocketChannel channel = connected()) {
                Wire wire = new Wire(channel);
                wire.greet();
                byte[] bytes = request("save").toJson().getBytes(StandardCharsets.UTF_8);
                wire.send(Wire.Kind.REQUEST, bytes, 0, bytes.length);
                assertThat(wire.receive().kind()).isEqualTo(Wire.Kind.TAKEN);
                assertThat(wire.receive().kind()).isEqualTo(Wire.Kind.WANT_INPUT);
            }
            assertThat(ended.get(PATIENCE, TimeUnit.SECONDS)).contains("gone");
        }
    }

    @Test
    void aProgramThatClosesMeanwhileStopsTheWorkAndItsCallerLearnsOfIt() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        SingleInstance instance = running((_, _, _, isCancelled) -> {
            started.countDown();
            while (!isCancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return 7;
        });
        CompletableFuture<OptionalInt> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return offer(InputStream.nullInputStream(), out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(started.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        instance.close();
        assertThat(answer.get(PATIENCE, TimeUnit.SECONDS)).hasValue(7);
    }

    @Test
    void aProgramThatFailsInTheMiddleIsALostAnswer() throws Exception {
        try (SingleInstance _ = running((_, to, _, _) -> {
            to.write('x');
            throw new IllegalStateException("broken");
        })) {
            assertThatThrownBy(() -> offer(InputStream.nullInputStream(), out))
                    .isInstanceOf(Handover.LostException.class)
                    .hasMessageContaining("ended before");
        }
    }

    @Test
    void manyCallersAreServedAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8);
        try (SingleInstance _ = running((_, _, _, _) -> {
            inside.incrementAndGet();
            all.countDown();
            try {
                return all.await(PATIENCE, TimeUnit.SECONDS) ? 0 : 1;
            } catch (InterruptedException e) {
                return 2;
            }
        })) {
            List<CompletableFuture<Integer>> answers = java.util.stream.Stream.generate(
                            () -> CompletableFuture.supplyAsync(this::quietOffer, Thread::startVirtualThread))
                    .limit(8)
                    .toList();
            for (CompletableFuture<Integer> answer : answers) {
                assertThat(answer.get(PATIENCE, TimeUnit.SECONDS)).isZero();
            }
        }
        assertThat(inside).hasValue(8);
    }

    private int quietOffer() {
        try {
            return offer(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                    .orElse(-1);
        } catch (IOException e) {
            return -2;
        }
    }

    @Test
    void garbageOnTheSocketDoesNoHarm() throws Exception {
        AtomicInteger works = new AtomicInteger();
        try (SingleInstance instance = SingleInstance.claim(home).orElseThrow()) {
            instance.listen(called::add, _ -> {
                works.incrementAndGet();
                return Optional.empty();
            });
            byte[] greeting = Wire.GREETING;
            send(new byte[] {0});
            send(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            send(joined(greeting, new byte[] {99, 0, 0, 0, 0}));
            send(joined(greeting, new byte[] {0, -1, -1, -1, -1}));
            send(joined(greeting, new byte[] {0, 127, -1, -1, -1}));
            send(joined(greeting, new byte[] {0, 0, 0, 0, 9, 'h'}));
            for (String json : new String[] {"", "{", "[]", "[1,2,3]", "[\"a\",\"b\",[1]]", "[\"a\",\"\\u0000\",[]]"}) {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                send(joined(greeting, joined(new byte[] {0, 0, 0, 0, (byte) bytes.length}, bytes)));
            }
            Random random = new Random(3);
            for (int i = 0; i < 50; i++) {
                byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                send(joined(greeting, noise));
            }
            assertThat(works).hasValue(0);
            assertThat(SingleInstance.tell(home, Call.WINDOW)).isTrue();
            assertThat(called.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Call.WINDOW);
        }
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(LocalSocket.of(home)));
        return channel;
    }

    /// Says something and waits until the other side hangs up.
    private void send(byte[] bytes) throws IOException {
        try (SocketChannel channel = connected()) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.shutdownOutput();
            ByteBuffer answer = ByteBuffer.allocate(100);
            while (channel.read(answer) >= 0) {
                answer.clear();
            }
        } catch (java.net.SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
