package stemma.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.Showcase;

/// Texts of a part of the window that are not shown to their end.
final class CutTexts {
    private CutTexts() {}

    static List<String> of(OpenWindow window, String styleClass) {
        Node part = window.find(Node.class, styleClass);
        return Showcase.call(() -> {
            List<String> cut = new ArrayList<>();
            look(part, cut);
            return cut;
        });
    }

    private static void look(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            String text = Objects.requireNonNullElse(labeled.getText(), "");
            labeled.getChildrenUnmodifiable().stream()
                    .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                    .map(child -> ((Text) child).getText())
                    .filter(shown -> !shown.replace("\n", "").equals(text.replace("\n", "")))
                    .forEach(shown -> cut.add(shown + " is " + text));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, cut));
        }
    }
}
