package stemma.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Appends to one prompt and promotes, trying again after each conflict. Also the main class of a second process.
final class OtherWriter {
    private OtherWriter() {}

    /// @param arguments folder, name of the writer, how many versions
    public static void main(String[] arguments) {
        try (Store store = new FileStoreDriver().open(StoreUri.of("file", arguments[0]), Opening.at(Clock.systemUTC()))) {
            write(store, arguments[1], Integer.parseInt(arguments[2]));
        }
    }

    static void write(Store store, String name, int count) {
        PromptId id = new PromptId("shared/prompt");
        for (int i = 0; i < count; ) {
            List<VersionLabel> labels = store.find(id).isPresent()
                    ? store.versions(id).stream().map(info -> info.label()).toList()
                    : List.of();
            Optional<VersionLabel> base = labels.stream().findFirst();
            VersionLabel next = new VersionLabel(String.valueOf(labels.size() + 1));
            try {
                store.append(new NewVersion(
                        id, base, next, Content.plain(name + " " + i), name, "", Set.of(), Optional.empty()));
                i++;
                Optional<VersionLabel> holds = store.inStage(id, Stage.STAGING).map(Version::label);
                store.promote(new Promotion(id, Stage.STAGING, holds, Optional.of(next), Act.by(name, "")));
            } catch (StoreException.Conflict | StoreException.NotFound e) {
                Thread.onSpinWait();
            }
        }
    }

    /// Starts a second process that writes.
    static Process start(Path folder, String name, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherWriter.class.getName(),
                        folder.toString(),
                        name,
                        String.valueOf(count))
                .inheritIO()
                .start();
    }
}
