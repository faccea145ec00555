package stemma.ui.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.util.Subscription;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.settings.StageSettings;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.ui.browser.BrowserActions;
import stemma.ui.browser.BrowserController;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.EmptyState;
import stemma.ui.common.Messages;
import stemma.ui.compare.CompareController;
import stemma.ui.compare.Subject;
import stemma.ui.editor.DetailsController;
import stemma.ui.editor.EditorContext;
import stemma.ui.editor.EditorController;
import stemma.ui.editor.EditorHost;
import stemma.ui.editor.EditorModel;
import stemma.ui.history.HistoryActions;
import stemma.ui.history.HistoryController;
import stemma.ui.history.HistoryModel;
import stemma.ui.opened.OpenedHost;
import stemma.ui.save.Edits;
import stemma.ui.save.SaveDialog;
import stemma.ui.save.SaveModel;

/// An open store in the window: the list of prompts, the tabs, and where the screens meet that know nothing of each
/// other.
final class WorkspaceView implements BrowserActions, HistoryActions, EditorHost {
    private final Workspace workspace;
    private final WindowContext window;
    private final Imports imports;
    private final Runnable samples;
    private final TabPane tabPane = new TabPane();
    private final PromptTabs tabs;
    private final CompareTabs compares;
    private final BrowserController browser;
    private final PaneKeyboard keyboard;
    private final RememberedTabs remembered;
    private final PromptCommands prompts;
    private final VersionCommands versions;
    private final Drifting drifting;
    private final Deque<PromptId> closed = new ArrayDeque<>();
    /// Until then nobody is told that there are no tabs.
    private final BooleanProperty tabsAreBack = new SimpleBooleanProperty();

    /// @param samples fills the store with the samples
    WorkspaceView(Workspace workspace, WindowContext window, Imports imports, Runnable samples) {
        this.workspace = workspace;
        this.window = window;
        this.imports = imports;
        this.samples = samples;
        this.tabs = new PromptTabs(tabPane, this::makeTab);
        this.compares = new CompareTabs(tabPane, tabs, workspace.registry().store(), window);
        this.drifting = new Drifting(workspace, window, compares::open);
        this.browser = new BrowserController(workspace.browser(), this, window.times());
        this.keyboard = new PaneKeyboard(tabPane, tabs, browser);
        this.remembered = new RememberedTabs(tabPane, tabs, window.settings(), store().uri());
        this.prompts = new PromptCommands(
                workspace.registry(), window.tasks(), window.dialogs(), window.notices(), window::author, tabs);
        this.versions = new VersionCommands(
                workspace.registry(),
                window.tasks(),
                window.dialogs(),
                window.notices(),
                window::author,
                window.changes(),
                new StageSettings(window.settings()));
        tabPane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabPane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabPane.getStyleClass().add("prompt-tabs");
        TabMenu.addTo(tabPane, this::close, this::reopenClosed);
        tabPane.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab instanceof PromptTab prompt) {
                workspace.browser().selectedProperty().set(Optional.of(prompt.prompt()));
            }
        });
    }

    private PromptTab makeTab(PromptId prompt) {
        EditorModel editor = new EditorModel(
                prompt,
                new EditorContext(
                        workspace.registry(),
                        window.tasks(),
                        window.dialogs(),
                        window.notices(),
                        window.times(),
                        this));
        HistoryModel history =
                new HistoryModel(workspace.registry().store(), prompt, window.tasks(), window.notices());
        EditorController editorView = new EditorController(editor, window.look(), window.tasks());
        PromptTab tab = new PromptTab(
                editor,
                editorView,
                new DetailsController(editor, editorView),
                history,
                new HistoryController(history, this, window.times()),
                window.widths(),
                window.look().fontSize());
        editor.dirtyProperty().subscribe(dirty -> {
            workspace.browser().markDraft(prompt, dirty);
            if (dirty) {
                tab.setPreview(false);
            }
        });
        tab.previewProperty().subscribe(remembered::update);
        tab.setOnCloseRequest(event -> {
            if (!editor.flush() && !window.agreesToLoseEdits()) {
                event.consume();
            }
        });
        tab.setOnClosed(_ -> {
            tab.dispose();
            closed.push(prompt);
        });
        history.refresh();
        return tab;
    }

    Node browserNode() {
        return browser.view();
    }

    /// The tabs, or a hint where they will be.
    Region tabsNode() {
        Label hint = new Label(Messages.text("shell.tabs.none"));
        hint.getStyleClass().add("quiet");
        FontIcon icon = new FontIcon("bx-file");
        icon.getStyleClass().add("empty-icon");
        EmptyState nothing = new EmptyState(icon, hint);
        StackPane place = new StackPane(nothing, tabPane);
        tabPane.setMinWidth(0);
        tabPane.visibleProperty().bind(Bindings.isNotEmpty(tabPane.getTabs()));
        nothing.visibleProperty().bind(tabPane.visibleProperty().not().and(tabsAreBack));
        return place;
    }

    /// The tabs of the last run are open again, as far as there were any.
    void tabsAreBack() {
        tabsAreBack.set(true);
    }

    PromptTabs tabs() {
        return tabs;
    }

    BrowserController browser() {
        return browser;
    }

    PaneKeyboard keyboard() {
        return keyboard;
    }

    /// Which prompts are open is remembered here.
    RememberedTabs remembered() {
        return remembered;
    }

    /// Something changed in the store.
    void changed(StoreChange change) {
        tabs.changed(change);
    }

    // --- for the menus: the prompt in front, or the one chosen in the list ---

    private Optional<PromptId> current() {
        return tabs.front()
                .map(PromptTab::prompt)
                .or(compares::front)
                .or(() -> workspace.browser().selectedProperty().get());
    }

    boolean hasCurrent() {
        return current().isPresent();
    }

    Optional<CompareController> frontCompare() {
        return compares.frontCompare();
    }

    /// The tab of that prompt, also while its compare is in front.
    Optional<PromptTab> currentTab() {
        return current().flatMap(tabs::find);
    }

    /// Does something with the tab of that prompt once its text and its versions are there. One that is not open is
    /// shown for that.
    private void withTab(Consumer<PromptTab> action) {
        current().ifPresent(prompt -> {
            PromptTab tab = tabs.find(prompt).orElseGet(() -> tabs.preview(prompt));
            boolean isKnown = workspace.registry().catalogue().find(prompt).isPresent();
            BooleanSupplier isRead = () -> tab.editor().readyProperty().get()
                    && (!isKnown || !tab.history().versionsProperty().get().isEmpty());
            if (isRead.getAsBoolean()) {
                action.accept(tab);
                return;
            }
            // Not a binding, which nothing would keep from being collected before the prompt is read.
            Subscription[] waiting = {Subscription.EMPTY};
            Runnable look = () -> {
                if (isRead.getAsBoolean()) {
                    waiting[0].unsubscribe();
                    if (tabs.find(prompt).equals(Optional.of(tab))) {
                        action.accept(tab);
                    }
                }
            };
            waiting[0] = Subscription.combine(
                    tab.editor().readyProperty().subscribe(_ -> look.run()),
                    tab.history().versionsProperty().subscribe(_ -> look.run()));
        });
    }

    void withCurrent(Consumer<PromptId> action) {
        current().ifPresent(action);
    }

    /// The version a command means: the one chosen in the history of the prompt in front, or else its newest.
    private void withVersion(BiConsumer<PromptId, VersionLabel> action) {
        current().ifPresent(prompt -> tabs.find(prompt)
                .filter(tab -> tab.history().chosen().size() == 1)
                .map(tab -> tab.history().chosen().getFirst().label())
                .or(() -> workspace.registry().catalogue().find(prompt).map(PromptSummary::head))
                .ifPresentOrElse(label -> action.accept(prompt, label), () -> sayNoVersion(prompt)));
    }

    private void sayNoVersion(PromptId prompt) {
        window.notices().remark(Messages.text("shell.noVersion", prompt.value()));
    }

    void promoteChosen() {
        needing(Capability.PROMOTE, () -> withVersion(versions::promote));
    }

    void tagChosen() {
        needing(Capability.TAG, () -> withVersion(versions::tag));
    }

    /// Does what needs a capability, or says that the store lacks it before anything is asked.
    private void needing(Capability capability, Runnable action) {
        if (store().can(capability)) {
            action.run();
        } else {
            window.notices().remark(Messages.text(isReadOnly() ? "shell.readOnly" : "shell.cannot"));
        }
    }

    /// Whether nothing can be written to the store.
    boolean isReadOnly() {
        return !store().can(Capability.APPEND) && !store().can(Capability.PROMOTE);
    }

    /// Compares what is chosen in the history, or else the two newest versions.
    void compareChosen() {
        withTab(tab -> tab.history()
                .pair()
                .or(() -> tab.history().newestPair())
                .ifPresentOrElse(
                        pair -> compare(pair.left(), pair.right()),
                        () -> window.notices().remark(Messages.text("shell.compare.nothing"))));
    }

    void compareWithStage(Stage stage) {
        withTab(tab -> tab.history().versionsProperty().get().stream()
                .findFirst()
                .map(head ->
                        tab.history().chosen().size() == 1 ? tab.history().chosen().getFirst() : head)
                .flatMap(version -> tab.history().withStage(version, stage))
                .ifPresentOrElse(
                        pair -> compare(pair.left(), pair.right()),
                        () -> window.notices().remark(Messages.text("shell.compare.noStage", stage.name()))));
    }

    void compareDraft() {
        withTab(tab -> tab.editor()
                .base()
                .ifPresentOrElse(
                        base -> compare(tab.editor(), base.label()),
                        () -> window.notices().remark(Messages.text("shell.compare.nothing"))));
    }

    /// Compares the draft in front with something else.
    void compareDraftWith(BiConsumer<OtherSides, Consumer<Subject>> chooser) {
        withTab(tab -> chooser.accept(
                compares.others(tab.prompt()), chosen -> compares.openDraft(chosen, tab.editor())));
    }

    /// How the open store drifted from another one.
    Drifting drifting() {
        return drifting;
    }

    void newPrompt(Optional<PromptId> beside) {
        needing(Capability.APPEND, () -> prompts.create(beside));
    }

    void closeFront() {
        tabs.selected().ifPresent(this::close);
    }

    /// Closes a tab as its own button does.
    private void close(Tab tab) {
        Event request = new Event(Tab.TAB_CLOSE_REQUEST_EVENT);
        if (tab.getOnCloseRequest() != null) {
            tab.getOnCloseRequest().handle(request);
        }
        if (!request.isConsumed()) {
            tabPane.getTabs().remove(tab);
            if (tab.getOnClosed() != null) {
                tab.getOnClosed().handle(new Event(Tab.CLOSED_EVENT));
            }
        }
    }

    void reopenClosed() {
        if (!closed.isEmpty()) {
            open(closed.pop());
        }
    }

    /// Brings the stage history of the prompt in front onto the screen, also while its compare is in front.
    void showMoves() {
        currentTab().map(PromptTab::prompt).map(tabs::preview).ifPresent(PromptTab::showMoves);
    }

    // --- what the list of prompts asks ---

    @Override
    public void preview(PromptId prompt) {
        tabs.preview(prompt);
    }

    @Override
    public void open(PromptId prompt) {
        tabs.open(prompt).focusText();
    }

    @Override
    public void newPrompt() {
        newPrompt(workspace.browser().selectedProperty().get());
    }

    @Override
    public void duplicate(PromptId prompt) {
        needing(Capability.APPEND, () -> prompts.duplicate(prompt));
    }

    @Override
    public void rename(PromptId prompt) {
        needing(Capability.RENAME, () -> prompts.rename(prompt));
    }

    @Override
    public void delete(PromptId prompt) {
        needing(Capability.DELETE, () -> prompts.delete(prompt));
    }

    @Override
    public void promote(PromptId prompt) {
        needing(Capability.PROMOTE, () -> withNewest(prompt, versions::promote));
    }

    @Override
    public void tag(PromptId prompt) {
        needing(Capability.TAG, () -> withNewest(prompt, versions::tag));
    }

    private void withNewest(PromptId prompt, BiConsumer<PromptId, VersionLabel> action) {
        workspace.registry()
                .catalogue()
                .find(prompt)
                .ifPresentOrElse(found -> action.accept(prompt, found.head()), () -> sayNoVersion(prompt));
    }

    @Override
    public void importFile() {
        needing(Capability.APPEND, () -> imports.askAndImport(store()));
    }

    @Override
    public void importFolder() {
        needing(Capability.APPEND, () -> imports.askAndImportFolder(store()));
    }

    @Override
    public void fillWithSamples() {
        needing(Capability.APPEND, samples);
    }

    // --- what a history asks ---

    @Override
    public void view(VersionInfo version) {
        view(version.prompt(), version.label());
    }

    /// Shows a version of a prompt that may not be open yet.
    void view(PromptId prompt, VersionLabel version) {
        EditorModel editor = tabs.open(prompt).editor();
        if (editor.readyProperty().get()) {
            editor.view(version);
            return;
        }
        editor.readyProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> ready, Boolean before, Boolean now) {
                ready.removeListener(this);
                editor.view(version);
            }
        });
    }

    @Override
    public void compare(VersionInfo left, VersionInfo right) {
        compares.open(left, right, tabs.versionsOf(left.prompt()));
    }

    @Override
    public void blame(VersionInfo version) {
        compares.openBlame(version, tabs.versionsOf(version.prompt()));
    }

    @Override
    public void compareWithDraft(VersionInfo version) {
        tabs.find(version.prompt()).ifPresent(tab -> compare(tab.editor(), version.label()));
    }

    @Override
    public void promote(VersionInfo version) {
        needing(Capability.PROMOTE, () -> versions.promote(version.prompt(), version.label()));
    }

    @Override
    public void tag(VersionInfo version) {
        needing(Capability.TAG, () -> versions.tag(version.prompt(), version.label()));
    }

    @Override
    public void delete(VersionInfo version) {
        needing(Capability.DELETE, () -> versions.delete(version));
    }

    // --- what an editor asks ---

    @Override
    public void save(EditorModel editor) {
        needing(Capability.APPEND, () -> askToSave(new Edits(editor.prompt(), editor.base(), editor.content()))
                .ifPresentOrElse(editor::saved, editor::refresh));
    }

    private Optional<Version> askToSave(Edits edits) {
        SaveModel model = new SaveModel(
                edits,
                workspace.registry(),
                window.tasks(),
                window.notices(),
                window.times(),
                window::author);
        return new SaveDialog(model, window.changes()).ask(window.dialogs());
    }

    /// What a prompt file asks that was opened beside this store.
    ///
    /// @param toFront brings this store to the front; says no when it is closed
    OpenedHost hostOf(Path file, BooleanSupplier toFront) {
        return new OpenedHost() {
            @Override
            public String storeName() {
                return window.storeNames().of(store().uri());
            }

            @Override
            public boolean save(PromptId prompt, Optional<Version> base, Content content) {
                boolean[] isSaved = {false};
                inFront(() -> needing(Capability.APPEND, () -> askToSave(new Edits(prompt, base, content))
                        .ifPresent(_ -> {
                            tabs.open(prompt);
                            isSaved[0] = true;
                        })));
                return isSaved[0];
            }

            @Override
            public void compare(Version version) {
                inFront(() -> compares.open(version.info(), Subject.ofFile(file)));
            }

            private void inFront(Runnable act) {
                if (toFront.getAsBoolean()) {
                    act.run();
                } else {
                    window.notices().remark(Messages.text("opened.closed", file.getFileName()));
                }
            }
        };
    }

    Store store() {
        return workspace.registry().store();
    }

    /// Makes prompts of files when the author agrees.
    void offerPromptFiles(List<Path> files) {
        needing(Capability.APPEND, () -> imports.promptFiles().offer(store(), files));
    }

    /// Imports lines when the author agrees.
    void offerImport(Path file) {
        needing(Capability.APPEND, () -> imports.offer(store(), file));
    }

    @Override
    public void compare(EditorModel editor, VersionLabel version) {
        compares.openDraft(editor, version);
    }

    @Override
    public void close(EditorModel editor) {
        tabs.close(editor.prompt());
    }

    @Override
    public void reopen(PromptId prompt) {
        tabs.open(prompt);
    }

    /// Closes every tab; what was open stays remembered.
    void close() {
        remembered.stop();
        drifting.close();
        tabs.closeAll();
    }

    BrowserModel browserModel() {
        return workspace.browser();
    }
}
