package stemma.ui.text;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A text control as [PromptTextEditor] needs it. Its text knows `\n` only. It has no undo of its own.
interface TextSurface {
    /// What a surface tells and asks its editor.
    interface Owner {
        /// The text has changed, by whomever.
        void changed(EditHistory.Edit edit);

        /// What the clipboard gets for a stretch of the shown text.
        String copied(String shown);

        /// Puts a text from the clipboard in the place of the selection, in whichever control suits it.
        void paste(String foreign);

        /// Moves a stretch of the shown text to another place of it, as one step.
        void move(int start, int end, int to);
    }

    /// What goes into the scene, scroll bars included.
    Region node();

    /// The control that has the focus while the author types.
    Region control();

    String text();

    int length();

    /// Replaces everything; the caret goes to the beginning.
    void load(String text);

    void replace(int start, int end, String text);

    int anchor();

    int caret();

    /// Selects and scrolls so that the caret is seen.
    void select(int anchor, int caret);

    /// Follows the caret and the selection; the value itself means nothing.
    ObservableValue<?> caretMoves();

    /// Where the caret is on the screen, if it can be seen.
    @Nullable Bounds caretOnScreen();

    void setEditable(boolean editable);

    void setPromptText(String text);

    /// Whether the control is as tall as its text.
    void setGrowing(boolean growing);

    /// Whether the control scrolls its text itself, for want of growing or of a limit to it.
    boolean scrollsItself();

    void setLineNumbers(boolean shown);

    /// Colours the text; `spans` are in order and do not overlap. A control without colours ignores them.
    void colour(List<Span> spans);

    boolean canColour();

    void cut();

    void copy();

    void paste();

    void dispose();
}
