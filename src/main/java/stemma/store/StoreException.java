package stemma.store;

import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// Why a store could not do what it was asked. The message is one sentence fit to be shown: it names the store, the
/// prompt and the version where they matter, says what is wrong, and holds no secret.
public abstract sealed class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreException(String message) {
        super(message);
    }

    private StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The prompt or the version is not there.
    public static final class NotFound extends StoreException {
        private static final long serialVersionUID = 1L;

        public NotFound(StoreUri store, PromptId prompt) {
            super("There is no prompt \"" + prompt + "\" in " + store + ".");
        }

        public NotFound(StoreUri store, PromptId prompt, VersionLabel label) {
            super("The prompt \"" + prompt + "\" in " + store + " has no version " + label + ".");
        }
    }

    /// Somebody was faster: the head or a stage is not where the caller believed it to be, or the label or id is
    /// taken. Nothing was written.
    public static final class Conflict extends StoreException {
        private static final long serialVersionUID = 1L;

        private Conflict(String message) {
            super(message);
        }

        /// The newest version is not the expected base.
        public static Conflict headMoved(
                StoreUri store, PromptId prompt, Optional<VersionLabel> expected, Optional<VersionLabel> actual) {
            return new Conflict("The newest version of \"" + prompt + "\" in " + store + " is "
                    + shown(actual) + ", not " + shown(expected) + " as expected.");
        }

        /// A stage holds another version than expected.
        public static Conflict stageMoved(
                StoreUri store, Promotion promotion, Optional<VersionLabel> actual) {
            return new Conflict("The stage " + promotion.stage() + " of \"" + promotion.prompt() + "\" in " + store
                    + " holds " + shown(actual) + ", not " + shown(promotion.from()) + " as expected.");
        }

        /// The version label is in use.
        public static Conflict labelTaken(StoreUri store, PromptId prompt, VersionLabel label) {
            return new Conflict("The prompt \"" + prompt + "\" in " + store + " already has a version " + label + ".");
        }

        /// The prompt id is in use, by `other` when that differs only in a way the store cannot hold apart.
        public static Conflict idTaken(StoreUri store, PromptId prompt, PromptId other) {
            return new Conflict(
                    prompt.equals(other)
                            ? "There already is a prompt \"" + prompt + "\" in " + store + "."
                            : "The prompt \"" + prompt + "\" cannot stand beside \"" + other + "\" in " + store
                                    + ": on some systems both would be the same file.");
        }

        /// What was found at a place is not there any more.
        public static Conflict placeChanged(StoreUri store, String where) {
            return new Conflict("In " + store + ", " + where + " changed again meanwhile.");
        }

        /// Both sides of a copy changed the same; see [Synchronising].
        public static Conflict diverged(StoreUri store, int clashes) {
            return new Conflict("In " + store + ", " + (clashes == 1 ? "one change clashes" : clashes + " changes clash")
                    + " with the other side; choose which shall hold, then send again.");
        }

        /// Files that a merge would write were changed meanwhile.
        public static Conflict unsaved(StoreUri store, String file) {
            return new Conflict("In " + store + ", " + file
                    + " was changed and not committed, and the other side changed it too. Commit it or put it back"
                    + " first.");
        }

        private static String shown(Optional<VersionLabel> label) {
            return label.map(VersionLabel::value).orElse("none");
        }
    }

    /// The store's keeper (an operating system, a server) does not allow it.
    public static final class Denied extends StoreException {
        private static final long serialVersionUID = 1L;

        public Denied(StoreUri store, String problem, Throwable cause) {
            super("Access to " + store + " is denied: " + problem, cause);
        }
    }

    /// The store does not answer, is not there, or has no room left. Trying again later may help.
    public static final class Unreachable extends StoreException {
        private static final long serialVersionUID = 1L;

        private final boolean isInUse;

        public Unreachable(StoreUri store, String problem) {
            super("The store " + store + " cannot be reached: " + problem);
            this.isInUse = false;
        }

        public Unreachable(StoreUri store, String problem, Throwable cause) {
            this(store, problem, cause, false);
        }

        private Unreachable(StoreUri store, String problem, Throwable cause, boolean isInUse) {
            super("The store " + store + " cannot be reached: " + problem, cause);
            this.isInUse = isInUse;
        }

        /// Another program has it for itself.
        public static Unreachable inUse(StoreUri store, String problem, Throwable cause) {
            return new Unreachable(store, problem, cause, true);
        }

        /// Whether another program has the store for itself, and may let go of it soon.
        public boolean isInUse() {
            return isInUse;
        }
    }

    /// What the store holds is damaged.
    public static final class Corrupt extends StoreException {
        private static final long serialVersionUID = 1L;

        /// @param where the file, row or other place, as the user can find it
        /// @param problem what is wrong with it
        public Corrupt(StoreUri store, String where, String problem) {
            super("Damaged data in " + store + ": " + where + ": " + problem);
        }

        public Corrupt(StoreUri store, String where, String problem, Throwable cause) {
            super("Damaged data in " + store + ": " + where + ": " + problem, cause);
        }
    }

    /// The store was closed.
    public static final class Closed extends StoreException {
        private static final long serialVersionUID = 1L;

        public Closed(StoreUri store) {
            super("The store " + store + " is closed.");
        }
    }

    /// The store, or this program, cannot do that at all.
    public static final class Unsupported extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String problem) {
            super(problem);
        }

        public Unsupported(StoreUri store, Capability capability) {
            super("The store " + store + " cannot do this (" + capability + ").");
        }
    }

    /// The store cannot hold this value: an id, label, tag or text breaks one of its rules.
    public static final class Invalid extends StoreException {
        private static final long serialVersionUID = 1L;

        public Invalid(StoreUri store, String problem) {
            super("The store " + store + " cannot hold this: " + problem);
        }
    }
}
