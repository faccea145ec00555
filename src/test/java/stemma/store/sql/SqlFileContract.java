package stemma.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Health;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Repairing, backing up and restoring a store in a database file.
@Timeout(120)
public abstract class SqlFileContract {
    private static final VersionLabel V1 = VersionLabel.FIRST;
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final PromptId A = new PromptId("team/Äpfel");
    private static final PromptId B = new PromptId("b");

    @TempDir
    protected Path folder;

    private Path file;
    private Path backup;

    protected abstract StoreDriver driver();

    /// What a file's name ends with.
    protected abstract String suffix();

    /// A connection to a file that no store has open, without the rules that keep rows together.
    protected abstract Connection connect(Path file) throws SQLException;

    @BeforeEach
    void name() {
        file = folder.resolve("it's ünï" + suffix());
        backup = folder.resolve("back'up.zip");
    }

    private StoreUri uri() {
        return StoreUri.of(driver().scheme(), file.toString());
    }

    private Store open() {
        return driver().open(uri(), Opening.at(Clock.systemUTC()));
    }

    private Optional<Path> restore() {
        return driver().restore(uri(), backup, Opening.at(Clock.systemUTC()));
    }

    private Statistics look() {
        return driver().lookIntoBackup(uri(), backup, Opening.at(Clock.systemUTC()));
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = connect(file)) {
            run(connection, statements);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void fill() {
        try (Store store = open()) {
            store.append(NewVersion.first(A, V1, Content.plain("first").withTitle("Old"), "ada", "why"));
            store.append(NewVersion.onTop(A, V1, V2, Content.plain("second").withTitle("Äpfel"), "bo", ""));
            store.append(NewVersion.first(B, V1, Content.plain("b"), "ada", ""));
            store.setTags(A, V1, Set.of("x", "y"));
            store.setTags(B, V1, Set.of("y"));
            store.promote(new Promotion(A, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "")));
            store.promote(new Promotion(A, Stage.STAGING, Optional.empty(), Optional.of(V2), Act.by("ada", "")));
        }
    }

    /// Everything that can be read of a store, but for its size.
    private static Map<String, Object> everything(Store store) {
        Map<String, Object> found = new TreeMap<>();
        for (Query query : List.of(
                Query.all(),
                Query.all().withText("äpfel"),
                Query.all().withTags(Set.of("y")),
                Query.all().withStage(Stage.PRODUCTION))) {
            found.put(query.toString(), store.list(query));
        }
        store.list(Query.all()).items().forEach(prompt -> {
            for (VersionInfo info : store.versions(prompt.id())) {
                found.put(prompt.id() + " " + info.label(), store.get(prompt.id(), info.label()));
            }
        });
        found.put("history", store.history(Optional.empty(), 0, 100));
        return found;
    }

    // --- repairing ---

    @Test
    void whatOnlyRepeatsOtherRowsIsNamedAndMadeAnewWhenAsked() throws SQLException {
        fill();
        Map<String, Object> before;
        try (Store store = open()) {
            before = everything(store);
        }
        String a = " WHERE id LIKE 'team/%'";
        String keyOfA = "(SELECT prompt_key FROM prompts" + a + ")";
        for (String damage : List.of(
                "UPDATE prompts SET title = 'nothing'" + a,
                "UPDATE prompts SET title_lower = 'nothing'" + a,
                "UPDATE prompts SET id_lower = 'nothing'" + a,
                "UPDATE prompts SET head = '1.0.0'" + a,
                "UPDATE prompts SET version_count = 7" + a,
                "UPDATE prompts SET changed_at = 5" + a,
                "UPDATE prompts SET author = 'nobody'" + a,
                "UPDATE prompts SET stages = ''" + a,
                "UPDATE prompts SET stages = 'no stages at all'" + a,
                "UPDATE prompts SET tags = ''" + a,
                "UPDATE prompt_texts SET text = 'other words' WHERE prompt_key = " + keyOfA,
                "DELETE FROM prompt_texts WHERE prompt_key = " + keyOfA,
                "INSERT INTO tags (prompt_key, version_key, tag) SELECT prompt_key, 4711, 'stray' FROM prompts" + a,
                "INSERT INTO stages (prompt_key, stage, version_key) SELECT prompt_key, 'canary', 4711 FROM prompts" + a,
                "UPDATE tag_counts SET prompts = 9 WHERE tag = 'y'",
                "DELETE FROM tag_counts",
                "INSERT INTO tag_counts (tag, prompts) VALUES ('gone', 3)")) {
            run(damage);
            try (Store store = open()) {
                List<Health.Problem> problems = store.check().problems();
                assertThat(problems).as(damage).anyMatch(problem -> problem.remedy().isPresent());
                assertThat(store.check().problems()).as(damage + ": looking repairs nothing").isEqualTo(problems);
                for (Health.Problem problem : problems) {
                    problem.remedy().ifPresent(store::repair);
                }
                assertThat(store.check().problems()).as(damage).isEmpty();
                assertThat(everything(store)).as(damage).isEqualTo(before);
            }
            try (Store again = open()) {
                assertThat(everything(again)).as(damage).isEqualTo(before);
            }
        }
    }

    @Test
    void whatWasWrittenOnceIsNamedAndLeftAlone() throws SQLException {
        fill();
        run("UPDATE versions SET message = 'another' WHERE message = 'why'");
        try (Store store = open()) {
            List<Health.Problem> problems = store.check().problems();
            assertThat(problems).isNotEmpty().allMatch(problem -> problem.remedy().isEmpty());
        }
    }

    @Test
    void aRepairOfAPromptWhoseNewestVersionIsDamagedChangesNothing() throws SQLException {
        fill();
        run("UPDATE contents SET text = 'no content' WHERE text LIKE '%second%'", "UPDATE prompts SET author = 'nobody'");
        try (Store store = open()) {
            List<Health.Problem> problems = store.check().problems();
            Health.Remedy remedy = problems.stream()
                    .filter(problem -> problem.where().toString().contains("Äpfel"))
                    .flatMap(problem -> problem.remedy().stream())
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> store.repair(remedy)).isInstanceOf(StoreException.Corrupt.class);
            assertThat(store.check().problems()).isEqualTo(problems);
        }
    }

    @Test
    void aRemedyThatMeansNothingHereDoesNothing() {
        fill();
        try (Store store = open()) {
            Map<String, Object> before = everything(store);
            for (String code : List.of("", "prompt nobody", "prompt ", "prompt //", "something", "tag-counts")) {
                store.repair(new Health.Remedy(code, ""));
            }
            assertThat(everything(store)).isEqualTo(before);
        }
    }

    // --- backing up and restoring ---

    /// A database with two migrations, of which one was run.
    @Test
    void aDatabaseOfAnOlderSchemaIsBackedUpOnceBeforeItIsChanged() throws Exception {
        fill();
        Path kept = folder.resolve("kept" + suffix());
        try (Session session = session(connect(file))) {
            int newest = dialect(file).migrations().size();
            for (int found : new int[] {0, newest}) {
                Schema.keepOlder(session, dialect(file), found, kept);
                assertThat(kept).doesNotExist();
            }
            Dialect newer = newer(dialect(file));
            Schema.keepOlder(session, newer, newest, kept);
            byte[] written = Files.readAllBytes(kept);
            session.update("DELETE FROM tag_counts");
            Schema.keepOlder(session, newer, newest, kept);
            assertThat(kept).hasBinaryContent(written);
            assertThatThrownBy(() -> Schema.keepOlder(session, newer, newest, folder.resolve("missing/kept")))
                    .isInstanceOf(IOException.class);
        }
        backup = kept;
        assertThat(restore()).isPresent();
        try (Store store = open()) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.count().versions()).isEqualTo(3);
        }
    }

    protected abstract Dialect dialect(Path file);

    protected abstract Session session(Connection connection);

    private static Dialect newer(Dialect dialect) {
        List<Migration> more = new ArrayList<>(dialect.migrations());
        more.add(new Migration(List.of("CREATE TABLE more (id INT)")));
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(),
                new Class<?>[] {Dialect.class},
                (_, method, arguments) ->
                        method.getName().equals("migrations") ? more : method.invoke(dialect, arguments));
    }

    @Test
    void aBackupIsTheWholeStoreOfOneMomentWhileWritingGoesOn() throws Exception {
        fill();
        AtomicBoolean enough = new AtomicBoolean();
        List<String> appended = new ArrayList<>();
        try (Store store = open();
                var threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int i = 0; !enough.get(); i++) {
                    store.append(NewVersion.first(new PromptId("w" + i), V1, Content.plain("w"), "", ""));
                    appended.add("w" + i);
                }
            });
            try {
                for (int i = 0; i < 5; i++) {
                    int before = store.list(Query.all()).items().size();
                    Files.deleteIfExists(backup);
                    store.backUp(backup);
                    assertThat(before).isPositive();
                }
            } finally {
                enough.set(true);
            }
            writing.get();
            assertThat(store.check().problems()).isEmpty();
        }
        assertThat(restore()).isPresent();
        try (Store store = open()) {
            assertThat(store.check().problems()).isEmpty();
            long kept = store.list(Query.all()).total() - 2;
            assertThat(kept).isBetween(0L, (long) appended.size());
            for (int i = 0; i < kept; i++) {
                assertThat(store.find(new PromptId("w" + i))).isPresent();
            }
        }
    }

    @Test
    void restoringKeepsTheFileThatWasThere() throws IOException {
        fill();
        Map<String, Object> saved;
        Map<String, Object> later;
        try (Store store = open()) {
            saved = everything(store);
            store.backUp(backup);
            store.deletePrompt(A, Act.by("bo", "wrong"));
            later = everything(store);
        }
        Path first = restore().orElseThrow();
        Path second = restore().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(files()).containsExactlyInAnyOrder(file, backup, first, second);
        try (Store store = open()) {
            assertThat(everything(store)).isEqualTo(saved);
        }
        file = first;
        try (Store store = open()) {
            assertThat(everything(store)).isEqualTo(later);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aStoreThatIsNotThereOrDamagedIsRestored() throws IOException {
        fill();
        try (Store store = open()) {
            store.backUp(backup);
        }
        Files.delete(file);
        assertThat(restore()).isEmpty();
        byte[] damaged = "no database at all".repeat(1000).getBytes();
        Files.write(file, damaged);
        assertThat(restore().orElseThrow()).hasBinaryContent(damaged);
        file = folder.resolve("not/there/yet" + suffix());
        assertThat(restore()).isEmpty();
        try (Store store = open()) {
            assertThat(store.list(Query.all()).total()).isEqualTo(2);
        }
    }

    @Test
    void aBackupIsLookedIntoWhileTheStoreIsOpen() throws IOException {
        fill();
        try (Store store = open()) {
            store.backUp(backup);
            store.deletePrompt(A, Act.by("bo", "wrong"));
            Map<String, Object> before = everything(store);
            assertThat(look().prompts()).isEqualTo(2);
            assertThat(look().versions()).isEqualTo(3);
            assertThat(everything(store)).isEqualTo(before);
            Files.writeString(backup, "no backup");
            assertThatThrownBy(this::look)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(backup.toString());
            assertThat(everything(store)).isEqualTo(before);
        }
        assertThat(files()).containsExactlyInAnyOrder(file, backup);
    }

    @Test
    void aBackupThatIsNotWholeIsRefusedAndNothingChanges() throws Exception {
        fill();
        try (Store store = open()) {
            store.backUp(backup);
        }
        byte[] whole = Files.readAllBytes(backup);
        byte[] before = Files.readAllBytes(file);
        List<byte[]> bad = new ArrayList<>(List.of(new byte[0], "PK".getBytes(), "hello".repeat(500).getBytes()));
        for (int part = 1; part < 8; part++) {
            bad.add(Arrays.copyOf(whole, whole.length * part / 8));
        }
        for (byte[] bytes : bad) {
            Files.write(backup, bytes);
            assertThatThrownBy(this::restore)
                    .as(bytes.length + " bytes of " + whole.length)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(backup.toString());
            assertThat(files()).containsExactlyInAnyOrder(file, backup);
            assertThat(file).hasBinaryContent(before);
        }
        Files.write(backup, new byte[0]);
        assertThatThrownBy(this::restore)
                .as("nothing is said of the store, which is whole")
                .hasMessageContaining("cannot be restored")
                .hasMessageNotContaining(file.toString());
        Files.delete(backup);
        assertThatThrownBy(this::restore)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining(backup.toString());
        Files.createDirectory(backup);
        assertThatThrownBy(this::restore).isInstanceOf(StoreException.Unreachable.class);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aBackupWithWrongContentsIsRefused() throws Exception {
        fill();
        run("UPDATE versions SET message = 'another' WHERE message = 'why'");
        try (Store store = open()) {
            store.backUp(backup);
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::restore)
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining(backup.toString());
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aBackupOfAnotherProgramIsRefused() throws Exception {
        Path store = file;
        file = folder.resolve("foreign" + suffix());
        run("CREATE TABLE customers (id INT PRIMARY KEY)");
        try (Connection connection = connect(file)) {
            backUpForeign(connection, backup);
        }
        file = store;
        fill();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::restore)
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining(backup.toString());
        assertThat(file).hasBinaryContent(before);
    }

    /// As the database's own tools do.
    protected abstract void backUpForeign(Connection connection, Path target) throws SQLException;

    @Test
    void aFileOfAnotherProgramIsNotReplaced() throws Exception {
        fill();
        try (Store store = open()) {
            store.backUp(backup);
        }
        file = folder.resolve("foreign" + suffix());
        run("CREATE TABLE customers (id INT PRIMARY KEY)");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::restore).isInstanceOf(StoreException.Unsupported.class);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aStoreInUseIsNotReplaced() throws IOException {
        fill();
        try (Store store = open()) {
            store.backUp(backup);
            assertThatThrownBy(this::restore)
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining(file + " is open in another program; close it there first");
            store.append(NewVersion.first(new PromptId("c"), V1, Content.plain("c"), "", ""));
            assertThat(store.list(Query.all()).total()).isEqualTo(3);
        }
        assertThat(files()).containsExactlyInAnyOrder(file, backup);
    }

    @Test
    void aBackupNeverOverwritesAndSaysWhyItCannotBeWritten() throws IOException {
        fill();
        Files.writeString(backup, "mine");
        try (Store store = open()) {
            assertThatThrownBy(() -> store.backUp(backup)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(backup).hasContent("mine");
            Path missing = folder.resolve("missing");
            assertThatThrownBy(() -> store.backUp(missing.resolve("b.zip"))).isInstanceOf(IOException.class);
            assertThat(missing).doesNotExist();
            store.append(NewVersion.first(new PromptId("c"), V1, Content.plain("c"), "", ""));
            assertThat(store.check().problems()).isEmpty();
        }
    }

    /// `/proc` is a folder that takes no files, whoever asks.
    @Test
    void aBackupIntoAFolderThatTakesNoFilesFailsAndTheStoreGoesOn() {
        Path unwritable = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(unwritable));
        fill();
        try (Store store = open()) {
            assertThatThrownBy(() -> store.backUp(unwritable.resolve("b.zip"))).isInstanceOf(IOException.class);
            store.append(NewVersion.first(new PromptId("c"), V1, Content.plain("c"), "", ""));
            assertThat(store.list(Query.all()).total()).isEqualTo(3);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
