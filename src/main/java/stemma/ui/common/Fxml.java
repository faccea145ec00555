package stemma.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// Loads a screen's FXML.
public final class Fxml {
    private Fxml() {}

    /// Loads the FXML beside a controller: `Browser.fxml` for `BrowserController`. The FXML names the controller's class
    /// and gets this object. A label that is named in it, and so may say an author's words, wraps as [ShapedText] can;
    /// a field's hint, which may be cut, is in its tooltip too.
    ///
    /// @throws IllegalStateException when the FXML is missing or wrong; both are mistakes in the program
    public static <N> N load(Object controller) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replaceAll("Controller$", "") + ".fxml";
        URL url = Objects.requireNonNull(type.getResource(name), () -> name + " is missing beside " + type);
        FXMLLoader loader = new FXMLLoader(url, Messages.bundle(), null, wanted -> {
            if (!wanted.isInstance(controller)) {
                throw new IllegalStateException(name + " names the controller " + wanted);
            }
            return controller;
        });
        N loaded;
        try {
            loaded = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be loaded", e);
        }
        for (Object part : loader.getNamespace().values()) {
            if (part instanceof Labeled label && label.isWrapText()) {
                ShapedText.wrap(label);
            }
            if (part instanceof TextField field && !field.getPromptText().isEmpty()) {
                tellHint(field);
            }
        }
        return loaded;
    }

    private static void tellHint(TextField field) {
        if (field.getTooltip() == null && !field.tooltipProperty().isBound()) {
            Tooltip hint = new Tooltip();
            hint.textProperty().bind(field.promptTextProperty());
            field.setTooltip(hint);
        }
    }
}
