package stemma.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What JavaFX logs about style sheets and FXML that are wrong; it goes on without them, so nobody would notice.
public final class StyleWarnings extends Handler {
    private static final Logger JAVAFX = Logger.getLogger("javafx");
    private static final StyleWarnings HEARD = new StyleWarnings();
    private static final SimpleFormatter WORDS = new SimpleFormatter();

    private final List<String> warnings = new ArrayList<>();

    private StyleWarnings() {}

    /// Listens from now on; nothing happens when it does already.
    public static synchronized void listen() {
        if (!List.of(JAVAFX.getHandlers()).contains(HEARD)) {
            JAVAFX.addHandler(HEARD);
        }
    }

    /// What was logged since this was asked last.
    public static List<String> taken() {
        synchronized (HEARD) {
            List<String> all = List.copyOf(HEARD.warnings);
            HEARD.warnings.clear();
            return all;
        }
    }

    @Override
    public synchronized void publish(LogRecord record) {
        String text = record.getLoggerName() + ": " + WORDS.formatMessage(record);
        boolean isAboutScreens = text.contains("css") || text.contains("CSS") || text.contains("FXML");
        // With a change of the theme JavaFX styles menus of closed windows too, until they are collected; there they
        // have no theme, which it says of the theme's own sheet.
        boolean isOfTheTheme = text.contains("/atlantafx/base/theme/");
        if (record.getLevel().intValue() >= Level.WARNING.intValue() && isAboutScreens && !isOfTheTheme) {
            warnings.add(text);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
