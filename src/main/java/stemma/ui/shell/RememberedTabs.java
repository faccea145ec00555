package stemma.ui.shell;

import javafx.scene.control.TabPane;
import javafx.util.Subscription;
import stemma.settings.Settings;
import stemma.store.StoreUri;

/// Remembers which prompts of a store are open, as that changes, so that a killed window comes back with them. For the FX
/// thread only.
final class RememberedTabs {
    private final TabPane pane;
    private final PromptTabs tabs;
    private final Settings settings;
    private final String store;
    private Subscription watching = Subscription.EMPTY;
    private boolean started;

    RememberedTabs(TabPane pane, PromptTabs tabs, Settings settings, StoreUri store) {
        this.pane = pane;
        this.tabs = tabs;
        this.settings = settings;
        this.store = store.evenForReading().toString();
    }

    /// Begins; until then what was remembered last time stays.
    void start() {
        started = true;
        watching = Subscription.combine(
                pane.getTabs().subscribe(this::update),
                pane.getSelectionModel().selectedItemProperty().subscribe(this::update));
        update();
    }

    /// A tab that was only looked at is kept now, or the other way round.
    void update() {
        if (started) {
            settings.set(
                    Remembered.tabs(store),
                    tabs.all().stream().map(tab -> tab.prompt().value()).toList());
            settings.set(
                    Remembered.lookedAt(store),
                    tabs.lookedAt().map(tab -> tab.prompt().value()).orElse(""));
            tabs.front()
                    .ifPresent(tab -> settings.set(Remembered.front(store), tab.prompt().value()));
        }
    }

    /// Ends; what is open stays remembered.
    void stop() {
        watching.unsubscribe();
        started = false;
    }
}
