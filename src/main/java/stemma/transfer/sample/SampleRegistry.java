package stemma.transfer.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;

/// Ten prompts as a team would have written and moved them within the last five months.
public final class SampleRegistry {
    private SampleRegistry() {}

    private record Pointer(PromptId prompt, Stage stage) {}

    /// Writes the prompts, their versions and their stage history into a store. A prompt that is there already stays as it
    /// is. Blocks.
    ///
    /// @param clock the end of the history
    /// @return the prompts that were not there
    /// @throws StoreException as [Store#append]
    public static Set<PromptId> fill(Store store, Clock clock) {
        Instant now = clock.instant();
        Map<PromptId, VersionLabel> heads = new TreeMap<>();
        List<NewVersion> versions = new ArrayList<>();
        Set<PromptId> missing = prompts();
        missing.removeIf(prompt -> store.find(prompt).isPresent());
        for (String name : names()) {
            if (!missing.contains(promptOf(name))) {
                continue;
            }
            SampleFile file = SampleFile.parse(read(name));
            versions.add(new NewVersion(
                    file.prompt(),
                    Optional.ofNullable(heads.put(file.prompt(), file.label())),
                    file.label(),
                    file.content(),
                    file.author(),
                    file.message(),
                    Set.copyOf(file.tags()),
                    Optional.of(now.minus(file.age()))));
        }
        store.appendAll(versions);
        moveStages(store, now, missing);
        return missing;
    }

    /// The prompts of the registry.
    public static Set<PromptId> prompts() {
        return names().stream().map(SampleRegistry::promptOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names() {
        return read("versions.txt").lines().toList();
    }

    /// A file is named by its prompt and version.
    private static PromptId promptOf(String name) {
        return new PromptId(name.substring(0, name.lastIndexOf('/')));
    }

    private static void moveStages(Store store, Instant now, Set<PromptId> prompts) {
        Map<Pointer, VersionLabel> pointers = new HashMap<>();
        for (Json item : ((Json.Array) Json.parse(read("moves.json"))).items()) {
            Json.Object move = (Json.Object) item;
            Pointer pointer = new Pointer(
                    new PromptId(SampleFile.text(move, "prompt")), new Stage(SampleFile.text(move, "stage")));
            if (!prompts.contains(pointer.prompt())) {
                continue;
            }
            VersionLabel to = new VersionLabel(SampleFile.text(move, "version"));
            store.promote(new Promotion(
                    pointer.prompt(),
                    pointer.stage(),
                    Optional.ofNullable(pointers.put(pointer, to)),
                    Optional.of(to),
                    new Act(
                            SampleFile.text(move, "who"),
                            SampleFile.text(move, "why"),
                            Optional.of(now.minus(SampleFile.age(move))))));
        }
    }

    private static String read(String name) {
        try (InputStream in = SampleRegistry.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sample file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
