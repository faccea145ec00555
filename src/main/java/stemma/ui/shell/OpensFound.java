package stemma.ui.shell;

import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.ui.palette.QuickOpenSource;

/// Opens in a store's view what was found there.
record OpensFound(WorkspaceView view) implements QuickOpenSource.Target {
    @Override
    public void open(PromptId prompt) {
        view.open(prompt);
        view.browser().reveal(prompt);
    }

    @Override
    public void open(PromptId prompt, VersionLabel version) {
        view.view(prompt, version);
        view.browser().reveal(prompt);
    }

    @Override
    public void narrow(String tag) {
        view.browserModel().tags().clear();
        view.browserModel().tags().add(tag);
        view.browser().focusList();
    }
}
