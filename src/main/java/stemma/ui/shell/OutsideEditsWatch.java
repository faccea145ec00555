package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import stemma.store.Capability;
import stemma.store.OutsideEdits;
import stemma.store.Store;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.outside.OutsideController;
import stemma.ui.outside.OutsideModel;

/// Says in a banner that versions were changed by another program, as long as nobody has decided about them.
final class OutsideEditsWatch {
    private OutsideEditsWatch() {}

    /// @param current the workspace that is open when an answer comes; one of another store is dropped
    static void look(
            Workspace workspace,
            Supplier<Optional<Workspace>> current,
            WindowContext window,
            ShellModel model) {
        Store store = workspace.registry().store();
        if (!store.can(Capability.OUTSIDE_EDITS)) {
            return;
        }
        window.tasks()
                .run(
                        Messages.text("outside.looking"),
                        _ -> store.outsideEdits().find(),
                        edits -> {
                            if (current.get().equals(Optional.of(workspace))) {
                                show(edits, workspace, window, model);
                            }
                        },
                        e -> {
                            if (current.get().equals(Optional.of(workspace))) {
                                window.notices().error(Messages.text("outside.failed"), e);
                            }
                        });
    }

    private static void show(
            List<OutsideEdits.Edit> edits, Workspace workspace, WindowContext window, ShellModel model) {
        if (edits.isEmpty()) {
            model.unsay(Banner.Topic.OUTSIDE_EDITS);
        } else {
            model.say(new Banner(
                    Banner.Topic.OUTSIDE_EDITS,
                    Messages.text("outside.banner", edits.size()),
                    List.of(new Notices.Action(
                            Messages.text("outside.review"), () -> review(edits, workspace, window)))));
        }
    }

    private static void review(List<OutsideEdits.Edit> edits, Workspace workspace, WindowContext window) {
        OutsideModel model = new OutsideModel(workspace.registry(), edits, window.tasks(), window::author);
        new OutsideController(model, window.changes()).ask(window.dialogs());
    }
}
