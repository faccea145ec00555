package stemma.ui.editor;

import java.util.List;
import java.util.Optional;
import stemma.draft.Draft;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;

/// How the edits of a prompt stand to its versions, and what is worth a banner.
///
/// @param base what the edits are based on; empty for a prompt that was never saved
/// @param newest the head as it was last seen
/// @param viewed the version that is looked at instead of the edits
/// @param restored the draft that was found when the prompt was opened, until its mark is dismissed
/// @param clashes fields that the edits and the version they were carried over to both changed
/// @param deleted whether the prompt was deleted while it was edited
/// @param failure why the prompt could not be opened
record Situation(
        Optional<Version> base,
        Optional<Version> newest,
        Optional<Version> viewed,
        Optional<Draft> restored,
        List<String> clashes,
        boolean deleted,
        Optional<String> failure) {

    static final Situation START = new Situation(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty());

    Situation withBase(Optional<Version> newBase) {
        return new Situation(newBase, newest, viewed, restored, clashes, deleted, failure);
    }

    Situation withNewest(Optional<Version> newNewest) {
        return new Situation(base, newNewest, viewed, restored, clashes, deleted && newNewest.isEmpty(), failure);
    }

    Situation withViewed(Optional<Version> newViewed) {
        return new Situation(base, newest, newViewed, restored, clashes, deleted, failure);
    }

    Situation withRestored(Optional<Draft> newRestored) {
        return new Situation(base, newest, viewed, newRestored, clashes, deleted, failure);
    }

    Situation withClashes(List<String> newClashes) {
        return new Situation(base, newest, viewed, restored, newClashes, deleted, failure);
    }

    Situation withDeleted() {
        return new Situation(base, newest, viewed, restored, clashes, true, failure);
    }

    Situation withFailure(String newFailure) {
        return new Situation(base, newest, viewed, restored, clashes, deleted, Optional.of(newFailure));
    }

    Situation withoutDraftMarks() {
        return new Situation(base, newest, viewed, Optional.empty(), List.of(), deleted, failure);
    }

    boolean hasDraftMarks() {
        return restored.isPresent() || !clashes.isEmpty();
    }

    Optional<VersionLabel> baseLabel() {
        return base.map(Version::label);
    }

    Optional<VersionLabel> newestLabel() {
        return newest.map(Version::label);
    }

    /// Whether somebody saved since the edits began.
    boolean isBehind() {
        return newest.isPresent() && !newestLabel().equals(baseLabel());
    }
}
