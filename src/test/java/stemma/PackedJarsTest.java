package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedJarsTest {
    private static final Instant PACKED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant INSTALLED_IN_TOKYO = Instant.parse("2026-02-28T15:00:00Z");

    @TempDir
    private Path folder;

    private String classPath;

    @BeforeEach
    void packTwoJars() throws IOException, NoSuchAlgorithmException {
        Path program = jar("program.jar", "the program");
        Path library = jar("a library.jar", "a library");
        classPath = program + File.pathSeparator + library;
        Files.write(folder.resolve(PackedJars.LIST), List.of(line(program), line(library)));
    }

    @Test
    void jarsThatWereInstalledWithAnotherTimeGetTheirsBack() throws IOException {
        PackedJars.giveTimesBack(classPath);
        assertThat(time("program.jar")).isEqualTo(PACKED);
        assertThat(time("a library.jar")).isEqualTo(PACKED);
    }

    @Test
    void aCacheThatWasNotMadeFromAJarIsNotBroughtBackForIt() throws IOException {
        jar("a library.jar", "a patch!!");
        PackedJars.giveTimesBack(classPath);
        assertThat(time("program.jar")).isEqualTo(INSTALLED_IN_TOKYO);
        assertThat(time("a library.jar")).isEqualTo(INSTALLED_IN_TOKYO);
    }

    @Test
    void aJarThatIsMissingIsForTheVirtualMachineToTell() throws IOException {
        Files.delete(folder.resolve("a library.jar"));
        PackedJars.giveTimesBack(classPath);
        assertThat(time("program.jar")).isEqualTo(INSTALLED_IN_TOKYO);
    }

    @Test
    void aProgramThatIsNotPackedIsLeftAlone() throws IOException {
        Files.delete(folder.resolve(PackedJars.LIST));
        PackedJars.giveTimesBack(classPath);
        assertThat(time("program.jar")).isEqualTo(INSTALLED_IN_TOKYO);
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = Files.writeString(folder.resolve(name), content);
        return Files.setLastModifiedTime(jar, FileTime.from(INSTALLED_IN_TOKYO));
    }

    private Instant time(String jar) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(jar)).toInstant();
    }

    private static String line(Path jar) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256")
                .digest(Files.readString(jar).getBytes(StandardCharsets.UTF_8));
        return PACKED.getEpochSecond() + " " + HexFormat.of().formatHex(sum) + " " + jar.getFileName();
    }
}
