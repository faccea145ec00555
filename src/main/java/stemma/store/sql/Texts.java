package stemma.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Content;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// How values that have no column type of their own stand in text columns.
final class Texts {
    /// The longest text in one row, in UTF-16 units. Databases hold at least twice as much; lower case may be longer.
    static final int PART = 400_000;

    /// How much of a search text stands at the end of a part and again at the beginning of the next: the longest text
    /// that can be searched for, in UTF-16 units.
    static final int OVERLAP = 100_000;

    /// Stands between the fields of a search text. Unicode promises never to make it a character.
    private static final String BORDER = "\uFDD0";

    private Texts() {}

    /// Cuts a text, never in the middle of a character. There is at least one part.
    static List<String> parts(String text) {
        return cut(text, 0);
    }

    /// Cuts a text so that whatever is no longer than [#OVERLAP] stands whole in one of the parts.
    static List<String> overlappingParts(String text) {
        return cut(text, OVERLAP);
    }

    /// Rows of a key, the number of a part and the part.
    static Stream<Object[]> rows(long key, List<String> parts) {
        return IntStream.range(0, parts.size()).mapToObj(part -> new Object[] {key, part, parts.get(part)});
    }

    private static List<String> cut(String text, int overlap) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > PART) {
            int to = borderAt(text, from + PART);
            parts.add(text.substring(from, to));
            from = borderAt(text, to - overlap);
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int borderAt(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// What a search for text looks through, in lower case, besides the id.
    static String searchable(Content content) {
        StringBuilder text = new StringBuilder(content.title());
        text.append(BORDER).append(content.description());
        for (Message message : content.messages()) {
            text.append(BORDER).append(message.text());
        }
        return lower(text.toString());
    }

    static String stages(SortedMap<Stage, VersionLabel> stages) {
        return stages.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /// @throws IllegalArgumentException when the text was not made by [#stages(SortedMap)]
    static SortedMap<Stage, VersionLabel> readStages(String text) {
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split(" ", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalValueException(Sentence.of("\"{0}\" is no stage with its version", pair));
                }
                stages.put(new Stage(pair.substring(0, equals)), new VersionLabel(pair.substring(equals + 1)));
            }
        }
        return stages;
    }

    /// A tag never holds a comma.
    static String tags(SortedSet<String> tags) {
        return String.join(",", tags);
    }

    static SortedSet<String> readTags(String text) {
        return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(text.split(",", -1)));
    }

    static Optional<VersionLabel> label(@Nullable String text) {
        return Optional.ofNullable(text).map(VersionLabel::new);
    }
}
