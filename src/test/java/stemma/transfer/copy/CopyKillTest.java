package stemma.transfer.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.AllPrompts;
import stemma.transfer.Progress;

/// A copy whose process is killed is continued by copying again.
class CopyKillTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "file"})
    void aKilledCopyIsContinued(String scheme) throws Exception {
        StoreUri source = StoreUri.of("file", folder.resolve("source").toString());
        StoreUri target = StoreUri.of(scheme, folder.resolve("target").toString());
        try (Store store = Stores.discovered().open(source)) {
            RandomHistories.fill(store, new Random(5), 200);
        }
        Random random = new Random(11);
        List<Long> versions = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            copyAndDie(source, target, random.nextInt(20, 250));
            try (Store store = Stores.discovered().open(target)) {
                assertThat(store.check().problems()).isEmpty();
                versions.add(store.count().versions());
            }
        }
        assertThat(versions).isSorted();
        try (Store from = Stores.discovered().open(source);
                Store to = Stores.discovered().open(target)) {
            List<CopyItem> items = new ArrayList<>();
            new StoreCopy(from, to, new CopyOptions(false, false, "copier"))
                    .run(AllPrompts.ids(from, Progress.NONE), items::add, Progress.NONE);
            assertThat(items)
                    .filteredOn(item -> item.outcome() == Outcome.CONFLICT || item.outcome() == Outcome.FAILED)
                    .isEmpty();
            CopyChainTest.assertSame(from, to);
        }
    }

    private static void copyAndDie(StoreUri source, StoreUri target, int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledCopy.class.getName(),
                        source.toString(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // Waits until both stores are open, so that the kill meets the copy.
            assertThat(process.getInputStream().read()).isEqualTo('o');
            Thread.sleep(milliseconds);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
