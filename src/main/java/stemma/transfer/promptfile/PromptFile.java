package stemma.transfer.promptfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;

/// One prompt as a file tells it. Immutable.
///
/// @param ids what it may be called in a store: by its file first, then by the name in it; at least one
/// @param content what Stemma has a field for; the rest of the file is in the metadata under the format's name
/// @param notes what was left out and why, as sentences
public record PromptFile(PromptFormat format, List<PromptId> ids, Content content, List<Sentence> notes) {
    /// Larger files are refused: a prompt is text that somebody wrote.
    public static final int LARGEST = 16 << 20;

    private static final PromptId NAMELESS = new PromptId("prompt");
    private static final Pattern VERSION_FILE =
            Pattern.compile("v\\d+(\\.\\d+)*|v\\d+\\.\\d+\\.\\d+[-+][0-9A-Za-z.+-]+");

    /// What may be a version and may be a prompt, such as `v2-notes`.
    private static final Pattern MAYBE_VERSION_FILE = Pattern.compile("v\\d.*|v-.+|latest");

    public PromptFile {
        ids = List.copyOf(ids);
        notes = List.copyOf(notes);
    }

    /// Reads a file; blocks.
    ///
    /// @throws FormatException naming the file, and the line or the field that is wrong
    /// @throws IOException when the file cannot be read
    public static PromptFile read(Path file) throws IOException {
        PromptFormat format = PromptFormat.of(file)
                .orElseThrow(() -> new FormatException(file.toString(), Sentence.of(
                        "its name is that of no prompt file")));
        try {
            return parse(file, format, text(file));
        } catch (FormatException e) {
            throw e.in(file.toString());
        } catch (IllegalArgumentException e) {
            throw new FormatException(file.toString(), Sentence.from(e));
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new FormatException(Sentence.of("is larger than {0} MiB", LARGEST >> 20));
        }
        String text = Bytes.text(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Whether a file is called like a version in a folder of Stemma's own layout, such as `greeting/v1.2.0.md`. Of names
    /// that a prompt may have too, such as `latest.md` and `v2-notes.md`, the files beside them decide. Blocks.
    public static boolean isVersion(Path file) {
        return isCalled(VERSION_FILE, file) || isCalled(MAYBE_VERSION_FILE, file) && isBesideVersions(file);
    }

    private static boolean isCalled(Pattern wanted, Path file) {
        return PromptFormat.STEMMA
                .nameWithoutEnding(file)
                .filter(name -> wanted.matcher(name).matches())
                .isPresent();
    }

    private static boolean isBesideVersions(Path file) {
        try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
            return beside.anyMatch(other -> isCalled(VERSION_FILE, other));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static PromptFile parse(Path file, PromptFormat format, String text) throws FormatException {
        Gathered gathered =
                switch (format) {
                    case PROMPTY -> Prompty.read(text);
                    case DOTPROMPT -> Dotprompt.read(text);
                    case GITHUB_MODELS -> GitHubModels.read(text);
                    case STEMMA -> {
                        Content content = VersionFile.read(Bytes.utf8(text)).content();
                        yield new Gathered(content, Optional.empty(), List.of());
                    }
                    case TEXT -> new Gathered(Content.plain(text), Optional.empty(), List.of());
                };
        return new PromptFile(format, ids(file, format, gathered.name()), gathered.content(), gathered.notes());
    }

    /// What a format's reader found.
    ///
    /// @param name what the file says it is called
    record Gathered(Content content, Optional<String> name, List<Sentence> notes) {}

    private static List<PromptId> ids(Path file, PromptFormat format, Optional<String> named) {
        Set<String> names = new LinkedHashSet<>();
        String name = format.nameWithoutEnding(file).orElse("");
        Path folder = file.toAbsolutePath().getParent();
        names.add(isVersion(file) && folder != null ? String.valueOf(folder.getFileName()) : name);
        named.ifPresent(names::add);
        List<PromptId> ids = new ArrayList<>(names.stream()
                .filter(id -> PromptId.problem(id).isEmpty())
                .map(PromptId::new)
                .toList());
        return ids.isEmpty() ? List.of(NAMELESS) : ids;
    }
}
