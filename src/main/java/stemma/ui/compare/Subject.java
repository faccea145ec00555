package stemma.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.transfer.promptfile.PromptFile;
import stemma.transfer.promptfile.PromptFormat;
import stemma.ui.common.Messages;

/// One of the two things that are compared: a version, a draft, a file …
///
/// @param caption what it is, such as `support/greeting 1.2.0 · production`
/// @param source reads it; called on a task's thread, so it may block, and called again when the compare is refreshed
/// @param version which version of the open store it is; empty for anything else
/// @param draft how it follows and takes edits, when it is a draft
public record Subject(
        String caption, Callable<Side> source, Optional<VersionInfo> version, Optional<Draft> draft) {

    /// What a compare can do with a draft; called on the FX thread.
    ///
    /// @param content what is compared of it
    /// @param onTake gets the draft with a change from the other side in it, and the one before when that is undone
    /// @param now the draft as it is now
    public record Draft(Content content, Consumer<Content> onTake, Supplier<Subject> now) {}

    /// Neither a version of the open store nor a draft.
    public Subject(String caption, Callable<Side> source) {
        this(caption, source, Optional.empty(), Optional.empty());
    }

    /// A content that is in memory already.
    public static Subject of(String caption, Content content) {
        Side side = Side.of(content);
        return new Subject(caption, () -> side);
    }

    /// A version that is in memory already.
    public static Subject of(String caption, Version version) {
        Side side = Side.of(version);
        return new Subject(caption, () -> side);
    }

    /// A version that is in memory already, called by its prompt, its label and its stages.
    public static Subject of(Version version) {
        return of(Timeline.captionOf(version.info()), version);
    }

    /// A version of the open store.
    public static Subject of(VersionInfo version, Callable<Side> source) {
        return new Subject(Timeline.captionOf(version), source, Optional.of(version), Optional.empty());
    }

    /// A prompt file, or else a text file in UTF-8 as a plain prompt; read again with each refresh.
    public static Subject ofFile(Path file) {
        return new Subject(
                file.toString(),
                () -> Side.of(
                        PromptFormat.of(file).isPresent()
                                ? PromptFile.read(file).content()
                                : Content.plain(Files.readString(file))));
    }

    /// What is in the clipboard now, as a plain prompt; empty when it holds no text.
    public static Optional<Subject> ofClipboard() {
        return Optional.of(Clip.get())
                .filter(text -> !text.isEmpty())
                .map(text -> of(Messages.text("compare.side.clipboard"), Content.plain(text)));
    }

    /// A draft as it is now.
    public static Subject ofDraft(String caption, Draft draft) {
        Side side = Side.of(draft.content());
        return new Subject(caption, () -> side, Optional.empty(), Optional.of(draft));
    }

    /// This draft with another content.
    Subject with(Content content) {
        return draft.map(old -> ofDraft(caption, new Draft(content, old.onTake(), old.now())))
                .orElse(this);
    }

    /// As it is now: a draft can have been edited meanwhile. This one if it was not.
    Subject renewed() {
        Optional<Subject> now = draft.map(editing -> editing.now().get());
        return now.filter(other -> !other.draft.map(Draft::content).equals(draft.map(Draft::content)))
                .orElse(this);
    }
}
