package stemma.store.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// A change of files that a [Companion] has not heard of yet. It goes to the disk ahead of the change, as
/// `.stemma/pending.json`, and is removed when the companion has done its part; whoever finds it after a crash tells
/// the companion.
///
/// @param deeds what was done, at least one
/// @param paths the files that were written, moved or deleted, relative to the store's folder, with slashes
/// @param interrupted whether it was found after a crash, so that the change may not have happened, or only what goes
///     ahead of it
public record Pending(List<Deed> deeds, List<String> paths, boolean interrupted) {
    private static final String FILE = "pending.json";

    public Pending {
        deeds = List.copyOf(deeds);
        paths = List.copyOf(paths);
    }

    static Path file(Path root) {
        return root.resolve(Names.STATE_FOLDER).resolve(FILE);
    }

    byte[] write() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("deeds", new Json.Array(deeds.stream().map(Pending::json).toList()));
        members.put("paths", new Json.Array(paths.stream().<Json>map(Json.Text::new).toList()));
        return Bytes.utf8(new Json.Object(members).pretty());
    }

    private static Json json(Deed deed) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("what", new Json.Text(deed.what()));
        members.put("who", new Json.Text(deed.who()));
        members.put("why", new Json.Text(deed.why()));
        deed.when().ifPresent(when -> members.put("when", new Json.Text(when.toString())));
        return new Json.Object(members);
    }

    /// @throws FormatException when it is none, or names a file that no change of a store would touch
    static Pending read(byte[] bytes, Path root) throws FormatException {
        try {
            Json.Object json = Json.parseObject(Bytes.text(bytes));
            List<String> paths = list(json, "paths", item -> {
                if (!(item instanceof Json.Text path)) {
                    throw new IllegalValueException(Sentence.of("a path must be text"));
                }
                return Step.place(path.value(), root);
            });
            return new Pending(list(json, "deeds", Pending::deed), paths, true);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(Sentence.of("an unfinished change cannot be read: {0}", Sentence.from(e)));
        }
    }

    private static <T> List<T> list(Json.Object json, String name, Function<Json, T> reader) {
        if (!(json.get(name).orElse(null) instanceof Json.Array array)) {
            throw new IllegalValueException(Sentence.of("\"{0}\" must be a list", name));
        }
        List<T> items = new ArrayList<>();
        array.items().forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static Deed deed(Json json) {
        if (!(json instanceof Json.Object deed)) {
            throw new IllegalValueException(Sentence.of("a deed must be an object"));
        }
        return new Deed(
                text(deed, "what"),
                text(deed, "who"),
                text(deed, "why"),
                Optional.of(text(deed, "when")).filter(when -> !when.isEmpty()).map(Instant::parse));
    }

    private static String text(Json.Object object, String name) {
        return object.get(name).orElse(null) instanceof Json.Text text ? text.value() : "";
    }
}
