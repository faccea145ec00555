package stemma.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Explained;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// Why a store could not do what it was asked. The message is one sentence fit to be shown: it names the store, the
/// prompt and the version where they matter, says what is wrong, and holds no secret. It is in English;
/// [#sentence] can be said in other languages.
///
/// What its kinds are told of a problem is a [Sentence], or text that comes from elsewhere and stays as it is.
public abstract sealed class StoreException extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    private StoreException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    private StoreException(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /// The message, for people of any language.
    @Override
    public Sentence sentence() {
        return sentence;
    }

    /// The prompt or the version is not there.
    public static final class NotFound extends StoreException {
        private static final long serialVersionUID = 1L;

        /// There is no such prompt.
        public NotFound(StoreUri store, PromptId prompt) {
            super(Sentence.of("There is no prompt \"{0}\" in {1}.", prompt, store));
        }

        /// The prompt has no such version.
        public NotFound(StoreUri store, PromptId prompt, VersionLabel label) {
            super(Sentence.of("The prompt \"{0}\" in {1} has no version {2}.", prompt, store, label));
        }
    }

    /// Somebody was faster: the head or a stage is not where the caller believed it to be, or the label or id is
    /// taken. Nothing was written.
    public static final class Conflict extends StoreException {
        private static final long serialVersionUID = 1L;

        private Conflict(Sentence sentence) {
            super(sentence);
        }

        /// The newest version is not the expected base.
        public static Conflict headMoved(
                StoreUri store, PromptId prompt, Optional<VersionLabel> expected, Optional<VersionLabel> actual) {
            return new Conflict(Sentence.of(
                    "The newest version of \"{0}\" in {1} is {2}, not {3} as expected.",
                    prompt, store, shown(actual), shown(expected)));
        }

        /// A stage holds another version than expected.
        public static Conflict stageMoved(
                StoreUri store, Promotion promotion, Optional<VersionLabel> actual) {
            return new Conflict(Sentence.of(
                    "The stage {0} of \"{1}\" in {2} holds {3}, not {4} as expected.",
                    promotion.stage(), promotion.prompt(), store, shown(actual), shown(promotion.from())));
        }

        /// The version label is in use.
        public static Conflict labelTaken(StoreUri store, PromptId prompt, VersionLabel label) {
            return new Conflict(
                    Sentence.of("The prompt \"{0}\" in {1} already has a version {2}.", prompt, store, label));
        }

        /// The prompt id is in use, by `other` when that differs only in a way the store cannot hold apart.
        public static Conflict idTaken(StoreUri store, PromptId prompt, PromptId other) {
            return new Conflict(
                    prompt.equals(other)
                            ? Sentence.of("There already is a prompt \"{0}\" in {1}.", prompt, store)
                            : Sentence.of(
                                    "The prompt \"{0}\" cannot stand beside \"{1}\" in {2}:"
                                            + " on some systems both would be the same file.",
                                    prompt, other, store));
        }

        /// What was found at a place is not there any more.
        public static Conflict placeChanged(StoreUri store, String where) {
            return new Conflict(Sentence.of("In {0}, {1} changed again meanwhile.", store, where));
        }

        /// Both sides of a copy changed the same; see [Synchronising].
        public static Conflict diverged(StoreUri store, int clashes) {
            return new Conflict(
                    clashes == 1
                            ? Sentence.of(
                                    "In {0}, one change clashes with the other side; choose which shall hold, then send"
                                            + " again.",
                                    store)
                            : Sentence.of(
                                    "In {0}, {1} changes clash with the other side; choose which shall hold, then send"
                                            + " again.",
                                    store, clashes));
        }

        /// Files that a merge would write were changed meanwhile.
        public static Conflict unsaved(StoreUri store, String file) {
            return new Conflict(Sentence.of(
                    "In {0}, {1} was changed and not committed, and the other side changed it too. Commit it or put it"
                            + " back first.",
                    store, file));
        }

        private static CharSequence shown(Optional<VersionLabel> label) {
            return label.<CharSequence>map(VersionLabel::value).orElse(Sentence.of("none"));
        }
    }

    /// The store's keeper (an operating system, a server) does not allow it.
    public static final class Denied extends StoreException {
        private static final long serialVersionUID = 1L;

        /// @param problem what was refused, as the keeper said it
        public Denied(StoreUri store, CharSequence problem, Throwable cause) {
            super(Sentence.of("Access to {0} is denied: {1}", store, problem), cause);
        }
    }

    /// The store does not answer, is not there, or has no room left. Trying again later may help.
    public static final class Unreachable extends StoreException {
        private static final long serialVersionUID = 1L;

        private final boolean isInUse;

        /// @param problem why, as half a sentence
        public Unreachable(StoreUri store, CharSequence problem) {
            super(Sentence.of("The store {0} cannot be reached: {1}", store, problem));
            this.isInUse = false;
        }

        /// @param problem why, as half a sentence
        public Unreachable(StoreUri store, CharSequence problem, Throwable cause) {
            this(store, problem, cause, false);
        }

        private Unreachable(StoreUri store, CharSequence problem, Throwable cause, boolean isInUse) {
            super(Sentence.of("The store {0} cannot be reached: {1}", store, problem), cause);
            this.isInUse = isInUse;
        }

        /// Another program has it for itself.
        ///
        /// @param file what that program has open
        public static Unreachable inUse(StoreUri store, Path file, Throwable cause) {
            return new Unreachable(
                    store,
                    Sentence.of("the file {0} is open in another program; close it there first", file),
                    cause,
                    true);
        }

        /// Nothing more fits on the disk.
        ///
        /// @param file what there is no room for
        public static Unreachable noRoom(StoreUri store, Path file, Throwable cause) {
            return new Unreachable(
                    store,
                    Sentence.of("there is no room left for {0}; make room on its disk and try again", file),
                    cause);
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
        public Corrupt(StoreUri store, CharSequence where, CharSequence problem) {
            super(Sentence.of("Damaged data in {0}: {1}: {2}", store, where, problem));
        }

        /// @param where the file, row or other place, as the user can find it
        /// @param problem what is wrong with it
        public Corrupt(StoreUri store, CharSequence where, CharSequence problem, Throwable cause) {
            super(Sentence.of("Damaged data in {0}: {1}: {2}", store, where, problem), cause);
        }

        private Corrupt(Sentence message, @Nullable Throwable cause) {
            super(message, cause);
        }

        /// What should be a backup is none; the store itself is as it was.
        ///
        /// @param problem what is wrong with it
        public static Corrupt backup(Path backup, CharSequence problem) {
            return new Corrupt(Sentence.of("{0} cannot be restored: {1}", backup, problem), null);
        }

        /// A file that is the whole store is damaged; says what can be done.
        ///
        /// @param problem what is wrong with it, as half a sentence
        public static Corrupt wholeFile(
                StoreUri store, Path file, CharSequence problem, @Nullable Throwable cause) {
            return new Corrupt(
                    Sentence.of(
                            "Damaged data in {0}: {1}: {2}. Put a backup in its place: with \"Restore a backup\" in the"
                                    + " window's menu, or with a copy of the file while no program has it open.",
                            store, file, problem),
                    cause);
        }
    }

    /// The store was closed.
    public static final class Closed extends StoreException {
        private static final long serialVersionUID = 1L;

        public Closed(StoreUri store) {
            super(Sentence.of("The store {0} is closed.", store));
        }
    }

    /// The store, or this program, cannot do that at all.
    public static final class Unsupported extends StoreException {
        private static final long serialVersionUID = 1L;

        /// @param problem what cannot be done, as a sentence
        public Unsupported(CharSequence problem) {
            super(Sentence.from(problem));
        }

        /// The store does not have a capability.
        public Unsupported(StoreUri store, Capability capability) {
            super(Sentence.of("The store {0} cannot do this: {1}.", store, reason(capability)));
        }

        /// The store is opened for reading only, as its address wants it.
        public static Unsupported readOnly(StoreUri store) {
            return new Unsupported(Sentence.of("The store {0} is opened to be read only.", store));
        }

        /// The store is opened for reading only, since this program has no right to write to it.
        ///
        /// @param place the file or folder that may not be written to
        public static Unsupported notWritable(StoreUri store, Path place) {
            return new Unsupported(Sentence.of(
                    "The store {0} can only be read: this program may not write to {1}. Get the right to write there and open"
                            + " the store again, or copy the prompts to another store.",
                    store, place));
        }

        private static Sentence reason(Capability missing) {
            return switch (missing) {
                case APPEND -> Sentence.of("it takes no new versions");
                case CHOOSE_LABEL -> Sentence.of("it gives versions their labels itself");
                case PROMOTE -> Sentence.of("its stages cannot be moved");
                case ANY_STAGE -> Sentence.of("it has no stages but its own");
                case TAG -> Sentence.of("its tags cannot be changed");
                case DELETE -> Sentence.of("nothing can be deleted in it");
                case RENAME -> Sentence.of("its prompts cannot be renamed");
                case HISTORY -> Sentence.of("it keeps no history");
                case WATCH_OTHERS -> Sentence.of("it does not tell what other programs change");
                case OUTSIDE_EDITS -> Sentence.of("it does not look for edits of other programs");
                case REPAIR -> Sentence.of("it cannot be repaired here");
                case BACK_UP -> Sentence.of("it cannot be backed up here");
                case SYNCHRONISE -> Sentence.of("it has no other side");
            };
        }
    }

    /// The store cannot hold this value: an id, label, tag or text breaks one of its rules.
    public static final class Invalid extends StoreException {
        private static final long serialVersionUID = 1L;

        /// @param problem which rule is broken, as half a sentence
        public Invalid(StoreUri store, CharSequence problem) {
            super(Sentence.of("The store {0} cannot hold this: {1}", store, problem));
        }
    }
}
