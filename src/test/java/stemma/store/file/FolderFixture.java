package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;

/// A folder to play with, and the words that its tests share.
abstract class FolderFixture {
    static final PromptId GREETING = new PromptId("support/greeting");
    static final PromptId SUMMARY = new PromptId("writing/summary");
    static final VersionLabel V1 = new VersionLabel("1.0.0");
    static final VersionLabel V2 = new VersionLabel("1.1.0");
    static final VersionLabel V3 = new VersionLabel("1.2.0");

    @TempDir(factory = QuickFolder.class)
    Path root;

    private final List<Store> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(Store::close);
    }

    Store open() {
        return open(StoreUri.of("file", root.toString()));
    }

    Store open(StoreUri uri) {
        Store store = new FileStoreDriver().open(uri, Opening.at(Clock.systemUTC()));
        opened.add(store);
        return store;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    static void append(Store store, PromptId id, String base, String label, String text) {
        store.append(new NewVersion(
                id,
                Optional.of(base).filter(b -> !b.isEmpty()).map(VersionLabel::new),
                new VersionLabel(label),
                Content.plain(text),
                "ada",
                "",
                Set.of(),
                Optional.empty()));
    }

    static void three(Store store) {
        append(store, GREETING, "", "1.0.0", "one");
        append(store, GREETING, "1.0.0", "1.1.0", "two");
        append(store, GREETING, "1.1.0", "1.2.0", "three");
    }

    static void promote(Store store, String from, String to) {
        store.promote(new Promotion(
                GREETING,
                Stage.PRODUCTION,
                Optional.of(from).filter(b -> !b.isEmpty()).map(VersionLabel::new),
                Optional.of(new VersionLabel(to)),
                Act.by("ada", "because")));
    }

    static List<String> ids(Store store) {
        return store.list(Query.all()).items().stream()
                .map(PromptSummary::id)
                .map(PromptId::value)
                .toList();
    }

    static List<String> labels(Store store, PromptId id) {
        return store.versions(id).stream().map(info -> info.label().value()).toList();
    }

    static String text(Store store, PromptId id, String label) {
        return store.get(id, new VersionLabel(label)).content().messages().getFirst().text();
    }

    /// Every file below the folder but those of Stemma alone: its text, or where it leads.
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = root.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    files.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".stemma")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
