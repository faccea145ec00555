package stemma.ui.shell;

import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import stemma.ui.browser.BrowserController;
import stemma.ui.common.Keyboard;

/// Which of an open store's panes has the keyboard: the list, the text in front, its versions, or a compare. For the FX
/// thread only.
final class PaneKeyboard {
    private final TabPane pane;
    private final PromptTabs tabs;
    private final BrowserController browser;

    PaneKeyboard(TabPane pane, PromptTabs tabs, BrowserController browser) {
        this.pane = pane;
        this.tabs = tabs;
        this.browser = browser;
        pane.getTabs().addListener(this::keep);
    }

    /// The keyboard of a tab that is gone would go to whatever comes first in the window.
    private void keep(ListChangeListener.Change<? extends Tab> change) {
        while (change.next()) {
            if (change.getRemoved().stream().anyMatch(tab -> Keyboard.isIn(tab.getContent()))) {
                Platform.runLater(this::afterClosing);
            }
        }
    }

    private void afterClosing() {
        tabs.selected().ifPresentOrElse(
                next -> tabs.front().ifPresentOrElse(
                        PromptTab::focusText, () -> next.getContent().requestFocus()),
                this::toFirst);
    }

    /// Whether the keyboard is where nothing can be written or chosen: on a button, as after the start, or nowhere.
    boolean isMissing() {
        Scene scene = pane.getScene();
        return scene != null && (scene.getFocusOwner() == null || scene.getFocusOwner() instanceof ButtonBase);
    }

    /// Moves it into the list, or into the text when the list is hidden.
    void toFirst() {
        if (browser.view().getScene() == null) {
            tabs.front().ifPresent(PromptTab::focusText);
        } else {
            browser.focusList();
        }
    }

    /// Moves it from the list to the text and to the versions, or to the compare.
    ///
    /// @return false when it is in the last of them
    boolean toNext() {
        Optional<PromptTab> front = tabs.front();
        Optional<Tab> selected = tabs.selected();
        if (selected.isPresent() && Keyboard.isIn(browser.view())) {
            front.ifPresentOrElse(
                    PromptTab::focusText, () -> selected.get().getContent().requestFocus());
        } else if (front.isPresent() && !front.get().hasHistoryFocus()) {
            front.get().focusHistory();
        } else {
            return false;
        }
        return true;
    }
}
