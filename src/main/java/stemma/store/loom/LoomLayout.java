package stemma.store.loom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.StoreException;
import stemma.store.gojson.Edits;
import stemma.store.gojson.GoJson;
import stemma.store.gojson.HeldPromptAt;
import stemma.store.gojson.Index;
import stemma.store.gojson.Layout;
import stemma.store.gojson.Seen;

/// loom's file registry: `<id>_<version>.json` in one folder, beside `_meta.json`.
final class LoomLayout implements Layout<LoomFile> {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(
            EnumSet.complementOf(EnumSet.of(
                    Capability.HISTORY, Capability.OUTSIDE_EDITS, Capability.SYNCHRONISE,
                    Capability.REPAIR, Capability.BACK_UP)));

    /// What most file systems take, in bytes.
    private static final int LONGEST_NAME = 255;

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public boolean concerns(String path) {
        return path.endsWith(".json");
    }

    @Override
    public boolean isRecord(String path) {
        return path.equals(LoomMeta.FILE);
    }

    @Override
    public LoomFile read(String path, byte[] bytes) {
        Json.Object json = GoJson.read(bytes);
        return path.equals(LoomMeta.FILE) ? LoomMeta.read(json) : LoomPrompt.read(json);
    }

    @Override
    public Index index(Map<String, Seen<LoomFile>> files) {
        return LoomIndex.of(files);
    }

    @Override
    public String path(PromptId prompt, VersionLabel label) {
        return fileName(prompt, label);
    }

    static String fileName(PromptId prompt, VersionLabel label) {
        return fileName(prompt.value(), label.value());
    }

    /// As loom makes it on every system but Windows.
    static String fileName(String id, String label) {
        return (id + "_" + label).replace('/', '_').replace(':', '_') + ".json";
    }

    @Override
    public boolean mayHold(String path, PromptId prompt) {
        String start = fileName(prompt.value(), "").replace(".json", "");
        return path.startsWith(start) && path.indexOf('_', start.length()) < 0;
    }

    @Override
    public boolean keepsTagsWithStages() {
        return true;
    }

    @Override
    public String stagesPath(PromptId prompt) {
        return LoomMeta.FILE;
    }

    @Override
    public VersionLabel label(Index index, Edits edits, NewVersion version) {
        return version.label();
    }

    @Override
    public Version append(Index index, Edits edits, NewVersion version, VersionLabel label, Instant at) {
        PromptId id = version.prompt();
        String path = freePath(edits, id, label, Set.of());
        Optional<Instant> place = version.base().flatMap(head -> place(edits, id, head, label, at));
        Json.Object json = LoomPrompt.write(edits.store(), version, at, place);
        edits.write(path, json);
        LoomMeta meta = LoomMeta.in(edits);
        meta.addNew(id.value(), label.value(), version.tags());
        meta.write();
        Version written = LoomPrompt.read(json).version();
        VersionInfo info = written.info().withTags(version.tags());
        return new Version(info, written.content());
    }

    /// The time by which a version is ordered when its own would not put it behind the head.
    private Optional<Instant> place(Edits edits, PromptId id, VersionLabel head, VersionLabel label, Instant at) {
        Instant before =
                LoomPrompt.read(edits.readExisting(fileName(id, head))).place();
        boolean behind = at.isAfter(before) || at.equals(before) && label.compareTo(head) > 0;
        return behind ? Optional.empty() : Optional.of(before.plusNanos(1));
    }

    /// @param own paths that will be free
    private static String freePath(Edits edits, PromptId id, VersionLabel label, Set<String> own) {
        String path = fileName(id, label);
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new StoreException.Invalid(
                    edits.store(), Sentence.of("the file for version {0} of \"{1}\" would have too long a name.", label, id));
        }
        if (!own.contains(path) && edits.exists(path)) {
            throw StoreException.Conflict.idTaken(edits.store(), id, holder(edits, path, id));
        }
        return path;
    }

    private static PromptId holder(Edits edits, String path, PromptId id) {
        String other = edits.read(path).map(json -> GoJson.text(json, LoomPrompt.ID)).orElse("");
        return PromptId.problem(other).isEmpty() ? new PromptId(other) : id;
    }

    @Override
    public void promote(HeldPromptAt prompt, Edits edits, Promotion promotion, Instant at) {
        String id = prompt.id().value();
        Stage stage = promotion.stage();
        Optional<String> to = promotion.to().map(VersionLabel::value);
        LoomMeta meta = LoomMeta.in(edits);
        boolean production = stage.equals(Stage.PRODUCTION);
        if (production) {
            meta.setProduction(id, to);
        }
        for (String label : meta.labels(id)) {
            boolean claims = meta.entry(id, label).filter(entry -> entry.stage().equals(stage.name())).isPresent();
            if (claims && !Optional.of(label).equals(to)) {
                meta.setStage(id, label, isPointedTo(meta, id, label) ? LoomMeta.PRODUCTION : LoomMeta.DEV);
            }
        }
        promotion.to().ifPresent(label -> {
            Optional<Stage> other = prompt.held().stages().entrySet().stream()
                    .filter(held -> held.getValue().equals(label))
                    .map(Map.Entry::getKey)
                    .filter(held -> !held.equals(Stage.PRODUCTION) && !held.equals(stage))
                    .findFirst();
            if (other.isPresent() && !production) {
                throw new StoreException.Invalid(
                        edits.store(),
                        Sentence.of(
                        "loom keeps one stage besides production for each version, and version {0} of"
                            + " \"{1}\" is in {2}.",
                        label, id, other.get()));
            }
            if (other.isEmpty()) {
                meta.setStage(id, label.value(), stage.name());
            }
        });
        meta.write();
    }

    private static boolean isPointedTo(LoomMeta meta, String id, String label) {
        return meta.production(id).equals(Optional.of(label));
    }

    @Override
    public void setTags(HeldPromptAt prompt, Edits edits, VersionLabel label, Set<String> tags, Instant at) {
        String id = prompt.id().value();
        LoomMeta meta = LoomMeta.in(edits);
        Optional<LoomMeta.Entry> entry = meta.entry(id, label.value());
        if (entry.isEmpty()) {
            meta.setStage(id, label.value(), LoomMeta.DEV);
        }
        if (entry.isEmpty() || !new HashSet<>(entry.get().tags()).equals(tags)) {
            meta.setTags(id, label.value(), tags);
            meta.write();
        }
    }

    @Override
    public void delete(HeldPromptAt prompt, Edits edits, Set<VersionLabel> labels) {
        LoomMeta meta = LoomMeta.in(edits);
        labels.forEach(label -> meta.remove(prompt.id().value(), label.value()));
        meta.write();
        labels.forEach(label -> edits.delete(fileName(prompt.id(), label)));
    }

    @Override
    public void rename(HeldPromptAt prompt, Edits edits, PromptId newId, Act act) {
        Set<String> own = new HashSet<>();
        prompt.held().versions().keySet().forEach(label -> own.add(fileName(prompt.id(), label)));
        Set<String> left = new HashSet<>(own);
        for (VersionLabel label : prompt.held().versions().keySet()) {
            String path = freePath(edits, newId, label, own);
            Json.Object json = edits.readExisting(fileName(prompt.id(), label));
            edits.write(
                    path,
                    GoJson.with(json, LoomPrompt.FIELDS, LoomPrompt.ID, Optional.of(new Json.Text(newId.value()))));
            left.remove(path);
        }
        LoomMeta meta = LoomMeta.in(edits);
        meta.rename(prompt.id().value(), newId.value());
        meta.write();
        left.forEach(edits::delete);
    }
}
