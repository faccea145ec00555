package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.registry.Catalogue;
import stemma.ui.common.OfferedStores;
import stemma.ui.common.OtherStore;
import stemma.ui.copy.CopyController;
import stemma.ui.copy.CopyModel;
import stemma.ui.drift.DriftController;
import stemma.ui.drift.DriftModel;

/// What is done with the open store and another one.
record BetweenStores(Workspace workspace, WindowContext window) {
    private OtherStore stores() {
        return new OtherStore(
                workspace.registry().store(),
                window.stores()::resolve,
                window.stores()::open,
                window.stores()::openWithoutMaking);
    }

    private OfferedStores others() {
        return window.storeNames().allBut(workspace.registry().store().uri());
    }

    void copy() {
        List<PromptId> prompts =
                workspace.registry().catalogue().list(Catalogue.Filter.NONE, Catalogue.Order.ID).stream()
                        .map(PromptSummary::id)
                        .toList();
        Optional<PromptId> chosen = workspace.browser().selectedProperty().get();
        CopyModel model =
                new CopyModel(window.tasks(), stores(), prompts, chosen.stream().toList(), window.author());
        new CopyController(model, others()).ask(window.dialogs());
    }

    /// Puts the stores side by side.
    ///
    /// @param onOpen gets the versions of a row that is to be compared
    DriftController drift(Consumer<DriftModel.Pair> onOpen) {
        return new DriftController(new DriftModel(window.tasks(), stores()), others(), onOpen);
    }
}
