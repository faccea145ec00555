package stemma.ui.editor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import stemma.draft.DraftText;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.TaskSlot;

/// What an editor shows: the fields that are edited, or for a while a version that is only looked at. Used on the FX
/// thread only.
final class Viewing {
    private final PromptId prompt;
    private final EditorContext context;
    private final ContentFields edited;
    private final Runnable onChange;
    private final TaskSlot slot;
    private final ReadOnlyObjectWrapper<ContentFields> shown;
    private final ReadOnlyObjectWrapper<Optional<Version>> version =
            new ReadOnlyObjectWrapper<>(this, "version", Optional.empty());

    Viewing(PromptId prompt, EditorContext context, ContentFields edited, Runnable onChange) {
        this.prompt = prompt;
        this.context = context;
        this.edited = edited;
        this.onChange = onChange;
        this.slot = new TaskSlot(context.tasks());
        this.shown = new ReadOnlyObjectWrapper<>(this, "shown", edited);
    }

    void view(VersionLabel label) {
        slot.run(
                Messages.text("editor.task.view", prompt, label),
                _ -> context.registry().store().get(prompt, label),
                this::show,
                cause -> context.notices().error(Messages.text("editor.notViewed", prompt, label), cause));
    }

    private void show(Version found) {
        version.set(Optional.of(found));
        shown.set(ContentFields.readOnly(DraftText.of(found.content())));
        onChange.run();
    }

    void back() {
        slot.cancel();
        version.set(Optional.empty());
        shown.set(edited);
        onChange.run();
    }

    void stop() {
        slot.cancel();
    }

    ReadOnlyObjectProperty<ContentFields> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Version>> versionProperty() {
        return version.getReadOnlyProperty();
    }
}
