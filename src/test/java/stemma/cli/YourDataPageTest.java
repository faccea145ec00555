package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.JsonLinesExport;
import stemma.transfer.Progress;
import stemma.transfer.sample.SampleRegistry;

/// What `docs/your-data.md` says holds.
class YourDataPageTest {
    @TempDir
    Path folder;

    @Test
    void theExamplesOfThePageHoldInTheirOrder() throws Exception {
        try (Store samples = Stores.discovered().open(StoreUri.parse("memory:your-data"))) {
            SampleRegistry.fill(samples, Clock.systemUTC());
            new JsonLinesExport(samples).run(folder.resolve("prompts.jsonl"), Progress.NONE);
        }
        assertThat(new PageExamples(new Home(folder.resolve("home")), folder).run(Path.of("docs/your-data.md")))
                .isEqualTo(10);
    }
}
