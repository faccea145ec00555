package stemma.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by key, in the language that [Language#speak] chose. Safe for concurrent use.
public final class Messages {
    private static final String WINDOW = "stemma.ui.messages";

    /// What a language lacks is shown in English, never in the system's language.
    private static final ResourceBundle.Control ENGLISH_INSTEAD =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /// The bundle for FXML's `%key`.
    public static ResourceBundle bundle() {
        return bundle(WINDOW);
    }

    /// A part's own bundle.
    ///
    /// @param name such as `stemma.ui.text.messages`
    /// @throws java.util.MissingResourceException when there is no such bundle
    public static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(name, Locale.getDefault(), ENGLISH_INSTEAD);
    }

    /// The text of a key with its arguments filled in, as [MessageFormat] does.
    ///
    /// @throws java.util.MissingResourceException when there is no such key
    public static String text(String key, Object... arguments) {
        String pattern = bundle().getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
