package stemma.store.loom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.store.gojson.Edits;
import stemma.store.gojson.GoJson;
import stemma.store.gojson.Leftovers;

/// `_meta.json` while it is edited: which version of each id is in production, and the stage and tags of each version.
/// What it holds besides stays.
final class LoomMeta {
    static final String FILE = "_meta.json";
    static final String DEV = "dev";
    static final String PRODUCTION = "production";

    private static final String META = "meta";
    private static final List<String> FIELDS = List.of(PRODUCTION, META);
    private static final String STAGE = "stage";
    private static final String TAGS = "tags";
    private static final List<String> ENTRY_FIELDS = List.of(STAGE, TAGS);

    private final Edits edits;
    private final Json.Object json;
    private final Members production;
    private final Members versions;

    /// One of the file's two maps. It is sorted as Go sorts it when it is changed, and stays as it is otherwise.
    private static final class Members {
        private final Json.Object before;
        private @Nullable SortedMap<String, Json> now;

        Members(Json.Object before) {
            this.before = before;
        }

        Optional<Json> get(String key) {
            return Optional.ofNullable((now == null ? before.members() : now).get(key));
        }

        void put(String key, Optional<? extends Json> value) {
            if (now == null) {
                now = sorted(before);
            }
            now.remove(key);
            value.ifPresent(present -> now.put(key, present));
        }

        Json.Object in(Json.Object file, String field) {
            return now == null ? file : GoJson.with(file, FIELDS, field, Optional.of(new Json.Object(now)));
        }
    }

    /// One version's stage and tags.
    ///
    /// @param unknown names of what it has besides
    record Entry(String stage, List<String> tags, List<String> unknown) {
        static Entry read(Json json) {
            Json.Object object = GoJson.asObject(json, "version");
            return new Entry(
                    GoJson.text(object, STAGE), GoJson.texts(object, TAGS), GoJson.unknown(object, ENTRY_FIELDS));
        }
    }

    /// The file as these edits have it by now.
    ///
    /// @throws stemma.store.StoreException.Corrupt when the file cannot be read
    static LoomMeta in(Edits edits) {
        return edits.opened(FILE, LoomMeta.class, () -> new LoomMeta(edits));
    }

    private LoomMeta(Edits edits) {
        this.edits = edits;
        this.json = edits.read(FILE).orElseGet(() -> {
            Map<String, Json> members = new LinkedHashMap<>();
            FIELDS.forEach(name -> members.put(name, Json.Object.EMPTY));
            return new Json.Object(members);
        });
        this.production = new Members(GoJson.object(json, PRODUCTION));
        this.versions = new Members(GoJson.object(json, META));
    }

    static LoomFile.Meta read(Json.Object json) {
        Map<String, String> production = new LinkedHashMap<>();
        Json.Object pointers = GoJson.object(json, PRODUCTION);
        pointers.members().keySet().forEach(id -> {
            if (!(pointers.members().get(id) instanceof Json.Text label)) {
                throw new IllegalValueException(Sentence.of("the production version of \"{0}\" must be text", id));
            }
            production.put(id, label.value());
        });
        Map<String, Map<String, Entry>> entries = new LinkedHashMap<>();
        GoJson.object(json, META).members().forEach((id, versions) -> {
            Map<String, Entry> ofId = new LinkedHashMap<>();
            if (!(versions instanceof Json.Null)) {
                GoJson.asObject(versions, id).members().forEach((label, entry) -> ofId.put(label, Entry.read(entry)));
            }
            entries.put(id, ofId);
        });
        Leftovers leftovers = new Leftovers(Optional.empty(), Optional.empty(), FILE);
        leftovers.unknown(json, FIELDS, "");
        return new LoomFile.Meta(production, entries, leftovers.found());
    }

    Optional<String> production(String id) {
        return production.get(id).map(label -> ((Json.Text) label).value());
    }

    void setProduction(String id, Optional<String> label) {
        production.put(id, label.map(Json.Text::new));
    }

    Set<String> labels(String id) {
        return new TreeSet<>(versions(id).members().keySet());
    }

    Optional<Entry> entry(String id, String label) {
        return versions(id).get(label).map(Entry::read);
    }

    private Json.Object versions(String id) {
        return versions.get(id)
                .filter(Json.Object.class::isInstance)
                .map(Json.Object.class::cast)
                .orElse(Json.Object.EMPTY);
    }

    void setStage(String id, String label, String stage) {
        setEntry(id, label, withStage(raw(id, label), stage));
    }

    private static Json.Object withStage(Json.Object entry, String stage) {
        return GoJson.with(entry, ENTRY_FIELDS, STAGE, Optional.of(new Json.Text(stage)));
    }

    void setTags(String id, String label, Set<String> tags) {
        setEntry(id, label, withTags(raw(id, label), tags));
    }

    private static Json.Object withTags(Json.Object entry, Set<String> tags) {
        Optional<Json> list = tags.isEmpty() ? Optional.empty() : Optional.of(GoJson.array(new TreeSet<>(tags)));
        return GoJson.with(entry, ENTRY_FIELDS, TAGS, list);
    }

    /// As loom enters a version that it stores for the first time.
    void addNew(String id, String label, Set<String> tags) {
        setEntry(id, label, withTags(withStage(Json.Object.EMPTY, DEV), tags));
        if (production(id).equals(Optional.of(label))) {
            setProduction(id, Optional.empty());
        }
    }

    void remove(String id, String label) {
        Json.Object left = put(versions(id), label, Optional.empty());
        versions.put(id, left.isEmpty() ? Optional.empty() : Optional.of(left));
        if (production(id).equals(Optional.of(label))) {
            setProduction(id, Optional.empty());
        }
    }

    void rename(String id, String newId) {
        Json.Object moved = versions(id);
        Optional<String> pointer = production(id);
        versions.put(id, Optional.empty());
        versions.put(newId, moved.isEmpty() ? Optional.empty() : Optional.of(moved));
        setProduction(id, Optional.empty());
        setProduction(newId, pointer);
    }

    private Json.Object raw(String id, String label) {
        return versions(id).get(label).map(entry -> GoJson.asObject(entry, label)).orElse(Json.Object.EMPTY);
    }

    private void setEntry(String id, String label, Json.Object entry) {
        versions.put(id, Optional.of(put(versions(id), label, Optional.of(entry))));
    }

    private static SortedMap<String, Json> sorted(Json.Object map) {
        SortedMap<String, Json> members = new TreeMap<>(GoJson.BY_BYTES);
        members.putAll(map.members());
        return members;
    }

    private static Json.Object put(Json.Object map, String key, Optional<? extends Json> value) {
        Map<String, Json> members = sorted(map);
        members.remove(key);
        value.ifPresent(present -> members.put(key, present));
        return new Json.Object(members);
    }

    void write() {
        edits.write(FILE, () -> versions.in(production.in(json, PRODUCTION), META));
    }
}
