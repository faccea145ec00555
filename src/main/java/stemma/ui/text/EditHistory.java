package stemma.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// What can be undone and redone: one history, whichever control shows the text. Typing becomes one step until a
/// pause, a new word or another place; everything else is a step of its own.
final class EditHistory {
    /// One replacement: at `position`, `removed` gave way to `inserted`.
    record Edit(int position, String removed, String inserted) {
        Edit inverted() {
            return new Edit(position, inserted, removed);
        }
    }

    private static final int MOST_STEPS = 5_000;
    private static final long MOST_CHARACTERS = 40_000_000;
    private static final long PAUSE_NANOSECONDS = 2_000_000_000L;

    private final LongSupplier clock;
    private final List<Edit> steps = new ArrayList<>();
    private final ReadOnlyBooleanWrapper undoAvailable = new ReadOnlyBooleanWrapper(this, "undoAvailable");
    private final ReadOnlyBooleanWrapper redoAvailable = new ReadOnlyBooleanWrapper(this, "redoAvailable");
    private int position;
    private long characters;
    private long lastEdit;
    private boolean open;

    /// @param clock nanoseconds, as [System#nanoTime()]
    EditHistory(LongSupplier clock) {
        this.clock = clock;
    }

    ReadOnlyBooleanProperty undoAvailableProperty() {
        return undoAvailable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoAvailableProperty() {
        return redoAvailable.getReadOnlyProperty();
    }

    /// Forgets everything.
    void clear() {
        steps.clear();
        position = 0;
        characters = 0;
        open = false;
        update();
    }

    /// The next edit is a step of its own.
    void endStep() {
        open = false;
    }

    void record(Edit edit) {
        long now = clock.getAsLong();
        while (steps.size() > position) {
            characters -= size(steps.removeLast());
        }
        Optional<Edit> joined =
                open && position > 0 && now - lastEdit < PAUSE_NANOSECONDS
                        ? joined(steps.getLast(), edit)
                        : Optional.empty();
        if (joined.isPresent()) {
            steps.set(position - 1, joined.get());
            characters += size(edit);
        } else {
            steps.add(edit);
            position++;
            characters += size(edit);
            forgetTheOldest();
        }
        open = edit.removed().length() + edit.inserted().length() <= 2;
        lastEdit = now;
        update();
    }

    /// The edit that takes the last step back, which counts as made.
    Optional<Edit> undo() {
        if (position == 0) {
            return Optional.empty();
        }
        Edit edit = steps.get(--position).inverted();
        open = false;
        update();
        return Optional.of(edit);
    }

    /// The edit that makes the last undone step again, which counts as made.
    Optional<Edit> redo() {
        if (position == steps.size()) {
            return Optional.empty();
        }
        Edit edit = steps.get(position++);
        open = false;
        update();
        return Optional.of(edit);
    }

    private static Optional<Edit> joined(Edit last, Edit next) {
        boolean typing = last.removed().isEmpty() || !last.inserted().isEmpty();
        if (next.removed().isEmpty() && typing && next.position() == last.position() + last.inserted().length()) {
            boolean newWord = !last.inserted().isEmpty()
                    && Character.isWhitespace(last.inserted().charAt(last.inserted().length() - 1))
                    && !Character.isWhitespace(next.inserted().charAt(0));
            boolean newLine = next.inserted().contains("\n");
            return newWord || newLine
                    ? Optional.empty()
                    : Optional.of(new Edit(last.position(), last.removed(), last.inserted() + next.inserted()));
        }
        if (next.inserted().isEmpty() && last.inserted().isEmpty()) {
            if (next.position() + next.removed().length() == last.position()) {
                return Optional.of(new Edit(next.position(), next.removed() + last.removed(), ""));
            }
            if (next.position() == last.position()) {
                return Optional.of(new Edit(last.position(), last.removed() + next.removed(), ""));
            }
        }
        return Optional.empty();
    }

    private void forgetTheOldest() {
        while (steps.size() > MOST_STEPS || characters > MOST_CHARACTERS && steps.size() > 1) {
            characters -= size(steps.removeFirst());
            position--;
        }
    }

    private static long size(Edit edit) {
        return edit.removed().length() + (long) edit.inserted().length();
    }

    private void update() {
        undoAvailable.set(position > 0);
        redoAvailable.set(position < steps.size());
    }
}
