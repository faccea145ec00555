package stemma.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that are suggested for files.
public final class FileNames {
    /// File systems take 255 bytes, of which an ending and a name's second try need some.
    private static final int MAX_BYTES = 200;

    private FileNames() {}

    /// A text as a part of a name that every file system takes: what is neither letter nor digit becomes hyphens.
    public static String part(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    /// Parts with hyphens between them. What is too long loses its beginning, since ends differ more.
    ///
    /// @param parts made by [#part], or harmless by themselves as a version's label is
    /// @param ending such as `.md`
    public static String of(Stream<String> parts, String ending) {
        String stem = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
        while (stem.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES || stem.startsWith("-")) {
            stem = stem.substring(stem.offsetByCodePoints(0, 1));
        }
        return stem + ending;
    }
}
