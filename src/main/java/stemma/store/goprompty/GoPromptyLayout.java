package stemma.store.goprompty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
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

/// go-prompty's filesystem storage: `<name>/v<N>.json` and `<name>/labels.json`.
final class GoPromptyLayout implements Layout<GoPromptyFile> {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.complementOf(
            EnumSet.of(Capability.SYNCHRONISE, Capability.HISTORY, Capability.OUTSIDE_EDITS, Capability.REPAIR, Capability.BACK_UP, Capability.CHOOSE_LABEL)));

    private static final Pattern VERSION_FILE = Pattern.compile("[^/]+/v\\d+\\.json");
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|]|\\.\\.");

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int depth() {
        return 2;
    }

    @Override
    public boolean concerns(String path) {
        return path.equals(Numbers.FILE)
                || VERSION_FILE.matcher(path).matches()
                || path.indexOf('/') > 0 && path.endsWith("/" + Labels.FILE);
    }

    @Override
    public boolean isRecord(String path) {
        return concerns(path) && !VERSION_FILE.matcher(path).matches();
    }

    @Override
    public GoPromptyFile read(String path, byte[] bytes) {
        Json.Object json = GoJson.read(bytes);
        if (path.equals(Numbers.FILE)) {
            return new GoPromptyFile.Numbers(Numbers.read(json));
        }
        int slash = path.indexOf('/');
        String name = path.substring(0, slash);
        String file = path.substring(slash + 1);
        if (file.equals(Labels.FILE)) {
            return Labels.read(path, json);
        }
        long number = StoredTemplate.number(file)
                .orElseThrow(() -> new IllegalValueException(Sentence.of(
                        "go-prompty counts it as a version, but looks for a number without zeros in front")));
        return StoredTemplate.read(name, number, json);
    }

    @Override
    public Index index(Map<String, Seen<GoPromptyFile>> files) {
        return GoPromptyIndex.of(files);
    }

    @Override
    public String path(PromptId prompt, VersionLabel label) {
        return prompt + "/" + StoredTemplate.fileName(label);
    }

    @Override
    public boolean mayHold(String path, PromptId prompt) {
        return path.startsWith(prompt + "/");
    }

    @Override
    public boolean keepsTagsWithStages() {
        return false;
    }

    @Override
    public String stagesPath(PromptId prompt) {
        return prompt + "/" + Labels.FILE;
    }

    @Override
    public VersionLabel label(Index index, Edits edits, NewVersion version) {
        String folder = version.prompt() + "/";
        LongStream held = Stream.ofNullable(index.prompts().get(version.prompt()))
                .flatMap(prompt -> prompt.versions().keySet().stream())
                .mapToLong(label -> Long.parseLong(label.value()));
        LongStream broken = index.broken().keySet().stream()
                .filter(path -> path.startsWith(folder))
                .flatMap(path -> StoredTemplate.number(path.substring(folder.length())).stream())
                .mapToLong(Long::longValue);
        long highest = LongStream.concat(held, broken).max().orElse(0);
        return new VersionLabel(
                Long.toString(Math.max(highest, new Numbers(edits).highest(version.prompt())) + 1));
    }

    @Override
    public Version append(Index index, Edits edits, NewVersion version, VersionLabel label, Instant at) {
        checkName(edits, version.prompt());
        checkStatus(edits, version.tags());
        if (StoredTemplate.number(StoredTemplate.fileName(label)).isEmpty()) {
            throw new StoreException.Invalid(edits.store(), Sentence.of("there is no number left for a version of \"{0}\".", version.prompt()));
        }
        Json.Object known = version.base()
                .map(head -> GoJson.object(edits.readExisting(path(version.prompt(), head)), "prompt_config"))
                .orElse(Json.Object.EMPTY);
        Json.Object json = StoredTemplate.write(edits.store(), version, label, at, known);
        Labels labels = new Labels(edits, stagesPath(version.prompt()));
        labels.removeAll(Set.of(label));
        labels.write();
        edits.write(path(version.prompt(), label), json);
        Version written = StoredTemplate.read(version.prompt().value(), Long.parseLong(label.value()), json)
                .version();
        VersionInfo info = written.info().withTags(version.tags());
        return new Version(info, written.content());
    }

    private static void checkName(Edits edits, PromptId id) {
        if (FORBIDDEN.matcher(id.value()).find()) {
            throw new StoreException.Invalid(
                    edits.store(),
                    Sentence.of(
                        "the name \"{0}\" must hold neither \"..\" nor any of / \\ : * ? \" < > | in"
                            + " go-prompty.",
                        id));
        }
    }

    private static Status checkStatus(Edits edits, Set<String> tags) {
        try {
            return Status.wanted(tags);
        } catch (IllegalArgumentException e) {
            throw new StoreException.Invalid(edits.store(), Sentence.of("{0}.", Sentence.from(e)));
        }
    }

    @Override
    public void promote(HeldPromptAt prompt, Edits edits, Promotion promotion, Instant at) {
        Labels labels = new Labels(edits, stagesPath(prompt.id()));
        promotion.to()
                .ifPresentOrElse(
                        label -> labels.put(promotion.stage(), label, at, promotion.act().who()),
                        () -> labels.remove(promotion.stage()));
        labels.write();
    }

    @Override
    public void setTags(HeldPromptAt prompt, Edits edits, VersionLabel label, Set<String> tags, Instant at) {
        Status wanted = checkStatus(edits, tags);
        String path = path(prompt.id(), label);
        Json.Object json = edits.readExisting(path);
        String word = GoJson.text(json, StoredTemplate.STATUS);
        List<String> before = GoJson.texts(json, StoredTemplate.TAGS);
        Json.Object changed = json;
        if (!word.equals(wanted.word()) && (wanted != Status.ACTIVE || Status.of(word).isPresent())) {
            Optional<Status> forbidden = Status.of(word).filter(status -> !status.mayBecome(wanted));
            if (forbidden.isPresent()) {
                throw new StoreException.Invalid(
                        edits.store(),
                        Sentence.of(
                        "version {0} of \"{1}\" is {2} and cannot become {3} in go-prompty.",
                        label, prompt.id(), word, wanted.word()));
            }
            changed = with(changed, StoredTemplate.STATUS, Optional.of(new Json.Text(wanted.word())));
        }
        if (!GoPromptyIndex.showable(Status.withoutStatus(before)).equals(new TreeSet<>(Status.withoutStatus(tags)))) {
            List<String> now = new ArrayList<>(Status.withoutStatus(tags));
            Optional<Json> list = now.isEmpty() ? Optional.empty() : Optional.of(GoJson.array(now));
            changed = with(changed, StoredTemplate.TAGS, list);
        }
        if (!changed.equals(json)) {
            edits.write(path, with(changed, StoredTemplate.UPDATED, Optional.of(GoJson.time(at))));
        }
    }

    private static Json.Object with(Json.Object json, String name, Optional<Json> value) {
        return GoJson.with(json, StoredTemplate.FIELDS, name, value);
    }

    @Override
    public void delete(HeldPromptAt prompt, Edits edits, Set<VersionLabel> labels) {
        Set<VersionLabel> gone = Set.copyOf(labels);
        VersionLabel highest = Collections.max(prompt.held().versions().keySet());
        if (gone.contains(highest)) {
            new Numbers(edits).raise(prompt.id(), Long.parseLong(highest.value()));
        }
        Labels pointers = new Labels(edits, stagesPath(prompt.id()));
        pointers.removeAll(gone);
        pointers.write();
        gone.forEach(label -> edits.delete(path(prompt.id(), label)));
    }

    @Override
    public void rename(HeldPromptAt prompt, Edits edits, PromptId newId, Act act) {
        checkName(edits, newId);
        Map<String, Json.Object> moved = new LinkedHashMap<>();
        for (VersionLabel label : prompt.held().versions().keySet()) {
            Json.Object json = edits.readExisting(path(prompt.id(), label));
            moved.put(
                    StoredTemplate.fileName(label),
                    with(json, StoredTemplate.NAME, Optional.of(new Json.Text(newId.value()))));
        }
        edits.read(stagesPath(prompt.id())).ifPresent(labels -> moved.put(Labels.FILE, labels));
        Numbers numbers = new Numbers(edits);
        long highest = Math.max(
                numbers.highest(prompt.id()),
                Long.parseLong(Collections.max(prompt.held().versions().keySet()).value()));
        numbers.raise(prompt.id(), highest);
        numbers.raise(newId, highest);
        moved.forEach((file, json) -> {
            if (edits.exists(newId + "/" + file)) {
                throw StoreException.Conflict.idTaken(edits.store(), newId, newId);
            }
            edits.write(newId + "/" + file, json);
        });
        moved.keySet().forEach(file -> edits.delete(prompt.id() + "/" + file));
    }
}
