package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;

/// The layout `prompts/<name>/v<semver>.md` with `latest.md`, whose files are plain Markdown that a program hands to a
/// model as they are.
class PromptRegistryFolderTest extends FolderFixture {
    private static final PromptId GENERAL = new PromptId("prompts/general");
    private static final PromptId GOLANG = new PromptId("prompts/general-golang");
    private static final VersionLabel NEWEST = new VersionLabel("1.0.10");

    @BeforeEach
    void layout() throws Exception {
        write("prompts/general/v1.0.0.md", "# General\n\nBe kind.\n");
        write("prompts/general/v1.0.2.md", "# General\n\nBe brief.\n");
        write("prompts/general/v1.0.10.md", "# General\n\nBe kind and brief.\n");
        Files.createSymbolicLink(file("prompts/general/latest.md"), Path.of("v1.0.10.md"));
        write("prompts/general-golang/v1.0.0.md", "# Go\n");
        write("prompts/general-golang/latest.md", "v1.0.0.md\n");
        write("prompts/unlinked/v0.1.0.md", "# None\n");
    }

    private static NewVersion unsigned(PromptId id, VersionLabel base, String label, String text) {
        return NewVersion.onTop(id, base, new VersionLabel(label), Content.plain(text), "", "");
    }

    @Test
    void theNewestVersionIsTheGreatestSemverAlsoWithoutALink() {
        Store store = open();
        assertThat(store.find(GENERAL).orElseThrow().head()).isEqualTo(NEWEST);
        assertThat(store.find(GOLANG).orElseThrow().head()).isEqualTo(V1);
        assertThat(store.find(new PromptId("prompts/unlinked")).orElseThrow().head())
                .isEqualTo(new VersionLabel("0.1.0"));
        assertThat(ids(open(stemma.store.StoreUri.of("file", file("prompts").toString()))))
                .containsExactly("general", "general-golang", "unlinked");
    }

    @Test
    void anUnsignedVersionIsPlainMarkdownLikeTheOthersAndTheLinkMoves() throws Exception {
        Store store = open();
        store.append(unsigned(GENERAL, NEWEST, "1.1.0", "# General\n\nNew.\n"));
        store.append(unsigned(GOLANG, V1, "1.1.0", "# Go 2\n"));
        assertThat(read("prompts/general/v1.1.0.md")).isEqualTo("# General\n\nNew.\n");
        assertThat(Files.readSymbolicLink(file("prompts/general/latest.md"))).hasToString("v1.1.0.md");
        assertThat(read("prompts/general-golang/v1.1.0.md")).isEqualTo("# Go 2\n");
        assertThat(Files.isSymbolicLink(file("prompts/general-golang/latest.md"))).isFalse();
        assertThat(read("prompts/general-golang/latest.md")).isEqualTo("v1.1.0.md");
        assertThat(labels(store, GENERAL)).containsExactly("1.1.0", "1.0.10", "1.0.2", "1.0.0");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aPlainVersionIsTheSameWithoutWhatOnlyStemmaKeeps() throws Exception {
        Instant then = Instant.parse("2024-05-06T07:08:09.123456Z");
        Store store = open();
        store.append(new NewVersion(
                GENERAL, Optional.of(NEWEST), new VersionLabel("1.1.0"), Content.plain("new"), "", "", Set.of("draft"),
                Optional.of(then)));
        assertThat(store.versions(GENERAL).getFirst().parent()).contains(NEWEST);
        store.close();
        assertThat(Files.getLastModifiedTime(file("prompts/general/v1.1.0.md"))).isEqualTo(FileTime.from(then));
        Files.move(file(".stemma"), file(".gone"));
        Store again = open();
        assertThat(again.versions(GENERAL).getFirst().label()).hasToString("1.1.0");
        assertThat(again.versions(GENERAL).getFirst().createdAt()).isEqualTo(then);
        assertThat(again.versions(GENERAL).getFirst().tags()).containsExactly("draft");
        assertThat(labels(again, GENERAL)).containsExactly("1.1.0", "1.0.10", "1.0.2", "1.0.0");
    }

    @Test
    void whatHasMoreToTellGetsFrontMatter() throws Exception {
        Store store = open();
        append(store, GENERAL, "1.0.10", "1.1.0", "signed");
        assertThat(read("prompts/general/v1.1.0.md")).startsWith("---\nauthor: ada\n");
        store.append(NewVersion.onTop(
                GOLANG, V1, V2, Content.plain("titled").withTitle("A title"), "", ""));
        assertThat(read("prompts/general-golang/v1.1.0.md")).startsWith("---\ntitle: A title\n");
    }

    @Test
    void aTextThatLooksLikeFrontMatterAndALabelOutOfOrderAreNotLeftBare() throws Exception {
        Store store = open();
        String rule = "---\nkey: value\n---\nbody";
        store.append(unsigned(GOLANG, V1, "1.1.0", rule));
        assertThat(text(store, GOLANG, "1.1.0")).isEqualTo(rule);
        store.append(unsigned(GENERAL, NEWEST, "1.0.9", "backport"));
        assertThat(read("prompts/general/v1.0.9.md")).startsWith("---\n").contains("parent: 1.0.10");
        store.append(unsigned(GENERAL, new VersionLabel("1.0.9"), "1.1.0", "on top"));
        Files.move(file(".stemma"), file(".gone"));
        store.close();
        assertThat(labels(open(), GENERAL)).startsWith("1.1.0", "1.0.9", "1.0.10");
    }

    @Test
    void promotingAddsFilesBesideAndChangesNoVersion() throws Exception {
        Store store = open();
        store.promote(new Promotion(
                GENERAL, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "because")));
        store.close();
        assertThat(read("prompts/general/v1.0.0.md")).isEqualTo("# General\n\nBe kind.\n");
        assertThat(read("prompts/general/stages.txt")).isEqualTo("production: 1.0.0\n");
        assertThat(Files.readSymbolicLink(file("prompts/general/latest.md"))).hasToString("v1.0.10.md");
        Store again = open();
        assertThat(again.inStage(GENERAL, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V1);
        assertThat(again.history(Optional.of(GENERAL), 0, 10).items()).hasSize(1);
        assertThat(again.check().problems()).isEmpty();
    }

    @Test
    void aMissingOrStaleLinkIsSetByTheNextWrite() throws Exception {
        Files.delete(file("prompts/general/latest.md"));
        Files.createSymbolicLink(file("prompts/general/latest.md"), Path.of("v1.0.0.md"));
        Store store = open();
        assertThat(store.find(GENERAL).orElseThrow().head()).isEqualTo(NEWEST);
        store.setTags(GENERAL, V1, Set.of("old"));
        assertThat(Files.readSymbolicLink(file("prompts/general/latest.md"))).hasToString("v1.0.10.md");
        store.setTags(new PromptId("prompts/unlinked"), new VersionLabel("0.1.0"), Set.of("old"));
        assertThat(Files.exists(file("prompts/unlinked/latest.md"), LinkOption.NOFOLLOW_LINKS)).isTrue();
        store.deleteVersion(GENERAL, NEWEST, Act.by("", ""));
        assertThat(Files.readSymbolicLink(file("prompts/general/latest.md"))).hasToString("v1.0.2.md");
    }
}
