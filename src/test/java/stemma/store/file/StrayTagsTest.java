package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;

class StrayTagsTest {
    @TempDir
    Path folder;

    @Test
    void tagsOfAnAppendThatWasNeverFinishedDoNotStickToTheNextVersion() throws Exception {
        Files.createDirectories(folder.resolve("p1"));
        Files.writeString(folder.resolve("p1/tags.txt"), "1.0.0: launch\n");
        PromptId prompt = new PromptId("p1");
        StoreUri uri = StoreUri.of("file", folder.toString());
        try (Store store = new FileStoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            store.append(NewVersion.first(prompt, VersionLabel.FIRST, Content.plain("one"), "ada", ""));
            assertThat(store.get(prompt, VersionLabel.FIRST).info().tags()).isEmpty();
        }
        try (Store store = new FileStoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            assertThat(store.get(prompt, VersionLabel.FIRST).info().tags()).isEmpty();
        }
    }
}
