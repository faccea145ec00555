package stemma.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Further keys for larger and smaller text: the menu names one key an act, and keyboards have the signs elsewhere too.
final class ZoomKeys {
    private ZoomKeys() {}

    static void add(Scene scene, ShellModel model) {
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.ADD)) {
            scene.getAccelerators().put(shortcut(plus), model::zoomIn);
        }
        scene.getAccelerators().put(shortcut(KeyCode.SUBTRACT), model::zoomOut);
        scene.getAccelerators().put(shortcut(KeyCode.NUMPAD0), model::zoomReset);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
