package stemma.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private SingleInstance claimed(Path home) throws Exception {
        SingleInstance instance = SingleInstance.claim(home).orElseThrow();
        instance.listen(heard::add, Worker.NONE);
        return instance;
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void whatLaterStartsWantIsHeardInOrder() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder, "h2:/some/store")).isTrue();
            assertThat(next()).isEqualTo("h2:/some/store");
            assertThat(SingleInstance.tell(folder, "")).isTrue();
            assertThat(next()).isEmpty();
            assertThat(SingleInstance.tell(folder, "file:/home/ada/Grüße 😀")).isTrue();
            assertThat(next()).isEqualTo("file:/home/ada/Grüße 😀");
        }
    }

    @Test
    void nobodyIsReachedWhereNoWindowIs() throws Exception {
        assertThat(SingleInstance.tell(folder, "")).isFalse();
        claimed(folder).close();
        assertThat(SingleInstance.tell(folder, "")).isFalse();
    }

    @Test
    void theFolderCanBeTakenAgainAfterClosing() throws Exception {
        claimed(folder).close();
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder, "again")).isTrue();
            assertThat(next()).isEqualTo("again");
        }
    }

    @Test
    void windowsOnTwoFoldersDoNotHearEachOther() throws Exception {
        Path other = folder.resolve("other");
        try (SingleInstance _ = claimed(folder);
                SingleInstance second = SingleInstance.claim(other).orElseThrow()) {
            BlockingQueue<String> heardThere = new LinkedBlockingQueue<>();
            second.listen(heardThere::add, Worker.NONE);
            assertThat(SingleInstance.tell(other, "there")).isTrue();
            assertThat(heardThere.poll(30, TimeUnit.SECONDS)).isEqualTo("there");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aFolderIsTheSameHoweverItIsWritten() throws Exception {
        try (SingleInstance _ = claimed(folder)) {
            assertThat(SingleInstance.tell(folder.resolve("x").resolve(".."), "same")).isTrue();
            assertThat(next()).isEqualTo("same");
        }
    }

    @Test
    void aFolderWithAVeryLongPathWorksToo() throws Exception {
        Path deep = folder.resolve("a".repeat(100)).resolve("b".repeat(100));
        Files.createDirectories(deep);
        try (SingleInstance _ = claimed(deep)) {
            assertThat(SingleInstance.tell(deep, "deep")).isTrue();
            assertThat(next()).isEqualTo("deep");
        }
    }
}
