package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.ui.Showcase;

/// Prompts in Arabic and Hebrew, in lines that are wrapped.
class RightToLeftFlowTest {
    private static final String ARABIC = "مرحبا {{name}}، كيف يمكنني مساعدتك اليوم؟ أجب باللغة العربية دائمًا، ولا تعد بأي خصم"
            + " أو موعد، واشكر العميل على رسالته قبل أن تسأله عما ينقص لحل المشكلة.";
    private static final String REASON = "النسخة الأولى بعد مراجعة الفريق لكل الأسئلة التي وصلت من العملاء في هذا الأسبوع والأسبوع"
            + " الذي قبله، مع الشكر لكل من شارك في المراجعة والكتابة والتدقيق.";
    private static final String HEBREW = "# שלום {{name}}, איך אפשר לעזור לך היום ומה השם שלך בבקשה, כדי שנוכל למצוא את ההזמנה"
            + " שלך במערכת שלנו?";

    @TempDir
    Path folder;

    @Test
    void wrappedLinesAreShownInTheEditorAndCompared() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        PromptId id = new PromptId("دعم/تحية");
        VersionLabel first = new VersionLabel("1.0.0");
        try (Store store = SampleHome.embedded(home)) {
            String text = ARABIC + "\n\n" + HEBREW + "\nEnglish with مرحبا inside.";
            store.append(NewVersion.first(id, first, Content.plain(text).withTitle("تحية العميل").withVariables(List.of(new Variable("name", "string", true, Optional.empty(), REASON))), "ليلى", REASON));
            store.append(NewVersion.onTop(
                    id,
                    first,
                    new VersionLabel("1.1.0"),
                    Content.plain(text.replace("دائمًا", "فقط").replace("היום", "עכשיו")).withTitle("تحية العميل"),
                    "ليلى",
                    REASON));
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(id.value());
            window.typeIntoPrompt("مرحبا بكم ");
            window.pictures("right-to-left-editor");
            for (double width : List.of(1000.0, 870.0, 760.0, 600.0)) {
                Showcase.run(() -> window.stage().setWidth(width));
                window.await("the width", () -> window.scene().getWidth() == width);
                window.settle();
                assertThat(window.errors()).as("at " + width).isEmpty();
            }
            Showcase.run(() -> window.stage().setWidth(1000));
            window.keys("Shortcut+S");
            TextArea reason = window.find(TextArea.class, "message");
            Showcase.run(() -> reason.setText(REASON));
            window.settle();
            window.pictures("right-to-left-save");
            assertThat(window.errors()).as("a long message").isEmpty();
            window.press("Keep editing");
            Showcase.run(() -> window.view().compareChosen());
            window.find(Node.class, "rows");
            window.await("the rows are there", () -> window.texts().contains("English"));
            window.settle();
            window.pictures("right-to-left-compare");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void whatNoticesSayIsShownToo() throws Exception {
        Path missing = folder.resolve(REASON.substring(0, 100) + ".prompt");
        Call call = new Call(Optional.empty(), List.of(missing));
        try (OpenWindow window = OpenWindow.start(SampleHome.at(folder.resolve("home")), call)) {
            window.expectErrors();
            window.await("the file is told", () -> !window.errors().isEmpty());
            for (double width : List.of(1000.0, 870.0, 760.0, 600.0)) {
                Showcase.run(() -> window.stage().setWidth(width));
                window.await("the width", () -> window.scene().getWidth() == width);
                window.settle();
            }
            assertThat(window.errors()).as("no failure of the layout beside it").hasSize(1);
            window.pictures("right-to-left-notice");
        }
    }
}
