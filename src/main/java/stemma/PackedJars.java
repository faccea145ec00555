package stemma;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The jars of a packed program, which its AOT cache knows by size and time. An msi notes times without their zone and copies
/// often have the time of copying: the cache would be of no use then, and each start slow.
final class PackedJars {
    /// Beside the jars: a line for each, with its time in seconds since 1970, its SHA-256 and its name. Written by
    /// `packaging/Installer.java`; a program that is not packed has none.
    static final String LIST = "jars.sha256";

    private record Packed(FileTime time, String sum, Path jar) {
        static Packed of(String line, Path folder) {
            String[] parts = line.split(" ", 3);
            return new Packed(
                    FileTime.from(Long.parseLong(parts[0]), TimeUnit.SECONDS), parts[1], folder.resolve(parts[2]));
        }

        boolean hasItsTime() throws IOException {
            return Files.getLastModifiedTime(jar).to(TimeUnit.SECONDS) == time.to(TimeUnit.SECONDS);
        }

        boolean hasItsContent() throws IOException, NoSuchAlgorithmException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sum);
        }
    }

    private PackedJars() {}

    /// Gives the jars the times they were packed with when the first of them has another one, so that the next start finds its
    /// cache in order. Nothing when one has other content, which the cache was not made from, or where it is not allowed.
    ///
    /// @param classPath as the virtual machine has it; the list is looked for beside its first jar
    static void giveTimesBack(String classPath) {
        try {
            Path folder = Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath().getParent();
            if (!Files.exists(folder.resolve(LIST))) {
                return;
            }
            List<Packed> jars = Files.readAllLines(folder.resolve(LIST)).stream()
                    .map(line -> Packed.of(line, folder))
                    .toList();
            if (jars.getFirst().hasItsTime()) {
                return;
            }
            for (Packed packed : jars) {
                if (!packed.hasItsContent()) {
                    return;
                }
            }
            for (Packed packed : jars) {
                Files.setLastModifiedTime(packed.jar(), packed.time());
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            // Without the cache the program only starts slower.
        }
    }
}
