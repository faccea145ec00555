package stemma.store.goprompty;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.prompt.Content;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Tags;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Untold;
import stemma.store.gojson.Extra;
import stemma.store.gojson.GoJson;
import stemma.store.gojson.Leftovers;

/// A version file, `v<N>.json`.
final class StoredTemplate {
    static final String NAME = "name";
    static final String STATUS = "status";
    static final String TAGS = "tags";
    static final String UPDATED = "updated_at";
    static final List<String> FIELDS = List.of(
            "id", NAME, "source", "version", STATUS, "metadata", "prompt_config", "created_at", UPDATED, "created_by",
            "tenant_id", TAGS);
    /// A version's tenant stands in its content's metadata under this key.
    static final String TENANT = "go-prompty.tenant";

    private static final String SYNTAX = "none";
    /// Of releases before 2.1, which knew no `prompt_config`.
    private static final String OLD_CONFIG = "inference_config";
    private static final Pattern FILE = Pattern.compile("v(\\d{1,18})\\.json");
    private static final SecureRandom RANDOM = new SecureRandom();

    private StoredTemplate() {}

    static String fileName(VersionLabel label) {
        return "v" + label + ".json";
    }

    /// The number in a version file's name; empty for another file, and for one that go-prompty counts but cannot open.
    static Optional<Long> number(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        return matcher.matches() && !matcher.group(1).startsWith("0")
                ? Optional.of(Long.valueOf(matcher.group(1)))
                : Optional.empty();
    }

    /// @param folder the name of its folder, by which go-prompty finds it
    /// @param number the one in its file's name
    /// @throws IllegalArgumentException when it is no version, or none that can be held
    static GoPromptyFile.OfVersion read(String folder, long number, Json.Object json) {
        if (GoJson.field(json, "source").isEmpty()) {
            throw new IllegalValueException(Sentence.of("it is no template: \"source\" is missing"));
        }
        String name = GoJson.text(json, NAME);
        if (!name.equals(folder)) {
            throw new IllegalValueException(Sentence.of("it says that its name is \"{0}\"", name));
        }
        if (!GoJson.field(json, "version").equals(Optional.of(Json.Number.of(number)))) {
            throw new IllegalValueException(Sentence.of("it says that it is another version"));
        }
        VersionLabel label = new VersionLabel(Long.toString(number));
        Json.Object metadata = GoJson.object(json, "metadata");
        metadata.members().keySet().forEach(key -> GoJson.text(metadata, key));
        Extra extra = metadata.get(Extra.KEY).flatMap(Extra::read).orElse(Extra.NONE);
        Content content = extra.over(bare(json, metadata, extra));
        String createdBy = GoJson.text(json, "created_by");
        VersionInfo info = new VersionInfo(
                new PromptId(name),
                label,
                extra.parent(label),
                content.checksum(),
                createdBy,
                extra.message(label).orElse(""),
                GoJson.time(json, "created_at").truncatedTo(ChronoUnit.MICROS),
                new TreeSet<>(GoPromptyIndex.showable(GoJson.texts(json, TAGS))),
                new TreeSet<>());
        boolean altered =
                extra.checksum(label).filter(then -> !then.equals(info.checksum())).isPresent();
        return new GoPromptyFile.OfVersion(
                new Version(info, content),
                GoJson.text(json, STATUS),
                extra.isOf(label),
                altered,
                GoJson.object(json, "prompt_config"),
                leftovers(json, info));
    }

    private static List<Untold> leftovers(Json.Object json, VersionInfo info) {
        Leftovers leftovers = new Leftovers(
                Optional.of(info.prompt()),
                Optional.of(info.label()),
                info.prompt() + "/" + fileName(info.label()));
        List<String> known = new ArrayList<>(FIELDS);
        if (GoJson.field(json, "prompt_config").isEmpty()) {
            known.add(OLD_CONFIG);
        }
        leftovers.unknown(json, known, "");
        GoJson.field(json, "id")
                .ifPresent(id -> leftovers.other(Sentence.of("the field \"{0}\", {1}", "id", id.compact())));
        leftovers.times(json, "created_at", UPDATED);
        String status = GoJson.text(json, STATUS);
        if (!status.isEmpty() && Status.of(status).isEmpty()) {
            leftovers.other(Sentence.of("the status \"{0}\"", status));
        }
        for (String tag : GoJson.texts(json, TAGS)) {
            if (Status.looksLikeOne(tag) || Tags.problem(tag).isPresent()) {
                leftovers.other(Sentence.of("the tag \"{0}\"", tag));
            }
        }
        return leftovers.found();
    }

    /// What go-prompty's own fields tell.
    private static Content bare(Json.Object json, Json.Object metadata, Extra extra) {
        Map<String, Json> members = new LinkedHashMap<>(metadata.members());
        if (!extra.equals(Extra.NONE)) {
            members.remove(Extra.KEY);
        }
        String tenant = GoJson.text(json, "tenant_id");
        if (!tenant.isEmpty()) {
            members.put(TENANT, new Json.Text(tenant));
        }
        String config = GoJson.field(json, "prompt_config").isPresent() ? "prompt_config" : OLD_CONFIG;
        return new Content(
                "",
                "",
                SYNTAX,
                List.of(Message.plain(GoJson.text(json, "source"))),
                List.of(),
                List.of(),
                GoJson.object(json, config),
                new Json.Object(members));
    }

    /// The file of a new version.
    ///
    /// @param known a `prompt_config` that go-prompty is known to read
    /// @throws StoreException.Invalid naming what go-prompty cannot hold
    static Json.Object write(StoreUri store, NewVersion version, VersionLabel label, Instant at, Json.Object known) {
        Content content = version.content();
        refuseWhatCannotBeHeld(store, content, at);
        Map<String, Json> texts = new LinkedHashMap<>();
        content.metadata().members().forEach((key, value) -> {
            if (value instanceof Json.Text && !key.equals(TENANT)) {
                texts.put(key, value);
            }
        });
        boolean asConfig = content.config().equals(known) || PromptConfig.isReadBack(content.config());
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Text(newId()));
        members.put(NAME, new Json.Text(version.prompt().value()));
        members.put("source", new Json.Text(content.messages().getFirst().text()));
        members.put("version", new Json.Number(label.value()));
        members.put(STATUS, new Json.Text(Status.wanted(version.tags()).word()));
        members.put("metadata", new Json.Object(texts));
        if (asConfig && !content.config().isEmpty()) {
            members.put("prompt_config", content.config());
        }
        members.put("created_at", GoJson.time(at));
        members.put(UPDATED, GoJson.time(at));
        putText(members, "created_by", version.author());
        content.metadata().get(TENANT).ifPresent(tenant -> members.put("tenant_id", tenant));
        List<String> tags = Status.withoutStatus(version.tags());
        if (!tags.isEmpty()) {
            members.put(TAGS, GoJson.array(tags));
        }
        Content bare = bare(new Json.Object(members), new Json.Object(texts), Extra.NONE);
        Extra.of(label, "", version.message(), version.base(), Optional.empty(), Optional.empty(), bare, content)
                .toJson()
                .ifPresent(value -> texts.put(Extra.KEY, value));
        if (texts.isEmpty()) {
            members.remove("metadata");
        } else {
            members.put("metadata", GoJson.sorted(new Json.Object(texts)));
        }
        Json.Object json = new Json.Object(members);
        Version back = read(version.prompt().value(), Long.parseLong(label.value()), json).version();
        if (!back.content().equals(content)
                || !back.info().author().equals(version.author())
                || !back.info().message().equals(version.message())) {
            throw new StoreException.Invalid(
                    store, Sentence.of("version {0} of \"{1}\" would not come back whole.", label, version.prompt()));
        }
        return json;
    }

    private static void putText(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    private static void refuseWhatCannotBeHeld(StoreUri store, Content content, Instant at) {
        if (!content.isPlain()) {
            throw new StoreException.Invalid(
                    store, Sentence.of(
                        "go-prompty has one text, not {0} messages with roles.",
                        content.messages().size()));
        }
        Extra.checkHolds(store, "go-prompty", content, at);
        boolean tenant = content.metadata()
                .get(TENANT)
                .map(value -> value instanceof Json.Text text && !text.value().isEmpty())
                .orElse(true);
        if (!tenant) {
            throw new StoreException.Invalid(store, Sentence.of("the metadata \"{0}\" must be a text.", TENANT));
        }
    }

    /// `tmpl_` and twelve random bytes.
    private static String newId() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return "tmpl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
