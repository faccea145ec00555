package stemma.ui.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Tagging;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;

class TagModelTest {
    private static final PromptId PROMPT = new PromptId("p");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final VersionInfo version = store.append(new NewVersion(
            PROMPT,
            Optional.empty(),
            VersionLabel.FIRST,
            Content.plain("one"),
            "ada",
            "",
            Set.of("chat", "old"),
            Optional.empty()));
    private final TagModel model = new TagModel(
            new Tagging(store), version, List.of("a launch", "chat", "launch", "Lab"), new DirectTasks());

    @Test
    void tagsInUseAreSuggestedThoseThatBeginSoFirst() {
        model.typedProperty().set("la");
        assertThat(model.suggestions()).containsExactly("launch", "Lab", "a launch");
        model.typedProperty().set("chat");
        assertThat(model.suggestions()).isEmpty();
    }

    @Test
    void tagsInUseAreOfferedBeforeSomethingIsTypedExceptThoseItHas() {
        assertThat(model.suggestions()).containsExactly("a launch", "launch", "Lab");
        model.add("launch");
        assertThat(model.suggestions()).containsExactly("a launch", "Lab");
    }

    @Test
    void whatIsNoTagIsSaidAndNotAdded() {
        model.typedProperty().set("a, b");
        assertThat(model.problem().orElseThrow()).contains("comma");
        model.add();
        assertThat(model.tagsProperty().get()).containsExactly("chat", "old");
    }

    @Test
    void nothingIsWrittenBeforeItIsApplied() {
        model.remove("old");
        model.typedProperty().set("new");
        assertThat(store.get(PROMPT, VersionLabel.FIRST).info().tags()).containsExactly("chat", "old");
        model.apply(_ -> {}, e -> {
            throw new IllegalStateException(e);
        });
        assertThat(store.get(PROMPT, VersionLabel.FIRST).info().tags()).containsExactly("chat", "new");
    }
}
