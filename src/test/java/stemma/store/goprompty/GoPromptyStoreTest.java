package stemma.store.goprompty;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class GoPromptyStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new GoPromptyStoreDriver().open(StoreUri.of("go-prompty", folder.toString()), Opening.at(clock));
    }

    /// A name is a folder's.
    @Override
    protected PromptId id(String id) {
        return new PromptId(id.replace('/', '.'));
    }

    @Override
    protected VersionLabel label(String chosen, int number) {
        return new VersionLabel(Integer.toString(number));
    }

    @Override
    protected Stage otherStage() {
        return new Stage("canary-eu_1");
    }

    @Override
    protected boolean holds(Content content) {
        return content.isPlain();
    }
}
