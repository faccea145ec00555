package stemma.ui.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.store.Capability;
import stemma.store.StoreUri;
import stemma.ui.common.Tasks;
import stemma.ui.compare.ComparePreview;
import stemma.ui.sync.BranchesController;
import stemma.ui.sync.ClashController;
import stemma.ui.sync.ClashModel;
import stemma.ui.sync.SyncController;
import stemma.ui.sync.SyncHost;
import stemma.ui.sync.SyncModel;

/// The open stores that have another side: shows the state of the one in front, and looks at it again now and then,
/// since changes are sent, and other programs commit, without a word.
final class SyncWatch {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

    private final Shell shell;
    private final WindowContext window;
    private final SyncController controller;
    private final Map<Workspace, SyncModel> models = new HashMap<>();
    private Optional<SyncModel> front = Optional.empty();
    private Tasks.Handle waiting = () -> {};

    SyncWatch(Shell shell, WindowContext window) {
        this.shell = shell;
        this.window = window;
        this.controller = new SyncController(window.times());
    }

    SyncController controller() {
        return controller;
    }

    void toFront(Workspace workspace) {
        front = workspace.registry().store().can(Capability.SYNCHRONISE)
                ? Optional.of(models.computeIfAbsent(workspace, this::model))
                : Optional.empty();
        controller.show(front);
    }

    private SyncModel model(Workspace workspace) {
        return new SyncModel(
                workspace.registry().store(), window.tasks(), window.notices(), new Host(shell, window, workspace));
    }

    /// Looks at the state of the store in front, now and from now on.
    void look() {
        waiting.cancel();
        front.ifPresent(model -> {
            if (!model.busyProperty().get()) {
                model.look();
            }
            waiting = window.tasks().later(LOOKS_EVERY, this::look);
        });
    }

    void left(Workspace workspace) {
        if (front.equals(Optional.ofNullable(models.remove(workspace)))) {
            front = Optional.empty();
            controller.show(front);
        }
    }

    /// What one store's other side needs of the window.
    private record Host(Shell shell, WindowContext window, Workspace workspace) implements SyncHost {
        @Override
        public void decide(ClashModel clashes) {
            ComparePreview sides = new ComparePreview(window.tasks(), "sync.compare.here", "sync.compare.there");
            new ClashController(clashes, sides).ask(window.dialogs());
        }

        @Override
        public Optional<String> askBranch(List<String> branches, String current) {
            return new BranchesController(branches, current).ask(window.dialogs());
        }

        @Override
        public void open(StoreUri address) {
            shell.stores().openInstead(address);
        }

        @Override
        public void broughtIn() {
            shell.changed(workspace);
        }

        @Override
        public void manageStores() {
            shell.manageStores();
        }
    }
}
