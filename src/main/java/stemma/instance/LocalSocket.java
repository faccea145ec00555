package stemma.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;

/// Where the program that has a data folder listens. A socket's path may have about a hundred characters, so it stands
/// in a folder of the user's own below the system's folder for temporary files, not below the data folder.
final class LocalSocket {
    /// The file whose lock says who has the data folder.
    static final String LOCK = "window.lock";

    private LocalSocket() {}

    static Path of(Path home) {
        CRC32 hash = new CRC32();
        hash.update(home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("stemma-" + System.getProperty("user.name"))
                .resolve(Long.toHexString(hash.getValue()) + ".socket");
    }

    /// Whether a socket is there whose folder belongs to the one to whom the data folder's lock file belongs. Anybody
    /// can make a folder of that name among the temporary files and listen there for what others have to say.
    static boolean isOwn(Path socket, Path home) {
        Path folder = socket.getParent();
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(home.resolve(LOCK)));
        } catch (IOException e) {
            return false;
        }
    }

    /// Makes the folder, for its owner only, and takes away what a killed program left.
    static void prepare(Path socket) throws IOException {
        Path folder = socket.getParent();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Files.deleteIfExists(socket);
    }
}
