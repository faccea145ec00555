package stemma.ui.shell;

import org.jspecify.annotations.Nullable;
import stemma.ui.welcome.WelcomeActions;
import stemma.ui.welcome.WelcomeController;

/// The welcome in place of a store's list and tabs: by itself while the embedded store of a first start is empty, and
/// whenever the author asks for it. Whichever way it is left, it does not come back by itself.
final class Welcoming implements WelcomeActions {
    private final Shell shell;
    private final WindowContext window;
    private @Nullable WelcomeController shown;
    private boolean isFirst;

    Welcoming(Shell shell, WindowContext window) {
        this.shell = shell;
        this.window = window;
    }

    /// Shows it on a first start, when there is nothing else to show.
    void greet() {
        if (!window.settings().get(Remembered.WELCOMED) && shown == null) {
            show(true);
        }
    }

    /// Shows it because the author asked.
    void show() {
        show(shell.isEmpty());
    }

    private void show(boolean isFirst) {
        this.isFirst = isFirst;
        WelcomeController welcome = new WelcomeController(this, isFirst);
        shown = welcome;
        shell.instead(welcome.view());
        welcome.focus();
    }

    /// There are prompts to show.
    void filled() {
        if (isFirst) {
            leave();
        }
    }

    /// Something else took its place.
    void gone() {
        if (shown != null) {
            shown = null;
            window.settings().set(Remembered.WELCOMED, true);
        }
    }

    @Override
    public void leave() {
        if (shown != null) {
            gone();
            shell.showFront();
            shell.view().ifPresent(view -> view.browser().focusList());
        }
    }

    @Override
    public void openSamples() {
        open(() -> {});
    }

    @Override
    public void lookAround() {
        open(() -> shell.guidedLook().start());
    }

    private void open(Runnable then) {
        WelcomeController welcome = shown;
        if (welcome != null) {
            welcome.setBusy(true);
            shell.samples().open(then, () -> welcome.setBusy(false));
        }
    }

    @Override
    public void openStore() {
        shell.manageStores();
    }

    @Override
    public void importFile() {
        shell.workspace().ifPresent(workspace -> shell.imports()
                .askAndImport(workspace.registry().store()));
    }
}
