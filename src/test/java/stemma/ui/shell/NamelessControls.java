package stemma.ui.shell;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;

/// Controls of which somebody who hears the window instead of seeing it is not told what they are.
final class NamelessControls {
    private NamelessControls() {}

    /// To be called on the FX thread.
    static Set<String> in(Parent root) {
        Set<String> nameless = new TreeSet<>();
        Set<Node> labelled = root.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getLabelFor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        look(root, labelled, nameless);
        return nameless;
    }

    private static void look(Node node, Set<Node> labelled, Set<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        boolean needsName = switch (node) {
            case ButtonBase button -> Objects.requireNonNullElse(button.getText(), "").isBlank();
            case TextInputControl _, ComboBoxBase<?> _, ChoiceBox<?> _, ListView<?> _, TreeView<?> _,
                    TableView<?> _, Slider _, Spinner<?> _, ProgressIndicator _ -> true;
            default -> false;
        };
        boolean hasName =
                labelled.contains(node) || !Objects.requireNonNullElse(node.getAccessibleText(), "").isBlank();
        if (needsName && !hasName) {
            nameless.add(node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass());
        }
        boolean isWhole = node instanceof ComboBoxBase<?> || node instanceof ChoiceBox<?>;
        if (node instanceof Parent parent && !isWhole) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, labelled, nameless));
        }
    }
}
