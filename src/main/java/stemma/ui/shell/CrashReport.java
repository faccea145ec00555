package stemma.ui.shell;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;

/// What is known of an error that nobody expected, fit to be sent to somebody else: kinds of errors and places in the
/// program. Messages are left out, since they can hold the text of a prompt, an address or a name.
final class CrashReport {
    private CrashReport() {}

    /// @param version the program's
    static String of(Throwable cause, String version, Instant when) {
        StringBuilder text = new StringBuilder();
        line(text, "Stemma " + version);
        line(text, "Time " + when);
        line(text, "Java " + System.getProperty("java.runtime.version") + ", JavaFX "
                + System.getProperty("javafx.runtime.version"));
        line(text, "System " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        Map<Throwable, Boolean> told = new IdentityHashMap<>();
        for (Throwable error = cause; error != null && told.put(error, true) == null; error = error.getCause()) {
            line(text, "");
            line(text, (told.size() == 1 ? "" : "Caused by ") + error.getClass().getName());
            for (StackTraceElement place : error.getStackTrace()) {
                line(text, "    at " + place.getClassName() + "." + place.getMethodName() + ":" + place.getLineNumber());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
