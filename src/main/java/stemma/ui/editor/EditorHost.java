package stemma.ui.editor;

import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// What an editor asks of the window around it. Called on the FX thread.
public interface EditorHost {
    /// The author wants to save; the content has no problems.
    void save(EditorModel editor);

    /// The author wants to see what differs between a version and the draft.
    void compare(EditorModel editor, VersionLabel version);

    /// There is nothing left to edit: a prompt that was never saved was discarded, or a clean one is no longer there.
    void close(EditorModel editor);

    /// A prompt that was closed has its draft back.
    void reopen(PromptId prompt);
}
