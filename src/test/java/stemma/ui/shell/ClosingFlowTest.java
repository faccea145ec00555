package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// A store that takes its time to close.
class ClosingFlowTest {
    private static final PromptId WRITTEN = new PromptId("late/write");

    @TempDir
    Path folder;

    @Test
    void theWindowGoesAtOnceAndALaterStartWaitsForTheStore() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (OpenWindow window = OpenWindow.on(home)) {
            Store store = window.store();
            Thread author = Thread.ofPlatform().start(() -> write(store, slow(writing, goOn)));
            writing.await();
            try {
                Platform.runLater(window.shell()::close);
                window.await("the window is gone", () -> !window.stage().isShowing());
                assertThat(SingleInstance.claim(home.folder())).isEmpty();
                assertThat(SingleInstance.tell(home.folder(), Call.WINDOW)).isFalse();
            } finally {
                goOn.countDown();
            }
            author.join();
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            assertThat(window.store().check().problems()).isEmpty();
        }
    }

    /// The store may be closed before the write is told of.
    private static void write(Store store, List<NewVersion> versions) {
        try {
            store.appendAll(versions);
        } catch (StoreException.Closed e) {
            assertThat(e).hasMessageContaining("closed");
        }
    }

    /// One version that is read twice, the second time in the middle of the write.
    private static List<NewVersion> slow(CountDownLatch writing, CountDownLatch goOn) {
        NewVersion version = NewVersion.first(WRITTEN, VersionLabel.FIRST, Content.plain("Late"), "ada", "");
        AtomicInteger reads = new AtomicInteger();
        return new AbstractList<>() {
            @Override
            public NewVersion get(int index) {
                if (reads.incrementAndGet() == 2) {
                    writing.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return version;
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }
}
