package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

class CutFieldTest {
    private static final String LONG = "Greeting of those who write for the first time, by chat";

    @ParameterizedTest
    @EnumSource(
            value = Appearance.class,
            names = {"LIGHT", "DARK"})
    void aTextWithoutRoomEndsWithDotsUntilItIsEdited(Appearance appearance) throws TimeoutException {
        Showcase showcase = new Showcase();
        CutField field = Showcase.call(CutField::new);
        Button button = Showcase.call(() -> new Button("Save"));
        Scene scene = showcase.show(() -> new VBox(8, field, button), 200, 100, appearance);
        Showcase.run(() -> {
            field.setText(LONG);
            field.end();
            button.requestFocus();
        });
        showcase.settle();
        Pictures.save(scene, "common/cut-field-" + appearance);
        assertThat(shown(field)).startsWith("Greeting of").endsWith("...");
        assertThat(field.getTooltip().getText()).isEqualTo(LONG);

        Showcase.run(field::requestFocus);
        showcase.settle();
        Pictures.save(scene, "common/cut-field-edited-" + appearance);
        assertThat(shown(field)).isEqualTo(LONG);

        Showcase.run(() -> {
            field.setText("Greeting");
            button.requestFocus();
        });
        showcase.settle();
        assertThat(shown(field)).isEqualTo("Greeting");
        assertThat(field.getTooltip()).isNull();
    }

    /// What can be read in the field.
    private static String shown(CutField field) {
        return Showcase.call(() -> texts(field)
                .filter(text -> text.getFill().isOpaque())
                .map(Text::getText)
                .findFirst()
                .orElseThrow());
    }

    private static Stream<Text> texts(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(node -> !(node instanceof Label) || node.isVisible())
                .flatMap(node -> switch (node) {
                    case Text text -> Stream.of(text);
                    case Parent inner -> texts(inner);
                    default -> Stream.empty();
                });
    }
}
