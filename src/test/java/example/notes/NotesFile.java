package example.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.files.DurableFiles;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.HeldPrompt;

/// The format: one JSON object, `{"greeting": {"versions": […], "stages": {"production": "1.0.0"}}}`.
final class NotesFile {
    private NotesFile() {}

    /// @throws IllegalArgumentException saying what is wrong with the text
    static SortedMap<PromptId, HeldPrompt> read(Path file) throws IOException {
        SortedMap<PromptId, HeldPrompt> prompts = new TreeMap<>();
        if (Files.exists(file)) {
            Json.parseObject(Files.readString(file)).members().forEach((id, json) -> {
                PromptId prompt = new PromptId(id);
                prompts.put(prompt, readPrompt(prompt, object(json)));
            });
        }
        return prompts;
    }

    private static HeldPrompt readPrompt(PromptId id, Json.Object json) {
        HeldPrompt prompt = new HeldPrompt();
        for (Json version : array(member(json, "versions"))) {
            Version read = readVersion(id, object(version));
            prompt.versions().put(read.label(), read);
        }
        if (prompt.versions().isEmpty()) {
            throw new IllegalArgumentException("the prompt \"" + id + "\" has no version");
        }
        object(member(json, "stages"))
                .members()
                .forEach((stage, label) -> prompt.stages().put(new Stage(stage), new VersionLabel(text(label))));
        return prompt;
    }

    private static Version readVersion(PromptId id, Json.Object json) {
        Content content = Content.fromJson(object(member(json, "content")));
        TreeSet<String> tags = new TreeSet<>();
        array(member(json, "tags")).forEach(tag -> tags.add(text(tag)));
        return new Version(
                new VersionInfo(
                        id,
                        new VersionLabel(text(member(json, "label"))),
                        json.get("parent").map(parent -> new VersionLabel(text(parent))),
                        content.checksum(),
                        text(member(json, "author")),
                        text(member(json, "message")),
                        Instant.parse(text(member(json, "createdAt"))),
                        tags,
                        new TreeSet<>()),
                content);
    }

    /// All of it in one step: the old file stays until the new one is on the disk.
    static void write(Path file, SortedMap<PromptId, HeldPrompt> prompts) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        prompts.forEach((id, prompt) -> members.put(id.value(), toJson(prompt)));
        DurableFiles.write(file, new Json.Object(members).pretty() + "\n");
    }

    private static Json toJson(HeldPrompt prompt) {
        List<Json> versions = new ArrayList<>();
        prompt.versions().values().forEach(version -> versions.add(toJson(version)));
        Map<String, Json> stages = new LinkedHashMap<>();
        prompt.stages().forEach((stage, label) -> stages.put(stage.name(), new Json.Text(label.value())));
        return new Json.Object(Map.of("versions", new Json.Array(versions), "stages", new Json.Object(stages)));
    }

    private static Json toJson(Version version) {
        VersionInfo info = version.info();
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("label", new Json.Text(info.label().value()));
        info.parent().ifPresent(parent -> members.put("parent", new Json.Text(parent.value())));
        members.put("author", new Json.Text(info.author()));
        members.put("message", new Json.Text(info.message()));
        members.put("createdAt", new Json.Text(info.createdAt().toString()));
        members.put(
                "tags",
                new Json.Array(info.tags().stream().<Json>map(Json.Text::new).toList()));
        members.put("content", version.content().toJson());
        return new Json.Object(members);
    }

    private static Json member(Json.Object json, String name) {
        Optional<Json> member = json.get(name);
        return member.orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing"));
    }

    private static Json.Object object(Json json) {
        if (json instanceof Json.Object object) {
            return object;
        }
        throw new IllegalArgumentException("an object is expected, not " + json.compact());
    }

    private static List<Json> array(Json json) {
        if (json instanceof Json.Array(List<Json> items)) {
            return items;
        }
        throw new IllegalArgumentException("a list is expected, not " + json.compact());
    }

    private static String text(Json json) {
        if (json instanceof Json.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("a text is expected, not " + json.compact());
    }
}
