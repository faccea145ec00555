package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;

/// Whoever hears the window instead of seeing it knows what each control is.
class AccessibleNamesTest {
    @TempDir
    Path folder;

    @Test
    void everyControlHasAName() throws Exception {
        Set<String> nameless = new TreeSet<>();
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Tour.of(window, folder, screen -> look().forEach(node -> nameless.add(screen + ": " + node)));
        }
        assertThat(nameless).isEmpty();
    }

    private static Set<String> look() {
        return Showcase.call(() -> {
            Set<String> nameless = new TreeSet<>();
            for (Window window : Window.getWindows()) {
                Parent root = window.getScene().getRoot();
                Set<Node> labelled = root.lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getLabelFor())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                look(root, labelled, nameless);
            }
            return nameless;
        });
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
