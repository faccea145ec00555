package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Folders that Stemma did not write: by hand, by Git, by prompt-registry.
class HandWrittenFolderTest extends FolderFixture {
    private static final PromptId GENERAL = new PromptId("prompts/general");

    private void promptRegistry() throws Exception {
        write("prompts/general/v1.0.0.md", "# General\r\nBe kind.  ");
        write("prompts/general/v1.0.1.md", "# General\nBe kind and brief.\n");
        write("prompts/general/v1.0.10.md", "---\nnot: closed by anything but text\n---\n");
        Files.createSymbolicLink(file("prompts/general/latest.md"), Path.of("v1.0.10.md"));
        write("prompts/general-golang/v1.0.0.md", "Use Go.");
        write("prompts/general-golang/latest.md", "v1.0.0.md");
        write("prompts/no-link/v2.0.0.md", "x");
        write("prompts/README.md", "about");
        write("prompts/general/vision.md", "foreign");
        write("prompts/general/notes.txt", "foreign");
        write("prompts/.hidden/v1.0.0.md", "hidden");
    }

    @Test
    void openingAndReadingWritesNothing() throws Exception {
        promptRegistry();
        SortedMap<String, String> before = files();
        Store store = open();
        assertThat(ids(store)).containsExactly("prompts/general", "prompts/general-golang", "prompts/no-link");
        assertThat(labels(store, GENERAL)).containsExactly("1.0.10", "1.0.1", "1.0.0");
        assertThat(text(store, GENERAL, "1.0.0")).isEqualTo("# General\r\nBe kind.  ");
        assertThat(store.check().problems()).isEmpty();
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(store.count().versions()).isEqualTo(5);
        assertThat(files()).isEqualTo(before);
        assertThat(file(".stemma")).doesNotExist();
    }

    @Test
    void aBareFileTellsItsTimeAndNoAuthor() throws Exception {
        promptRegistry();
        Instant then = Instant.parse("2024-05-06T07:08:09Z");
        Files.setLastModifiedTime(file("prompts/general/v1.0.1.md"), FileTime.from(then));
        VersionInfo info = open().get(GENERAL, new VersionLabel("1.0.1")).info();
        assertThat(info.createdAt()).isEqualTo(then);
        assertThat(info.author()).isEmpty();
        assertThat(info.parent()).isEmpty();
        assertThat(info.checksum())
                .isEqualTo(Content.plain("# General\nBe kind and brief.\n").checksum());
    }

    @Test
    void linksAreKeptAsTheyAreFound() throws Exception {
        promptRegistry();
        Store store = open();
        append(store, GENERAL, "1.0.10", "1.1.0", "new");
        append(store, new PromptId("prompts/general-golang"), "1.0.0", "1.1.0", "new");
        append(store, new PromptId("prompts/no-link"), "2.0.0", "2.1.0", "new");
        assertThat(Files.readSymbolicLink(file("prompts/general/latest.md"))).hasToString("v1.1.0.md");
        assertThat(Files.isSymbolicLink(file("prompts/general-golang/latest.md"))).isFalse();
        assertThat(read("prompts/general-golang/latest.md")).isEqualTo("v1.1.0.md");
        assertThat(Files.readSymbolicLink(file("prompts/no-link/latest.md"))).hasToString("v2.1.0.md");
        assertThat(read("prompts/general/v1.0.0.md")).isEqualTo("# General\r\nBe kind.  ");
        assertThat(read("prompts/general/vision.md")).isEqualTo("foreign");
        assertThat(labels(store, GENERAL)).containsExactly("1.1.0", "1.0.10", "1.0.1", "1.0.0");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aForeignLatestFileIsNeverTouched() throws Exception {
        write("a/v1.0.0.md", "one");
        write("a/latest.md", "# A copy of the newest prompt\n");
        Store store = open();
        append(store, new PromptId("a"), "1.0.0", "1.1.0", "two");
        assertThat(read("a/latest.md")).isEqualTo("# A copy of the newest prompt\n");
    }

    @Test
    void deletingAPromptLeavesForeignFiles() throws Exception {
        promptRegistry();
        Store store = open();
        store.deletePrompt(GENERAL, Act.by("ada", ""));
        assertThat(file("prompts/general/vision.md")).exists();
        assertThat(file("prompts/general/notes.txt")).exists();
        assertThat(file("prompts/general/v1.0.0.md")).doesNotExist();
        assertThat(Files.isSymbolicLink(file("prompts/general/latest.md"))).isFalse();
        assertThat(ids(store)).doesNotContain("prompts/general");
    }

    @Test
    void aVersionAddedByHandIsANewVersion() throws Exception {
        Store store = open();
        three(store);
        store.close();
        write("support/greeting/v1.3.0.md", "by hand");
        write("support/greeting/v1.2.5.md", """
                ---
                title: Hotfix
                parent: 1.1.0
                tags: [urgent]
                created: 2024-01-01
                ---
                fix""");
        store = open();
        assertThat(labels(store, GREETING)).containsExactly("1.3.0", "1.2.0", "1.2.5", "1.1.0", "1.0.0");
        assertThat(store.get(GREETING, new VersionLabel("1.2.5")).info().tags()).containsExactly("urgent");
        assertThat(store.get(GREETING, new VersionLabel("1.2.5")).content().title()).isEqualTo("Hotfix");
        assertThat(store.outsideEdits().find()).isEmpty();
        append(store, GREETING, "1.3.0", "2.0.0", "on top");
        store.setTags(GREETING, new VersionLabel("1.2.5"), Set.of());
        assertThat(store.get(GREETING, new VersionLabel("1.2.5")).info().tags()).isEmpty();
        store.close();
        store = open();
        assertThat(labels(store, GREETING)).containsExactly("2.0.0", "1.3.0", "1.2.0", "1.2.5", "1.1.0", "1.0.0");
        assertThat(store.get(GREETING, new VersionLabel("1.2.5")).info().tags()).isEmpty();
    }

    @Test
    void everythingIsThereWithoutWhatOnlyStemmaKeeps() throws Exception {
        Store store = open();
        three(store);
        promote(store, "", "1.1.0");
        store.setTags(GREETING, V1, Set.of("launch"));
        store.append(new NewVersion(
                GREETING, Optional.of(V3), new VersionLabel("0.9.0"), Content.plain("lower"), "bob", "why",
                Set.of("t"), Optional.of(Instant.parse("2020-01-01T00:00:00Z"))));
        var versions = store.versions(GREETING);
        var history = store.history(Optional.of(GREETING), 0, 10);
        store.close();
        deleteState();
        store = open();
        assertThat(store.versions(GREETING)).isEqualTo(versions);
        assertThat(store.history(Optional.of(GREETING), 0, 10)).isEqualTo(history);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.check().problems()).isEmpty();
    }

    private void deleteState() throws Exception {
        try (var files = Files.walk(file(".stemma"))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theFilesAreGoodToRead() throws Exception {
        Store store = open();
        three(store);
        promote(store, "", "1.1.0");
        store.setTags(GREETING, V1, Set.of("launch", "q3"));
        Map<String, String> files = files();
        assertThat(files.keySet())
                .containsExactly(
                        "support/greeting/history.jsonl",
                        "support/greeting/latest.md",
                        "support/greeting/stages.txt",
                        "support/greeting/tags.txt",
                        "support/greeting/v1.0.0.md",
                        "support/greeting/v1.1.0.md",
                        "support/greeting/v1.2.0.md");
        assertThat(files.get("support/greeting/stages.txt")).isEqualTo("production: 1.1.0\n");
        assertThat(files.get("support/greeting/tags.txt")).isEqualTo("1.0.0: launch, q3\n");
        assertThat(files.get("support/greeting/history.jsonl"))
                .matches("\\{\"at\": \"[^\"]*\", \"prompt\": \"support/greeting\", \"stage\": \"production\", "
                        + "\"to\": \"1.1.0\", \"who\": \"ada\", \"why\": \"because\"}\n");
        assertThat(files.get("support/greeting/v1.1.0.md"))
                .matches("---\nauthor: ada\ncreated: [0-9T:.Z-]*\nparent: 1.0.0\n---\ntwo");
        assertThat(read(".stemma/.gitignore").getBytes(StandardCharsets.UTF_8)).isEqualTo("*\n".getBytes());
    }

    @Test
    void linksThatLeadOutOfTheFolderAreNotFollowed(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("v1.0.0.md"), "secret");
        Files.createSymbolicLink(file("linked"), elsewhere);
        write("a/v1.0.0.md", "one");
        Files.createSymbolicLink(file("a/v1.1.0.md"), elsewhere.resolve("v1.0.0.md"));
        Store store = open();
        assertThat(ids(store)).containsExactly("a");
        assertThatThrownBy(() -> store.get(new PromptId("a"), V2))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("a/v1.1.0.md");
        assertThatThrownBy(
                        () -> append(store, new PromptId("linked/x"), "", "1.0.0", "x"))
                .isInstanceOf(StoreException.Invalid.class);
        assertThat(elsewhere.resolve("x")).doesNotExist();
    }

    @Test
    void aFolderForReadingOnlyClaimsNoWrites() throws Exception {
        promptRegistry();
        Store store = open(StoreUri.parse("file:" + root + "?readonly=true"));
        assertThat(ids(store)).hasSize(3);
        assertThat(store.check().writable()).isFalse();
        assertThatThrownBy(() -> append(store, GENERAL, "1.0.10", "2.0.0", "x"))
                .isInstanceOf(StoreException.Unsupported.class);
        assertThat(file(".stemma")).doesNotExist();
    }

    @Test
    void aFolderThatMayNotBeWrittenToSaysSo() throws Exception {
        promptRegistry();
        Path state = root.resolve(".stemma");
        Files.createSymbolicLink(state, root.resolve("elsewhere"));
        assertThatThrownBy(() -> append(open(StoreUri.of("file", root.toString())), GENERAL, "1.0.10", "2.0.0", "x"))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("may not write to " + state)
                .hasMessageContaining("copy the prompts");
    }

    @Test
    void aFolderThatIsNotThereIsMadeByTheFirstWrite() {
        Path fresh = root.resolve("fresh");
        Store store = open(StoreUri.of("file", fresh.toString()));
        assertThat(ids(store)).isEmpty();
        assertThat(fresh).doesNotExist();
        three(store);
        assertThat(ids(store)).containsExactly("support/greeting");
    }
}
