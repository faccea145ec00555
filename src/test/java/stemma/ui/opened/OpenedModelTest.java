package stemma.ui.opened;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.promptfile.PromptFile;
import stemma.transfer.promptfile.PromptFormat;
import stemma.ui.common.DirectTasks;

class OpenedModelTest {
    private static final Content IN_FILE = Content.plain("In the file");

    private final Store store = Stores.discovered().open(StoreUri.parse("memory:"));
    private final List<String> asked = new ArrayList<>();
    private boolean agrees = true;

    @AfterEach
    void close() {
        store.close();
    }

    private OpenedModel model(String... ids) {
        OpenedHost host = new OpenedHost() {
            @Override
            public String storeName() {
                return "Team";
            }

            @Override
            public boolean save(PromptId prompt, Optional<Version> base, Content content) {
                asked.add("save " + prompt + " on " + base.map(version -> version.label().value()).orElse("nothing") + ": "
                        + content.messages().getFirst().text());
                return agrees;
            }

            @Override
            public void compare(Version version) {
                asked.add("compare " + version.prompt() + " " + version.label());
            }
        };
        PromptFile file = new PromptFile(
                PromptFormat.PROMPTY, List.of(ids).stream().map(PromptId::new).toList(), IN_FILE, List.of());
        return new OpenedModel(Path.of("x.prompty"), file, store, new DirectTasks(), host);
    }

    private void append(String prompt, Content content) {
        store.append(new NewVersion(
                new PromptId(prompt), Optional.empty(), VersionLabel.FIRST, content, "", "", Set.of(), Optional.empty()));
    }

    @Test
    void aPromptThatTheStoreDoesNotHaveBecomesANewOne() {
        OpenedModel model = model("a", "b");
        assertThat(model.idProperty().get()).isEqualTo("a");
        assertThat(model.canImportProperty().get()).isTrue();
        assertThat(model.canSaveProperty().get()).isFalse();
        model.idProperty().set("folder/a");
        model.compare();
        model.save();
        assertThat(asked).containsExactly("save folder/a on nothing: In the file");
        assertThat(model.doneProperty().get()).isTrue();
    }

    @Test
    void ofTheNamesInAFileTheOneThatTheStoreKnowsIsTaken() {
        append("b", Content.plain("In the store"));
        OpenedModel model = model("a", "b");
        assertThat(model.idProperty().get()).isEqualTo("b");
        assertThat(model.canImportProperty().get()).isFalse();
        assertThat(model.situationProperty().get()).isEqualTo("The store has b; its newest version is 1.0.0.");
        model.compare();
        model.save();
        assertThat(asked).containsExactly("compare b 1.0.0", "save b on 1.0.0: In the file");
    }

    @Test
    void whatTheStoreHasAlreadyIsNotSavedAgain() {
        append("a", IN_FILE);
        OpenedModel model = model("a");
        assertThat(model.canSaveProperty().get()).isFalse();
        assertThat(model.canImportProperty().get()).isFalse();
        assertThat(model.situationProperty().get()).contains("holds the same");
        model.save();
        assertThat(asked).isEmpty();
    }

    @Test
    void anIdThatWillNotDoIsToldAndNothingCanBeSaved() {
        OpenedModel model = model("a");
        model.idProperty().set("a//b");
        assertThat(model.canImportProperty().get()).isFalse();
        assertThat(model.situationProperty().get()).contains("empty part");
        model.save();
        assertThat(asked).isEmpty();
        model.idProperty().set("a");
        assertThat(model.canImportProperty().get()).isTrue();
    }

    @Test
    void givingUpLeavesTheFileOpenAndTheStoreIsLookedAtAgain() {
        agrees = false;
        OpenedModel model = model("a");
        append("a", Content.plain("Somebody was faster"));
        model.save();
        assertThat(model.doneProperty().get()).isFalse();
        assertThat(model.canImportProperty().get()).isFalse();
        assertThat(model.canSaveProperty().get()).isTrue();
    }

    @Test
    void aStoreThatFailsIsToldAndNothingCanBeSaved() {
        OpenedModel model = model("a");
        store.close();
        model.idProperty().set("b");
        assertThat(model.situationProperty().get()).contains("closed");
        assertThat(model.canImportProperty().get()).isFalse();
    }
}
