package stemma.ui.common;

import java.nio.file.FileSystemException;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.markdown.FormatException;
import stemma.prompt.Explained;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;

/// What the window tells without being asked: things that are done, which go away by themselves, and errors, which
/// stay until they are read. Used on the FX thread only.
public final class Notices {
    private static final System.Logger LOG = System.getLogger(Notices.class.getName());

    private final ObservableList<Notice> current = FXCollections.observableArrayList();

    /// One notice.
    ///
    /// @param action something to do about it, such as taking it back
    public record Notice(String text, Optional<String> detail, Optional<Action> action) {
        public boolean isError() {
            return detail.isPresent();
        }
    }

    /// A button on a notice.
    public record Action(String text, Runnable run) {}

    public ObservableList<Notice> current() {
        return current;
    }

    public void done(String text) {
        current.add(new Notice(text, Optional.empty(), Optional.empty()));
    }

    public void done(String text, String actionText, Runnable action) {
        current.add(new Notice(text, Optional.empty(), Optional.of(new Action(actionText, action))));
    }

    /// @param what what could not be done, as a sentence
    /// @return what is shown, for who knows when it holds no more
    public Notice error(String what, Exception cause) {
        LOG.log(System.Logger.Level.WARNING, what, cause);
        return error(what, explain(cause));
    }

    /// @param what what could not be done, as a sentence
    /// @param detail why, and what to do
    public Notice error(String what, String detail) {
        Notice notice = new Notice(what, Optional.of(detail), Optional.empty());
        current.add(notice);
        return notice;
    }

    /// @param what what could not be done, as a sentence
    /// @param detail why, and what to do
    /// @param wayOut where that is done
    public void error(String what, String detail, Action wayOut) {
        current.add(new Notice(what, Optional.of(detail), Optional.of(wayOut)));
    }

    /// Takes one notice away; another that says the same stays.
    public void dismiss(Notice notice) {
        current.removeIf(shown -> shown == notice);
    }

    /// Why something failed, for people: the sentence of a store, a format or a rule in the window's language, or the
    /// kind of an unexpected error with its message.
    public static String explain(Exception cause) {
        if (cause instanceof FormatException damaged && !damaged.where().isEmpty()) {
            return damaged.where() + ": " + Sentences.say(damaged.sentence());
        }
        if (cause instanceof Explained || cause instanceof IllegalArgumentException) {
            return Sentences.say(Sentence.from(cause));
        }
        if (cause instanceof FileSystemException problem) {
            return problem.getFile() + ": " + Sentences.say(FileFailures.sentence(cause));
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
