package stemma.draft;

import java.io.IOException;
import java.nio.file.Path;

/// A draft file was read, but what it says is no draft. Reading it again does not help.
public final class DamagedDraftException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedDraftException(Path file, Exception cause) {
        super("the draft " + file + " is damaged: " + cause.getMessage(), cause);
    }
}
