package stemma.ui.compare;

import java.util.Optional;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Theme;

class ComparePicturesTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,600", "DARK,900"})
    void previewFitsADialog(Theme.Appearance appearance, int width) {
        Toolkit.run(() -> {
            Parent node = (Parent) new ComparePreview(new DirectTasks())
                    .between(Optional.of(Samples.chat1()), Samples.chat2());
            Toolkit.picture(node, appearance, width, 500, "compare-preview-" + width);
        });
    }
}
