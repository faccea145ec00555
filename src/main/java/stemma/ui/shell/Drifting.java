package stemma.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.drift.DriftController;
import stemma.ui.drift.DriftModel;

/// The report of how an open store drifted from another one. It steps aside for the compare of a row and comes back as
/// it was, until it is closed.
final class Drifting {
    private final BetweenStores stores;
    private final WindowContext window;
    private final Consumer<DriftModel.Pair> compare;
    private @Nullable DriftController report;
    private Notices.@Nullable Notice wayBack;

    /// @param compare shows the versions of a row
    Drifting(Workspace workspace, WindowContext window, Consumer<DriftModel.Pair> compare) {
        this.stores = new BetweenStores(workspace, window);
        this.window = window;
        this.compare = compare;
    }

    /// Shows the report that stepped aside, or a new one.
    ///
    /// @param toFront brings the store to the front before a row of it is compared
    void show(Runnable toFront) {
        forgetWayBack();
        if (report == null) {
            report = stores.drift(pair -> {
                toFront.run();
                compare.accept(pair);
                forgetWayBack();
                wayBack = window.notices()
                        .done(Messages.text("drift.aside"), Messages.text("drift.back"), () -> show(toFront));
            });
        }
        report.show(window.dialogs(), () -> report = null);
    }

    /// The store is closed.
    void close() {
        forgetWayBack();
        Optional.ofNullable(report).ifPresent(DriftController::close);
        report = null;
    }

    private void forgetWayBack() {
        Optional.ofNullable(wayBack).ifPresent(window.notices()::dismiss);
        wayBack = null;
    }
}
