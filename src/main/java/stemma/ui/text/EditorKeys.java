package stemma.ui.text;

import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that the editor takes before its control does.
///
/// Tab writes a tab. F6 and Ctrl+Tab leave for what comes next, Shift+F6, Shift+Tab and Ctrl+Shift+Tab for what
/// comes before; in a text that cannot be edited Tab leaves as well. So nobody who works by keyboard is trapped.
final class EditorKeys {
    /// What keys and menu can do.
    interface Commands {
        void undo();

        void redo();

        void cut();

        void copy();

        void paste();

        void selectAll();

        void find();

        void findAndReplace();

        void findNext();

        void findPrevious();

        /// Closes the find bar; answers whether it was open.
        boolean closeFind();

        void leave(TraversalDirection direction);

        ObservableValue<Boolean> undoAvailable();

        ObservableValue<Boolean> redoAvailable();

        ObservableValue<Boolean> editable();
    }

    private final Commands commands;

    EditorKeys(Commands commands) {
        this.commands = commands;
    }

    /// To be called before the control sees the key.
    void pressed(KeyEvent event) {
        if (taken(event)) {
            event.consume();
        }
    }

    private boolean taken(KeyEvent event) {
        boolean shift = event.isShiftDown();
        if (event.isShortcutDown() && !event.isAltDown()) {
            Runnable action = shortcut(event.getCode(), shift);
            if (action != null) {
                action.run();
                return true;
            }
        }
        return switch (event.getCode()) {
            case F3 -> {
                run(shift ? commands::findPrevious : commands::findNext);
                yield true;
            }
            case ESCAPE -> commands.closeFind();
            case F6 -> leave(shift);
            case TAB -> (shift || event.isControlDown() || !commands.editable().getValue()) && leave(shift);
            default -> false;
        };
    }

    private @org.jspecify.annotations.Nullable Runnable shortcut(KeyCode code, boolean shift) {
        return switch (code) {
            case Z -> shift ? commands::redo : commands::undo;
            case Y -> shift ? null : commands::redo;
            case F -> shift ? null : commands::find;
            case H -> shift ? null : commands::findAndReplace;
            case G -> shift ? commands::findPrevious : commands::findNext;
            default -> null;
        };
    }

    private static void run(Runnable action) {
        action.run();
    }

    private boolean leave(boolean backwards) {
        commands.leave(backwards ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        return true;
    }
}
