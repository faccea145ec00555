package stemma.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.Subscription;
import stemma.store.sql.SqlTroubleContract;

/// Other programs at the same file, files that are not what they should be, and files that must not be written.
class SqliteTroubleTest extends SqlTroubleContract {
    private static final PromptId ID = new PromptId("a");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("prompts ünï & 100%.db");
    }

    @Override
    protected Store open() {
        return open(Map.of());
    }

    private Store open(Map<String, String> options) {
        return new SqliteStoreDriver()
                .open(new StoreUri("sqlite", file.toString(), options), Opening.at(Clock.systemUTC()));
    }

    private Store openReadOnly() {
        return new Stores(List.of(new SqliteStoreDriver()), Opening.at(Clock.systemUTC()))
                .open(new StoreUri("sqlite", file.toString(), Map.of("readonly", "true")));
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    // --- several programs ---

    @Test
    void twoStoresOfOneFileSeeEachOthersWrites() {
        try (Store one = open();
                Store two = open()) {
            one.append(first("a"));
            assertThat(two.find(ID)).isPresent();
            two.deletePrompt(ID, Act.by("bob", ""));
            assertThat(one.find(ID)).isEmpty();
            assertThat(one.list(Query.all()).total()).isZero();
        }
    }

    @Test
    void whatSomebodyElseWritesIsToldWithItsPromptAndOwnWritesOnce() throws Exception {
        try (Store mine = open();
                Store theirs = open()) {
            assertThat(mine.can(Capability.WATCH_OTHERS)).isTrue();
            BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
            try (Subscription _ = mine.watch(told::add)) {
                theirs.append(first("a"));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(ID));
                mine.append(first("b"));
                theirs.rename(ID, new PromptId("c"), Act.by("", ""));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(new PromptId("b")));
                assertThat(List.of(told.poll(20, TimeUnit.SECONDS), told.poll(20, TimeUnit.SECONDS)))
                        .containsExactlyInAnyOrder(StoreChange.of(ID), StoreChange.of(new PromptId("c")));
                assertThat(told).isEmpty();
            }
        }
    }

    @Test
    void manyChangesAtOnceAndChangesByOtherProgramsAreToldAsChangesOfAnything() throws Exception {
        try (Store mine = open();
                Store theirs = open()) {
            BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
            try (Subscription _ = mine.watch(told::add)) {
                theirs.appendAll(IntStream.range(0, 500).mapToObj(i -> first("p" + i)).toList());
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.anything());
                run("UPDATE prompts SET title = 'by hand' WHERE id = 'p7'");
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.anything());
            }
        }
    }

    @Test
    void aWriterWaitsForAnotherProgramAndGivesUpWithAClearError() throws Exception {
        open().close();
        try (Store patient = open();
                Store impatient = open(Map.of("wait", "0"));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> impatient.append(first("a")))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("another program keeps writing");
            assertThat(impatient.find(ID)).as("reading goes on").isEmpty();
            var waiting = threads.submit(() -> patient.append(first("b")));
            Thread.sleep(100);
            assertThat(waiting.isDone()).isFalse();
            statement.execute("COMMIT");
            assertThat(waiting.get(30, TimeUnit.SECONDS).prompt()).isEqualTo(new PromptId("b"));
            impatient.append(first("a"));
            assertThat(patient.check().problems()).isEmpty();
        }
    }

    @Test
    void severalProcessesWriteToOneFileAtOnce() throws Exception {
        StoreUri uri = StoreUri.of("sqlite", file.toString());
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "stemma.store.KilledWriter",
                        uri.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader();
                Store store = open()) {
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            Optional<VersionLabel> base = Optional.empty();
            int theirs = 0;
            for (int i = 0; i < 60; i++) {
                VersionLabel label = new VersionLabel("1." + i + ".0");
                store.append(new NewVersion(
                        new PromptId("mine"), base, label, Content.plain("x" + i), "", "", Set.of(),
                        Optional.empty()));
                base = Optional.of(label);
                String line = said.readLine();
                assertThat(line).as("the other process writes on").isNotNull();
                theirs += line.startsWith("ack") ? 1 : 0;
            }
            assertThat(theirs).isPositive();
            other.destroyForcibly().waitFor();
            assertThat(store.versions(new PromptId("mine"))).hasSize(60);
            assertThat(store.check().problems()).isEmpty();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void storesThatMakeTheSameFileAtOnceAllOpenIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Store>> opening = Collections.nCopies(6, this::open);
            for (var opened : threads.invokeAll(opening)) {
                try (Store store = opened.get()) {
                    assertThat(store.list(Query.all()).items()).isEmpty();
                }
            }
        }
    }

    // --- files that are not what they should be ---

    @Test
    void aFileThatIsNoSqliteFileIsNamedAndLeftAlone() throws IOException {
        for (byte[] bytes : List.of(
                "H:2,block".getBytes(StandardCharsets.US_ASCII),
                "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII),
                new byte[20_000])) {
            Files.write(file, bytes);
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("backup");
            assertThat(file).hasBinaryContent(bytes);
        }
    }

    @Test
    void anEmptyFileIsFilled() throws IOException {
        Files.createFile(file);
        try (Store store = open()) {
            store.append(first("a"));
        }
        try (Store store = open()) {
            assertThat(store.find(ID)).isPresent();
        }
    }

    @Test
    void aDatabaseOfAnotherProgramOrANewerOneIsLeftAlone() throws Exception {
        run("CREATE TABLE customers (id INTEGER PRIMARY KEY)", "INSERT INTO customers VALUES (1)");
        assertLeftAlone("another program");
        Files.delete(file);
        open().close();
        run("UPDATE stemma_schema SET schema_version = 4711");
        assertLeftAlone("newer version");
    }

    private void assertLeftAlone(String why) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString());
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aTruncatedFileIsNotOpened() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 50; i++) {
                store.append(first("p" + i));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {99, 100, 4096, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::open).as("%d bytes", length).isInstanceOf(StoreException.Corrupt.class);
            assertThat(Files.size(file)).isEqualTo(length);
        }
        Files.write(file, whole);
        open().close();
    }

    @Test
    void overwrittenPagesAreToldAndTheRestIsRead() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 50; i++) {
                store.append(NewVersion.first(
                        new PromptId("p" + i), VersionLabel.FIRST, Content.plain("text ".repeat(3_000)), "", ""));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length * 3 / 4; i < bytes.length * 3 / 4 + 20_000; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        int whole = 0;
        int damaged = 0;
        try (Store store = open()) {
            assertThat(store.check().problems())
                    .extracting(problem -> problem.where().toString())
                    .anyMatch(where -> where.startsWith("prompt \"p"))
                    .noneMatch(where -> where.contains("with key"));
            for (int i = 0; i < 50; i++) {
                try {
                    assertThat(store.get(new PromptId("p" + i), VersionLabel.FIRST).content())
                            .isEqualTo(Content.plain("text ".repeat(3_000)));
                    whole++;
                } catch (StoreException.Corrupt e) {
                    damaged++;
                }
            }
        }
        assertThat(damaged).isPositive();
        assertThat(whole).isGreaterThan(25);
    }

    @Test
    void aMissingFolderAndAFolderOfThatNameAreNamed() throws IOException {
        file = folder.resolve("nowhere/prompts.db");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining(file.getParent().toString());
        assertThat(file.getParent()).doesNotExist();
        file = Files.createDirectory(folder.resolve("folder.db"));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.Unreachable.class).hasMessageContaining("folder.db");
    }

    @Test
    void aFileThatMustNotBeWrittenIsDeniedButCanBeOpenedForReading() throws IOException {
        try (Store store = open()) {
            store.append(first("a"));
        }
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "whoever runs this may write everywhere");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.Denied.class).hasMessageContaining("prompts");
        try (Store store = openReadOnly()) {
            assertThat(store.find(ID)).isPresent();
        }
    }

    @Test
    void aStoreOpenedForReadingSeesWhatIsWrittenAndWritesNothing() throws IOException {
        assertThatThrownBy(this::openReadOnly).isInstanceOf(StoreException.Unreachable.class);
        assertThat(file).doesNotExist();
        try (Store store = open();
                Store reading = openReadOnly()) {
            store.append(first("a"));
            assertThat(reading.find(ID)).isPresent();
            assertThat(reading.check().problems()).isEmpty();
            assertThat(reading.check().writable()).isFalse();
            assertThatThrownBy(() -> reading.append(first("b"))).isInstanceOf(StoreException.Unsupported.class);
        }
    }

    @Test
    void aWaitThatIsNoNumberIsRefused() {
        for (String wait : List.of("soon", "-1", "3601", "")) {
            assertThatThrownBy(() -> open(Map.of("wait", wait)))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessageContaining("wait");
        }
        assertThatThrownBy(() -> new SqliteStoreDriver()
                        .open(StoreUri.of("sqlite", " "), Opening.at(Clock.systemUTC())))
                .isInstanceOf(StoreException.Unsupported.class);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be moved there")
    void nothingIsWrittenToAFileThatIsNotWhereItWas() throws IOException {
        Path away = folder.resolve("away");
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            store.append(first("a"));
            Files.move(file, away);
            assertThatThrownBy(() -> store.append(first("b")))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("moved, deleted or replaced");
            Files.copy(away, file);
            assertThatThrownBy(() -> store.append(first("b"))).isInstanceOf(StoreException.Unreachable.class);
            assertThat(store.find(new PromptId("b"))).isEmpty();
            store.backUp(backup);
            assertThat(backup).isNotEmptyFile();
            Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);
            store.append(first("c"));
        }
        try (Store store = open()) {
            assertThat(store.find(new PromptId("a"))).isPresent();
            assertThat(store.find(new PromptId("b"))).isEmpty();
            assertThat(store.find(new PromptId("c"))).isPresent();
        }
    }

    /// The image of the virtual machine's classes is a place that nobody may write to.
    @Test
    void aFolderThatMayNotBeWrittenToIsNamedWithTheWayOut() {
        Path readOnly = Path.of(URI.create("jrt:/java.base"));
        SQLiteException cannotOpen = new SQLiteException("unable to open", SQLiteErrorCode.SQLITE_CANTOPEN);
        StoreUri uri = StoreUri.of("sqlite", "prompts.db");
        assertThat(SqliteProblems.explain(uri, readOnly.resolve("module-info.class"), cannotOpen))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("nothing can be made beside the file")
                .hasMessageContaining("copy the folder");
        assertThat(SqliteProblems.explain(uri, readOnly.resolve("prompts.db"), cannotOpen))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("choose another folder");
    }
}
