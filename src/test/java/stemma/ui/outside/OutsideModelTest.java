package stemma.ui.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.OutsideEdits.Edit;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.common.DirectTasks;

class OutsideModelTest {
    private static final PromptId PROMPT = new PromptId("support/greeting");

    @TempDir
    Path folder;

    @TempDir
    Path drafts;

    private Registry registry;
    private Store store;
    private OutsideModel model;

    @BeforeEach
    void changeAVersionOutside() throws IOException {
        store = Stores.discovered().open(StoreUri.of("file", folder.toString()));
        registry = new Registry(store, drafts);
        store.append(NewVersion.first(PROMPT, VersionLabel.FIRST, Content.plain("Hello there"), "ada", ""));
        Path file = folder.resolve("support/greeting/v1.0.0.md");
        Files.writeString(file, Files.readString(file).replace("Hello there", "Good morning"));
        List<Edit> edits = store.outsideEdits().find();
        model = new OutsideModel(registry, edits, new DirectTasks(), () -> "ada");
        model.chosenProperty().set(edits.stream().findFirst());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void whatWasFoundStandsBesideTheOriginal() {
        assertThat(model.edits()).singleElement().satisfies(edit -> {
            assertThat(edit.prompt()).isEqualTo(PROMPT);
            assertThat(edit.where()).contains("v1.0.0.md");
            assertThat(edit.found()).contains(Content.plain("Good morning"));
        });
        assertThat(model.originalProperty().get()).contains(Content.plain("Hello there"));
        assertThat(model.canKeep()).isTrue();
    }

    @Test
    void restoringPutsTheOriginalBack() throws IOException {
        model.restore();
        assertThat(model.edits()).isEmpty();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(Files.readString(folder.resolve("support/greeting/v1.0.0.md"))).contains("Hello there");
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(store.versions(PROMPT)).hasSize(1);
    }

    @Test
    void keepingMakesANewVersionAndPutsTheOriginalBack() {
        model.keep();
        assertThat(model.edits()).isEmpty();
        assertThat(store.versions(PROMPT))
                .extracting(VersionInfo::label)
                .containsExactly(new VersionLabel("1.0.1"), VersionLabel.FIRST);
        assertThat(store.get(PROMPT, new VersionLabel("1.0.1")).content()).isEqualTo(Content.plain("Good morning"));
        assertThat(store.get(PROMPT, VersionLabel.FIRST).content()).isEqualTo(Content.plain("Hello there"));
    }

    @Test
    void aChangeMadeWhileDecidingIsNotOverwritten() throws IOException {
        Path file = folder.resolve("support/greeting/v1.0.0.md");
        Files.writeString(file, Files.readString(file).replace("Good morning", "Good evening"));
        model.restore();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(model.edits()).hasSize(1);
        assertThat(Files.readString(file)).contains("Good evening");
        assertThat(model.chosenProperty().get()).isNotEqualTo(Optional.empty());
    }
}
