package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
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
import stemma.ui.compare.Flank;
import stemma.ui.compare.Subject;
import stemma.ui.compare.Timeline;
import stemma.ui.drift.DriftModel;
import stemma.ui.editor.EditorModel;

/// Compares in tabs of their own, one a prompt: the next compare of a prompt takes the place of the one before.
final class CompareTabs {
    private final TabPane pane;
    private final PromptTabs prompts;
    private final Store store;
    private final WindowContext window;

    CompareTabs(TabPane pane, PromptTabs prompts, Store store, WindowContext window) {
        this.pane = pane;
        this.prompts = prompts;
        this.store = store;
        this.window = window;
    }

    /// A prompt's compare. One with a draft reads it again whenever the tab comes to the front, since it can have been
    /// edited meanwhile.
    private static final class CompareTab extends Tab {
        private final PromptId prompt;
        private final CompareModel model;
        private final CompareController controller;

        CompareTab(PromptId prompt, CompareModel model, Function<CompareTab, CompareController> controller) {
            this.prompt = prompt;
            this.model = model;
            this.controller = controller.apply(this);
            setContent(Fxml.load(this.controller));
            setGraphic(new FontIcon("bx-git-compare"));
            setTooltip(new Tooltip(prompt.value()));
            selectedProperty().subscribe((_, selected) -> {
                if (selected) {
                    model.renew();
                }
            });
        }
    }

    /// The prompt whose compare is in front.
    Optional<PromptId> front() {
        return pane.getSelectionModel().getSelectedItem() instanceof CompareTab tab
                ? Optional.of(tab.prompt)
                : Optional.empty();
    }

    /// The compare in front.
    Optional<CompareController> frontCompare() {
        return pane.getSelectionModel().getSelectedItem() instanceof CompareTab tab
                ? Optional.of(tab.controller)
                : Optional.empty();
    }

    /// Compares two versions of one prompt. From there one can walk through the others.
    ///
    /// @param newestFirst all its versions
    void open(VersionInfo left, VersionInfo right, List<VersionInfo> newestFirst) {
        show(show(right.prompt(), ""), subject(left), subject(right), newestFirst);
    }

    private void show(CompareTab tab, Subject left, Subject right, List<VersionInfo> newestFirst) {
        if (left.version().filter(newestFirst::contains).isPresent()
                && right.version().filter(newestFirst::contains).isPresent()) {
            tab.setText(Messages.text("shell.compare.walk", tab.prompt.name()));
            tab.model.walk(
                    timeline(tab, newestFirst),
                    left.version().get().label(),
                    right.version().get().label());
        } else {
            tab.setText(Messages.text("shell.compare.tab", tab.prompt.name()));
            tab.model.compare(left, right);
        }
    }

    private void choose(CompareTab tab, Flank flank, Subject chosen) {
        tab.model.pairProperty().get().ifPresent(pair -> show(
                tab,
                flank == Flank.LEFT ? chosen : pair.left(),
                flank == Flank.RIGHT ? chosen : pair.right(),
                prompts.versionsOf(tab.prompt)));
    }

    /// Shows which version brought each line of a version.
    ///
    /// @param newestFirst all versions of the prompt; ignored when that one is not among them
    void openBlame(VersionInfo version, List<VersionInfo> newestFirst) {
        if (newestFirst.contains(version)) {
            walk(version, newestFirst).blamedProperty().set(true);
        }
    }

    private Timeline walk(VersionInfo start, List<VersionInfo> newestFirst) {
        CompareTab tab = show(start.prompt(), Messages.text("shell.compare.walk", start.prompt().name()));
        Timeline timeline = timeline(tab, newestFirst);
        tab.model.walk(timeline, start.label());
        return timeline;
    }

    private Timeline timeline(CompareTab tab, List<VersionInfo> newestFirst) {
        return new Timeline(
                tab.model, window.tasks(), newestFirst, label -> store.get(tab.prompt, label), window.times());
    }

    /// Compares a version with the edits that are not saved yet, which can take single changes from it.
    void openDraft(EditorModel editor, VersionLabel label) {
        PromptId prompt = editor.prompt();
        openDraft(
                prompts.versionsOf(prompt).stream()
                        .filter(version -> version.label().equals(label))
                        .findFirst()
                        .map(this::subject)
                        .orElseGet(() -> new Subject(prompt + " " + label, () -> Side.of(store.get(prompt, label)))),
                editor);
    }

    /// Compares anything with what is being edited, which can take single changes from it.
    void openDraft(Subject left, EditorModel editor) {
        CompareTab tab = show(editor.prompt(), Messages.text("shell.compare.tab", editor.prompt().name()));
        tab.model.compare(left, draft(editor));
    }

    /// Compares a version of the open store with one of another store; nothing stands for one that is not there.
    void open(DriftModel.Pair pair) {
        PromptId prompt = pair.prompt();
        CompareTab tab = show(prompt, Messages.text("shell.compare.tab", prompt.name()));
        tab.model.compare(
                pair.here().map(version -> subject(version.info())).orElseGet(() -> nothing(prompt)),
                pair.there()
                        .map(version -> Subject.of(
                                Messages.text(
                                        "shell.compare.inStore", Subject.of(version).caption(), window.storeNames().of(pair.other())),
                                version))
                        .orElseGet(() -> nothing(prompt)));
    }

    /// Compares a version with anything.
    void open(VersionInfo left, Subject right) {
        CompareTab tab = show(left.prompt(), Messages.text("shell.compare.tab", left.prompt().name()));
        tab.model.compare(subject(left), right);
    }

    private static Subject nothing(PromptId prompt) {
        return new Subject(
                Messages.text("drift.none", prompt.value()), () -> Side.of(Content.plain(""), List.of()));
    }

    private Subject draft(EditorModel editor) {
        String caption = Messages.text("shell.compare.draft", editor.prompt().value());
        try {
            Content draft = editor.content();
            AtomicReference<Content> compared = new AtomicReference<>(draft);
            return Subject.ofDraft(caption, new Subject.Draft(
                    draft,
                    next -> {
                        if (editor.take(compared.get(), next)) {
                            compared.set(next);
                        } else {
                            window.notices().remark(Messages.text("shell.compare.draftMoved"));
                            Platform.runLater(() -> find(editor.prompt()).ifPresent(tab -> tab.model.renew()));
                        }
                    },
                    () -> draft(editor)));
        } catch (IllegalArgumentException e) {
            window.notices().error(Messages.text("shell.compare.draftBroken", editor.prompt().value()), e);
            return new Subject(caption, () -> {
                throw e;
            });
        }
    }

    Subject subject(VersionInfo version) {
        return Subject.of(version, () -> Side.of(store.get(version.prompt(), version.label())));
    }

    private CompareTab show(PromptId prompt, String title) {
        CompareTab tab = find(prompt).orElseGet(() -> make(prompt));
        tab.setText(title);
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
        CompareTab tab = new CompareTab(
                prompt,
                model,
                made -> new CompareController(
                        model,
                        new SideOffers(
                                prompts,
                                others(prompt),
                                this::subject,
                                open -> draft(open.editor()),
                                (flank, chosen) -> choose(made, flank, chosen)),
                        window.compareLook()));
        pane.getTabs().add(pane.getSelectionModel().getSelectedIndex() + 1, tab);
        return tab;
    }

    OtherSides others(PromptId prompt) {
        return new OtherSides(store, window, prompt);
    }
}
