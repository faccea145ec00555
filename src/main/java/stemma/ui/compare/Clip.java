package stemma.ui.compare;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The system's clipboard.
final class Clip {
    private Clip() {}

    /// The text in the clipboard; empty when there is none.
    static String get() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    static void put(String text) {
        if (!text.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }
    }
}
