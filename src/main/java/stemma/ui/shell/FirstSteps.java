package stemma.ui.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
                && !filling
                && !window.settings().get(Remembered.SAMPLES_OFFERED)) {
            filling = true;
            imports.fillWithSamples(workspace.registry().store(), this::filled);
        } else if (listing.state() == BrowserModel.State.SOME && !restored && !filling) {
            restored = true;
            restoreTabs();
        }
    }

    /// Shows a sample with a history, and offers to start without samples.
    private void filled() {
        // Not before: a window that was killed while it filled the store begins anew.
        window.settings().set(Remembered.SAMPLES_OFFERED, true);
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
        model.say(new Banner(
                Banner.Topic.SAMPLES,
                Messages.text("samples.banner"),
                List.of(
                        new Notices.Action(
                                Messages.text("samples.keep"), () -> model.unsay(Banner.Topic.SAMPLES)),
                        new Notices.Action(Messages.text("samples.remove"), () -> remove(samples)))));
        samples.stream()
                .filter(summary -> summary.stages().containsKey(Stage.PRODUCTION))
                .map(PromptSummary::id)
                .findFirst()
                .ifPresent(view::preview);
    }

    /// Takes the samples out that are as they were; what the author saved on top of one, or drafted, stays.
    private void remove(List<PromptSummary> samples) {
        if (!window.dialogs()
                .confirm(
                        Messages.text("samples.remove"),
                        Messages.text("samples.confirm"),
                        Messages.text("samples.act"))) {
            return;
        }
        model.unsay(Banner.Topic.SAMPLES);
        samples.forEach(sample -> view.tabs()
                .find(sample.id())
                .filter(tab -> !tab.editor().dirtyProperty().get())
                .ifPresent(tab -> view.tabs().close(sample.id())));
        window.tasks()
                .run(
                        Messages.text("samples.removing"),
                        _ -> {
                            Store store = workspace.registry().store();
                            for (PromptSummary sample : samples) {
                                boolean isUntouched = store.find(sample.id())
                                        .filter(now -> now.versionCount() == sample.versionCount())
                                        .filter(now -> now.head().equals(sample.head()))
                                        .isPresent();
                                if (isUntouched
                                        && workspace.registry().drafts().find(sample.id()).isEmpty()) {
                                    store.deletePrompt(
                                            sample.id(), Act.by(window.author(), Messages.text("samples.why")));
                                }
                            }
                            return true;
                        },
                        _ -> window.notices().done(Messages.text("samples.removed")),
                        e -> window.notices().error(Messages.text("samples.failed"), e));
    }

    /// Opens what was open, as far as it is still there; a prompt that is only a draft is there too.
    private void restoreTabs() {
        String address = workspace.registry().store().uri().toString();
        List<String> wanted = new ArrayList<>(window.settings().get(Remembered.tabs(address)));
        String front = window.settings().get(Remembered.front(address));
        window.tasks()
                .run(
                        Messages.text("browser.loading"),
                        _ -> there(wanted, front),
                        found -> reopen(found, wanted, front),
                        e -> window.notices().error(Messages.text("browser.load.failed"), e));
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

    private void reopen(List<PromptId> found, List<String> wanted, String front) {
        for (PromptId prompt : found) {
            if (wanted.contains(prompt.value())) {
                view.tabs().open(prompt);
            }
        }
        found.stream().filter(prompt -> prompt.value().equals(front)).forEach(view::preview);
        if (view.tabs().all().isEmpty()) {
            workspace.browser().shownProperty().get().rows().stream()
                    .findFirst()
                    .ifPresent(row -> view.preview(row.id()));
        }
        view.rememberTabs();
    }
}
