package stemma.store.goprompty;

import java.util.Map;
import java.util.TreeMap;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.gojson.Edits;
import stemma.store.gojson.GoJson;

/// The highest number that each prompt ever had, where its file is gone: numbers are never used again. In a file of the
/// storage's own folder, where go-prompty looks at folders only; in a template's folder, it would keep go-prompty from
/// removing the folder with its last version.
final class Numbers {
    static final String FILE = ".stemma-numbers";

    private final Edits edits;

    Numbers(Edits edits) {
        this.edits = edits;
    }

    static Map<String, Long> read(Json.Object json) {
        Map<String, Long> highest = new TreeMap<>();
        json.members().forEach((name, value) -> {
            if (!(value instanceof Json.Number number) || !number.value().matches("\\d{1,18}")) {
                throw new IllegalValueException(Sentence.of("the number of \"{0}\" must be a whole number", name));
            }
            highest.put(name, Long.parseLong(number.value()));
        });
        return highest;
    }

    /// 0 when nothing is known.
    ///
    /// @throws stemma.store.StoreException.Corrupt when the file cannot be read
    long highest(PromptId id) {
        return edits.read(FILE).map(Numbers::read).map(numbers -> numbers.get(id.value())).orElse(0L);
    }

    void raise(PromptId id, long number) {
        if (number > highest(id)) {
            Map<String, Json> members = new TreeMap<>(GoJson.BY_BYTES);
            edits.read(FILE).ifPresent(json -> members.putAll(json.members()));
            members.put(id.value(), Json.Number.of(number));
            edits.write(FILE, new Json.Object(members));
        }
    }
}
