package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import stemma.template.Syntaxes;
import stemma.ui.Pictures;

class PromptTextEditorPicturesTest {
    private static final String TEXT =
            """
            # IDENTITY and PURPOSE

            You are {{persona}}, an expert at answering questions of {{ customer.name }}. Take a deep breath and think \
            step by step about how to best accomplish this goal using the following steps.

            ## Steps
            - Read the whole of `{{input}}` before you answer.
            - Never say **"as an AI"**, and cite *sources*.
            1. First <thinking>think</thinking>
            2. then answer

            {{! not printed }}
            {{#examples}}
            <example>
            {{question}} → {{answer}}
            </example>
            {{/examples}}

            > Quoted words of a {{customer}}

            ```json
            {"answer": "{{answer}}", "confidence": 0.7}
            ```
            Ünïcödé, 日本語, émojis 😀 and a tab\there.
            """;

    private final EditorStage stage;

    PromptTextEditorPicturesTest() throws TimeoutException {
        stage = new EditorStage();
    }

    @Test
    void lightAndDark() {
        PromptTextEditor editor = stage.shown(TEXT);
        EditorStage.run(() -> {
            editor.setSyntax(Syntaxes.of("mustache"));
            editor.select(TEXT.indexOf("expert"), TEXT.indexOf("expert") + 6);
        });
        Scene scene = editor.node().getScene();
        assertThat(Pictures.save(scene, "editor-light")).exists();
        stage.dark();
        assertThat(Pictures.save(scene, "editor-dark")).exists();
        EditorStage.run(() -> {
            editor.monospacedProperty().set(false);
            editor.fontSizeProperty().set(17);
            editor.editableProperty().set(false);
        });
        Pictures.save(scene, "editor-dark-proportional-readonly");
        stage.light();
        Pictures.save(scene, "editor-light-proportional-readonly");
    }

    @Test
    void findAndReplace() {
        PromptTextEditor editor = stage.shown(TEXT);
        EditorStage.run(() -> {
            editor.setSyntax(Syntaxes.of("mustache"));
            editor.findAndReplace();
            editor.findModel().queryProperty().set("answer");
            editor.findModel().next();
        });
        Scene scene = editor.node().getScene();
        Pictures.save(scene, "editor-find-light");
        EditorStage.run(() -> {
            editor.findModel().regexProperty().set(true);
            editor.findModel().queryProperty().set("answer(");
        });
        stage.dark();
        Pictures.save(scene, "editor-find-dark");
        stage.light();
    }

    @Test
    void stackedMessagesAndOtherControls() {
        PromptTextEditor system = stage.editor(TEXT.substring(0, TEXT.indexOf("## Steps")));
        PromptTextEditor user = stage.editor("{{question}}\nin two lines");
        PromptTextEditor empty = stage.editor("");
        PromptTextEditor mixed = stage.editor("line feed\nand pair\r\nand return\rand \u0007bell\nthe end");
        PromptTextEditor longer = stage.editor("word ".repeat(1_500));
        ScrollPane pane = EditorStage.call(() -> {
            VBox box = new VBox(12);
            for (PromptTextEditor editor : new PromptTextEditor[] {system, user, empty, mixed, longer}) {
                editor.growingProperty().set(true);
                editor.setSyntax(Syntaxes.of("mustache"));
                editor.promptTextProperty().set("What the model is told");
                box.getChildren().add(editor.node());
            }
            ScrollPane made = new ScrollPane(box);
            made.setFitToWidth(true);
            return made;
        });
        Scene scene = stage.show(pane, 700, 900);
        EditorStage.run(user::requestFocus);
        Path picture = Pictures.save(scene, "editor-stacked-light");
        assertThat(picture).exists();
        stage.dark();
        Pictures.save(scene, "editor-stacked-dark");
        stage.light();
    }
}
