package stemma.ui.common;

import java.util.HashMap;
import java.util.Map;

/// Reads translations in the format of GNU gettext, which translators have programs for. Of it only `msgid`, `msgstr`,
/// their continued lines and comments are used.
final class PoFile {
    private static final String ID = "msgid ";
    private static final String TEXT = "msgstr ";

    private final Map<String, String> texts = new HashMap<>();
    private StringBuilder id = new StringBuilder();
    private StringBuilder text = new StringBuilder();
    private boolean inText;

    private PoFile() {}

    /// @return texts by id
    /// @throws IllegalArgumentException when a line is none of these, naming it
    static Map<String, String> read(String file) {
        PoFile read = new PoFile();
        file.lines().map(String::strip).forEach(read::line);
        read.finish();
        return Map.copyOf(read.texts);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith(ID)) {
            finish();
            id.append(quoted(line.substring(ID.length())));
        } else if (line.startsWith(TEXT)) {
            inText = true;
            text.append(quoted(line.substring(TEXT.length())));
        } else {
            (inText ? text : id).append(quoted(line));
        }
    }

    private static String quoted(String line) {
        String text = line.strip();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            throw new IllegalArgumentException("not a quoted text: " + line);
        }
        return text.substring(1, text.length() - 1).translateEscapes();
    }

    private void finish() {
        if (!text.isEmpty()) {
            texts.put(id.toString(), text.toString());
        }
        id = new StringBuilder();
        text = new StringBuilder();
        inText = false;
    }
}
