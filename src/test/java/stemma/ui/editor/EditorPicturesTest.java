package stemma.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

final class EditorPicturesTest {
    static final TextLook LOOK = new TextLook(
            new SimpleObjectProperty<>(14.0), new SimpleObjectProperty<>(false), new SimpleObjectProperty<>(true));

    static final Content CHAT = new Content(
            "Greeting for support",
            "Opens every conversation in the help window. Callers rely on the persona; say so when it changes.",
            "mustache",
            List.of(
                    new Message(
                            "system",
                            "You are {{persona}}, a patient support agent of {{company}}.\n\n"
                                    + "Answer in at most three short paragraphs. Never promise a refund; offer to "
                                    + "hand over to a colleague instead. When the customer writes in another "
                                    + "language, answer in that language.\n\n"
                                    + "## Tone\n\n- warm, never familiar\n- no exclamation marks"),
                    new Message("user", "{{question}}"),
                    new Message("assistant", "Thank you for writing, {{name}}. Let me look into that.")),
            List.of(
                    new Variable("persona", "string", true, Optional.empty(), "Who answers"),
                    new Variable("question", "string", true, Optional.empty(), "The customer's words"),
                    new Variable("tone", "string", false, Optional.of(new Json.Text("warm")), "")),
            List.of(new Example(
                    Json.parseObject("{\"persona\": \"Ada\", \"question\": \"Where is my parcel?\"}"),
                    "I am sorry that it has not come yet. May I have the order's number?")),
            Json.parseObject("{\"model\": \"large-2\", \"temperature\": 0.70, \"max_tokens\": 800}"),
            Json.parseObject("{\"owner\": \"support\"}"));

    @TempDir
    Path folder;

    private Desk desk;
    private Showcase showcase;
    private EditorModel editor;

    @BeforeEach
    void prepare() throws TimeoutException {
        desk = new Desk(folder);
        showcase = new Showcase();
    }

    private Scene show(Appearance appearance, Content content, Consumer<EditorModel> prepare) {
        desk.save("1.2.0", content, "alice");
        Scene scene = showcase.show(
                () -> {
                    editor = desk.open();
                    prepare.accept(editor);
                    desk.tasks.passTime();
                    return screen(editor);
                },
                1000,
                720,
                appearance);
        return scene;
    }

    private Parent screen(EditorModel model) {
        EditorController middle = new EditorController(model, LOOK, desk.tasks);
        DetailsController right = new DetailsController(model, middle);
        SplitPane split = new SplitPane(middle.node(), right.node());
        split.setDividerPositions(0.66);
        return split;
    }

    private void picture(Scene scene, String name, Appearance appearance) {
        showcase.settle();
        Path file = Pictures.save(scene, "editor-" + name + "-" + appearance.name().toLowerCase(Locale.ROOT));
        assertThat(file).exists();
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void chat(Appearance appearance) {
        Scene scene = show(appearance, CHAT, model -> {
            model.shownProperty().get().titleProperty().set("Greeting for the help window");
        });
        picture(scene, "chat", appearance);
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void plain(Appearance appearance) {
        String text = CHAT.messages().getFirst().text();
        Scene scene = show(appearance, Content.plain(text + "\n\n" + text).withTitle("House rules"), _ -> {});
        Showcase.run(() -> ((TabPane) scene.lookup(".details")).getSelectionModel().select(4));
        Showcase.run(() -> scene.lookup(".prompt-text").requestFocus());
        picture(scene, "plain", appearance);
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void banners(Appearance appearance) throws IOException {
        Scene scene = show(appearance, CHAT, model -> {
            model.shownProperty().get().messages().get(1).textProperty().set("{{question}}\n\nOrder: {{order}}");
            desk.tasks.passTime();
        });
        Showcase.run(() -> {
            desk.save("1.3.0", CHAT.withTitle("Welcome"), "bob");
            editor.refresh();
        });
        desk.breakDrafts();
        Showcase.run(() -> {
            editor.shownProperty().get().titleProperty().set("Greeting for the help window");
            desk.tasks.passTime();
        });
        Showcase.run(() -> ((TabPane) scene.lookup(".details")).getSelectionModel().select(1));
        picture(scene, "banner", appearance);
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void readOnly(Appearance appearance) {
        Scene scene = show(appearance, CHAT, model -> {
            desk.save("1.3.0", CHAT.withTitle("Welcome"), "bob");
            model.refresh();
            model.view(new VersionLabel("1.2.0"));
        });
        picture(scene, "read-only", appearance);
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void configError(Appearance appearance) {
        Scene scene = show(appearance, CHAT, model -> model.shownProperty()
                .get()
                .config()
                .textProperty()
                .set("{\n  \"model\": \"large-2\",\n  \"temperature\": 0,7,\n}"));
        Showcase.run(() -> {
            TabPane tabs = (TabPane) scene.lookup(".details");
            tabs.getSelectionModel().select(2);
            tabs.requestFocus();
        });
        picture(scene, "config-error", appearance);
    }
}
