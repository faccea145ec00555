package stemma.store.goprompty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
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

/// The files of go-prompty, to the byte.
class GoPromptyFormatTest {
    private static final PromptId GREETING = new PromptId("greeting");
    private static final VersionLabel V1 = new VersionLabel("1");
    private static final VersionLabel V2 = new VersionLabel("2");
    private static final VersionLabel V3 = new VersionLabel("3");
    private static final VersionLabel IGNORED = new VersionLabel("9.9.9");
    private static final Instant THEN = Instant.parse("2026-02-15T10:00:00.12Z");
    private static final Path GOLDEN = Path.of("../shared/golden/go-prompty");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = new GoPromptyStoreDriver()
                .open(StoreUri.of("go-prompty", folder.toString()), Opening.at(Clock.fixed(THEN, ZoneOffset.UTC)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Content raw(String source) {
        return new Content(
                "", "", "none", List.of(Message.plain(source)), List.of(), List.of(), Json.Object.EMPTY,
                Json.Object.EMPTY);
    }

    private VersionLabel append(Content content, String author, String... tags) {
        Optional<VersionLabel> head = store.find(GREETING).map(PromptSummary::head);
        return store.append(new NewVersion(
                        GREETING, head, IGNORED, content, author, "", Set.of(tags), Optional.empty()))
                .label();
    }

    private void promote(Stage stage, Optional<VersionLabel> from, Optional<VersionLabel> to, String who) {
        store.promote(new Promotion(GREETING, stage, from, to, Act.by(who, "")));
    }

    @Test
    void aVersionIsWrittenAsGoPromptyWouldWriteIt() throws Exception {
        Content content = raw("Hello {~prompty.var name=\"user\" /~} <b>&\u2028")
                .withMetadata(Json.parseObject("{\"team\": \"docs\", \"go-prompty.tenant\": \"t1\"}"));
        assertThat(append(content, "ann", "public", "b")).isEqualTo(V1);
        String written = read("greeting/v1.json");
        assertThat(written).matches("(?s).*\"id\": \"tmpl_[A-Za-z0-9_-]{16}\".*");
        assertThat(written.replaceFirst("tmpl_[A-Za-z0-9_-]{16}", "ID")).isEqualTo("""
                {
                  "id": "ID",
                  "name": "greeting",
                  "source": "Hello {~prompty.var name=\\"user\\" /~} \\u003cb\\u003e\\u0026\\u2028",
                  "version": 1,
                  "status": "active",
                  "metadata": {
                    "team": "docs"
                  },
                  "created_at": "2026-02-15T10:00:00.12Z",
                  "updated_at": "2026-02-15T10:00:00.12Z",
                  "created_by": "ann",
                  "tenant_id": "t1",
                  "tags": [
                    "b",
                    "public"
                  ]
                }""");
        assertThat(folder.resolve("greeting/labels.json")).doesNotExist();
        assertThat(store.get(GREETING, V1).content()).isEqualTo(content);
        assertThat(store.get(GREETING, V1).info().author()).isEqualTo("ann");
    }

    @Test
    void eachVersionHasAnIdOfItsOwn() throws Exception {
        append(raw("x"), "");
        append(raw("x"), "");
        assertThat(Json.parseObject(read("greeting/v1.json")).get("id"))
                .isNotEqualTo(Json.parseObject(read("greeting/v2.json")).get("id"));
    }

    @Test
    void labelsAreWrittenAsGoPromptyWouldAndTheFileGoesWithTheLastOne() throws Exception {
        append(raw("x"), "");
        append(raw("y"), "");
        promote(Stage.STAGING, Optional.empty(), Optional.of(V2), "");
        promote(Stage.PRODUCTION, Optional.empty(), Optional.of(V1), "ann");
        assertThat(read("greeting/labels.json")).isEqualTo("""
                {
                  "labels": {
                    "production": {
                      "version": 1,
                      "assigned_at": "2026-02-15T10:00:00.12Z",
                      "assigned_by": "ann"
                    },
                    "staging": {
                      "version": 2,
                      "assigned_at": "2026-02-15T10:00:00.12Z"
                    }
                  }
                }""");
        promote(Stage.STAGING, Optional.of(V2), Optional.empty(), "");
        store.deleteVersion(GREETING, V1, Act.by("", ""));
        assertThat(folder.resolve("greeting/labels.json")).doesNotExist();
        assertThatThrownBy(() -> promote(new Stage("1st"), Optional.empty(), Optional.of(V2), ""))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("1st");
    }

    @Test
    void numbersAreNeverUsedAgain() throws Exception {
        append(raw("1"), "");
        append(raw("2"), "");
        append(raw("3"), "");
        store.deleteVersion(GREETING, V3, Act.by("", ""));
        store.deleteVersion(GREETING, V2, Act.by("", ""));
        assertThat(append(raw("4"), "")).isEqualTo(new VersionLabel("4"));
        store.deletePrompt(GREETING, Act.by("", ""));
        assertThat(folder.resolve("greeting")).doesNotExist();
        assertThat(append(raw("5"), "")).isEqualTo(new VersionLabel("5"));
        PromptId other = new PromptId("Greeting");
        assertThat(store.append(NewVersion.first(other, IGNORED, raw("x"), "", "")).label()).isEqualTo(V1);
        store.rename(GREETING, new PromptId("renamed"), Act.by("", ""));
        assertThat(append(raw("6"), "")).isEqualTo(new VersionLabel("6"));
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aNumberWhoseFileCannotBeReadIsNotGivenAgain() throws Exception {
        append(raw("1"), "");
        write("greeting/v2.json", "broken");
        assertThat(append(raw("3"), "")).isEqualTo(V3);
        assertThat(read("greeting/v2.json")).isEqualTo("broken");
        assertThatThrownBy(() -> store.get(GREETING, V2)).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void whereTheNumbersEndNothingMoreIsWritten() throws Exception {
        append(raw("1"), "");
        write("greeting/v999999999999999999.json", "broken");
        assertThatThrownBy(() -> append(raw("2"), ""))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("greeting");
    }

    @Test
    void aStatusIsShownAsATagAndChangedByIt() throws Exception {
        append(raw("x"), "", "status:draft", "q");
        assertThat(read("greeting/v1.json")).contains("\"status\": \"draft\"").doesNotContain("status:draft");
        assertThat(store.list(Query.all().withTags(Set.of("status:draft"))).items()).hasSize(1);
        store.setTags(GREETING, V1, Set.of("q"));
        assertThat(read("greeting/v1.json")).contains("\"status\": \"active\"");
        store.setTags(GREETING, V1, Set.of("q", "status:deprecated"));
        VersionInfo archived = store.setTags(GREETING, V1, Set.of("q", "status:archived"));
        assertThat(archived.tags()).containsExactly("q", "status:archived");
        assertThat(read("greeting/v1.json")).contains("\"status\": \"archived\"");
        String before = read("greeting/v1.json");
        for (Set<String> tags : List.of(
                Set.of("q"), Set.of("status:draft"), Set.of("status:none"),
                Set.of("status:draft", "status:archived"))) {
            assertThatThrownBy(() -> store.setTags(GREETING, V1, tags)).isInstanceOf(StoreException.Invalid.class);
        }
        assertThat(read("greeting/v1.json")).isEqualTo(before);
        store.setTags(GREETING, V1, Set.of("r", "status:archived"));
        assertThat(read("greeting/v1.json")).contains("\"r\"").contains("\"status\": \"archived\"");
    }

    @Test
    void filesOfOldReleasesAreReadAndKeepWhatTheySay() throws Exception {
        write("greeting/v1.json", """
                {
                  "id": "tmpl_old",
                  "name": "greeting",
                  "source": "Hi",
                  "version": 1,
                  "inference_config": {
                    "model": "gpt-4"
                  },
                  "created_at": "2024-02-15T10:00:00.5+02:00",
                  "updated_at": "2024-02-15T10:00:00.5+02:00",
                  "later": 1.50
                }""");
        assertThat(store.get(GREETING, V1).content().config()).isEqualTo(Json.parseObject("{\"model\": \"gpt-4\"}"));
        assertThat(store.get(GREETING, V1).info().createdAt()).isEqualTo(Instant.parse("2024-02-15T08:00:00.5Z"));
        assertThat(store.get(GREETING, V1).info().tags()).isEmpty();
        String before = read("greeting/v1.json");
        store.setTags(GREETING, V1, Set.of());
        assertThat(read("greeting/v1.json")).isEqualTo(before);
        store.setTags(GREETING, V1, Set.of("status:archived", "new"));
        assertThat(Json.parse(read("greeting/v1.json"))).isEqualTo(Json.parse(before
                .replace("\"version\": 1", "\"version\": 1, \"status\": \"archived\", \"tags\": [\"new\"]")
                .replace("\"updated_at\": \"2024-02-15T10:00:00.5+02:00\"", "\"updated_at\": \"2026-02-15T10:00:00.12Z\"")));
        append(store.get(GREETING, V1).content(), "");
        assertThat(store.get(GREETING, V2).content().config()).isEqualTo(Json.parseObject("{\"model\": \"gpt-4\"}"));
        assertThat(read("greeting/v2.json")).doesNotContain("\"prompt_config\"");
    }

    @Test
    void aConfigThatGoPromptyCanReadIsItsPromptConfigAndAnyOtherIsKeptAside() throws Exception {
        Content readable = raw("x").withConfig(Json.parseObject(
                "{\"name\": \"g\", \"description\": \"d\", \"execution\": {\"temperature\": 0.70, \"max_tokens\": 9}}"));
        append(readable, "");
        assertThat(read("greeting/v1.json")).contains("\"prompt_config\": {").contains("0.70");
        for (String config : List.of(
                "{\"model\": \"large\"}",
                "{\"name\": \"g\"}",
                "{\"name\": \"g\", \"description\": \"d\", \"execution\": {\"max_tokens\": 1.5}}",
                "{\"name\": \"g\", \"description\": \"d\", \"tools\": 7}")) {
            Content other = raw("x").withConfig(Json.parseObject(config));
            VersionLabel label = append(other, "");
            assertThat(read("greeting/v" + label + ".json")).doesNotContain("\"prompt_config\"");
            assertThat(store.get(GREETING, label).content()).isEqualTo(other);
        }
    }

    @Test
    void metadataThatIsNoTextIsKeptAside() throws Exception {
        Content content = raw("x").withMetadata(Json.parseObject("{\"n\": 1.50, \"s\": \"text\"}"));
        append(content, "");
        assertThat(read("greeting/v1.json")).contains("\"s\": \"text\"").doesNotContain("\"n\":");
        assertThat(store.get(GREETING, V1).content()).isEqualTo(content);
    }

    @Test
    void whatGoPromptyHasNoPlaceForIsRefusedByName() {
        for (String name : List.of("a/b", "a\\b", "a:b", "a*b", "a?b", "a\"b", "a<b", "a>b", "a|b", "a..b")) {
            assertThatThrownBy(() -> store.append(NewVersion.first(new PromptId(name), IGNORED, raw("x"), "", "")))
                    .isInstanceOf(StoreException.Invalid.class)
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(() -> append(Content.chat(new Message("user", "x")), ""))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("one text");
        assertThatThrownBy(() -> append(raw("x").withMetadata(Json.parseObject("{\"go-prompty.tenant\": 1}")), ""))
                .isInstanceOf(StoreException.Invalid.class);
        append(raw("x"), "");
        assertThatThrownBy(() -> store.rename(GREETING, new PromptId("a/b"), Act.by("", "")))
                .isInstanceOf(StoreException.Invalid.class);
        assertThat(store.find(GREETING)).isPresent();
    }

    @Test
    void filesThatAreNotGoPromptysAreToldAndDoNotDisturb() throws Exception {
        append(raw("x"), "");
        String good = read("greeting/v1.json");
        write("greeting/v02.json", good);
        write("greeting/v3.json", good);
        write("other/v1.json", good);
        write("typed/v1.json", good.replace("\"name\": \"greeting\"", "\"name\": 7"));
        write("greeting/labels.json", "{\"labels\": {\"production\": {\"version\": 1}, \"gone\": {\"version\": 9},"
                + " \"dev\": {\"version\": 1}}}");
        write("greeting/notes.json", "no business of go-prompty");
        write(".git/config", "nor this");
        write("v1.json", "{}");
        assertThat(store.list(Query.all()).items()).hasSize(1);
        assertThat(store.versions(GREETING)).hasSize(1);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION)).isPresent();
        assertThat(store.check().problems()).extracting("where").containsExactlyInAnyOrder(
                "greeting/v02.json", "greeting/v3.json", "other/v1.json", "typed/v1.json", "greeting/labels.json",
                "greeting/labels.json");
    }

    @Test
    void damagedLabelsKeepOnlyStagesOut() throws Exception {
        append(raw("x"), "");
        for (String bad : List.of("{", "[]", "{\"labels\": 1}", "{\"labels\": {\"production\": {\"version\": \"1\"}}}",
                "{\"labels\": {\"production\": {\"version\": 1e9}}}")) {
            write("greeting/labels.json", bad);
            assertThat(store.get(GREETING, V1).content()).isEqualTo(raw("x"));
            assertThatThrownBy(() -> store.inStage(GREETING, Stage.PRODUCTION))
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining("labels.json");
            assertThatThrownBy(() -> promote(Stage.PRODUCTION, Optional.empty(), Optional.of(V1), ""))
                    .isInstanceOf(StoreException.Corrupt.class);
            assertThat(read("greeting/labels.json")).isEqualTo(bad);
            store.setTags(GREETING, V1, Set.of("still", "works"));
            store.setTags(GREETING, V1, Set.of());
        }
    }

    @Test
    void aDamagedFileOfNumbersKeepsOnlyNewVersionsOut() throws Exception {
        append(raw("x"), "");
        write(".stemma-numbers", "{\"greeting\": \"three\"}");
        assertThatThrownBy(() -> append(raw("y"), ""))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining(".stemma-numbers");
        promote(Stage.PRODUCTION, Optional.empty(), Optional.of(V1), "");
        assertThat(store.check().problems()).extracting("where").containsExactly(".stemma-numbers");
    }

    @Test
    void aRollbackByGoPromptyDoesNotClaimTheMessageOfItsOriginal() throws Exception {
        store.append(NewVersion.first(GREETING, IGNORED, raw("x").withTitle("T"), "ada", "why"));
        String original = read("greeting/v1.json");
        write("greeting/v2.json", original
                .replace("\"version\": 1", "\"version\": 2")
                .replace("\"created_by\": \"ada\"", "\"later\": 1"));
        VersionInfo rolledBack = store.get(GREETING, V2).info();
        assertThat(store.get(GREETING, V1).info().message()).isEqualTo("why");
        assertThat(rolledBack.message()).isEmpty();
        assertThat(rolledBack.author()).isEmpty();
        assertThat(rolledBack.parent()).contains(V1);
        assertThat(store.get(GREETING, V2).content().title()).isEqualTo("T");
    }

    // --- written by go-prompty itself ---

    private void golden() throws IOException {
        assumeTrue(Files.isDirectory(GOLDEN), "the folder written by go-prompty is not here");
        try (var files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(GOLDEN.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void aFolderWrittenByGoPromptyIsSound() throws Exception {
        golden();
        assertThat(store.check().problems()).isEmpty();
        assertThat(store.versions(GREETING)).extracting(VersionInfo::label).containsExactly(V3, V2, V1);
        assertThat(store.get(GREETING, V1).info().tags()).containsExactly("public", "status:archived");
        assertThat(store.get(GREETING, V1).content().metadata())
                .isEqualTo(Json.parseObject("{\"author\": \"x\", \"go-prompty.tenant\": \"t1\"}"));
        assertThat(store.inStage(GREETING, Stage.STAGING).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.get(new PromptId("greeting-copy"), V1).info().tags()).containsExactly("status:draft");
    }

    @Test
    void whatGoPromptyWroteIsWrittenAgainToTheByte() throws Exception {
        golden();
        String original = Files.readString(GOLDEN.resolve("greeting/v2.json"));
        VersionLabel copy = append(store.get(GREETING, V2).content(), "");
        assertThat(read("greeting/v" + copy + ".json"))
                .contains(original.substring(original.indexOf("\"source\""), original.indexOf("\"version\"")))
                .contains(original.substring(original.indexOf("\"prompt_config\""), original.indexOf("\"created_at\"")));
        store.setTags(GREETING, V3, Set.of("x"));
        store.setTags(GREETING, V3, Set.of());
        assertThat(read("greeting/v3.json").replaceFirst("\"updated_at\": \"[^\"]*\"", "\"updated_at\": \"\""))
                .isEqualTo(Files.readString(GOLDEN.resolve("greeting/v3.json"))
                        .replaceFirst("\"updated_at\": \"[^\"]*\"", "\"updated_at\": \"\""));
        promote(Stage.STAGING, Optional.of(V2), Optional.of(V3), "");
        assertThat(read("greeting/labels.json")).isEqualTo(Files.readString(GOLDEN.resolve("greeting/labels.json"))
                .replaceFirst("(?s)\"version\": 2,.*?Z\"", "\"version\": 3,\n      \"assigned_at\": \"2026-02-15T10:00:00.12Z\""));
        assertThat(folder.resolve("greeting/v1.json")).hasSameBinaryContentAs(GOLDEN.resolve("greeting/v1.json"));
    }
}
