package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.store.StoreChange;

/// The prompts that are open, a tab each. A prompt that is only looked at shares its tab with the next one.
final class PromptTabs {
    private final TabPane pane;
    private final Function<PromptId, PromptTab> maker;

    /// @param maker makes the tab of a prompt that is not open yet
    PromptTabs(TabPane pane, Function<PromptId, PromptTab> maker) {
        this.pane = pane;
        this.maker = maker;
    }

    /// Every open prompt, in the order of the tabs.
    List<PromptTab> all() {
        return pane.getTabs().stream()
                .filter(PromptTab.class::isInstance)
                .map(PromptTab.class::cast)
                .toList();
    }

    /// An open prompt's versions, newest first; none when it is not open.
    List<VersionInfo> versionsOf(PromptId prompt) {
        return find(prompt).map(tab -> tab.history().versionsProperty().get()).orElse(List.of());
    }

    Optional<PromptTab> find(PromptId prompt) {
        return all().stream().filter(tab -> tab.prompt().equals(prompt)).findFirst();
    }

    /// The prompt that is in front.
    Optional<PromptTab> front() {
        return pane.getSelectionModel().getSelectedItem() instanceof PromptTab tab
                ? Optional.of(tab)
                : Optional.empty();
    }

    /// The prompt that is only looked at.
    Optional<PromptTab> lookedAt() {
        return all().stream().filter(PromptTab::isPreview).findFirst();
    }

    /// Brings a prompt to the front, in a tab that the next one looked at may take over.
    PromptTab preview(PromptId prompt) {
        return find(prompt).map(this::bringToFront).orElseGet(() -> {
            Optional<PromptTab> old = lookedAt();
            PromptTab tab = maker.apply(prompt);
            tab.setPreview(true);
            int at = old.map(pane.getTabs()::indexOf).orElse(pane.getTabs().size());
            pane.getTabs().add(at, tab);
            bringToFront(tab);
            old.ifPresent(this::close);
            tab.editor().open();
            return tab;
        });
    }

    /// Brings a prompt to the front, in a tab of its own.
    PromptTab open(PromptId prompt) {
        PromptTab tab = preview(prompt);
        tab.setPreview(false);
        return tab;
    }

    /// Opens a prompt that is not in the store yet.
    PromptTab openNew(PromptId prompt, Content initial) {
        if (find(prompt).isPresent()) {
            return open(prompt);
        }
        PromptTab tab = maker.apply(prompt);
        pane.getTabs().add(tab);
        bringToFront(tab);
        tab.editor().openNew(initial);
        return tab;
    }

    private PromptTab bringToFront(PromptTab tab) {
        pane.getSelectionModel().select(tab);
        return tab;
    }

    /// Closes a prompt's tab; its draft is on the disk then.
    ///
    /// @return whether it was open
    boolean close(PromptId prompt) {
        Optional<PromptTab> tab = find(prompt);
        tab.ifPresent(this::close);
        return tab.isPresent();
    }

    private void close(PromptTab tab) {
        pane.getTabs().remove(tab);
        tab.dispose();
    }

    /// Closes every tab, prompts or not.
    void closeAll() {
        all().forEach(PromptTab::dispose);
        pane.getTabs().clear();
    }

    /// Puts every draft on the disk.
    ///
    /// @return whether all of them are there
    boolean flush() {
        boolean kept = true;
        for (PromptTab tab : all()) {
            kept &= tab.editor().flush();
        }
        return kept;
    }

    /// Tells the tabs that a prompt, or anything, changed in the store.
    void changed(StoreChange change) {
        for (PromptTab tab : all()) {
            if (change.prompt().map(tab.prompt()::equals).orElse(true)) {
                tab.editor().refresh();
                tab.history().refresh();
            }
        }
    }

    /// The tab in front, whatever it shows, as it changes.
    ObservableValue<Optional<Tab>> selectedProperty() {
        return pane.getSelectionModel().selectedItemProperty().map(Optional::of).orElse(Optional.empty());
    }

    /// The tab in front, whatever it shows.
    Optional<Tab> selected() {
        return Optional.ofNullable(pane.getSelectionModel().getSelectedItem());
    }
}
