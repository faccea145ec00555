package stemma.store;

import java.util.List;
import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// Versions that another program changed in place, although versions never change. The store goes on telling the
/// original and keeps both until somebody decides. Blocks; safe for concurrent use.
public interface OutsideEdits {
    /// What was found instead of a version.
    ///
    /// @param found the content as it stands there now; empty when it is deleted or cannot be read
    /// @param problem what is wrong, as a sentence
    record Edit(PromptId prompt, VersionLabel label, Optional<Content> found, String where, Sentence problem) {}

    /// Every edit that waits for a decision.
    List<Edit> find();

    /// Puts the original back.
    ///
    /// @throws StoreException.Conflict when the place changed again since the edit was found
    void restore(Edit edit);

    /// Puts the original back and appends what was found as a new version, in one step.
    ///
    /// @throws StoreException.Conflict as [#restore] and [Store#append]
    VersionInfo keep(Edit edit, NewVersion version);
}
