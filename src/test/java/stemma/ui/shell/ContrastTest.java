package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import stemma.ui.Contrast;
import stemma.ui.Showcase;

/// How contrast is measured, for [EveryScreenTest].
class ContrastTest {
    @TempDir
    Path folder;

    @Test
    void ratiosAreThoseOfTheGuideline() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, Offset.offset(0.001));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isLessThan(4.5);
    }

    /// The end of a long hint lies beneath the buttons behind its field.
    @Test
    void aTextIsMeasuredOnlyWhereItCanBeSeen() throws Exception {
        FxToolkit.registerPrimaryStage();
        Color grey = Color.web("#8b949e");
        Contrast.Finding finding = Showcase.call(() -> {
            TextField field = new TextField();
            field.setPromptText("A hint that is much longer than its field");
            field.setStyle("-fx-prompt-text-fill: #8b949e; -fx-background-color: #0d1117");
            field.setPrefWidth(100);
            field.setMaxWidth(100);
            Text beside = new Text("WWWWWW");
            beside.setFont(Font.font(20));
            beside.setFill(Color.web("#8b949f"));
            StackPane button = new StackPane(beside);
            button.setStyle("-fx-background-color: #30363d");
            HBox row = new HBox(field, button);
            row.setAlignment(Pos.CENTER_LEFT);
            Contrast.Finding found = Contrast.in(new Scene(row, 400, 60));
            return new Contrast.Finding(
                    found.tooLow().stream().filter(text -> text.contains("hint")).toList(), found.measured());
        });
        assertThat(Contrast.ratio(grey, Color.web("#30363d"))).isLessThan(4.5);
        assertThat(finding.measured()).isEqualTo(2);
        assertThat(finding.tooLow()).isEmpty();
    }

    /// Badges have little room around their text, and their colours are mixed with what is beneath them.
    @Test
    void badgesStandOutInLargerTextToo() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().model().zoomProperty().set(1.5));
            window.open("support/greeting");
            window.settle();
            Contrast.Finding finding = Showcase.call(() -> Contrast.in(window.scene()));
            assertThat(finding.measured()).isGreaterThan(30);
            assertThat(finding.tooLow()).isEmpty();
        }
    }
}
