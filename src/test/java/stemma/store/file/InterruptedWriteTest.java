package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Stops a write before each of its steps on the disk, as a killed process would, and opens the folder again.
class InterruptedWriteTest extends FolderFixture {
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// @param isFirst whether the program was not killed before; a killed one looks at the folder no more either, which its
    ///     watch may try until the store is closed
    private static void kill(boolean isFirst) {
        if (isFirst) {
            throw new Killed();
        }
        throw new StoreException.Unsupported("killed");
    }

    private record State(List<String> ids, String versions, String stages, String history, int problems) {
        static State of(Store store, PromptId id) {
            boolean there = store.find(id).isPresent();
            return new State(
                    FolderFixture.ids(store),
                    there ? store.versions(id).toString() : "",
                    there ? store.find(id).orElseThrow().stages().toString() : "",
                    store.history(Optional.empty(), 0, 100).items().stream()
                            .map(entry -> entry.getClass().getSimpleName() + entry.prompt() + entry.why())
                            .toList()
                            .toString(),
                    store.check().problems().size());
        }
    }

    private void everyStep(Path aside, PromptId watched, Consumer<Store> write) throws Exception {
        try (Store store = open()) {
            three(store);
            promote(store, "", "1.1.0");
            promote(store, "1.1.0", "1.2.0");
            store.setTags(GREETING, V1, Set.of("launch"));
        }
        Path saved = aside.resolve("saved");
        copy(root, saved);
        State before;
        try (Store store = open()) {
            before = State.of(store, watched);
        }
        State whole;
        try (Store store = wholeWrite(saved, write)) {
            whole = State.of(store, watched);
        }
        int steps = 1;
        int old = 0;
        for (int killAt = 1; killAt <= steps; killAt++) {
            replaceBy(saved);
            steps = interrupted(write, killAt);
            try (Store store = open()) {
                State after = State.of(store, watched);
                boolean unchanged = after.equals(before);
                old += unchanged ? 1 : 0;
                assertThat(after.problems).as("stopped at step %d", killAt).isZero();
                if (!unchanged) {
                    assertThat(after.ids).isEqualTo(whole.ids);
                    assertThat(withoutTimes(after)).isEqualTo(withoutTimes(whole));
                }
            }
        }
        assertThat(steps).isGreaterThan(3);
        assertThat(old).isPositive().isLessThan(steps);
    }

    private static String withoutTimes(State state) {
        return (state.versions + state.stages + state.history).replaceAll("createdAt=[^,]*", "");
    }

    private Store wholeWrite(Path saved, Consumer<Store> write) throws Exception {
        Path copy = saved.resolveSibling("whole");
        copy(saved, copy);
        Store store = new FileStoreDriver().open(StoreUri.of("file", copy.toString()), Opening.at(Clock.systemUTC()));
        write.accept(store);
        return store;
    }

    /// @return how many steps the write takes
    private int interrupted(Consumer<Store> write, int killAt) {
        AtomicInteger step = new AtomicInteger();
        Folder folder = new Folder(root, Optional.empty(), _ -> {
            int now = step.incrementAndGet();
            if (now >= killAt) {
                kill(now == killAt);
            }
        });
        FileStore store = new FileStore(StoreUri.of("file", root.toString()), Clock.systemUTC(), folder, true, Optional.empty());
        try {
            write.accept(store);
            return step.get();
        } catch (Killed e) {
            return killAt + 1;
        } finally {
            store.close();
        }
    }

    private void replaceBy(Path saved) throws Exception {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
        copy(saved, root);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(
                            path,
                            target,
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Test
    void aPromotion(@TempDir(factory = QuickFolder.class) Path aside) throws Exception {
        everyStep(aside, GREETING, store -> promote(store, "1.2.0", "1.0.0"));
    }

    @Test
    void anAppendWithTags(@TempDir(factory = QuickFolder.class) Path aside) throws Exception {
        everyStep(aside, GREETING, store -> store.append(new NewVersion(
                GREETING,
                Optional.of(V3),
                new VersionLabel("2.0.0"),
                Content.plain("four"),
                "bob",
                "",
                Set.of("fresh"),
                Optional.empty())));
    }

    @Test
    void aRename(@TempDir(factory = QuickFolder.class) Path aside) throws Exception {
        everyStep(aside, GREETING, store -> store.rename(GREETING, SUMMARY, Act.by("ada", "clearer")));
    }

    @Test
    void aDeletedVersion(@TempDir(factory = QuickFolder.class) Path aside) throws Exception {
        everyStep(aside, GREETING, store -> store.deleteVersion(GREETING, V3, Act.by("ada", "leak")));
    }

    @Test
    void aDeletedPrompt(@TempDir(factory = QuickFolder.class) Path aside) throws Exception {
        everyStep(aside, GREETING, store -> store.deletePrompt(GREETING, Act.by("ada", "unused")));
    }

    @Test
    void whatAnotherProgramWroteMeanwhileIsKept() throws Exception {
        try (Store store = open()) {
            three(store);
            promote(store, "", "1.1.0");
        }
        AtomicBoolean killed = new AtomicBoolean();
        Folder folder = new Folder(root, Optional.empty(), name -> {
            if (killed.get() || name.startsWith("Move")) {
                kill(!killed.getAndSet(true));
            }
        });
        FileStore store = new FileStore(StoreUri.of("file", root.toString()), Clock.systemUTC(), folder, true, Optional.empty());
        assertThatThrownBy(() -> promote(store, "1.1.0", "1.2.0")).isInstanceOf(Killed.class);
        store.close();
        write("support/greeting/stages.txt", "production: 1.0.0\n");
        try (Store again = open()) {
            assertThat(again.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V3);
        }
        try (var displaced = Files.list(file(".stemma/displaced"))) {
            assertThat(displaced.toList()).singleElement().satisfies(file -> assertThat(Files.readString(file))
                    .isEqualTo("production: 1.0.0\n"));
        }
    }
}
