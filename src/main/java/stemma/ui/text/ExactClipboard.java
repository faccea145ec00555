package stemma.ui.text;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The system's clipboard for a control that shows other characters than its text has. For the FX thread only.
final class ExactClipboard {
    private ExactClipboard() {}

    /// Takes what is selected; nothing when that is empty.
    static void copy(String shown, TextSurface.Owner owner) {
        if (!shown.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(owner.copied(shown));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// Gives the owner the text that is there, if there is one.
    static void paste(TextSurface.Owner owner) {
        String foreign = Clipboard.getSystemClipboard().getString();
        if (foreign != null) {
            owner.paste(foreign);
        }
    }
}
