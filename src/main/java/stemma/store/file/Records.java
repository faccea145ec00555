package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;

/// What Stemma remembers of one prompt, in a file below `.stemma/records`: a JSON object on the first line, and one for
/// each version in the order in which they were appended. Without it a prompt is still whole; it only is not noticed
/// what other programs changed before.
///
/// @param problem what is wrong with the file; empty when nothing is
record Records(List<Recorded> versions, Sentence problem) {
    static final String FOLDER = "records";

    static final Records NONE = new Records(List.of(), Sentence.NONE);

    Records {
        versions = List.copyOf(versions);
    }

    /// Named by a checksum, because ids may be longer than a file's name.
    static Path file(Path root, PromptId prompt) {
        String name = Bytes.sha256(Bytes.utf8(prompt.value())).substring(0, 32) + ".jsonl";
        return root.resolve(Names.STATE_FOLDER).resolve(FOLDER).resolve(name);
    }

    static Optional<Stamp> stamp(Path root, PromptId prompt) {
        try {
            return Optional.of(Stamp.of(file(root, prompt)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Records read(Path root, PromptId prompt) {
        try {
            return read(Files.readAllBytes(file(root, prompt)), prompt);
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            return new Records(List.of(), Failures.sentence(e));
        }
    }

    private static Records read(byte[] bytes, PromptId prompt) throws FormatException {
        List<Recorded> versions = new ArrayList<>();
        Sentence problem = Sentence.NONE;
        String[] lines = Bytes.text(bytes).split("\n");
        for (int i = 0; i < lines.length && bytes.length > 0; i++) {
            try {
                Json.Object json = Json.parseObject(lines[i]);
                if (i > 0) {
                    versions.add(Recorded.fromJson(json));
                } else if (!json.get("prompt").equals(Optional.of(new Json.Text(prompt.value())))) {
                    problem = Sentence.of("line 1 is not of the prompt \"{0}\"", prompt);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                problem = Sentence.of("line {0}: {1}", i + 1, Sentence.from(e));
            }
        }
        return new Records(versions, problem);
    }

    byte[] write(PromptId prompt) {
        Json.Object head = new Json.Object(Map.of("prompt", new Json.Text(prompt.value())));
        StringBuilder out = new StringBuilder(head.compact()).append('\n');
        versions.forEach(version -> out.append(version.toJson().compact()).append('\n'));
        return Bytes.utf8(out.toString());
    }
}
