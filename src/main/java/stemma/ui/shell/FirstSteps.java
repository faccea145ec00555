package stemma.ui.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.Messages;

/// What happens when a store's list is there for the first time: the tabs of last time come back, and a new embedded
/// store is welcomed.
final class FirstSteps {
    private final Workspace workspace;
    private final WorkspaceView view;
    private final WindowContext window;
    private final Welcoming welcoming;
    private boolean restored;

    FirstSteps(Workspace workspace, WorkspaceView view, WindowContext window, Welcoming welcoming) {
        this.workspace = workspace;
        this.view = view;
        this.window = window;
        this.welcoming = welcoming;
    }

    /// @param isFront whether the window shows this store
    void listed(BrowserModel.Listing listing, boolean embedded, boolean isFront) {
        if (listing.state() == BrowserModel.State.EMPTY) {
            view.tabsAreBack();
        }
        if (listing.state() == BrowserModel.State.EMPTY && embedded && isFront) {
            welcoming.greet();
        } else if (listing.state() == BrowserModel.State.SOME) {
            if (isFront) {
                welcoming.filled();
            }
            if (!restored) {
                restored = true;
                restoreTabs();
            }
        }
    }

    /// Opens what was open, as far as it is still there; a prompt that is only a draft is there too.
    private void restoreTabs() {
        String address = workspace.registry().store().uri().evenForReading().toString();
        List<String> wanted = new ArrayList<>(window.settings().get(Remembered.tabs(address)));
        String lookedAt = window.settings().get(Remembered.lookedAt(address));
        String front = window.settings().get(Remembered.front(address));
        window.tasks()
                .run(
                        Messages.text("browser.loading"),
                        _ -> there(wanted, front),
                        found -> reopen(found, wanted, lookedAt, front),
                        e -> {
                            view.tabsAreBack();
                            window.notices().error(Messages.text("browser.load.failed"), e);
                        });
    }

    private List<PromptId> there(List<String> wanted, String front) throws IOException {
        List<PromptId> found = new ArrayList<>();
        List<String> ids = new ArrayList<>(wanted);
        ids.add(front);
        for (String id : ids) {
            if (PromptId.problem(id).isEmpty() && !found.contains(new PromptId(id)) && isThere(new PromptId(id))) {
                found.add(new PromptId(id));
            }
        }
        return found;
    }

    private boolean isThere(PromptId prompt) throws IOException {
        return workspace.registry().store().find(prompt).isPresent()
                || workspace.registry().drafts().find(prompt).isPresent();
    }

    /// What the author opened meanwhile stays in front.
    private void reopen(List<PromptId> found, List<String> wanted, String lookedAt, String front) {
        Optional<PromptId> opened = view.tabs().front().map(PromptTab::prompt);
        boolean looksAtAnother = view.tabs().lookedAt().isPresent();
        for (PromptId prompt : found) {
            if (wanted.contains(prompt.value()) && !prompt.value().equals(lookedAt)) {
                view.tabs().open(prompt);
            }
        }
        if (!looksAtAnother) {
            find(lookedAt, found).ifPresent(view::preview);
        }
        opened.or(() -> find(front, found)).ifPresent(view::preview);
        if (view.tabs().all().isEmpty()) {
            workspace.browser().shownProperty().get().rows().stream()
                    .findFirst()
                    .ifPresent(row -> view.preview(row.id()));
        }
        view.tabsAreBack();
        if (view.keyboard().isMissing()) {
            view.keyboard().toFirst();
        }
        view.remembered().start();
    }

    private static Optional<PromptId> find(String id, List<PromptId> found) {
        return found.stream().filter(prompt -> prompt.value().equals(id)).findFirst();
    }
}
