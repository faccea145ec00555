package stemma.store.loom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;
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
import stemma.template.Syntax;
import stemma.template.Syntaxes;

/// A version file: loom's `Prompt` as Go writes a struct without tags.
final class LoomPrompt {
    static final String ID = "ID";
    static final List<String> FIELDS = List.of(
            ID, "Version", "Name", "Description", "System", "Template", "Variables", "Examples", "Metadata",
            "CreatedAt", "UpdatedAt");
    private static final String VALIDATION = "Validation";
    private static final List<String> VARIABLE_FIELDS =
            List.of("Name", "Type", "Required", "Default", VALIDATION, "Description");
    private static final List<String> EXAMPLE_FIELDS = List.of("Input", "Output", "Weight");
    /// Where examples have weights other than 1, a content's metadata tells them all under this key.
    static final String WEIGHTS = "loom.weights";

    private static final Syntax SYNTAX = Syntaxes.of("go");
    private static final Json.Number USUAL_WEIGHT = new Json.Number("1");

    private LoomPrompt() {}

    /// @throws IllegalArgumentException when the file is no prompt, or none that can be held
    static LoomFile.OfVersion read(Json.Object json) {
        String id = GoJson.text(json, ID);
        String version = GoJson.text(json, "Version");
        if (id.isEmpty() || version.isEmpty()) {
            throw new IllegalValueException(Sentence.of("it is no prompt: \"ID\" or \"Version\" is missing"));
        }
        VersionLabel label = new VersionLabel(version);
        Json.Object metadata = GoJson.object(json, "Metadata");
        Extra extra = metadata.get(Extra.KEY).flatMap(Extra::read).orElse(Extra.NONE);
        Content content = extra.over(bare(json, extra));
        Instant created = GoJson.time(json, "CreatedAt");
        VersionInfo info = new VersionInfo(
                new PromptId(id),
                label,
                extra.parent(label),
                content.checksum(),
                extra.author(label).orElse(""),
                extra.message(label).orElse(""),
                created.truncatedTo(ChronoUnit.MICROS),
                new TreeSet<>(),
                new TreeSet<>());
        boolean altered =
                extra.checksum(label).filter(then -> !then.equals(info.checksum())).isPresent();
        return new LoomFile.OfVersion(
                new Version(info, content), extra.place(label).orElse(created), extra.isOf(label), altered, leftovers(json, info));
    }

    private static List<Untold> leftovers(Json.Object json, VersionInfo info) {
        Leftovers leftovers = new Leftovers(
                Optional.of(info.prompt()),
                Optional.of(info.label()),
                LoomLayout.fileName(info.prompt(), info.label()));
        leftovers.unknown(json, FIELDS, "");
        GoJson.list(json, "Variables").forEach(item -> {
            Json.Object variable = GoJson.asObject(item, "Variables");
            leftovers.unknown(variable, VARIABLE_FIELDS, "Variables.");
            GoJson.field(variable, VALIDATION)
                    .ifPresent(_ -> leftovers.other(Sentence.of("the field \"{0}\"", "Variables." + VALIDATION)));
        });
        GoJson.list(json, "Examples")
                .forEach(item ->
                        leftovers.unknown(GoJson.asObject(item, "Examples"), EXAMPLE_FIELDS, "Examples."));
        leftovers.times(json, "CreatedAt", "UpdatedAt");
        return leftovers.found();
    }

    /// What loom's own fields tell.
    private static Content bare(Json.Object json, Extra extra) {
        String system = GoJson.text(json, "System");
        String template = GoJson.text(json, "Template");
        List<Variable> declared = GoJson.list(json, "Variables").stream()
                .map(item -> variable(GoJson.asObject(item, "Variables")))
                .toList();
        List<Json.Object> examples = GoJson.list(json, "Examples").stream()
                .map(item -> GoJson.asObject(item, "Examples"))
                .toList();
        List<Message> messages = messages(system, template, extra);
        return new Content(
                GoJson.text(json, "Name"),
                GoJson.text(json, "Description"),
                SYNTAX.id(),
                messages,
                declared.isEmpty() ? found(messages) : declared,
                examples.stream()
                        .map(item -> new Example(GoJson.object(item, "Input"), GoJson.text(item, "Output")))
                        .toList(),
                Json.Object.EMPTY,
                metadata(GoJson.object(json, "Metadata"), extra, weights(examples)));
    }

    private static Variable variable(Json.Object json) {
        boolean required = GoJson.field(json, "Required").orElse(new Json.Bool(false)).equals(new Json.Bool(true));
        return new Variable(
                GoJson.text(json, "Name"),
                GoJson.text(json, "Type"),
                required,
                GoJson.field(json, "Default"),
                GoJson.text(json, "Description"));
    }

    /// loom cannot store a prompt that declares variables, so most files declare none.
    private static List<Variable> found(List<Message> messages) {
        Set<String> names = new LinkedHashSet<>();
        messages.forEach(message -> names.addAll(SYNTAX.variables(message.text())));
        return names.stream().filter(name -> !name.isBlank()).map(Variable::named).toList();
    }

    private static List<Message> messages(String system, String template, Extra extra) {
        List<String> roles = extra.roles().isPresent() ? GoJson.texts(extra.json(), "roles") : List.of("");
        Message first = new Message(Message.SYSTEM, system);
        Message second = new Message(Message.USER, template);
        for (List<Message> possible : List.of(
                List.<Message>of(), List.of(second), List.of(first), List.of(first, second))) {
            boolean whole = (system.isEmpty() || possible.contains(first))
                    && (template.isEmpty() || possible.contains(second));
            if (whole && roles(possible).equals(roles)) {
                return possible;
            }
        }
        return system.isEmpty() ? List.of(Message.plain(template)) : List.of(first, second);
    }

    private static List<String> roles(List<Message> messages) {
        return messages.stream().map(Message::role).toList();
    }

    private static Optional<Json> weights(List<Json.Object> examples) {
        List<Json> weights = examples.stream()
                .map(item -> GoJson.field(item, "Weight").orElse(new Json.Number("0")))
                .toList();
        return weights.stream().allMatch(USUAL_WEIGHT::equals) ? Optional.empty() : Optional.of(new Json.Array(weights));
    }

    private static Json.Object metadata(Json.Object metadata, Extra extra, Optional<Json> weights) {
        Map<String, Json> members = new LinkedHashMap<>(metadata.members());
        if (!extra.equals(Extra.NONE)) {
            members.remove(Extra.KEY);
        }
        weights.ifPresent(value -> members.put(WEIGHTS, value));
        return new Json.Object(members);
    }

    /// The file of a new version.
    ///
    /// @param place the time by which it is ordered, where that is not its own
    /// @throws StoreException.Invalid naming what loom cannot hold
    static Json.Object write(StoreUri store, NewVersion version, Instant at, Optional<Instant> place) {
        Content content = version.content();
        refuseWhatCannotBeHeld(store, content, at);
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, ID, version.prompt().value());
        put(members, "Version", version.label().value());
        put(members, "Name", content.title());
        put(members, "Description", content.description());
        put(members, "System", text(content, Message.SYSTEM));
        put(members, "Template", text(content, Message.USER));
        members.put("Variables", variables(content));
        members.put("Examples", examples(store, content));
        members.put("Metadata", new Json.Null());
        members.put("CreatedAt", GoJson.time(at));
        members.put("UpdatedAt", GoJson.time(at));
        Json.Object fields = new Json.Object(members);

        boolean natural = messages(text(content, Message.SYSTEM), text(content, Message.USER), Extra.NONE)
                .equals(content.messages());
        Map<String, Json> own = new LinkedHashMap<>(content.metadata().members());
        own.remove(WEIGHTS);
        Content bare = bare(fields, Extra.NONE).withMessages(content.messages()).withMetadata(content.metadata());
        Extra extra = Extra.of(
                version.label(),
                version.author(),
                version.message(),
                version.base(),
                place,
                natural ? Optional.empty() : Optional.of(GoJson.array(roles(content.messages()))),
                bare,
                content);
        extra.toJson().ifPresent(value -> own.put(Extra.KEY, value));
        if (!own.isEmpty()) {
            members.put("Metadata", GoJson.sorted(new Json.Object(own)));
        }
        Json.Object json = new Json.Object(members);
        LoomFile.OfVersion back = read(json);
        VersionInfo info = back.version().info();
        if (!back.version().content().equals(content)
                || !info.author().equals(version.author())
                || !info.message().equals(version.message())) {
            throw new StoreException.Invalid(
                    store, Sentence.of(
                        "version {0} of \"{1}\" would not come back whole.",
                        version.label(), version.prompt()));
        }
        return json;
    }

    private static void put(Map<String, Json> members, String name, String value) {
        members.put(name, new Json.Text(value));
    }

    private static void refuseWhatCannotBeHeld(StoreUri store, Content content, Instant at) {
        List<String> roles = roles(content.messages());
        List<List<String>> held = List.of(
                List.of(), List.of(""), List.of(Message.USER), List.of(Message.SYSTEM),
                List.of(Message.SYSTEM, Message.USER));
        if (!held.contains(roles)) {
            throw new StoreException.Invalid(
                    store,
                    Sentence.of(
                        "loom has one text, or a system message followed by a user message, but the"
                            + " messages are {0}.",
                        roles.stream().collect(Collectors.joining(", "))));
        }
        Extra.checkHolds(store, "loom", content, at);
    }

    private static String text(Content content, String role) {
        return content.messages().stream()
                .filter(message -> message.role().equals(role) || message.isPlain() && role.equals(Message.USER))
                .map(Message::text)
                .findFirst()
                .orElse("");
    }

    /// Variables that are found in the text anyway are left out: loom's command line cannot print or store a prompt
    /// that declares some.
    private static Json variables(Content content) {
        if (content.variables().isEmpty() || content.variables().equals(found(content.messages()))) {
            return new Json.Null();
        }
        List<Json> list = new ArrayList<>();
        for (Variable variable : content.variables()) {
            Map<String, Json> members = new LinkedHashMap<>();
            put(members, "Name", variable.name());
            put(members, "Type", variable.type());
            members.put("Required", new Json.Bool(variable.required()));
            members.put("Default", GoJson.sorted(variable.defaultValue().orElse(new Json.Null())));
            put(members, "Description", variable.description());
            list.add(new Json.Object(members));
        }
        return new Json.Array(list);
    }

    private static Json examples(StoreUri store, Content content) {
        Optional<Json> given = content.metadata().get(WEIGHTS);
        List<Json> weights = given.isPresent() && given.get() instanceof Json.Array array
                ? array.items()
                : content.examples().stream().<Json>map(_ -> USUAL_WEIGHT).toList();
        if (weights.size() != content.examples().size()
                || !weights.stream().allMatch(Json.Number.class::isInstance)
                || given.isPresent() && weights.stream().allMatch(USUAL_WEIGHT::equals)) {
            throw new StoreException.Invalid(
                    store,
                    Sentence.of(
                        "the metadata \"{0}\" must be a list of one number for each of the {1} examples,"
                            + " not all of them 1.",
                        WEIGHTS, content.examples().size()));
        }
        if (content.examples().isEmpty()) {
            return new Json.Null();
        }
        List<Json> list = new ArrayList<>();
        for (int i = 0; i < content.examples().size(); i++) {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("Input", GoJson.sorted(content.examples().get(i).input()));
            put(members, "Output", content.examples().get(i).output());
            members.put("Weight", weights.get(i));
            list.add(new Json.Object(members));
        }
        return new Json.Array(list);
    }
}
