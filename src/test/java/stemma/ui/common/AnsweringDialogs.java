package stemma.ui.common;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Dialogs that are answered in advance; what was asked is remembered. A question without an answer is cancelled.
public final class AnsweringDialogs implements Dialogs {
    public final List<String> asked = new ArrayList<>();
    /// The names that were suggested for files.
    public final List<String> suggested = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    /// @param answer `true` or `false` to a confirmation, text, or a path
    public AnsweringDialogs answer(Object answer) {
        answers.add(answer);
        return this;
    }

    private <T> Optional<T> next(Class<T> type, String question) {
        asked.add(question);
        return Optional.ofNullable(answers.poll()).map(type::cast);
    }

    @Override
    public boolean confirm(String title, String text, String act) {
        return next(Boolean.class, title + ": " + text).orElse(false);
    }

    @Override
    public Optional<String> askText(
            String title, String label, String initial, String act, Function<String, Optional<String>> problem) {
        return next(String.class, title).filter(text -> problem.apply(text).isEmpty());
    }

    @Override
    public Optional<Path> askFileToOpen(String title, String kind, String... patterns) {
        return next(Path.class, title);
    }

    @Override
    public Optional<Path> askFileToSave(String title, String suggestedName) {
        suggested.add(suggestedName);
        return next(Path.class, title);
    }

    @Override
    public Optional<Path> askFolder(String title) {
        return next(Path.class, title);
    }

    @Override
    public void show(String title, String header, String text) {
        asked.add(title + ": " + header + "\n" + text);
    }
}
