package stemma.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What a screen's model asks the user. Called on the FX thread; blocks until answered.
public interface Dialogs {
    /// Asks whether to do something.
    ///
    /// @param act what the button that does it says, such as `Delete`
    boolean confirm(String title, String text, String act);

    /// Asks for one line of text.
    ///
    /// @param problem a sentence when the text will not do; the button that goes on is off until there is none
    Optional<String> askText(
            String title, String label, String initial, String act, Function<String, Optional<String>> problem);

    /// Asks for a file to read.
    Optional<Path> askFileToOpen(String title, String kind, String... patterns);

    /// Asks where to write.
    Optional<Path> askFileToSave(String title, String suggestedName);

    /// Asks for a folder.
    Optional<Path> askFolder(String title);

    /// Shows a text that can be read at leisure and copied.
    void show(String title, String header, String text);
}
