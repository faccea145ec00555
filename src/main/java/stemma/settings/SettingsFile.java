package stemma.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stemma.files.DurableFiles;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Sentence;

/// Settings in a file of their own, to take them to another machine: one JSON object with a member that says what it is.
/// What belongs to one machine (where the window is, which prompts are open) stays out; secrets and drafts are in no
/// setting.
public final class SettingsFile {
    private static final String FORMAT = "format";
    private static final String VERSION_1 = "stemma-settings-1";
    private static final List<String> OF_ONE_MACHINE = List.of(
            "window.",
            "browser.width",
            "side.width",
            "tabs ",
            "lookedAt ",
            "front ",
            "quickOpen ",
            "palette.recent",
            "store",
            "recentStores",
            "update.last",
            "update.found",
            "welcomed",
            "samples");

    private SettingsFile() {}

    private static boolean travels(String member) {
        return !member.equals(FORMAT)
                && OF_ONE_MACHINE.stream()
                        .noneMatch(name -> name.endsWith(".") || name.endsWith(" ")
                                ? member.startsWith(name)
                                : member.equals(name));
    }

    /// Writes the settings, in one step.
    ///
    /// @throws IOException when the file cannot be written; an older one is untouched
    public static void write(Settings settings, Path file) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(FORMAT, new Json.Text(VERSION_1));
        settings.members().forEach((name, value) -> {
            if (travels(name)) {
                members.put(name, value);
            }
        });
        byte[] bytes = (new Json.Object(members).pretty() + "\n").getBytes(StandardCharsets.UTF_8);
        DurableFiles.write(file.toAbsolutePath(), bytes);
    }

    /// Takes over the settings of a file. What the file does not name stays as it is; what this version does not know is
    /// kept.
    ///
    /// @param known settings whose values must make sense, besides stages and connections
    /// @throws IllegalArgumentException when the file will not do, naming the place; nothing has changed then
    /// @throws IOException when it cannot be read; nothing has changed then
    public static void read(Settings settings, Path file, List<Setting<?>> known) throws IOException {
        Map<String, Json> members;
        try {
            members = Json.parseObject(Files.readString(file)).members();
        } catch (JsonException e) {
            throw new IllegalValueException(Sentence.of("{0}: {1}", file, Sentence.from(e)), e);
        } catch (CharacterCodingException e) {
            throw new IllegalValueException(Sentence.of("{0} is not a text in UTF-8", file), e);
        }
        if (!new Json.Text(VERSION_1).equals(members.get(FORMAT))) {
            throw new IllegalValueException(Sentence.of(
                    "{0} holds no settings: its member \"{1}\" must be \"{2}\"", file, FORMAT, VERSION_1));
        }
        List<Setting<?>> checked = new ArrayList<>(known);
        checked.addAll(List.of(StageSettings.OFFERED, StageSettings.PROTECTED, Connections.NAMED));
        for (Setting<?> setting : checked) {
            Json value = members.get(setting.name());
            if (value != null && setting.reader().apply(value).isEmpty()) {
                throw new IllegalValueException(Sentence.of(
                        "{0}: the member \"{1}\" makes no sense: {2}", file, setting.name(), value.compact()));
            }
        }
        Map<String, Json> taken = new LinkedHashMap<>(members);
        taken.keySet().removeIf(name -> !travels(name));
        settings.putAll(taken);
    }
}
