package stemma.ui.shell;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.store.Act;
import stemma.store.Query;
import stemma.store.Store;
import stemma.transfer.sample.SampleRegistry;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;

/// The sample registry in the embedded store: put there, shown, and taken out again. Never in another store, which may
/// be a team's.
final class Samples {
    private final Shell shell;
    private final WindowContext window;

    /// What filling a store came to.
    private record Filled(List<PromptSummary> added, PromptId shown) {}

    Samples(Shell shell, WindowContext window) {
        this.shell = shell;
        this.window = window;
    }

    /// Brings the embedded store to the front with the samples in it, and shows one that has a history.
    ///
    /// @param onDone called when that is so
    /// @param onFailed called when it could not be done, which the window says
    void open(Runnable onDone, Runnable onFailed) {
        shell.openStore(
                shell.embeddedStore().toString(),
                () -> shell.workspace().ifPresent(workspace -> fill(workspace, onDone, onFailed)),
                onFailed);
    }

    private void fill(Workspace workspace, Runnable onDone, Runnable onFailed) {
        window.tasks()
                .run(
                        Messages.text("samples.doing"),
                        _ -> {
                            Store store = workspace.registry().store();
                            Set<PromptId> added = SampleRegistry.fill(store, Clock.systemUTC());
                            workspace.registry().catalogue().reload(() -> false);
                            return filled(store, added);
                        },
                        filled -> {
                            show(workspace, filled);
                            onDone.run();
                        },
                        e -> {
                            window.notices().error(Messages.text("samples.failed"), e);
                            onFailed.run();
                        });
    }

    private static Filled filled(Store store, Set<PromptId> added) {
        List<PromptSummary> samples = store.list(Query.all()).items().stream()
                .filter(summary -> SampleRegistry.prompts().contains(summary.id()))
                .toList();
        return new Filled(
                samples.stream().filter(summary -> added.contains(summary.id())).toList(),
                samples.stream()
                        .filter(summary -> summary.stages().containsKey(Stage.PRODUCTION))
                        .findFirst()
                        .orElse(samples.getFirst())
                        .id());
    }

    private void show(Workspace workspace, Filled filled) {
        if (!filled.added().isEmpty()) {
            shell.model()
                    .say(new Banner(
                            Banner.Topic.SAMPLES,
                            Messages.text("samples.banner"),
                            List.of(
                                    new Notices.Action(
                                            Messages.text("tour.offer"), () -> shell.guidedLook().start()),
                                    new Notices.Action(
                                            Messages.text("samples.keep"),
                                            () -> shell.model().unsay(Banner.Topic.SAMPLES)),
                                    new Notices.Action(
                                            Messages.text("samples.remove"),
                                            () -> remove(workspace, filled.added())))));
        }
        shell.welcoming().leave();
        shell.view().ifPresent(view -> {
            view.preview(filled.shown());
            view.browser().focusList();
        });
    }

    /// Takes the samples out that are as they were; what the author saved on top of one, or drafted, stays.
    private void remove(Workspace workspace, List<PromptSummary> samples) {
        if (!window.dialogs()
                .confirm(
                        Messages.text("samples.remove"),
                        Messages.text("samples.confirm"),
                        Messages.text("samples.act"))) {
            return;
        }
        shell.model().unsay(Banner.Topic.SAMPLES);
        shell.view().ifPresent(view -> samples.forEach(sample -> view.tabs()
                .find(sample.id())
                .filter(tab -> !tab.editor().dirtyProperty().get())
                .ifPresent(_ -> view.tabs().close(sample.id()))));
        window.tasks()
                .run(
                        Messages.text("samples.removing"),
                        _ -> {
                            for (PromptSummary sample : samples) {
                                removeUntouched(workspace, sample);
                            }
                            return true;
                        },
                        _ -> window.notices().done(Messages.text("samples.removed")),
                        e -> window.notices().error(Messages.text("samples.failed"), e));
    }

    private void removeUntouched(Workspace workspace, PromptSummary sample) throws IOException {
        Store store = workspace.registry().store();
        boolean isUntouched = store.find(sample.id())
                .filter(now -> now.versionCount() == sample.versionCount())
                .filter(now -> now.head().equals(sample.head()))
                .isPresent();
        if (isUntouched && workspace.registry().drafts().find(sample.id()).isEmpty()) {
            store.deletePrompt(sample.id(), Act.by(window.author(), Messages.text("samples.why")));
        }
    }
}
