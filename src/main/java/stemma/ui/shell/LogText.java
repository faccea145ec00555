package stemma.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The end of the program's log.
final class LogText {
    /// More is not read in a window, in bytes.
    private static final int MOST = 200_000;

    private LogText() {}

    /// The newest file's end; empty when nothing was logged yet. Blocks.
    static String newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()))
                    .toList();
        }
        if (files.isEmpty()) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(files.getLast());
        byte[] end = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - MOST), bytes.length);
        return new String(end, StandardCharsets.UTF_8);
    }
}
