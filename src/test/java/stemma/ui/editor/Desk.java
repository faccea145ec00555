package stemma.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stemma.draft.Draft;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.AnsweringDialogs;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;
import stemma.ui.common.Times;

/// An author's desk for tests: a store in memory, drafts in a folder, and a host that remembers what it was asked.
final class Desk implements EditorHost {
    static final PromptId GREETING = new PromptId("support/greeting");
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:03:00Z"), ZoneOffset.UTC);

    final Path folder;
    final Store store;
    final Registry registry;
    final DirectTasks tasks = new DirectTasks();
    final AnsweringDialogs dialogs = new AnsweringDialogs();
    final Notices notices = new Notices();
    final List<String> asked = new ArrayList<>();

    Desk(Path folder) {
        this.folder = folder;
        this.store = new MemoryStoreDriver().open(StoreUri.parse("memory:desk"), Opening.at(NOON));
        this.registry = new Registry(store, folder.resolve("drafts"));
    }

    EditorContext context() {
        return new EditorContext(registry, tasks, dialogs, notices, new Times(NOON), this);
    }

    /// An editor as after a new start of the program.
    EditorModel open() {
        EditorModel editor = new EditorModel(GREETING, context());
        editor.open();
        tasks.passTime();
        return editor;
    }

    VersionInfo save(String label, Content content, String author) {
        return save(label, content, author, NOON.instant());
    }

    VersionInfo save(String label, Content content, String author, Instant at) {
        Optional<VersionLabel> head = store.find(GREETING).map(summary -> summary.head());
        return store.append(new NewVersion(
                GREETING,
                head,
                new VersionLabel(label),
                content,
                author,
                "",
                java.util.Set.of(),
                Optional.of(at)));
    }

    Optional<Draft> draft() {
        try {
            return registry.drafts().find(GREETING);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Makes every write of a draft fail until [#mendDrafts()].
    void breakDrafts() throws IOException {
        Files.createDirectories(folder.resolve("drafts"));
        Path place = registry.drafts().folder();
        if (Files.exists(place)) {
            Files.move(place, folder.resolve("aside"));
        }
        Files.writeString(place, "a file where the folder should be");
    }

    void mendDrafts() throws IOException {
        Path place = registry.drafts().folder();
        Files.delete(place);
        if (Files.exists(folder.resolve("aside"))) {
            Files.move(folder.resolve("aside"), place);
        }
    }

    long draftFiles() throws IOException {
        Path place = registry.drafts().folder();
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.count();
        }
    }

    void pressNoticeButton() {
        notices.current().getLast().action().orElseThrow().run().run();
    }

    @Override
    public void save(EditorModel editor) {
        asked.add("save");
    }

    @Override
    public void compare(EditorModel editor, VersionLabel version) {
        asked.add("compare " + version);
    }

    @Override
    public void close(EditorModel editor) {
        asked.add("close");
    }

    @Override
    public void reopen(PromptId prompt) {
        asked.add("reopen " + prompt);
    }
}
