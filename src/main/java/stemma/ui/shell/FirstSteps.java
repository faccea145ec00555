package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.store.Act;
import stemma.store.Query;
import stemma.store.Store;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;

/// What happens when a store's list is there for the first time: the tabs of last time come back, and a new embedded
/// store is filled with samples, which can be taken out again at once.
final class FirstSteps {
    private final Workspace workspace;
    private final WorkspaceView view;
    private final WindowContext window;
    private final Imports imports;
    private final ShellModel model;
    private boolean restored;
    private boolean filling;

    FirstSteps(
            Workspace workspace, WorkspaceView view, WindowContext window, Imports imports, ShellModel model) {
        this.workspace = workspace;
        this.view = view;
        this.window = window;
        this.imports = imports;
        this.model = model;
    }

    void listed(BrowserModel.Listing listing, boolean embedded) {
        if (listing.state() == BrowserModel.State.EMPTY
                && embedded
                && !window.settings().get(Remembered.SAMPLES_OFFERED)) {
            window.settings().set(Remembered.SAMPLES_OFFERED, true);
            filling = true;
            imports.fillWithSamples(workspace.registry().store(), this::filled);
        } else if (listing.state() == BrowserModel.State.SOME && !restored && !filling) {
            restored = true;
            restoreTabs();
        }
    }

    /// Shows a sample with a history, and offers to start without samples.
    private void filled() {
        window.tasks()
                .run(
                        Messages.text("browser.loading"),
                        _ -> workspace.registry().store().list(Query.all()).items(),
                        this::offer,
                        e -> window.notices().error(Messages.text("samples.failed"), e));
    }

    private void offer(List<PromptSummary> samples) {
        restored = true;
        filling = false;
        Banner banner = new Banner(
                Messages.text("samples.banner"),
                false,
                List.of(
                        new Notices.Action(Messages.text("samples.keep"), model.banners()::clear),
                        new Notices.Action(Messages.text("samples.remove"), () -> remove(samples))));
        model.banners().add(banner);
        samples.stream()
                .filter(summary -> summary.stages().containsKey(Stage.PRODUCTION))
                .map(PromptSummary::id)
                .findFirst()
                .ifPresent(view::preview);
    }

    private void remove(List<PromptSummary> samples) {
        model.banners().clear();
        view.tabs().closeAll();
        window.tasks()
                .run(
                        Messages.text("samples.removing"),
                        _ -> {
                            Store store = workspace.registry().store();
                            for (PromptSummary sample : samples) {
                                if (store.find(sample.id()).isPresent()) {
                                    store.deletePrompt(
                                            sample.id(), Act.by(window.author(), Messages.text("samples.why")));
                                }
                            }
                            return true;
                        },
                        _ -> window.notices().done(Messages.text("samples.removed")),
                        e -> window.notices().error(Messages.text("samples.failed"), e));
    }

    private void restoreTabs() {
        String address = workspace.registry().store().uri().toString();
        for (String id : window.settings().get(Remembered.tabs(address))) {
            openAgain(id, false);
        }
        openAgain(window.settings().get(Remembered.front(address)), true);
        if (view.tabs().all().isEmpty()) {
            workspace.browser().shownProperty().get().rows().stream()
                    .findFirst()
                    .ifPresent(row -> view.preview(row.id()));
        }
    }

    /// A remembered prompt may be gone, unless it has a draft.
    private void openAgain(String id, boolean asPreview) {
        if (PromptId.problem(id).isPresent()) {
            return;
        }
        PromptId prompt = new PromptId(id);
        Optional<PromptSummary> summary = workspace.registry().catalogue().find(prompt);
        boolean isListed = summary.isPresent()
                || workspace.browser().shownProperty().get().rows().stream()
                        .anyMatch(row -> row.id().equals(prompt));
        if (isListed) {
            if (asPreview) {
                view.preview(prompt);
            } else {
                view.tabs().open(prompt);
            }
        }
    }
}
