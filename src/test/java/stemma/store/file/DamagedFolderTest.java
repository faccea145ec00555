package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Health;
import stemma.store.NewVersion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

class DamagedFolderTest extends FolderFixture {
    private static final PromptId BAD = new PromptId("bad");

    /// A sound prompt beside whatever the test damages.
    private Store withNeighbour() {
        Store store = open();
        three(store);
        promote(store, "", "1.1.0");
        return store;
    }

    private void assertNeighbourIsUsable(Store store) {
        assertThat(ids(store)).contains("support/greeting");
        assertThat(text(store, GREETING, "1.1.0")).isEqualTo("two");
        String head = labels(store, GREETING).getFirst();
        append(store, GREETING, head, "9." + labels(store, GREETING).size() + ".0", "next");
    }

    private void assertCorrupt(String where, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining(where);
    }

    private static void assertReported(Store store, String where) {
        assertThat(store.check().problems()).extracting(Health.Problem::where).contains(where);
    }

    @Test
    void aVersionThatWasNeverRecordedAndCannotBeReadIsNamed() throws Exception {
        Store store = withNeighbour();
        Files.createDirectories(file("bad"));
        Files.write(file("bad/v1.0.0.md"), new byte[] {'h', (byte) 0xC3});
        write("bad/v1.1.0.md", "---\ntitle: [\n---\nx");
        write("bad/v1.2.0.md", "fine");
        assertReported(store, "bad/v1.0.0.md");
        assertReported(store, "bad/v1.1.0.md");
        assertThat(labels(store, BAD)).containsExactly("1.2.0", "1.1.0", "1.0.0");
        assertThat(text(store, BAD, "1.2.0")).isEqualTo("fine");
        assertCorrupt("bad/v1.0.0.md", () -> store.get(BAD, V1));
        assertCorrupt("bad/v1.1.0.md", () -> store.get(BAD, V2));
        append(store, BAD, "1.2.0", "1.3.0", "on top");
        assertThat(Files.readAllBytes(file("bad/v1.0.0.md"))).containsExactly('h', (byte) 0xC3);
        assertNeighbourIsUsable(store);
    }

    /// As a folder or repository of somebody else may hold.
    @ParameterizedTest
    @ValueSource(strings = {"v1.0.0.md", "v1.2.0.md", "stages.txt", "tags.txt", "history.jsonl"})
    void aLinkThatLeadsOutOfTheFolderIsNamedAndNotFollowed(String name) throws Exception {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless));
        Store store = withNeighbour();
        append(store, BAD, "", "1.0.0", "one");
        append(store, BAD, "1.0.0", "1.1.0", "two");
        Files.deleteIfExists(file("bad/" + name));
        Files.createSymbolicLink(file("bad/" + name), endless);
        assertReported(store, "bad/" + name);
        assertThat(text(store, BAD, "1.1.0")).isEqualTo("two");
        if (name.equals("v1.2.0.md")) {
            assertCorrupt("bad/" + name, () -> store.get(BAD, V3));
        }
        if (name.equals("history.jsonl")) {
            assertCorrupt("bad/" + name, () -> store.history(Optional.of(BAD), 0, 10));
            assertCorrupt("bad/" + name, () -> store.rename(BAD, new PromptId("good"), Act.by("ada", "")));
        }
        assertThat(store.history(Optional.empty(), 0, 10).items()).isNotEmpty();
        store.outsideEdits().find();
        assertNeighbourIsUsable(store);
        assertThat(file("bad/" + name)).isSymbolicLink();
    }

    @Test
    void aTruncatedVersionIsToldFromItsCopy() throws Exception {
        Store store = withNeighbour();
        byte[] bytes = Files.readAllBytes(file("support/greeting/v1.2.0.md"));
        Files.write(file("support/greeting/v1.2.0.md"), Arrays.copyOf(bytes, 20));
        store.close();
        Store again = open();
        assertThat(text(again, GREETING, "1.2.0")).isEqualTo("three");
        assertReported(again, "support/greeting/v1.2.0.md");
        try (var copies = Files.list(file(".stemma/originals"))) {
            for (Path copy : copies.toList()) {
                Files.write(copy, new byte[] {1, 2, 3});
            }
        }
        assertCorrupt("support/greeting/v1.2.0.md", () -> again.get(GREETING, V3));
        assertThat(Files.size(file("support/greeting/v1.2.0.md"))).isEqualTo(20);
    }

    @Test
    void brokenStagesAreNamedAndNotOverwritten() throws Exception {
        Store store = withNeighbour();
        String broken = "production: 1.1.0\nstaging 1.2.0\n";
        write("support/greeting/stages.txt", broken);
        assertReported(store, "support/greeting/stages.txt");
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertCorrupt("support/greeting/stages.txt", () -> store.inStage(GREETING, Stage.STAGING));
        assertCorrupt("support/greeting/stages.txt", () -> promote(store, "1.1.0", "1.2.0"));
        assertCorrupt("stages.txt", () -> store.deleteVersion(GREETING, V2, Act.by("", "")));
        assertCorrupt("stages.txt", () -> store.rename(GREETING, SUMMARY, Act.by("", "")));
        assertNeighbourIsUsable(store);
        assertThat(read("support/greeting/stages.txt")).isEqualTo(broken);
    }

    @Test
    void missingStagesAreNoticedAndSetAnewByAPromotion() throws Exception {
        Store store = withNeighbour();
        Files.delete(file("support/greeting/stages.txt"));
        assertReported(store, "support/greeting/stages.txt");
        assertCorrupt("production held 1.1.0", () -> store.inStage(GREETING, Stage.PRODUCTION));
        assertNeighbourIsUsable(store);
        promote(store, "", "1.1.0");
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aStageThatNamesNoVersionIsDamaged() throws Exception {
        Store store = withNeighbour();
        write("support/greeting/stages.txt", "production: 1.1");
        assertReported(store, "support/greeting/stages.txt");
        assertCorrupt("no such version", () -> store.inStage(GREETING, Stage.PRODUCTION));
        assertThat(store.find(GREETING).orElseThrow().stages()).isEmpty();
    }

    @Test
    void brokenTagsAreNamedAndNotOverwritten() throws Exception {
        Store store = withNeighbour();
        write("support/greeting/tags.txt", "1.0.0: launch\n\u0000\n");
        assertReported(store, "support/greeting/tags.txt");
        assertThat(store.get(GREETING, V1).info().tags()).containsExactly("launch");
        assertCorrupt("support/greeting/tags.txt", () -> store.setTags(GREETING, V1, Set.of("x")));
        assertCorrupt("support/greeting/tags.txt", () -> store.append(new NewVersion(
                GREETING, Optional.of(V3), new VersionLabel("2.0.0"), Content.plain(""), "", "", Set.of("t"),
                Optional.empty())));
        assertCorrupt("tags.txt", () -> store.deleteVersion(GREETING, V1, Act.by("", "")));
        assertNeighbourIsUsable(store);
        assertThat(read("support/greeting/tags.txt")).isEqualTo("1.0.0: launch\n\u0000\n");
    }

    @Test
    void aBrokenHistoryIsNamedAndNotOverwritten() throws Exception {
        Store store = withNeighbour();
        append(store, SUMMARY, "", "1.0.0", "x");
        store.deletePrompt(SUMMARY, Act.by("ada", ""));
        String broken = read("support/greeting/history.jsonl") + "{\"at\": \"cut o";
        write("support/greeting/history.jsonl", broken);
        assertReported(store, "support/greeting/history.jsonl");
        assertCorrupt("line 2", () -> store.history(Optional.of(GREETING), 0, 10));
        assertThat(store.history(Optional.empty(), 0, 10).items()).hasSize(2);
        assertCorrupt("support/greeting/history.jsonl", () -> promote(store, "1.1.0", "1.2.0"));
        assertNeighbourIsUsable(store);
        assertThat(read("support/greeting/history.jsonl")).isEqualTo(broken);
    }

    @Test
    void aBrokenJournalStopsWritesButNotReading() throws Exception {
        Store store = withNeighbour();
        store.close();
        for (String intent : new String[] {
            "garbage",
            "{\"steps\": 1}",
            "{\"steps\": [{\"delete\": \"../outside\"}]}",
            "{\"steps\": [{\"move\": \".stemma/journal/staged-0\", \"to\": \"readme.txt\", \"before\": \"\"}]}",
            "{\"steps\": [{\"link\": \"a/latest.md\", \"to\": \"/etc/passwd\", \"text\": true}]}"
        }) {
            write(".stemma/journal/intent", intent);
            Store again = open();
            assertThat(text(again, GREETING, "1.0.0")).isEqualTo("one");
            assertReported(again, ".stemma/journal/intent");
            assertCorrupt(".stemma/journal/intent", () -> append(again, GREETING, "1.2.0", "2.0.0", "x"));
            assertThat(read(".stemma/journal/intent")).isEqualTo(intent);
            again.close();
        }
    }

    @Test
    void aBrokenRecordCostsNothingButTheKnowledgeOfEdits() throws Exception {
        Store store = withNeighbour();
        store.close();
        try (var records = Files.list(file(".stemma/records"))) {
            for (Path record : records.toList()) {
                Files.writeString(record, Files.readString(record).substring(0, 400));
            }
        }
        Store again = open();
        assertThat(again.check().problems()).singleElement().satisfies(problem -> assertThat(problem.where())
                .startsWith(".stemma/records/"));
        assertThat(labels(again, GREETING)).containsExactly("1.2.0", "1.1.0", "1.0.0");
        assertNeighbourIsUsable(again);
        assertThat(again.check().problems()).isEmpty();
    }

    @Test
    void flippedBitsAnywhereAreReportedAndNeverAnUnexpectedError() throws Exception {
        Store store = withNeighbour();
        store.setTags(GREETING, V1, Set.of("launch"));
        store.close();
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Path victim;
            try (var all = Files.walk(root)) {
                var files = all.filter(Files::isRegularFile)
                        .filter(path -> !Files.isSymbolicLink(path))
                        .filter(path -> path.toFile().length() > 0)
                        .toList();
                victim = files.get(random.nextInt(files.size()));
            }
            byte[] sound = Files.readAllBytes(victim);
            byte[] flipped = sound.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(victim, flipped);
            try (Store damaged = open()) {
                try {
                    damaged.check();
                    damaged.list(Query.all());
                    for (String label : labels(damaged, GREETING)) {
                        damaged.get(GREETING, new VersionLabel(label));
                    }
                    damaged.inStage(GREETING, Stage.PRODUCTION);
                    damaged.history(Optional.of(GREETING), 0, 10);
                } catch (StoreException e) {
                    assertThat(e).hasMessageContaining("file:");
                }
            }
            assertThat(Files.readAllBytes(victim)).isEqualTo(flipped);
            Files.write(victim, sound);
        }
    }

    @Test
    void anUnreadableFolderIsNamedAndTheRestUsable() throws Exception {
        write("closed/deep/v1.0.0.md", "x");
        Files.setPosixFilePermissions(file("closed"), PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(file("closed")), "the user of this test may read everything");
            Store store = withNeighbour();
            assertReported(store, "closed");
            assertThatThrownBy(() -> store.versions(new PromptId("closed/deep")))
                    .isInstanceOf(StoreException.Denied.class);
            assertNeighbourIsUsable(store);
        } finally {
            Files.setPosixFilePermissions(file("closed"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatWentAwayIsUnreachable() throws Exception {
        Path stick = Files.createDirectory(root.resolve("stick"));
        Store store = open(StoreUri.of("file", stick.toString()));
        three(store);
        Files.move(stick, root.resolve("elsewhere"));
        assertThatThrownBy(store::check).isInstanceOf(StoreException.Unreachable.class);
        assertThatThrownBy(() -> store.list(Query.all())).isInstanceOf(StoreException.Unreachable.class);
    }

    @Test
    void whatIsNoFolderIsRefusedClearly() throws Exception {
        write("file.txt", "x");
        for (String location : new String[] {file("file.txt").toString(), file("no/such").toString(), "", "a\0b"}) {
            assertThatThrownBy(() -> open(StoreUri.of("file", location)))
                    .isInstanceOf(StoreException.Unreachable.class);
        }
    }
}
