package stemma.ui.history;

import stemma.prompt.VersionInfo;

/// What can be done with the versions of a prompt; the shell does it.
public interface HistoryActions {
    /// Shows a version in the editor.
    void view(VersionInfo version);

    /// Compares two versions of the prompt, older left.
    void compare(VersionInfo left, VersionInfo right);

    /// Compares a version with the unsaved edits.
    void compareWithDraft(VersionInfo version);

    /// Shows which version brought each line of a version.
    void blame(VersionInfo version);

    void promote(VersionInfo version);

    void tag(VersionInfo version);

    void delete(VersionInfo version);
}
