package stemma.store.loom;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreContract;
import stemma.store.StoreUri;

class LoomStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(Clock clock) {
        return new LoomStoreDriver().open(StoreUri.of("loom", folder.toString()), Opening.at(clock));
    }

    /// A text, or a system and a user message.
    @Override
    protected boolean holds(Content content) {
        List<String> roles = content.messages().stream().map(Message::role).toList();
        return roles.size() <= 1 && !roles.contains(Message.ASSISTANT)
                || roles.equals(List.of(Message.SYSTEM, Message.USER));
    }
}
