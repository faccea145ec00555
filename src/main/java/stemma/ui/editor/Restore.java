package stemma.ui.editor;

import java.io.IOException;
import java.util.Optional;
import stemma.draft.Draft;
import stemma.draft.Drafts;
import stemma.ui.common.Messages;

/// Brings a draft back whose editor is closed: into its file, and then into a new editor.
record Restore(Draft draft, EditorContext context) {
    void run() {
        context.tasks()
                .run(
                        Messages.text("editor.task.draft"),
                        _ -> write(),
                        _ -> context.host().reopen(draft.prompt()),
                        cause -> context.notices()
                                .error(Messages.text("editor.notRestored", draft.prompt()), cause));
    }

    /// A draft that was begun meanwhile is not overwritten.
    private Draft write() throws IOException {
        Drafts drafts = context.registry().drafts();
        Optional<Draft> newer = drafts.find(draft.prompt());
        if (newer.isPresent()) {
            throw new IllegalArgumentException(Messages.text("editor.newerDraft"));
        }
        drafts.save(draft);
        return draft;
    }
}
