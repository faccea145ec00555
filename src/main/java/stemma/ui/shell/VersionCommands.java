package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Deleting.Deleted;
import stemma.registry.Registry;
import stemma.settings.StageSettings;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;
import stemma.ui.promote.PromoteController;
import stemma.ui.promote.PromoteModel;
import stemma.ui.tag.TagController;
import stemma.ui.tag.TagModel;

/// What is done with versions: promote, tag, delete. Asks, does it elsewhere, and tells with a way back.
final class VersionCommands {
    private final Registry registry;
    private final Tasks tasks;
    private final FxDialogs dialogs;
    private final Notices notices;
    private final Supplier<String> author;
    private final ChangePreview changes;
    private final StageSettings stageSettings;

    VersionCommands(
            Registry registry,
            Tasks tasks,
            FxDialogs dialogs,
            Notices notices,
            Supplier<String> author,
            ChangePreview changes,
            StageSettings stageSettings) {
        this.registry = registry;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notices = notices;
        this.author = author;
        this.changes = changes;
        this.stageSettings = stageSettings;
    }

    void promote(PromptId prompt, VersionLabel label) {
        read(prompt, label, version -> {
            List<Stage> stages = stageSettings.offered(registry.catalogue().stages());
            PromoteModel model = new PromoteModel(
                    registry.promoting(), prompt, label, author, stageSettings::isProtected, tasks);
            PromoteController controller = new PromoteController(model, changes, stages);
            model.stageProperty().set(PromoteModel.firstChoice(version, stages));
            controller.ask(dialogs, this::tellMoved);
        });
    }

    private void tellMoved(StageMoved moved) {
        notices.done(
                Messages.text(
                        "version.moved",
                        moved.prompt().value(),
                        moved.stage().name(),
                        shown(moved.from()),
                        shown(moved.to())),
                Messages.text("undo"),
                () -> tasks.run(
                        Messages.text("promote.doing"),
                        _ -> registry.promoting().undo(moved, author.get(), Messages.text("version.undo.why")),
                        undone -> notices.done(Messages.text(
                                "version.moved",
                                undone.prompt().value(),
                                undone.stage().name(),
                                shown(undone.from()),
                                shown(undone.to()))),
                        e -> notices.error(Messages.text("version.undo.failed"), e)));
    }

    private static String shown(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse(Messages.text("promote.nothing"));
    }

    void tag(PromptId prompt, VersionLabel label) {
        read(prompt, label, version -> {
            TagModel model = new TagModel(
                    registry.tagging(),
                    version.info(),
                    registry.catalogue().tags().keySet(),
                    tasks);
            new TagController(model)
                    .ask(
                            dialogs,
                            tagged -> tellTagged(version.info(), tagged),
                            e -> notices.error(Messages.text("version.tag.failed", label.value()), e));
        });
    }

    private void tellTagged(VersionInfo before, VersionInfo after) {
        notices.done(
                Messages.text(
                        "version.tagged",
                        after.prompt().value(),
                        after.label().value(),
                        after.tags().isEmpty() ? Messages.text("tag.none") : String.join(", ", after.tags())),
                Messages.text("undo"),
                () -> tasks.run(
                        Messages.text("tag.doing"),
                        _ -> registry.tagging()
                                .change(
                                        before.prompt(),
                                        before.label(),
                                        without(before.tags(), after.tags()),
                                        without(after.tags(), before.tags())),
                        _ -> {},
                        e -> notices.error(Messages.text("version.undo.failed"), e)));
    }

    private static Set<String> without(Set<String> tags, Set<String> others) {
        Set<String> rest = new TreeSet<>(tags);
        rest.removeAll(others);
        return rest;
    }

    void delete(VersionInfo version) {
        String stages = String.join(", ", version.stages().reversed().stream().map(Stage::name).toList());
        boolean agreed = dialogs.confirm(
                Messages.text("version.delete.title"),
                Messages.text("version.delete.text", version.prompt().value(), version.label().value())
                        + (stages.isEmpty() ? "" : " " + Messages.text("version.delete.stages", stages)),
                Messages.text("version.delete.act", version.label().value()));
        if (agreed) {
            tasks.run(
                    Messages.text("version.deleting"),
                    _ -> registry.deleting().deleteVersion(version.prompt(), version.label(), author.get(), ""),
                    deleted -> tellDeleted(version, deleted),
                    e -> notices.error(Messages.text("version.delete.failed", version.label().value()), e));
        }
    }

    private void tellDeleted(VersionInfo version, Optional<Deleted> deleted) {
        String text = Messages.text(
                "version.deleted", version.prompt().value(), version.label().value());
        if (deleted.isEmpty()) {
            notices.done(text);
            return;
        }
        notices.taken(
                text,
                Messages.text("undo"),
                () -> tasks.run(
                        Messages.text("prompt.restoring"),
                        _ -> registry.deleting()
                                .restore(deleted.get(), author.get(), Messages.text("prompt.restore.why")),
                        left -> PromptCommands.tellLeft(left, notices),
                        e -> {
                            notices.error(Messages.text("version.undo.failed"), e);
                            tellDeleted(version, deleted);
                        }));
    }

    private void read(PromptId prompt, VersionLabel label, Consumer<Version> use) {
        tasks.run(
                Messages.text("prompt.reading"),
                _ -> registry.store().get(prompt, label),
                use,
                e -> notices.error(Messages.text("version.read.failed", prompt.value(), label.value()), e));
    }
}
