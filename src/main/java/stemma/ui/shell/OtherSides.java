package stemma.ui.shell;

import java.util.Optional;
import stemma.diff.Side;
import stemma.prompt.PromptId;
import stemma.registry.Registry;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.common.Messages;
import stemma.ui.compare.Subject;
import stemma.ui.editor.EditorModel;

/// Compares what is being edited with something that is not a version of it: another prompt, a file, the clipboard, the
/// same prompt in another store. Single changes can be taken over from there.
record OtherSides(Registry registry, WindowContext window, CompareTabs compares) {
    void anotherPrompt(EditorModel editor) {
        window.dialogs()
                .askText(
                        Messages.text("shell.compare.other.title", editor.prompt().value()),
                        Messages.text("shell.compare.other.label"),
                        editor.prompt().value(),
                        Messages.text("shell.compare.other.act"),
                        text -> PromptId.problem(text)
                                .map(rule -> Messages.text("prompt.id.problem", rule))
                                .or(() -> registry.catalogue().find(new PromptId(text)).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(Messages.text("shell.compare.other.none", text))))
                .map(PromptId::new)
                .ifPresent(other -> open(
                        new Subject(
                                Messages.text(
                                        "shell.compare.caption",
                                        other.value(),
                                        registry.catalogue().find(other).orElseThrow().head().value()),
                                () -> newest(registry.store(), other)),
                        editor,
                        other.name()));
    }

    private static Side newest(Store store, PromptId prompt) {
        return Side.of(store.get(prompt, store.versions(prompt).getFirst().label()));
    }

    void file(EditorModel editor) {
        window.dialogs()
                .askFileToOpen(
                        Messages.text("shell.compare.file"), Messages.text("shell.compare.texts"), "*.md", "*.txt", "*")
                .ifPresent(file -> open(Subject.ofFile(file), editor, Messages.text("shell.compare.fileShort")));
    }

    void clipboard(EditorModel editor) {
        open(Subject.ofClipboard(), editor, Messages.text("shell.compare.clipboard"));
    }

    void anotherStore(EditorModel editor) {
        window.dialogs()
                .askText(
                        Messages.text("shell.compare.store", editor.prompt().value()),
                        Messages.text("shell.compare.store.label"),
                        "file:",
                        Messages.text("shell.compare.other.act"),
                        OtherSides::addressProblem)
                .map(StoreUri::parse)
                .ifPresent(uri -> open(
                        new Subject(
                                Messages.text("shell.compare.inStore", editor.prompt().value(), uri),
                                () -> {
                                    try (Store store = Stores.discovered().open(uri)) {
                                        return newest(store, editor.prompt());
                                    }
                                }),
                        editor,
                        uri.scheme()));
    }

    private static Optional<String> addressProblem(String text) {
        try {
            StoreUri.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void open(Subject left, EditorModel editor, String name) {
        compares.openDraft(
                left,
                editor,
                CompareTabs.title(editor.prompt(), name, Messages.text("shell.compare.draftShort")));
    }
}
