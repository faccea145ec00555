package stemma.ui.common;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Shortcuts in the words of the window's language; the toolkit has English ones only.
public final class KeyNames {
    private KeyNames() {}

    /// A shortcut as people read it, such as `Ctrl+Shift+P`.
    public static String of(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("Ctrl+", Messages.text("keys.ctrl") + "+")
                .replace("Shift+", Messages.text("keys.shift") + "+")
                .replaceFirst("Delete$", Messages.text("keys.delete"));
    }

    /// The same keys, for a menu, which asks them for their name.
    public static KeyCombination named(KeyCombination keys) {
        return of(keys).equals(keys.getDisplayText()) ? keys : new Named(keys);
    }

    /// Lets menu items show their shortcuts so.
    public static void name(Iterable<? extends MenuItem> items) {
        for (MenuItem item : items) {
            if (item.getAccelerator() != null) {
                item.setAccelerator(named(item.getAccelerator()));
            }
        }
    }

    private static final class Named extends KeyCombination {
        private final KeyCombination keys;
        private final String name;

        Named(KeyCombination keys) {
            this.keys = keys;
            this.name = of(keys);
        }

        @Override
        public boolean match(KeyEvent event) {
            return keys.match(event);
        }

        @Override
        public String getName() {
            return keys.getName();
        }

        @Override
        public String getDisplayText() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && named.keys.equals(keys);
        }

        @Override
        public int hashCode() {
            return keys.hashCode();
        }
    }
}
