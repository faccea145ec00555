package stemma.ui.shell;

import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.store.Store;
import stemma.ui.common.Messages;
import stemma.ui.compare.Subject;
import stemma.ui.pick.PickController;
import stemma.ui.pick.PickModel;
import stemma.ui.pick.PickModel.Picked;

/// What a prompt can be compared with besides its own versions and draft: a version of any prompt in any store, a file,
/// the clipboard. Each asks what it needs, and tells nothing when the author gives up.
record OtherSides(Store store, WindowContext window, PromptId prompt) {
    void anotherVersion(Consumer<Subject> onChosen) {
        PickModel model = new PickModel(window.tasks(), store, window.stores()::open, prompt);
        new PickController(model, window.storeNames().all(store.uri()), window.times())
                .ask(
                        window.dialogs(),
                        Messages.text("shell.compare.other.title", prompt.value()),
                        Messages.text("shell.compare.other.act"),
                        picked -> onChosen.accept(subject(picked)));
    }

    private Subject subject(Picked picked) {
        Subject plain = Subject.of(picked.version());
        return picked.isForeign()
                ? Subject.of(
                        Messages.text("shell.compare.inStore", plain.caption(), window.storeNames().of(picked.store())), picked.version())
                : plain;
    }

    void file(Consumer<Subject> onChosen) {
        window.dialogs()
                .askFileToOpen(
                        Messages.text("shell.compare.file"), Messages.text("shell.compare.texts"), "*.md", "*.txt", "*.prompty", "*.prompt", "*")
                .map(Subject::ofFile)
                .ifPresent(onChosen);
    }

    void clipboard(Consumer<Subject> onChosen) {
        Subject.ofClipboard()
                .ifPresentOrElse(
                        onChosen, () -> window.notices().remark(Messages.text("shell.compare.clipboard.empty")));
    }
}
