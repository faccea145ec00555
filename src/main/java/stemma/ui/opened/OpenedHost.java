package stemma.ui.opened;

import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;

/// What an opened file asks of the window around it. Called on the FX thread.
public interface OpenedHost {
    /// What the window calls the store that the file may go into.
    String storeName();

    /// Asks for what a new version needs and saves it.
    ///
    /// @param base the newest version; empty for a new prompt
    /// @return whether it was saved
    boolean save(PromptId prompt, Optional<Version> base, Content content);

    /// Shows what differs between a version and the file.
    void compare(Version version);
}
