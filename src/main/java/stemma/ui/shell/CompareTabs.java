package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.compare.CompareController;
import stemma.ui.compare.CompareModel;
import stemma.ui.compare.Subject;
import stemma.ui.compare.Timeline;
import stemma.ui.editor.EditorModel;

/// Compares in tabs of their own, one a prompt: the next compare of a prompt takes the place of the one before.
final class CompareTabs {
    private final TabPane pane;
    private final Store store;
    private final WindowContext window;

    CompareTabs(TabPane pane, Store store, WindowContext window) {
        this.pane = pane;
        this.store = store;
        this.window = window;
    }

    /// A prompt's compare. One with a draft reads it again whenever the tab comes to the front, since it can have been
    /// edited meanwhile.
    private static final class CompareTab extends Tab {
        private final PromptId prompt;
        private final CompareModel model;
        private Runnable onFront = () -> {};

        CompareTab(PromptId prompt, CompareModel model, Node content) {
            this.prompt = prompt;
            this.model = model;
            setContent(content);
            setGraphic(new FontIcon("fth-columns"));
            selectedProperty().subscribe((_, selected) -> {
                if (selected) {
                    onFront.run();
                }
            });
        }
    }

    /// Compares two versions of one prompt. From two neighbours one can walk through the others.
    ///
    /// @param newestFirst all its versions
    void open(VersionInfo left, VersionInfo right, List<VersionInfo> newestFirst) {
        PromptId prompt = right.prompt();
        int at = newestFirst.indexOf(right);
        if (at >= 0 && newestFirst.indexOf(left) == at + 1) {
            CompareTab tab = show(prompt, Messages.text("shell.compare.walk", prompt.name()));
            tab.model.walk(
                    new Timeline(
                            tab.model,
                            window.tasks(),
                            newestFirst,
                            label -> store.get(prompt, label),
                            window.times()),
                    right.label());
        } else {
            show(prompt, title(prompt, left.label().value(), right.label().value()))
                    .model
                    .compare(subject(left), subject(right));
        }
    }

    /// Compares a version with the edits that are not saved yet, which can take single changes from it.
    void openDraft(EditorModel editor, VersionLabel version) {
        PromptId prompt = editor.prompt();
        Subject left = new Subject(
                Messages.text("shell.compare.caption", prompt.value(), version.value()),
                () -> Side.of(store.get(prompt, version)));
        openDraft(left, editor, title(prompt, version.value(), Messages.text("shell.compare.draftShort")));
    }

    /// Compares anything with what is being edited, which can take single changes from it.
    void openDraft(Subject left, EditorModel editor, String title) {
        CompareTab tab = show(editor.prompt(), title);
        tab.onFront = () -> readDraft(tab, left, editor);
        tab.onFront.run();
    }

    private void readDraft(CompareTab tab, Subject left, EditorModel editor) {
        try {
            Content draft = editor.content();
            tab.model.compare(
                    left,
                    Subject.ofDraft(
                            Messages.text("shell.compare.draft", editor.prompt().value()), draft,
                            content -> editor.take(draft, content)));
        } catch (IllegalArgumentException e) {
            window.notices().error(Messages.text("shell.compare.draftBroken", editor.prompt().value()), e);
        }
    }

    private Subject subject(VersionInfo version) {
        String caption =
                Messages.text("shell.compare.caption", version.prompt().value(), version.label().value());
        String stages = String.join(
                ", ", version.stages().reversed().stream().map(Object::toString).toList());
        return new Subject(
                stages.isEmpty() ? caption : caption + " · " + stages,
                () -> Side.of(store.get(version.prompt(), version.label())));
    }

    static String title(PromptId prompt, String left, String right) {
        return Messages.text("shell.compare.tab", prompt.name(), left, right);
    }

    private CompareTab show(PromptId prompt, String title) {
        CompareTab tab = find(prompt).orElseGet(() -> make(prompt));
        tab.onFront = () -> {};
        tab.setText(title);
        tab.setTooltip(new Tooltip(prompt.value()));
        pane.getSelectionModel().select(tab);
        tab.getContent().requestFocus();
        return tab;
    }

    private Optional<CompareTab> find(PromptId prompt) {
        return pane.getTabs().stream()
                .filter(CompareTab.class::isInstance)
                .map(CompareTab.class::cast)
                .filter(tab -> tab.prompt.equals(prompt))
                .findFirst();
    }

    private CompareTab make(PromptId prompt) {
        CompareModel model = new CompareModel(window.tasks(), window.dialogs(), window.notices());
        CompareTab tab = new CompareTab(prompt, model, Fxml.load(new CompareController(model)));
        pane.getTabs().add(pane.getSelectionModel().getSelectedIndex() + 1, tab);
        return tab;
    }
}
