package stemma.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.SqlTroubleContract;

/// Other programs, interrupts, a full disk and a store that is closed while it works.
@Timeout(60)
class H2TroubleTest extends SqlTroubleContract {
    @TempDir
    Path folder;

    private Store open(String name) {
        return new H2StoreDriver().open(StoreUri.of("h2", folder.resolve(name).toString()), Opening.at(Clock.systemUTC()));
    }

    @Override
    protected Store open() {
        return open("prompts");
    }

    @AfterEach
    void makeRoom() {
        FullDisk.FULL.set(false);
    }

    @Test
    void theSuffixMayBeGivenAndFoldersAreMade() throws IOException {
        try (Store store = open("new folder/ünïcode & 100%/prompts")) {
            store.append(first("a"));
        }
        try (Store store = open("new folder/ünïcode & 100%/prompts.mv.db")) {
            assertThat(store.find(new PromptId("a"))).isPresent();
            assertThat(store.count().bytes().orElseThrow()).isPositive();
        }
        try (var files = Files.list(folder.resolve("new folder/ünïcode & 100%"))) {
            assertThat(files).extracting(Path::getFileName).containsExactly(Path.of("prompts.mv.db"));
        }
    }

    @Test
    void aPathThatH2WouldMisreadIsRefused() {
        assertThatThrownBy(() -> open("a;TRACE_LEVEL_FILE=3"))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("semicolon");
        assertThatThrownBy(() -> new H2StoreDriver().open(StoreUri.of("h2", " "), Opening.at(Clock.systemUTC())))
                .isInstanceOf(StoreException.Unsupported.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAnInterruptedCreationLeftIsUsedOrReplaced() throws IOException {
        Files.write(folder.resolve("prompts.new.mv.db"), new byte[5000]);
        try (Store store = open("prompts")) {
            store.append(first("a"));
        }
        assertThat(folder.resolve("prompts.new.mv.db")).doesNotExist();
    }

    @Test
    void aStoreIsOpenedOnlyOnceAtATime() {
        try (Store store = open("prompts")) {
            store.append(first("a"));
            assertThatThrownBy(() -> open("prompts"))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("open in another program");
            assertThat(store.find(new PromptId("a"))).isPresent();
        }
    }

    @Test
    void aFileOpenInAnotherProcessIsToldAndLeftAlone() throws Exception {
        StoreUri uri = StoreUri.of("h2", folder.resolve("prompts").toString());
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "stemma.store.KilledWriter",
                        uri.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            assertThat(said.readLine()).startsWith("try");
            assertThatThrownBy(() -> open("prompts"))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("open in another program")
                    .hasMessageContaining("prompts.mv.db");
            assertThat(said.readLine()).isNotNull();
        } finally {
            other.destroyForcibly().waitFor();
        }
        open("prompts").close();
    }

    @Test
    void aFullDiskIsToldAndTheStoreGoesOnWhenThereIsRoom() {
        FilePath.register(new FullDisk());
        Path file = folder.resolve("prompts");
        StoreUri uri = StoreUri.of("h2", file.toString());
        try (Store store = new H2Database(uri, "full:", file).open(Clock.systemUTC())) {
            store.append(first("before"));
            for (int round = 0; round < 3; round++) {
                String late = "late" + round;
                FullDisk.FULL.set(true);
                assertThatThrownBy(() -> store.append(first(late)))
                        .isInstanceOf(StoreException.Unreachable.class)
                        .hasMessageContaining("no room left")
                        .hasCauseInstanceOf(Exception.class);
                assertThat(store.find(new PromptId("before"))).isPresent();
                FullDisk.FULL.set(false);
                assertThat(store.find(new PromptId(late))).isEmpty();
                store.append(first(late));
                assertThat(store.check().problems()).isEmpty();
            }
        }
        try (Store store = open("prompts")) {
            assertThat(store.list(Query.all()).items()).hasSize(4);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be moved there")
    void nothingIsWrittenToAFileThatIsNotWhereItWas() throws IOException {
        Path file = folder.resolve("prompts.mv.db");
        Path away = folder.resolve("away");
        Path backup = folder.resolve("backup.zip");
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
        Path file = Path.of(URI.create("jrt:/java.base/prompts.mv.db"));
        assertThat(H2Problems.explain(StoreUri.of("h2", "prompts"), file, new IOException("Read-only file system")))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("choose another folder");
    }

    @Test
    void aFileThatMayOnlyBeReadIsNamedWithTheWayOut() {
        Path file = Path.of("prompts.mv.db");
        SQLException readOnly = new SQLException("read only", "", ErrorCode.DATABASE_IS_READ_ONLY);
        assertThat(H2Problems.explain(StoreUri.of("h2", "prompts"), file, readOnly))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("may only be read")
                .hasMessageContaining("copy the prompts");
    }
}
