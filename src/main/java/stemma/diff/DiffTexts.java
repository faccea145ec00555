package stemma.diff;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of summaries in one language; English where that lacks them.
final class DiffTexts {
    private final Locale locale;
    private final ResourceBundle texts;

    DiffTexts(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "stemma.diff.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The text of a key with its arguments filled in, as [MessageFormat] does.
    String of(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /// "a", "a and b", "a, b and c".
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return of("diff.and", String.join(", ", items.subList(0, last)), items.get(last));
    }
}
