package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicencesTest {
    @TempDir
    Path folder;

    @Test
    void thePageOfAPackageIsFoundBesideTheProgram() throws Exception {
        Path program = folder.resolve("stemma.jar");
        assertThat(Licences.ofParts(program)).isEmpty();
        Files.createDirectory(folder.resolve("legal"));
        Files.writeString(folder.resolve("legal/THIRD-PARTY.txt"), "(MIT) Something\n");
        assertThat(Licences.ofParts(program)).contains("(MIT) Something");
    }

    @Test
    void theProgramKnowsWhereItIs() throws Exception {
        assertThat(Licences.program()).exists();
    }
}
