package stemma.ui.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.diff.Comparison;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Times;

final class SavePicturesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:03:00Z"), ZoneOffset.UTC);
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final Content HELLO =
            Content.plain("Hello {{name}},\n\nhow can we help you today?")
            .withTitle("Greeting")
            .withVariables(List.of(Variable.named("name")));
    private static final Content MINE = HELLO.withMessages(
                    Content.plain("Hello {{name}},\n\nhow may we help you? Answer in a {{tone}} voice.")
                            .messages())
            .withVariables(List.of(Variable.named("name"), Variable.named("tone")));

    @TempDir
    Path folder;

    private final Store store = new MemoryStoreDriver().open(StoreUri.parse("memory:save"), Opening.at(NOON));
    private Showcase showcase;

    @BeforeEach
    void prepare() throws TimeoutException {
        showcase = new Showcase();
        store.append(NewVersion.first(GREETING, new VersionLabel("1.2.0"), HELLO, "alice", ""));
    }

    private SaveModel model(Optional<Version> base) {
        return new SaveModel(
                new Edits(GREETING, base, MINE),
                new Registry(store, folder),
                new DirectTasks(),
                new Notices(),
                new Times(NOON),
                () -> "alice");
    }

    private SaveModel model() {
        return model(Optional.of(store.get(GREETING, new VersionLabel("1.2.0"))));
    }

    /// Stands in for the compare screen.
    private static Node preview(Optional<Content> before, Content after) {
        Label label = new Label(
                before.map(content -> Comparison.of(content, after).summary()).orElse("new") + "\n\n"
                        + after.messages().getFirst().text());
        label.setWrapText(true);
        ScrollPane pane = new ScrollPane(label);
        pane.setFitToWidth(true);
        return pane;
    }

    private Scene show(SaveModel model, Appearance appearance) {
        return showcase.show(
                () -> {
                    DialogPane pane = new DialogPane();
                    SaveDialog dialog = new SaveDialog(model, SavePicturesTest::preview);
                    dialog.dress(pane);
                    return pane;
                },
                860,
                700,
                appearance);
    }

    private void picture(Scene scene, String name, Appearance appearance) {
        showcase.settle();
        assertThat(Pictures.save(scene, "editor-" + name + "-" + appearance.name().toLowerCase(Locale.ROOT)))
                .exists();
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void saveDialog(Appearance appearance) {
        SaveModel model = Showcase.call(this::model);
        Scene scene = show(model, appearance);
        Showcase.run(() -> model.messageProperty().set("Ask for the voice, so that the sales team can use it too."));
        Showcase.run(() -> scene.lookup(".text-area").requestFocus());
        picture(scene, "save", appearance);
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void conflict(Appearance appearance) {
        SaveModel model = Showcase.call(this::model);
        store.append(NewVersion.onTop(
                GREETING,
                new VersionLabel("1.2.0"),
                new VersionLabel("1.3.0"),
                HELLO.withTitle("Welcome"),
                "bob",
                "A friendlier title"));
        Scene scene = show(model, appearance);
        Showcase.run(model::save);
        picture(scene, "conflict", appearance);
    }

    @Test
    void aFirstVersionHasALabelOfItsOwn() {
        SaveModel model = Showcase.call(() -> model(Optional.empty()));
        Scene scene = show(model, Appearance.LIGHT);
        Showcase.run(() -> {
            model.label().ownProperty().set("not a label");
        });
        picture(scene, "save-first", Appearance.LIGHT);
    }

    @Test
    void shortcutAndEnterSave() {
        SaveModel model = Showcase.call(this::model);
        Scene scene = show(model, Appearance.LIGHT);
        Showcase.run(() -> scene.lookup(".text-area").requestFocus());

        showcase.robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        showcase.settle();

        assertThat(model.savedProperty().get()).isPresent();
    }
}
