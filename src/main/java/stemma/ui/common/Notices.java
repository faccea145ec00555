package stemma.ui.common;

import java.nio.file.FileSystemException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.markdown.FormatException;
import stemma.prompt.Explained;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;

/// What the window tells without being asked: things that are done and remarks, which go away by themselves, and errors,
/// which stay until they are read. Used on the FX thread only.
public final class Notices {
    private final ObservableList<Notice> current = FXCollections.observableArrayList();

    /// One notice.
    public static final class Notice {
        private final String text;
        private final Optional<String> detail;
        private final Kind kind;
        private Optional<Action> action;
        private final ReadOnlyIntegerWrapper times = new ReadOnlyIntegerWrapper(1);

        private enum Kind {
            DONE,
            TAKEN,
            REMARK,
            ERROR
        }

        private Notice(Kind kind, String text, Optional<String> detail, Optional<Action> action) {
            this.kind = kind;
            this.text = text;
            this.detail = detail;
            this.action = action;
        }

        public String text() {
            return text;
        }

        public Optional<String> detail() {
            return detail;
        }

        /// Something to do about it, such as taking it back; that of the last time.
        public Optional<Action> action() {
            return action;
        }

        /// Whether the action alone brings back what an author would miss.
        public boolean isWayBack() {
            return kind == Kind.TAKEN;
        }

        /// How often the same was told.
        public ReadOnlyIntegerProperty timesProperty() {
            return times.getReadOnlyProperty();
        }

        public boolean isError() {
            return kind == Kind.ERROR;
        }

        /// Whether nothing was done, and nothing failed either.
        public boolean isRemark() {
            return kind == Kind.REMARK;
        }

        /// What is done can be taken back each time by itself; an error is the same one again.
        private boolean tells(Notice other) {
            return kind == other.kind
                    && text.equals(other.text)
                    && detail.equals(other.detail)
                    && action.map(Action::text).equals(other.action.map(Action::text))
                    && (isError() || action.isEmpty());
        }

        private void again(Notice other) {
            action = other.action;
            times.set(times.get() + 1);
        }
    }

    /// A button on a notice.
    public record Action(String text, Runnable run) {}

    public ObservableList<Notice> current() {
        return current;
    }

    /// Says that something went well; goes away by itself.
    public void done(String text) {
        tell(new Notice(Notice.Kind.DONE, text, Optional.empty(), Optional.empty()));
    }

    /// Says why nothing was done, or what is to be known. It goes away by itself too.
    public void remark(String text) {
        tell(new Notice(Notice.Kind.REMARK, text, Optional.empty(), Optional.empty()));
    }

    /// @return what is shown, for who knows when the action is of no use any more
    public Notice done(String text, String actionText, Runnable action) {
        return tell(new Notice(Notice.Kind.DONE, text, Optional.empty(), Optional.of(new Action(actionText, action))));
    }

    /// Something was taken away. It stays longer, because nothing else brings it back.
    public void taken(String text, String actionText, Runnable bringBack) {
        tell(new Notice(Notice.Kind.TAKEN, text, Optional.empty(), Optional.of(new Action(actionText, bringBack))));
    }

    /// @param what what could not be done, as a sentence
    /// @return what is shown, for who knows when it holds no more
    public Notice error(String what, Exception cause) {
        System.getLogger(Notices.class.getName()).log(System.Logger.Level.WARNING, what, cause);
        return error(what, explain(cause));
    }

    /// @param what what could not be done, as a sentence
    /// @param detail why, and what to do
    public Notice error(String what, String detail) {
        return tell(new Notice(Notice.Kind.ERROR, what, Optional.of(detail), Optional.empty()));
    }

    /// @param what what could not be done, as a sentence
    /// @param detail why, and what to do
    /// @param wayOut where that is done
    public void error(String what, String detail, Action wayOut) {
        tell(new Notice(Notice.Kind.ERROR, what, Optional.of(detail), Optional.of(wayOut)));
    }

    /// One that is shown already says how often it was told; a pile of the same would hide the others.
    private Notice tell(Notice notice) {
        Optional<Notice> shown = current.stream().filter(notice::tells).findFirst();
        shown.ifPresentOrElse(before -> before.again(notice), () -> current.add(notice));
        return shown.orElse(notice);
    }

    /// Takes one notice away; another that says the same stays.
    public void dismiss(Notice notice) {
        current.removeIf(shown -> shown == notice);
    }

    /// Takes the ways back away, since what they lead back to is no more.
    public void forgetWaysBack() {
        current.removeIf(Notice::isWayBack);
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
