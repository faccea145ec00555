package stemma.ui.shell;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;

/// Buttons whose words are not shown to their end.
final class CutButtons {
    private CutButtons() {}

    /// To be called on the FX thread.
    static Set<String> in(Parent root) {
        Set<String> cut = new TreeSet<>();
        look(root, cut);
        return cut;
    }

    private static void look(Node node, Set<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button && !holdsANameOfTheAuthors(button)) {
            button.getChildrenUnmodifiable().stream()
                    .flatMap(child -> child instanceof Parent label && button instanceof MenuButton
                            ? label.getChildrenUnmodifiable().stream()
                            : Stream.of(child))
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText())
                    .filter(text -> text.contains("...") || text.contains("\u2026") && !button.getText().contains("\u2026"))
                    .forEach(text -> cut.add(text + " is " + button.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, cut));
        }
    }

    /// A caption, a store's name, a commit's message: as long as their author likes.
    private static boolean holdsANameOfTheAuthors(ButtonBase button) {
        return button instanceof Hyperlink
                || button.getStyleClass().contains("compare-caption")
                || "storeMenu".equals(button.getId());
    }
}
