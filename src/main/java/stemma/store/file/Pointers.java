package stemma.store.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.VersionLabel;

/// The two small files of lines `name: value`: which version each stage holds, and the tags of each version. Blanks
/// around the parts do not count; empty lines and lines that begin with `#` are left out.
final class Pointers {
    private Pointers() {}

    /// What could be read, and what could not.
    ///
    /// @param problems a half sentence for each bad line
    record Read<T>(T value, List<Sentence> problems) {}

    @FunctionalInterface
    private interface Line {
        void read(String name, String value);
    }

    static Read<SortedMap<Stage, VersionLabel>> readStages(byte[] bytes) {
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        List<Sentence> problems = read(bytes, (name, value) -> {
            if (stages.put(new Stage(name), new VersionLabel(value)) != null) {
                throw new IllegalValueException(Sentence.of("the stage {0} stands twice", name));
            }
        });
        return new Read<>(stages, problems);
    }

    static byte[] writeStages(Map<Stage, VersionLabel> stages) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(stages).forEach((stage, label) -> line(out, stage.name(), label.value()));
        return Bytes.utf8(out.toString());
    }

    static Read<Map<VersionLabel, SortedSet<String>>> readTags(byte[] bytes) {
        Map<VersionLabel, SortedSet<String>> tags = new HashMap<>();
        List<Sentence> problems = read(bytes, (name, value) -> {
            Set<String> words = new TreeSet<>();
            for (String word : value.split(",")) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
            if (tags.put(new VersionLabel(name), Tags.of(words)) != null) {
                throw new IllegalValueException(Sentence.of("the version {0} stands twice", name));
            }
        });
        return new Read<>(tags, problems);
    }

    static byte[] writeTags(Map<VersionLabel, ? extends Set<String>> tags) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(tags).forEach((label, words) -> line(out, label.value(), String.join(", ", words)));
        return Bytes.utf8(out.toString());
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }

    private static List<Sentence> read(byte[] bytes, Line reader) {
        List<Sentence> problems = new ArrayList<>();
        String text;
        try {
            text = Bytes.text(bytes);
        } catch (FormatException e) {
            return List.of(e.sentence());
        }
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            try {
                if (colon < 0) {
                    throw new IllegalValueException(Sentence.of("a line must be \"name: value\""));
                }
                reader.read(
                        line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                problems.add(Sentence.of("line {0}: {1}", i + 1, Sentence.from(e)));
            }
        }
        return problems;
    }
}
