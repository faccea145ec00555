package stemma.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final BlockingQueue<Call> heard = new LinkedBlockingQueue<>();

    private SingleInstance claimed(Path home) throws Exception {
        SingleInstance instance = SingleInstance.claim(home).orElseThrow();
        instance.listen(heard::add, Worker.NONE);
        return instance;
    }

    private Call next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS));
    }

    private static Call call(String store, Path... files) {
        return new Call(Optional.of(store), List.of(files));
    }

    @Test
    void whatLaterStartsWantIsHeardInOrder() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder, call("h2:/some/store"))).isTrue();
            assertThat(next()).isEqualTo(call("h2:/some/store"));
            assertThat(SingleInstance.tell(folder, Call.WINDOW)).isTrue();
            assertThat(next()).isEqualTo(Call.WINDOW);
            assertThat(SingleInstance.tell(folder, call("file:/home/ada/Grüße 😀"))).isTrue();
            assertThat(next()).isEqualTo(call("file:/home/ada/Grüße 😀"));
        }
    }

    @Test
    void filesComeAlongWhateverTheyAreCalled() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            Path[] files = {folder.resolve("two\nlines.prompty"), folder.resolve("😀 \"x\".prompt.yml")};
            assertThat(SingleInstance.tell(folder, call("h2:x", files))).isTrue();
            assertThat(next()).isEqualTo(call("h2:x", files));
        }
    }

    @Test
    void aCallThatIsTooLongIsNotSentInPart() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder, call("h2:" + "x".repeat(Visit.LONGEST_CALL)))).isFalse();
        }
    }

    @Test
    void whatIsNoCallIsNotBelieved() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            for (String nonsense : List.of("", "h2:x", "[]", "[1, 2]", "[\"\", [3]]", "[\"\", [\"\\u0000\"]]")) {
                try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.connect(UnixDomainSocketAddress.of(LocalSocket.of(folder)));
                    channel.write(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.UTF_8)));
                }
            }
            assertThat(SingleInstance.tell(folder, call("after"))).isTrue();
            assertThat(next()).isEqualTo(call("after"));
        }
    }

    @Test
    void nobodyIsReachedWhereNoWindowIs() throws Exception {
        assertThat(SingleInstance.tell(folder, Call.WINDOW)).isFalse();
        claimed(folder).close();
        assertThat(SingleInstance.tell(folder, Call.WINDOW)).isFalse();
    }

    @Test
    void twoStartsAtOnceLoseNothingThatIsToBeOpened() throws Exception {
        try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
            CompletableFuture<SingleInstance.Start> second = CompletableFuture.supplyAsync(() -> started(LONG));
            assertThat(second).isNotDone();
            first.listen(heard::add, Worker.NONE);
            assertThat(second.get(30, TimeUnit.SECONDS)).isInstanceOf(SingleInstance.Start.Told.class);
            assertThat(next()).isEqualTo(call("second"));
        }
    }

    @Test
    void aStartWhileTheOtherEndsIsTheFirst() throws Exception {
        SingleInstance ending = SingleInstance.claim(folder).orElseThrow();
        CompletableFuture<SingleInstance.Start> next = CompletableFuture.supplyAsync(() -> started(LONG));
        ending.close();
        assertThat(next.get(30, TimeUnit.SECONDS)).isInstanceOfSatisfying(SingleInstance.Start.First.class, first ->
                first.instance().close());
    }

    @Test
    void whoNeverAnswersIsNotWaitedForWithoutEnd() throws Exception {
        try (SingleInstance _ = SingleInstance.claim(folder).orElseThrow()) {
            assertThat(started(Duration.ofMillis(100))).isInstanceOf(SingleInstance.Start.Unanswered.class);
        }
    }

    private SingleInstance.Start started(Duration patience) {
        try {
            return SingleInstance.start(folder, call("second"), patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFolderCanBeTakenAgainAfterClosing() throws Exception {
        claimed(folder).close();
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder, call("again"))).isTrue();
            assertThat(next()).isEqualTo(call("again"));
        }
    }

    @Test
    void windowsOnTwoFoldersDoNotHearEachOther() throws Exception {
        Path other = folder.resolve("other");
        try (SingleInstance _ = claimed(folder);
                SingleInstance second = SingleInstance.claim(other).orElseThrow()) {
            BlockingQueue<Call> heardThere = new LinkedBlockingQueue<>();
            second.listen(heardThere::add, Worker.NONE);
            assertThat(SingleInstance.tell(other, call("there"))).isTrue();
            assertThat(heardThere.poll(30, TimeUnit.SECONDS)).isEqualTo(call("there"));
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aFolderIsTheSameHoweverItIsWritten() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder.resolve("x").resolve(".."), call("same"))).isTrue();
            assertThat(next()).isEqualTo(call("same"));
        }
    }

    @Test
    void aFolderWithAVeryLongPathWorksToo() throws Exception {
        Path deep = folder.resolve("a".repeat(100)).resolve("b".repeat(100));
        Files.createDirectories(deep);
        try (SingleInstance _ = claimed(deep)) {
            assertThat(SingleInstance.tell(deep, call("deep"))).isTrue();
            assertThat(next()).isEqualTo(call("deep"));
        }
    }
}
