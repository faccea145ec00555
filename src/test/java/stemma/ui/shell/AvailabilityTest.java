package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import stemma.store.Capability;

class AvailabilityTest {
    private final AtomicBoolean hasStore = new AtomicBoolean();
    private final AtomicBoolean hasPrompt = new AtomicBoolean();
    private final Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private final Availability availability =
            new Availability(hasStore::get, hasPrompt::get, capabilities::contains);

    @Test
    void commandsOfAStoreNeedOneAndCommandsOfAPromptAPrompt() {
        assertThat(availability.isAvailable("openFolder")).isTrue();
        assertThat(availability.isAvailable("export")).isFalse();
        assertThat(availability.isAvailable("promote")).isFalse();
        hasStore.set(true);
        assertThat(availability.isAvailable("export")).isTrue();
        assertThat(availability.isAvailable("promote")).isFalse();
        hasPrompt.set(true);
        assertThat(availability.isAvailable("promote")).isTrue();
    }

    @Test
    void whatAStoreCannotDoIsNotOffered() {
        hasStore.set(true);
        hasPrompt.set(true);
        capabilities.clear();
        assertThat(List.of("new", "save", "promote", "tag", "rename", "delete")).noneMatch(availability::isAvailable);
        assertThat(List.of("export", "comparePrevious", "discard")).allMatch(availability::isAvailable);
    }

    @Test
    void anOpenMenuShowsItAndAClosedOneLeavesTheShortcutsAlone() {
        MenuItem promote = new MenuItem("Promote");
        promote.setId("promote");
        Menu menu = new Menu("Prompt", null, promote, new MenuItem());
        availability.watch(menu);
        Event.fireEvent(menu, new Event(Menu.ON_SHOWING));
        assertThat(promote.isDisable()).isTrue();
        Event.fireEvent(menu, new Event(Menu.ON_HIDDEN));
        assertThat(promote.isDisable()).isFalse();
    }
}
