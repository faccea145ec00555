package stemma.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Files that are not what they should be: what is wrong is said, and what is there is not overwritten.
class H2DamageTest {
    private static final int PROMPTS = 12;
    private static final int VERSIONS = 6;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("prompts.mv.db");
    }

    private Store open() {
        return new H2StoreDriver().open(StoreUri.of("h2", file.toString()), Opening.at(Clock.systemUTC()));
    }

    @Test
    void aFileThatIsNoH2FileIsNamedAndLeftAlone() throws IOException {
        for (byte[] bytes : List.of(
                new byte[0],
                "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII),
                "H:2,block".getBytes(StandardCharsets.US_ASCII),
                new byte[20_000])) {
            Files.write(file, bytes);
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining(file.toString());
            assertThat(file).hasBinaryContent(bytes);
            assertThat(folder).isDirectoryContaining(file::equals);
        }
    }

    @Test
    void aFolderOfThatNameIsNamed() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anH2FileOfAnotherProgramIsLeftAlone() throws Exception {
        run("sa", "CREATE TABLE customers (id INT PRIMARY KEY)", "INSERT INTO customers VALUES (1)");
        assertLeftAlone();
    }

    @Test
    void anH2FileOfAnotherProgramWithAPasswordIsLeftAlone() throws Exception {
        run("somebody", "CREATE TABLE customers (id INT PRIMARY KEY)");
        assertLeftAlone();
    }

    @Test
    void aFileOfANewerProgramIsLeftAlone() throws Exception {
        open().close();
        run("sa", "UPDATE stemma_schema SET schema_version = 4711");
        assertLeftAlone();
    }

    private void assertLeftAlone() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private void run(String user, String... statements) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("prompts");
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aTruncatedFileIsNeverTakenForAWholeOne() throws IOException {
        List<Version> written = fill();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        List<Integer> lengths = new ArrayList<>(
                List.of(1, 4095, 4096, 8191, 8192, whole.length - 1, whole.length - 4096));
        for (int i = 0; i < 40; i++) {
            lengths.add(random.nextInt(whole.length));
        }
        for (int length : lengths) {
            byte[] truncated = Arrays.copyOf(whole, length);
            Files.write(file, truncated);
            assertAllOrCorrupt("truncated to " + length, truncated, written);
        }
    }

    @Test
    void flippedBitsAreNoticed() throws IOException {
        List<Version> written = fill();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        int noticed = 0;
        int rounds = Integer.getInteger("stemma.flips", 150);
        for (int i = 0; i < rounds; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            noticed += assertAllOrCorrupt("flipped a bit at " + at, flipped, written) ? 1 : 0;
        }
        assertThat(noticed).isPositive();
    }

    /// Either everything that was written is there, or the damage is told: by opening, by the check or by reading.
    /// What is read is never anything else than what was written.
    ///
    /// @return whether damage was told
    private boolean assertAllOrCorrupt(String what, byte[] bytes, List<Version> written) throws IOException {
        Store store;
        try {
            store = open();
        } catch (StoreException.Corrupt e) {
            assertThat(e).as(what).hasMessageContaining(file.toString());
            assertThat(Files.readAllBytes(file)).as(what + ": the file is not touched").isEqualTo(bytes);
            return true;
        }
        try (store) {
            boolean told = !isSound(store);
            for (Version version : written) {
                try {
                    Version read = store.get(version.prompt(), version.label());
                    assertThat(read.content()).as(what).isEqualTo(version.content());
                    if (!told) {
                        assertThat(read).as(what).isEqualTo(version);
                    }
                } catch (StoreException.Corrupt e) {
                    told = true;
                } catch (StoreException.NotFound e) {
                    assertThat(told).as(what + ": a version is missing and the check says nothing").isTrue();
                }
            }
            if (!told) {
                assertThat(store.list(Query.all()).items())
                        .as(what)
                        .extracting(PromptSummary::versionCount)
                        .hasSize(PROMPTS)
                        .containsOnly(VERSIONS);
            }
            return told;
        }
    }

    private static boolean isSound(Store store) {
        try {
            return store.check().isSound();
        } catch (StoreException.Corrupt e) {
            return false;
        }
    }

    /// Written in single steps, so that the file has a past, and closed in good order.
    private List<Version> fill() {
        List<Version> written = new ArrayList<>();
        try (Store store = open()) {
            for (int prompt = 0; prompt < PROMPTS; prompt++) {
                PromptId id = new PromptId("folder/prompt-" + prompt);
                Optional<VersionLabel> base = Optional.empty();
                for (int i = 0; i < VERSIONS; i++) {
                    VersionLabel label = new VersionLabel("1." + i + ".0");
                    Content content = Content.plain(("Text " + prompt + "/" + i + ". ").repeat(40 * i))
                            .withTitle("Title " + prompt);
                    store.append(new NewVersion(
                            id, base, label, content, "ada", "Why " + i, Set.of("t" + i), Optional.empty()));
                    base = Optional.of(label);
                }
                store.promote(new Promotion(id, Stage.PRODUCTION, Optional.empty(), base, Act.by("ada", "good")));
                for (VersionInfo info : store.versions(id)) {
                    written.add(store.get(id, info.label()));
                }
            }
        }
        return written;
    }
}
