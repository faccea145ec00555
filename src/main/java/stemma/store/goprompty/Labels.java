package stemma.store.goprompty;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.StoreException;
import stemma.store.gojson.Edits;
import stemma.store.gojson.GoJson;
import stemma.store.gojson.Leftovers;

/// `labels.json` while it is edited. What it holds besides stays; without labels there is no file.
final class Labels {
    static final String FILE = "labels.json";

    private static final String LABELS = "labels";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private final Edits edits;
    private final String path;
    private final Map<String, Json> labels = new TreeMap<>(GoJson.BY_BYTES);

    /// @throws StoreException.Corrupt when the file cannot be read
    Labels(Edits edits, String path) {
        this.edits = edits;
        this.path = path;
        edits.read(path).ifPresent(json -> labels.putAll(GoJson.object(json, LABELS).members()));
    }

    static GoPromptyFile.Labels read(String path, Json.Object json) {
        Map<String, Long> versions = new TreeMap<>(GoJson.BY_BYTES);
        String folder = path.substring(0, path.indexOf('/'));
        Leftovers leftovers = new Leftovers(
                PromptId.problem(folder).isEmpty() ? Optional.of(new PromptId(folder)) : Optional.empty(),
                Optional.empty(),
                path);
        leftovers.unknown(json, List.of(LABELS), "");
        GoJson.object(json, LABELS).members().forEach((name, label) -> {
            versions.put(name, version(label));
            if (!Stage.isValid(name)) {
                leftovers.other(Sentence.of("the label \"{0}\"", name));
            } else if (label instanceof Json.Object entry && !GoJson.unknown(entry, List.of("version")).isEmpty()) {
                leftovers.other(Sentence.of("when the label \"{0}\" was set, and by whom", name));
            }
        });
        return new GoPromptyFile.Labels(versions, leftovers.found());
    }

    private static long version(Json label) {
        Optional<Json> version = GoJson.field(GoJson.asObject(label, "label"), "version");
        if (version.isPresent()
                && version.get() instanceof Json.Number number
                && number.value().matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(number.value());
        }
        throw new IllegalValueException(Sentence.of("a label's \"version\" must be a whole number from 1"));
    }

    void put(Stage stage, VersionLabel version, Instant at, String who) {
        if (!NAME.matcher(stage.name()).matches()) {
            throw new StoreException.Invalid(
                    edits.store(),
                    Sentence.of(
                        "the stage {0} must begin with a letter and hold only letters in lower case,"
                            + " digits, '_' and '-' in go-prompty.",
                        stage));
        }
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("version", new Json.Number(version.value()));
        members.put("assigned_at", GoJson.time(at));
        if (!who.isEmpty()) {
            members.put("assigned_by", new Json.Text(who));
        }
        labels.put(stage.name(), new Json.Object(members));
    }

    void remove(Stage stage) {
        labels.remove(stage.name());
    }

    void removeAll(Set<VersionLabel> versions) {
        labels.values().removeIf(label -> versions.contains(new VersionLabel(Long.toString(version(label)))));
    }

    void write() {
        Optional<Json.Object> before = edits.read(path);
        if (labels.isEmpty()) {
            if (before.isPresent()) {
                edits.delete(path);
            }
            return;
        }
        edits.write(
                path,
                GoJson.with(
                        before.orElse(Json.Object.EMPTY),
                        List.of(LABELS),
                        LABELS,
                        Optional.of(new Json.Object(labels))));
    }
}
