package stemma.ui.shell;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.ui.common.FileNames;
import stemma.ui.common.Messages;
import stemma.ui.health.HealthController;
import stemma.ui.health.HealthModel;

/// Shows how a store is, backs it up and restores it.
///
/// @param name what the window calls a store
record Backups(WindowContext window, Function<StoreUri, String> name) {
    /// A backup to be restored.
    record Choice(StoreUri store, Path backup) {}

    void showHealth(Workspace workspace) {
        HealthModel model = model(workspace);
        new HealthController(model, () -> model.backUp(suggestedName(workspace))).ask(window.dialogs());
    }

    void backUp(Workspace workspace) {
        HealthModel model = model(workspace);
        if (model.canBackUp()) {
            model.backUp(suggestedName(workspace));
        } else {
            tellNone();
        }
    }

    private HealthModel model(Workspace workspace) {
        Store store = workspace.registry().store();
        return new HealthModel(
                store,
                name.apply(store.uri()),
                window.dialogs(),
                window.notices(),
                window.times(),
                window.tasks());
    }

    private void tellNone() {
        window.notices().remark(Messages.text("backup.none"));
    }

    private String suggestedName(Workspace workspace) {
        StoreUri uri = workspace.registry().store().uri();
        return FileNames.of(
                Stream.of(FileNames.part(name.apply(uri)), LocalDate.now().toString()), suffix(uri).orElse(""));
    }

    private Optional<String> suffix(StoreUri uri) {
        try {
            return window.stores().backupSuffix(uri);
        } catch (StoreException.Unsupported e) {
            return Optional.empty(); // no driver of that scheme
        }
    }

    Optional<Choice> askForBackup(StoreUri store) {
        Optional<String> suffix = suffix(store);
        if (suffix.isEmpty()) {
            tellNone();
            return Optional.empty();
        }
        return window.dialogs()
                .askFileToOpen(
                        Messages.text("backup.restore.title"),
                        Messages.text("backup.restore.kind"),
                        "*" + suffix.get())
                .map(backup -> new Choice(store, backup));
    }

    /// Looks into a backup, and asks whether it shall take the place of what the store holds.
    void offer(Choice choice, Consumer<Choice> onAgreed) {
        window.tasks()
                .run(
                        Messages.text("backup.restore.looking", choice.backup().getFileName()),
                        _ -> window.stores().lookIntoBackup(choice.store(), choice.backup()),
                        held -> {
                            if (agrees(choice, held)) {
                                onAgreed.accept(choice);
                            }
                        },
                        e -> window.notices().error(Messages.text("backup.restore.failed"), e));
    }

    private boolean agrees(Choice choice, Statistics held) {
        String newest = held.changedAt()
                .map(time -> Messages.text("backup.restore.newest", window.times().exact(time)))
                .orElse("");
        return window.dialogs()
                .confirm(
                        Messages.text("backup.restore.title"),
                        Messages.text("backup.restore.holds", choice.backup(), held.prompts(), held.versions())
                                + newest
                                + "\n\n"
                                + Messages.text("backup.restore.text", name.apply(choice.store())),
                        Messages.text("backup.restore.act"));
    }

    /// Puts a backup in the place of a store, in the background.
    ///
    /// @param place of the store; where nothing was restored, all that was open comes back
    void restore(Choice choice, WindowStores.TakenOut place) {
        window.tasks()
                .runWhole(
                        Messages.text("backup.restore.doing", choice.backup().getFileName()),
                        _ -> {
                            place.close();
                            return window.stores().restore(choice.store(), choice.backup());
                        },
                        aside -> {
                            window.notices().forgetWaysBack();
                            window.notices()
                                    .done(aside.map(kept -> Messages.text("backup.restore.aside", kept))
                                            .orElse(Messages.text("backup.restore.done")));
                            place.openAnew();
                        },
                        e -> {
                            window.notices().error(Messages.text("backup.restore.failed"), e);
                            place.bringBack();
                        });
    }
}
