package stemma.ui.text;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys that the editor takes before its control does.
///
/// Tab writes a tab. Ctrl+Tab leaves for what comes next, Shift+Tab and Ctrl+Shift+Tab for what comes before; in a
/// text that cannot be edited Tab leaves as well. F6 is the window's: it goes to the next pane. So nobody who works by
/// keyboard is trapped. What searches and undoes does so in the find bar too.
final class EditorKeys {
    private final PromptTextEditor editor;

    EditorKeys(PromptTextEditor editor) {
        this.editor = editor;
    }

    /// To be called before the control sees the key.
    void pressed(KeyEvent event) {
        if (run(action(event)) || taken(event)) {
            event.consume();
        }
    }

    /// To be called before a part of the find bar sees the key. A field undoes its own typing.
    void pressedInFindBar(KeyEvent event) {
        boolean undoes = event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y;
        if (!(undoes && event.getTarget() instanceof TextInputControl) && run(action(event))) {
            event.consume();
        }
    }

    private static boolean run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    private boolean taken(KeyEvent event) {
        boolean shift = event.isShiftDown();
        return switch (event.getCode()) {
            case ESCAPE -> editor.closeFind();
            case TAB -> (shift || event.isControlDown() || !editor.editableProperty().get()) && leave(shift);
            default -> false;
        };
    }

    private @Nullable Runnable action(KeyEvent event) {
        boolean shift = event.isShiftDown();
        if (event.getCode() == KeyCode.F3) {
            return shift ? editor::findPrevious : editor::findNext;
        }
        return event.isShortcutDown() && !event.isAltDown() ? shortcut(event.getCode(), shift) : null;
    }

    private @Nullable Runnable shortcut(KeyCode code, boolean shift) {
        return switch (code) {
            case Z -> shift ? editor::redo : editor::undo;
            case Y -> shift ? null : editor::redo;
            case F -> shift ? null : editor::find;
            case H -> shift ? null : editor::findAndReplace;
            case G -> shift ? editor::findPrevious : editor::findNext;
            default -> null;
        };
    }

    private boolean leave(boolean backwards) {
        editor.leave(backwards ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        return true;
    }
}
