package stemma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where the log goes: a few files in the data folder, nothing on the console.
final class AppLog {
    private static final int LARGEST = 1_000_000;
    private static final int FILES = 3;

    /// JavaFX warns at each start that it runs from the class path, which docs/adr/0005 decides. Kept here, since the log
    /// manager holds its loggers weakly.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private AppLog() {}

    /// @throws IOException when the folder or the file cannot be written
    static void writeTo(Path folder) throws IOException {
        LogManager.getLogManager().reset();
        Files.createDirectories(folder);
        FileHandler handler =
                new FileHandler(folder.resolve("stemma.%g.log").toString().replace("%h", "%%h"), LARGEST, FILES, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setEncoding("UTF-8");
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
