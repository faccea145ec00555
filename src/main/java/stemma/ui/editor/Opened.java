package stemma.ui.editor;

import java.io.IOException;
import java.util.Optional;
import stemma.draft.DamagedDraftException;
import stemma.draft.Draft;
import stemma.draft.DraftText;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.registry.Registry;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.ui.common.Notices;

/// What there is of a prompt when it is opened.
///
/// @param newest the head; empty when it was never saved
/// @param base what the draft is based on, or the head where there is no draft; empty where the base is gone, so that
///     nothing the head changed is dropped unseen
/// @param damagedDraft why a draft that was found makes no sense; it was set aside
record Opened(
        Optional<Version> newest, Optional<Version> base, Optional<Draft> draft, Optional<String> damagedDraft) {

    boolean isNothing() {
        return newest.isEmpty() && draft.isEmpty();
    }

    /// Blocks.
    ///
    /// @throws IOException when there may be a draft that cannot be read now; it must not be overwritten
    static Opened read(Registry registry, PromptId prompt) throws IOException {
        Optional<Version> newest = newest(registry, prompt);
        Optional<Draft> draft;
        try {
            draft = registry.drafts().find(prompt);
        } catch (DamagedDraftException e) {
            String where = registry.drafts().setAside(prompt).toString();
            return new Opened(newest, newest, Optional.empty(), Optional.of(Notices.explain(e) + "\n" + where));
        }
        return new Opened(
                newest, draft.isEmpty() ? newest : base(registry, draft.get(), newest), draft, Optional.empty());
    }

    private static Optional<Version> base(Registry registry, Draft draft, Optional<Version> newest) {
        boolean wasSavedSince = newest.filter(head -> DraftText.of(head.content()).equals(draft.text()))
                .isPresent();
        if (wasSavedSince || newest.isEmpty() || newest.map(Version::label).equals(draft.base())) {
            return newest;
        }
        try {
            return draft.base().map(base -> registry.store().get(draft.prompt(), base));
        } catch (StoreException.NotFound e) {
            // Deleted since.
            return Optional.empty();
        }
    }

    /// The head. Blocks.
    static Optional<Version> newest(Registry registry, PromptId prompt) {
        Store store = registry.store();
        try {
            return store.find(prompt).map(summary -> store.get(prompt, summary.head()));
        } catch (StoreException.NotFound e) {
            // Deleted between the two calls.
            return Optional.empty();
        }
    }
}
