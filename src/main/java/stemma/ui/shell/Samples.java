package stemma.ui.shell;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
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
    private record Filled(List<Added> added, PromptId shown) {}

    /// A sample as it was put into the store.
    private record Added(PromptId prompt, VersionLabel head, int versions) {
        static Added of(PromptSummary summary) {
            return new Added(summary.id(), summary.head(), summary.versionCount());
        }

        /// Reads what [#text] wrote; empty when it makes no sense.
        static Optional<Added> parse(String text) {
            String[] parts = text.split(" ");
            try {
                return Optional.of(
                        new Added(new PromptId(parts[0]), new VersionLabel(parts[1]), Integer.parseInt(parts[2])));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        String text() {
            return prompt + " " + head + " " + versions;
        }

        boolean isUntouchedIn(Store store) {
            return store.find(prompt)
                    .filter(now -> now.versionCount() == versions)
                    .filter(now -> now.head().equals(head))
                    .isPresent();
        }
    }

    Samples(Shell shell, WindowContext window) {
        this.shell = shell;
        this.window = window;
    }

    /// Brings the embedded store to the front with the samples in it, and shows one that has a history.
    ///
    /// @param onDone called when that is so
    /// @param onFailed called when it could not be done, which the window says
    void open(Runnable onDone, Runnable onFailed) {
        shell.stores().open(
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
                samples.stream()
                        .filter(summary -> added.contains(summary.id()))
                        .map(Added::of)
                        .toList(),
                samples.stream()
                        .filter(summary -> summary.stages().containsKey(Stage.PRODUCTION))
                        .findFirst()
                        .orElse(samples.getFirst())
                        .id());
    }

    private void show(Workspace workspace, Filled filled) {
        if (!filled.added().isEmpty()) {
            remember(Stream.concat(added().stream(), filled.added().stream()).toList());
            say(workspace);
        }
        shell.welcoming().leave();
        shell.view().ifPresent(view -> {
            view.preview(filled.shown());
            view.browser().focusList();
        });
    }

    private List<Added> added() {
        return window.settings().get(Remembered.SAMPLES).stream()
                .map(Added::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private void remember(List<Added> added) {
        window.settings().set(Remembered.SAMPLES, added.stream().map(Added::text).toList());
    }

    /// Offers to take samples of an earlier start out again, unless the author keeps them or changed every one.
    void offerAgain(Workspace workspace) {
        List<Added> added = added();
        Store store = workspace.registry().store();
        if (added.isEmpty() || !store.uri().equals(shell.embeddedStore())) {
            return;
        }
        window.tasks()
                .run(
                        Messages.text("browser.loading"),
                        _ -> added.stream().anyMatch(sample -> sample.isUntouchedIn(store)),
                        canGo -> {
                            if (canGo && shell.workspace().equals(Optional.of(workspace)) && !added().isEmpty()) {
                                say(workspace);
                            }
                        },
                        e -> System.getLogger(Samples.class.getName())
                                .log(System.Logger.Level.DEBUG, "the samples could not be looked at", e));
    }

    private void say(Workspace workspace) {
        shell.model()
                .say(new Banner(
                        Banner.Topic.SAMPLES,
                        Messages.text("samples.banner"),
                        List.of(
                                new Notices.Action(
                                        Messages.text("tour.offer"), () -> shell.guidedLook().start()),
                                new Notices.Action(Messages.text("samples.keep"), this::keep),
                                new Notices.Action(Messages.text("samples.remove"), () -> remove(workspace)))));
    }

    private void keep() {
        remember(List.of());
        shell.model().unsay(Banner.Topic.SAMPLES);
    }

    /// Takes the samples out that are as they were; what the author saved on top of one, or drafted, stays.
    private void remove(Workspace workspace) {
        if (!window.dialogs()
                .confirm(
                        Messages.text("samples.remove"),
                        Messages.text("samples.confirm"),
                        Messages.text("samples.act"))) {
            return;
        }
        List<Added> samples = added();
        shell.model().unsay(Banner.Topic.SAMPLES);
        shell.view().ifPresent(view -> samples.forEach(sample -> view.tabs()
                .find(sample.prompt())
                .filter(tab -> !tab.editor().dirtyProperty().get())
                .ifPresent(_ -> view.tabs().close(sample.prompt()))));
        window.tasks()
                .run(
                        Messages.text("samples.removing"),
                        _ -> {
                            for (Added sample : samples) {
                                removeUntouched(workspace, sample);
                            }
                            return true;
                        },
                        _ -> {
                            remember(List.of());
                            window.notices().done(Messages.text("samples.removed"));
                        },
                        e -> {
                            window.notices().error(Messages.text("samples.failed"), e);
                            offerAgain(workspace);
                        });
    }

    private void removeUntouched(Workspace workspace, Added sample) throws IOException {
        Store store = workspace.registry().store();
        if (sample.isUntouchedIn(store) && workspace.registry().drafts().find(sample.prompt()).isEmpty()) {
            store.deletePrompt(sample.prompt(), Act.by(window.author(), Messages.text("samples.why")));
        }
    }
}
