package stemma.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import stemma.prompt.Stage;
import stemma.settings.Settings;
import stemma.store.StoreUri;
import stemma.ui.common.Messages;
import stemma.ui.palette.CommandSource;
import stemma.ui.palette.QuickOpenSource;
import stemma.ui.settings.SettingsController;
import stemma.ui.settings.SettingsModel;
import stemma.ui.shortcuts.ShortcutsController;
import stemma.ui.update.UpdateController;

/// Carries out the commands of menus and tools. Those about a prompt mean the one in front, or else the one chosen in the
/// list.
final class WindowCommands implements StoreMenu.Actions {
    private final Shell shell;
    private final WindowContext window;
    private final Imports imports;
    private final Backups backups;

    WindowCommands(Shell shell, WindowContext window, Imports imports) {
        this.shell = shell;
        this.window = window;
        this.imports = imports;
        this.backups = new Backups(window, shell::storeName);
    }

    /// What is done to prompts is done where they can be seen.
    private void withView(Consumer<WorkspaceView> action) {
        shell.welcoming().leave();
        shell.view().ifPresent(action);
    }

    /// As [#withView], for what needs a prompt; says so where there is none.
    private void withPrompt(Consumer<WorkspaceView> action) {
        if (shell.view().filter(WorkspaceView::hasCurrent).isPresent()) {
            withView(action);
        } else {
            window.notices().remark(Messages.text("shell.noPrompt"));
        }
    }

    void newPrompt() {
        withView(WorkspaceView::newPrompt);
    }

    void openFile() {
        window.dialogs()
                .askFileToOpen(
                        Messages.text("opened.open"), Messages.text("opened.kinds"), OpenedFiles.patterns())
                .ifPresent(file -> shell.files().open(List.of(file)));
    }

    @Override
    public void openFolder() {
        window.dialogs()
                .askFolder(Messages.text("shell.openFolder"))
                .ifPresent(folder -> shell.stores().open(StoreUri.of("file", folder.toString()).toString()));
    }

    @Override
    public void openDatabase() {
        window.dialogs()
                .askFileToOpen(Messages.text("shell.openDatabase"), Messages.text("shell.databases"), "*.mv.db")
                .map(Path::toString)
                .ifPresent(file -> shell.stores().open(
                        StoreUri.of("h2", file.replaceAll("\\.mv\\.db$", "")).toString()));
    }

    void openEmbedded() {
        shell.stores().open(shell.embeddedStore().toString());
    }

    @Override
    public void openStore(String address) {
        shell.stores().open(address);
    }

    @Override
    public void manageStores() {
        shell.manageStores();
    }

    @Override
    public void closeStore() {
        shell.stores().closeFront();
    }

    void importFile() {
        withView(WorkspaceView::importFile);
    }

    void importFolder() {
        withView(WorkspaceView::importFolder);
    }

    void exportAll() {
        shell.workspace()
                .ifPresent(workspace -> imports.askAndExport(workspace.registry().store()));
    }

    void copyToStore() {
        shell.workspace().ifPresent(workspace -> new BetweenStores(workspace, window).copy());
    }

    void drift() {
        shell.stores().front().ifPresent(opened -> opened.view().drifting().show(() -> {
            shell.welcoming().leave();
            if (!shell.stores().isFront(opened)) {
                openStore(opened.uri().toString());
            }
        }));
    }

    void check() {
        shell.workspace().ifPresent(backups::showHealth);
    }

    void backUp() {
        shell.workspace().ifPresent(backups::backUp);
    }

    void restore() {
        shell.stores().toRestore().flatMap(backups::askForBackup).ifPresent(this::restore);
    }

    /// Nothing that is open is touched before the backup is known to be sound and the author agreed.
    void restore(Backups.Choice choice) {
        backups.offer(choice, agreed -> shell.stores()
                .takeOut(agreed.store())
                .ifPresent(place -> backups.restore(agreed, place)));
    }

    void closeTab() {
        withView(WorkspaceView::closeFront);
    }

    void reopenTab() {
        withView(WorkspaceView::reopenClosed);
    }

    void quit() {
        shell.close();
    }

    void saveVersion() {
        withPrompt(view -> view.currentTab().ifPresent(tab -> tab.editor().save()));
    }

    void discardDraft() {
        withPrompt(view -> view.currentTab().ifPresent(tab -> tab.editor().discard()));
    }

    void promote() {
        withPrompt(WorkspaceView::promoteChosen);
    }

    void tag() {
        withPrompt(WorkspaceView::tagChosen);
    }

    void duplicate() {
        withPrompt(view -> view.withCurrent(view::duplicate));
    }

    void rename() {
        withPrompt(view -> view.withCurrent(view::rename));
    }

    void delete() {
        withPrompt(view -> view.withCurrent(view::delete));
    }

    void compare() {
        withPrompt(WorkspaceView::compareChosen);
    }

    void compareWithProduction() {
        withPrompt(view -> view.compareWithStage(Stage.PRODUCTION));
    }

    void compareWithDraft() {
        withPrompt(WorkspaceView::compareDraft);
    }

    void compareWithOther() {
        withPrompt(view -> view.compareDraftWith(OtherSides::anotherVersion));
    }

    void compareWithFile() {
        withPrompt(view -> view.compareDraftWith(OtherSides::file));
    }

    void compareWithClipboard() {
        withPrompt(view -> view.compareDraftWith(OtherSides::clipboard));
    }

    void palette() {
        shell.show(new CommandSource(shell.commandsOfAll()));
    }

    void quickOpen() {
        shell.welcoming().leave();
        shell.workspace().ifPresent(workspace -> shell.show(new QuickOpenSource(
                workspace.registry().catalogue(),
                workspace.registry().store(),
                new OpensFound(shell.view().orElseThrow()))));
    }

    void settings() {
        SettingsModel model = new SettingsModel(
                window.settings(),
                shell.model().settingsLook(),
                Remembered.CHOSEN,
                () -> {
                    shell.model().read();
                    shell.shortcuts().apply();
                    shell.updates().ifPresent(UpdateController::read);
                },
                window.dialogs(),
                window.tasks());
        List<Node> more = shell.updates().map(UpdateController::settings).stream().toList();
        new SettingsController(model, shell::manageStores, this::shortcuts, more).ask(window.dialogs());
    }

    void shortcuts() {
        new ShortcutsController(shell.shortcuts(), window.dialogs()).ask();
    }

    void focusFilter() {
        withView(view -> view.browser().focusFilter());
    }

    void focusNextPane() {
        withView(view -> {
            if (shell.noticesPane().isFocusWithin()
                    || !view.keyboard().toNext() && !shell.noticesPane().takeKeyboard()) {
                view.keyboard().toFirst();
            }
        });
    }

    void welcome() {
        shell.guidedLook().leave();
        shell.welcoming().show();
    }

    void guidedLook() {
        shell.guidedLook().start();
    }

    void askAuthor() {
        window.dialogs()
                .askText(
                        Messages.text("author.title"),
                        Messages.text("author.label"),
                        window.author(),
                        Messages.text("author.act"),
                        text -> text.isBlank() ? Optional.of(Messages.text("author.hint")) : Optional.empty())
                .ifPresent(name -> window.settings().set(Settings.AUTHOR, name.strip()));
    }

    void showLog() {
        window.tasks()
                .run(
                        Messages.text("log.reading"),
                        _ -> LogText.newest(shell.logs()),
                        text -> window.dialogs()
                                .show(
                                        Messages.text("log.title"),
                                        Messages.text("log.header", shell.logs()),
                                        text.isBlank() ? Messages.text("log.empty") : text),
                        e -> window.notices().error(Messages.text("log.failed", shell.logs()), e));
    }

    void lookForUpdate() {
        shell.updates().ifPresent(UpdateController::look);
    }

    void about() {
        window.tasks()
                .run(
                        Messages.text("about.title"),
                        _ -> Licences.ofParts(Licences.program()),
                        parts -> window.dialogs()
                                .show(
                                        Messages.text("about.title"),
                                        Messages.text("about.version", shell.version()),
                                        Messages.text(
                                                        "about.text",
                                                        shell.home(),
                                                        System.getProperty("java.runtime.version"),
                                                        System.getProperty("javafx.runtime.version"))
                                                + "\n"
                                                + parts.map(text -> Messages.text("about.licences", text))
                                                        .orElse(Messages.text("about.licence"))),
                        e -> window.notices().error(Messages.text("about.title"), e));
    }
}
