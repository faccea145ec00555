package stemma.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by key.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("stemma.ui.messages");

    private Messages() {}

    /// The bundle for FXML's `%key`.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text of a key with its arguments filled in, as [MessageFormat] does.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
