package stemma.ui.shell;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /// A prompt's compare.
    private static final class CompareTab extends Tab {
        private final PromptId prompt;
        private final CompareModel model;

        CompareTab(PromptId prompt, CompareModel model, Node content) {
            this.prompt = prompt;
            this.model = model;
            setContent(content);
            setGraphic(new FontIcon("fth-columns"));
        }
    }

    /// Compares two versions of one prompt.
    void open(VersionInfo left, VersionInfo right) {
        show(left.prompt(), left.label().value(), right.label().value(), subject(left), subject(right));
    }

    /// Compares a version with the edits that are not saved yet.
    void openDraft(EditorModel editor, VersionLabel version) {
        PromptId prompt = editor.prompt();
        SortedSet<String> tags = editor.base().map(base -> base.info().tags()).orElseGet(TreeSet::new);
        Content draft = editor.content();
        Subject left = new Subject(
                Messages.text("shell.compare.caption", prompt.value(), version.value()),
                () -> Side.of(store.get(prompt, version)));
        Subject right = new Subject(
                Messages.text("shell.compare.draft", prompt.value()),
                () -> new Side(draft, tags));
        show(prompt, version.value(), Messages.text("shell.compare.draftShort"), left, right);
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

    private void show(PromptId prompt, String left, String right, Subject leftSubject, Subject rightSubject) {
        CompareTab tab = find(prompt).orElseGet(() -> make(prompt));
        tab.setText(Messages.text("shell.compare.tab", prompt.name(), left, right));
        tab.setTooltip(new Tooltip(prompt.value()));
        pane.getSelectionModel().select(tab);
        tab.model.compare(leftSubject, rightSubject);
        tab.getContent().requestFocus();
    }

    private Optional<CompareTab> find(PromptId prompt) {
        return pane.getTabs().stream()
                .filter(CompareTab.class::isInstance)
                .map(CompareTab.class::cast)
                .filter(tab -> tab.prompt.equals(prompt))
                .findFirst();
    }

    private CompareTab make(PromptId prompt) {
        CompareModel model = new CompareModel(window.tasks());
        CompareTab tab = new CompareTab(prompt, model, Fxml.load(new CompareController(model)));
        pane.getTabs().add(pane.getSelectionModel().getSelectedIndex() + 1, tab);
        return tab;
    }
}
