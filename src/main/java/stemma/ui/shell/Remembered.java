package stemma.ui.shell;

import java.util.List;
import stemma.registry.Catalogue;
import stemma.settings.Setting;
import stemma.settings.Settings;
import stemma.ui.common.Language;
import stemma.ui.common.Scale;
import stemma.ui.common.Theme;
import stemma.ui.compare.View;
import stemma.ui.shortcuts.ShortcutsModel;
import stemma.ui.update.UpdateModel;

/// What the window remembers between runs.
final class Remembered {
    static final Setting<Theme.Appearance> APPEARANCE = Setting.choice("appearance", Theme.Appearance.SYSTEM);
    static final Setting<Language> LANGUAGE = Setting.choice("language", Language.SYSTEM);
    static final Setting<Scale> SCALE = Setting.choice("scale", Scale.SYSTEM);
    static final Setting<Double> ZOOM = Setting.number("zoom", 1.0);
    static final Setting<Boolean> MONOSPACED = Setting.flag("editor.monospaced", false);
    static final Setting<Boolean> LINE_NUMBERS = Setting.flag("editor.lineNumbers", true);
    static final Setting<View> COMPARE_VIEW = Setting.choice("compare.view", View.SPLIT);
    static final Setting<Boolean> COMPARE_MONOSPACED = Setting.flag("compare.monospaced", false);
    static final Setting<Boolean> COMPARE_CHANGES = Setting.flag("compare.changes", false);
    static final Setting<Boolean> WELCOMED = Setting.flag("welcomed", false);
    /// The samples in the embedded store that can be taken out again.
    static final Setting<List<String>> SAMPLES = Setting.texts("samples");

    static final Setting<Double> X = Setting.number("window.x", Double.MIN_VALUE);
    static final Setting<Double> Y = Setting.number("window.y", Double.MIN_VALUE);
    static final Setting<Double> WIDTH = Setting.number("window.width", 1280);
    static final Setting<Double> HEIGHT = Setting.number("window.height", 820);
    static final Setting<Boolean> MAXIMISED = Setting.flag("window.maximised", false);
    /// As it looked last, whoever wanted it so.
    static final Setting<Boolean> DARK = Setting.flag("window.dark", false);
    /// How many pixels of the display the window had for one of its own.
    static final Setting<Double> PIXELS = Setting.number("window.pixels", 1);
    /// What the window was divided into, in pixels, the list of prompts from its left edge: drawn before anything else is there.
    static final Setting<Double> DRAWN_MENUS = Setting.number("window.drawn.menus", 0);
    static final Setting<Double> DRAWN_TOOLS = Setting.number("window.drawn.tools", 0);
    static final Setting<Double> DRAWN_LIST = Setting.number("window.drawn.list", 0);
    static final Setting<Double> DRAWN_STATUS = Setting.number("window.drawn.status", 0);
    static final Setting<Double> BROWSER_WIDTH = Setting.number("browser.width", 320);
    static final Setting<Boolean> BROWSER_SHOWN = Setting.flag("browser.shown", true);
    static final Setting<Double> SIDE_WIDTH = Setting.number("side.width", 340);
    /// What the history has of the height of the side; the details have the rest.
    static final Setting<Double> HISTORY_SHARE = Setting.number("side.historyShare", 0.5);
    static final Setting<Boolean> SIDE_SHOWN = Setting.flag("side.shown", true);
    static final Setting<Boolean> FOLDERS = Setting.flag("browser.folders", true);
    static final Setting<Catalogue.Order> ORDER = Setting.choice("browser.order", Catalogue.Order.ID);

    /// What an author chose, and may bring along in a file.
    static final List<Setting<?>> CHOSEN =
            List.of(APPEARANCE, LANGUAGE, SCALE, ZOOM, MONOSPACED, LINE_NUMBERS, COMPARE_VIEW, COMPARE_MONOSPACED, COMPARE_CHANGES, FOLDERS, ORDER, ShortcutsModel.OWN, UpdateModel.WEEKLY,
                    Settings.AUTHOR);

    private Remembered() {}

    /// The prompts that were open in a store, in the order of their tabs.
    static Setting<List<String>> tabs(String store) {
        return Setting.texts("tabs " + store);
    }

    /// That of them which was only looked at; empty if none was.
    static Setting<String> lookedAt(String store) {
        return Setting.text("lookedAt " + store, "");
    }

    /// The prompt that was in front in a store.
    static Setting<String> front(String store) {
        return Setting.text("front " + store, "");
    }
}
