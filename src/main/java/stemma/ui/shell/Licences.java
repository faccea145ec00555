package stemma.ui.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The page that a package carries beside the program: whose work is in it, and under which licence.
final class Licences {
    private Licences() {}

    /// The jar, or the folder of classes, that runs.
    static Path program() throws IOException {
        try {
            return Path.of(Licences.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /// @return empty for a program that runs from its build, which carries no such page
    static Optional<String> ofParts(Path program) throws IOException {
        Path page = program.resolveSibling("legal").resolve("THIRD-PARTY.txt");
        return Files.isRegularFile(page) ? Optional.of(Files.readString(page).strip()) : Optional.empty();
    }
}
