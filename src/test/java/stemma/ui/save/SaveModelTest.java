package stemma.ui.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.prompt.VersionLabel.Step;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;
import stemma.ui.common.Times;

final class SaveModelTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:03:00Z"), ZoneOffset.UTC);
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final Content HELLO = Content.plain("Hello {{name}}");

    @TempDir
    Path folder;

    private final Store store = new MemoryStoreDriver().open(StoreUri.parse("memory:save"), Opening.at(NOON));
    private final Notices notices = new Notices();
    private Registry registry;

    @BeforeEach
    void openRegistry() {
        registry = new Registry(store, folder);
    }

    private Version append(String label, Content content, String author) {
        Optional<VersionLabel> head = store.find(GREETING).map(summary -> summary.head());
        VersionLabel added = new VersionLabel(label);
        store.append(
                head.map(base -> NewVersion.onTop(GREETING, base, added, content, author, ""))
                        .orElse(NewVersion.first(GREETING, added, content, author, "")));
        return store.get(GREETING, added);
    }

    private SaveModel model(Optional<Version> base, Content content) {
        Edits edits = new Edits(GREETING, base, content);
        return new SaveModel(edits, registry, new DirectTasks(), notices, new Times(NOON), () -> "alice");
    }

    private static String label(SaveModel model) {
        return model.label().labelProperty().getValue().map(VersionLabel::value).orElse("none");
    }

    @Test
    void theFirstVersionIsOneZeroZero() {
        SaveModel model = model(Optional.empty(), HELLO);

        assertThat(label(model)).isEqualTo("1.0.0");
        assertThat(model.actProperty().getValue()).isEqualTo("Save version 1.0.0");
        model.save();

        assertThat(model.savedProperty().get()).isPresent();
        assertThat(store.get(GREETING, VersionLabel.FIRST).info().author()).isEqualTo("alice");
        assertThat(notices.current().getLast().text()).isEqualTo("Saved support/greeting 1.0.0");
    }

    @Test
    void theStepIsSuggestedWithItsReasonAndCanBeChanged() {
        Version base = append("1.2.0", HELLO, "bob");
        SaveModel model = model(
                Optional.of(base),
                Content.plain("Hello {{name}} {{tone}}").withVariables(java.util.List.of(Variable.named("tone"))));

        assertThat(model.label().stepProperty().get()).contains(Step.MAJOR);
        assertThat(model.label().reasonProperty().getValue()).contains("tone");
        assertThat(label(model)).isEqualTo("2.0.0");
        assertThat(model.summaryProperty().getValue()).contains("1.2.0").contains("tone");

        model.label().stepProperty().set(Optional.of(Step.PATCH));
        assertThat(label(model)).isEqualTo("1.2.1");
    }

    @Test
    void anOwnLabelIsChecked() {
        Version base = append("1.2.0", HELLO, "bob");
        SaveModel model = model(Optional.of(base), Content.plain("Hi"));
        model.label().stepProperty().set(Optional.empty());
        assertThat(model.savableProperty().get()).isFalse();

        model.label().ownProperty().set("1.2.0");
        assertThat(model.label().problemProperty().getValue()).isEqualTo("There already is a version 1.2.0.");
        model.label().ownProperty().set("no blanks");
        assertThat(model.label().problemProperty().getValue()).isNotEmpty();
        assertThat(model.savableProperty().get()).isFalse();

        model.label().ownProperty().set("1.3.0-rc.1");
        assertThat(model.savableProperty().get()).isTrue();
        model.messageProperty().set(" Shorter \n");
        model.save();
        assertThat(store.get(GREETING, new VersionLabel("1.3.0-rc.1")).info().message())
                .isEqualTo("Shorter");
    }

    @Test
    void whenSomebodySavedMeanwhileNothingIsWritten() {
        Version base = append("1.2.0", HELLO, "alice");
        SaveModel model = model(Optional.of(base), Content.plain("Hi {{name}}"));
        append("1.2.1", Content.plain("Hello dear {{name}}"), "bob");

        model.save();

        assertThat(model.savedProperty().get()).isEmpty();
        assertThat(model.theirsProperty().get().map(Version::label)).contains(new VersionLabel("1.2.1"));
        assertThat(model.conflictProperty().getValue()).startsWith("1.2.1 was saved by bob at 12:03");
        assertThat(store.versions(GREETING)).hasSize(2);
        assertThat(model.actProperty().getValue()).isEqualTo("Save mine on top of 1.2.1 as 1.2.2");
    }

    @Test
    void savingOnTopIsCheckedForRacesAgain() {
        Version base = append("1.2.0", HELLO, "alice");
        SaveModel model = model(Optional.of(base), Content.plain("Hi {{name}}"));
        append("1.2.1", Content.plain("Hello dear {{name}}"), "bob");
        model.save();
        append("1.2.2", Content.plain("Hello dearest {{name}}"), "carol");

        model.save();
        assertThat(model.savedProperty().get()).isEmpty();
        assertThat(model.theirsProperty().get().map(Version::label)).contains(new VersionLabel("1.2.2"));

        model.save();
        assertThat(model.savedProperty().get().map(Version::label)).contains(new VersionLabel("1.2.3"));
        assertThat(store.get(GREETING, new VersionLabel("1.2.3")).info().parent())
                .contains(new VersionLabel("1.2.2"));
    }

    @Test
    void aNewPromptThatSomebodyElseMadeIsAConflictToo() {
        SaveModel model = model(Optional.empty(), HELLO);
        append("1.0.0", Content.plain("Other"), "bob");

        model.save();

        assertThat(model.theirsProperty().get()).isPresent();
        assertThat(store.versions(GREETING)).hasSize(1);
    }

    @Test
    void aStoreThatRefusesLeavesTheDialogOpenWithItsReason() {
        Version base = append("1.2.0", HELLO, "alice");
        SaveModel model = model(Optional.of(base), Content.plain("Hi"));
        store.close();

        model.save();

        assertThat(model.problemProperty().get()).contains("closed");
        assertThat(model.savedProperty().get()).isEmpty();
        assertThat(model.savableProperty().get()).isTrue();
    }

    @Test
    void aStoreThatCountsHasOneNextLabel() {
        Version base = append("7", HELLO, "alice");
        SaveModel model = model(Optional.of(base), Content.plain("Hi"));

        assertThat(model.label().suggestionProperty().get().counts()).isTrue();
        assertThat(label(model)).isEqualTo("8");
    }

    @Test
    void theTextToCopyNamesTheRoles() {
        SaveModel model = model(Optional.empty(), Content.chat(new Message("system", "A"), new Message("user", "B")));

        assertThat(model.text()).isEqualTo("system:\nA\n\nuser:\nB");
    }
}
