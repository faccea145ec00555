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
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
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
            window.open("support/greeting");
            TabPane details = window.find(TabPane.class, "details");
            for (int i = 0; i < Showcase.call(() -> details.getTabs().size()); i++) {
                int page = i;
                Showcase.run(() -> details.getSelectionModel().select(page));
                window.settle();
                nameless.addAll(look());
            }
            window.typeIntoPrompt("x");
            window.keys("Shortcut+F");
            nameless.addAll(look());
            window.keys("Shortcut+S");
            window.find(TextInputControl.class, "message");
            nameless.addAll(look());
            window.press("Keep editing");
            window.keys("Shortcut+M");
            window.find(TextInputControl.class, "reason");
            nameless.addAll(look());
            window.press("Cancel");
            window.await("the dialog is gone", () -> !window.hasButton("Cancel"));
            window.keys("Shortcut+T");
            window.find(ListView.class, "suggestions");
            nameless.addAll(look());
            window.press("Cancel");
            window.await("the dialog is gone", () -> !window.hasButton("Cancel"));
            window.keys("Shortcut+D");
            window.find(Node.class, "compare");
            nameless.addAll(look());
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
            case TextInputControl _, ComboBoxBase<?> _, ChoiceBox<?> _, ListView<?> _, TreeView<?> _, Slider _ -> true;
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
