package stemma.store.loom;

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
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Variable;
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

/// The files of loom, to the byte.
class LoomFormatTest {
    private static final PromptId GREET = new PromptId("greet");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final VersionLabel V3 = new VersionLabel("1.2.0");
    private static final Instant THEN = Instant.parse("2026-02-15T10:00:00.12Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = new LoomStoreDriver()
                .open(StoreUri.of("loom", folder.toString()), Opening.at(Clock.fixed(THEN, ZoneOffset.UTC)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /// As loom's command line stores it.
    private void loomStores(String id, String version, String template) throws IOException {
        write(id + "_" + version + ".json", """
                {
                  "ID": "%s",
                  "Version": "%s",
                  "Name": "",
                  "Description": "",
                  "System": "",
                  "Template": "%s",
                  "Variables": null,
                  "Examples": null,
                  "Metadata": null,
                  "CreatedAt": "0001-01-01T00:00:00Z",
                  "UpdatedAt": "0001-01-01T00:00:00Z"
                }""".formatted(id, version, template));
    }

    private static Content go(String system, String template) {
        return new Content(
                "", "", "go",
                system.isEmpty()
                        ? List.of(Message.plain(template))
                        : List.of(new Message("system", system), new Message("user", template)),
                List.of(), List.of(), Json.Object.EMPTY, Json.Object.EMPTY);
    }

    private void promote(Stage stage, Optional<VersionLabel> from, Optional<VersionLabel> to) {
        store.promote(new Promotion(GREET, stage, from, to, Act.by("ada", "")));
    }

    @Test
    void aVersionIsWrittenAsLoomWouldWriteIt() throws Exception {
        Content content = new Content(
                "Greeter",
                "Says hello",
                "go",
                List.of(new Message("system", "You <care> & are\u2028brief."), new Message("user", "Hello {{.name}}")),
                List.of(Variable.named("name")),
                List.of(new Example(Json.parseObject("{\"name\": \"Ann\", \"a\": 1}"), "Hello Ann")),
                Json.Object.EMPTY,
                Json.parseObject("{\"team\": \"docs\", \"rank\": 3, \"deep\": {\"b\": [], \"a\": {}}}"));
        store.append(NewVersion.first(GREET, V1, content, "", ""));
        assertThat(read("greet_1.0.0.json")).isEqualTo("""
                {
                  "ID": "greet",
                  "Version": "1.0.0",
                  "Name": "Greeter",
                  "Description": "Says hello",
                  "System": "You \\u003ccare\\u003e \\u0026 are\\u2028brief.",
                  "Template": "Hello {{.name}}",
                  "Variables": null,
                  "Examples": [
                    {
                      "Input": {
                        "a": 1,
                        "name": "Ann"
                      },
                      "Output": "Hello Ann",
                      "Weight": 1
                    }
                  ],
                  "Metadata": {
                    "deep": {
                      "a": {},
                      "b": []
                    },
                    "rank": 3,
                    "team": "docs"
                  },
                  "CreatedAt": "2026-02-15T10:00:00.12Z",
                  "UpdatedAt": "2026-02-15T10:00:00.12Z"
                }""");
        assertThat(read("_meta.json")).isEqualTo("""
                {
                  "production": {},
                  "meta": {
                    "greet": {
                      "1.0.0": {
                        "stage": "dev"
                      }
                    }
                  }
                }""");
        assertThat(store.get(GREET, V1).content()).isEqualTo(content);
    }

    @Test
    void idsWithSlashesAndColonsAreNamedAsLoomNamesThem() throws Exception {
        PromptId id = new PromptId("team/sum:x ü");
        store.append(NewVersion.first(id, V1, go("", "x"), "", ""));
        assertThat(folder.resolve("team_sum_x ü_1.0.0.json")).exists();
        assertThat(read("_meta.json")).contains("\"team/sum:x ü\": {");
    }

    @Test
    void anIdWhoseFileAnotherOneHasIsRefused() throws Exception {
        store.append(NewVersion.first(new PromptId("a/b"), V1, go("", "x"), "", ""));
        String before = read("a_b_1.0.0.json");
        assertThatThrownBy(() -> store.append(NewVersion.first(new PromptId("a_b"), V1, go("", "y"), "", "")))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("a/b")
                .hasMessageContaining("a_b");
        store.append(NewVersion.first(GREET, V1, go("", "z"), "", ""));
        assertThatThrownBy(() -> store.rename(GREET, new PromptId("a:b"), Act.by("", "")))
                .isInstanceOf(StoreException.Conflict.class);
        assertThat(read("a_b_1.0.0.json")).isEqualTo(before);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aPromptMayBeRenamedToAnIdWithTheSameFile() {
        store.append(NewVersion.first(new PromptId("a/b"), V1, go("", "x"), "", ""));
        store.rename(new PromptId("a/b"), new PromptId("a_b"), Act.by("", ""));
        assertThat(store.versions(new PromptId("a_b"))).hasSize(1);
        assertThat(store.find(new PromptId("a/b"))).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void declaredVariablesAreWrittenWithoutValidation() throws Exception {
        Content content = go("", "{{.n}}").withVariables(List.of(
                new Variable("n", "int", true, Optional.of(Json.Number.of(3)), "How many"), Variable.named("m")));
        store.append(NewVersion.first(GREET, V1, content, "", ""));
        assertThat(Json.parseObject(read("greet_1.0.0.json")).get("Variables").orElseThrow().compact())
                .isEqualTo("[{\"Name\": \"n\", \"Type\": \"int\", \"Required\": true, \"Default\": 3,"
                        + " \"Description\": \"How many\"}, {\"Name\": \"m\", \"Type\": \"\", \"Required\": true,"
                        + " \"Default\": null, \"Description\": \"\"}]");
        assertThat(store.get(GREET, V1).content()).isEqualTo(content);
    }

    @Test
    void variablesThatLoomLostAreFoundInTheText() throws Exception {
        loomStores("greet", "1.0.0", "Hello {{.name}}, {{ .place }} {{.name}}");
        assertThat(store.get(GREET, V1).content().variables())
                .containsExactly(Variable.named("name"), Variable.named("place"));
        Content next = store.get(GREET, V1).content();
        store.append(NewVersion.onTop(GREET, V1, V2, next, "", ""));
        assertThat(read("greet_1.1.0.json")).contains("\"Variables\": null");
        store.append(NewVersion.onTop(GREET, V2, V3, next.withVariables(List.of()), "", ""));
        assertThat(store.get(GREET, V3).content().variables()).isEmpty();
    }

    @Test
    void keysOfAnyCaseAndFieldsThatLoomIgnoresAreRead() throws Exception {
        write("greet_1.0.0.json", "{\"id\":\"greet\",\"VERSION\":\"1.0.0\",\"template\":\"hi\",\"created_at\":\"x\","
                + "\"createdAt\":\"2026-02-15T10:00:00.5+01:00\",\"later\":{\"a\":1},"
                + "\"variables\":[{\"name\":\"n\",\"validation\":null}],\"examples\":[{\"output\":\"o\"}]}");
        assertThat(store.get(GREET, V1).content().variables())
                .containsExactly(new Variable("n", "", false, Optional.empty(), ""));
        assertThat(store.get(GREET, V1).info().createdAt()).isEqualTo(Instant.parse("2026-02-15T09:00:00.5Z"));
        assertThat(store.get(GREET, V1).content().metadata()).isEqualTo(Json.parseObject("{\"loom.weights\": [0]}"));
    }

    @Test
    void whatLoomDoesNotKnowSurvivesARewrite() throws Exception {
        write("greet_1.0.0.json", "{\"id\":\"greet\",\"Version\":\"1.0.0\",\"Template\":\"hi\",\"later\":{\"a\":1.50}}");
        write("_meta.json", "{\"meta\":{\"greet\":{\"1.0.0\":{\"stage\":\"dev\",\"by\":\"eve\"}}},\"more\":[1]}");
        store.rename(GREET, new PromptId("hello"), Act.by("", ""));
        store.setTags(new PromptId("hello"), V1, Set.of("b", "a"));
        assertThat(Json.parse(read("hello_1.0.0.json")))
                .isEqualTo(Json.parse("{\"id\":\"hello\",\"Version\":\"1.0.0\",\"Template\":\"hi\",\"later\":{\"a\":1.50}}"));
        assertThat(Json.parse(read("_meta.json"))).isEqualTo(Json.parse("{\"production\":{},\"meta\":{\"hello\":"
                + "{\"1.0.0\":{\"stage\":\"dev\",\"tags\":[\"a\",\"b\"],\"by\":\"eve\"}}},\"more\":[1]}"));
        assertThat(folder.resolve("greet_1.0.0.json")).doesNotExist();
    }

    @Test
    void weightsOfExamplesAreKeptInTheMetadata() throws Exception {
        write("greet_1.0.0.json", "{\"ID\":\"greet\",\"Version\":\"1.0.0\",\"Template\":\"hi\","
                + "\"Examples\":[{\"Input\":{},\"Output\":\"a\",\"Weight\":2.5},{\"Input\":{},\"Output\":\"b\",\"Weight\":1}]}");
        Content content = store.get(GREET, V1).content();
        assertThat(content.metadata()).isEqualTo(Json.parseObject("{\"loom.weights\": [2.5, 1]}"));
        store.append(NewVersion.onTop(GREET, V1, V2, content, "", ""));
        assertThat(read("greet_1.1.0.json")).contains("\"Weight\": 2.5").doesNotContain("loom.weights");
        assertThat(store.get(GREET, V2).content()).isEqualTo(content);
        Content wrong = content.withMetadata(Json.parseObject("{\"loom.weights\": [1]}"));
        assertThatThrownBy(() -> store.append(NewVersion.onTop(GREET, V2, V3, wrong, "", "")))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("loom.weights");
    }

    @Test
    void messagesThatLoomHasNoPlaceForAreRefusedByName() {
        for (Content content : List.of(
                Content.chat(new Message("assistant", "x")),
                Content.chat(new Message("user", "x"), new Message("system", "y")),
                Content.chat(new Message("system", "x"), new Message("user", "y"), new Message("assistant", "z")))) {
            assertThatThrownBy(() -> store.append(NewVersion.first(GREET, V1, content, "", "")))
                    .isInstanceOf(StoreException.Invalid.class)
                    .hasMessageContaining(content.messages().getLast().role());
        }
        Content reserved = go("", "x").withMetadata(Json.parseObject("{\"stemma\": 1}"));
        assertThatThrownBy(() -> store.append(NewVersion.first(GREET, V1, reserved, "", "")))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("stemma");
        PromptId tooLong = new PromptId("ü".repeat(130));
        assertThatThrownBy(() -> store.append(NewVersion.first(tooLong, V1, go("", "x"), "", "")))
                .isInstanceOf(StoreException.Invalid.class);
        assertThat(folder).isDirectoryNotContaining("glob:**.json");
    }

    @Test
    void theProductionMapWinsAndIsRepairedByTheNextPromotion() throws Exception {
        loomStores("greet", "1.0.0", "a");
        loomStores("greet", "1.1.0", "b");
        loomStores("greet", "1.2.0", "c");
        write("_meta.json", """
                {"production": {"greet": "1.1.0"}, "meta": {"greet": {
                  "1.0.0": {"stage": "production"}, "1.1.0": {"stage": "dev"}, "1.2.0": {"stage": "production"}}}}""");
        assertThat(store.inStage(GREET, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.get(GREET, V1).info().stages()).isEmpty();
        promote(Stage.PRODUCTION, Optional.of(V2), Optional.of(V3));
        assertThat(Json.parse(read("_meta.json"))).isEqualTo(Json.parse("""
                {"production": {"greet": "1.2.0"}, "meta": {"greet": {
                  "1.0.0": {"stage": "dev"}, "1.1.0": {"stage": "dev"}, "1.2.0": {"stage": "production"}}}}"""));
        promote(Stage.PRODUCTION, Optional.of(V3), Optional.empty());
        assertThat(Json.parse(read("_meta.json"))).isEqualTo(Json.parse("""
                {"production": {}, "meta": {"greet": {
                  "1.0.0": {"stage": "dev"}, "1.1.0": {"stage": "dev"}, "1.2.0": {"stage": "dev"}}}}"""));
    }

    @Test
    void twoVersionsThatClaimAStageAreBothShownUntilTheNextPromotion() throws Exception {
        loomStores("greet", "1.0.0", "a");
        loomStores("greet", "1.1.0", "b");
        loomStores("greet", "1.2.0", "c");
        write("_meta.json", """
                {"production": {}, "meta": {"greet": {
                  "1.0.0": {"stage": "staging"}, "1.1.0": {"stage": "staging"}, "1.2.0": {"stage": "dev"}}}}""");
        assertThat(store.get(GREET, V1).info().stages()).containsExactly(Stage.STAGING);
        assertThat(store.get(GREET, V2).info().stages()).containsExactly(Stage.STAGING);
        assertThat(store.inStage(GREET, Stage.STAGING).orElseThrow().label()).isEqualTo(V2);
        promote(Stage.STAGING, Optional.of(V2), Optional.of(V3));
        assertThat(store.versions(GREET)).filteredOn(info -> !info.stages().isEmpty())
                .extracting(VersionInfo::label)
                .containsExactly(V3);
    }

    @Test
    void aVersionInTwoStagesBesidesProductionIsRefused() {
        store.append(NewVersion.first(GREET, V1, go("", "x"), "", ""));
        promote(Stage.STAGING, Optional.empty(), Optional.of(V1));
        assertThatThrownBy(() -> promote(new Stage("canary"), Optional.empty(), Optional.of(V1)))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("staging");
        promote(Stage.PRODUCTION, Optional.empty(), Optional.of(V1));
        promote(Stage.STAGING, Optional.of(V1), Optional.empty());
        assertThat(store.get(GREET, V1).info().stages()).containsExactly(Stage.PRODUCTION);
    }

    @Test
    void filesThatAreNotLoomsAreToldAndDoNotDisturb() throws Exception {
        loomStores("greet", "1.0.0", "a");
        loomStores("greet", "1.1.0", "b");
        write("_meta.json", "{\"production\":{\"gone\":\"1\"},\"meta\":{\"greet\":{\"1.0.0\":{\"stage\":\"No Such\","
                + "\"tags\":[\"fine\",\"a,b\"]}}}}");
        write("stray.json", "{\"x\":1}");
        write("copy.json", read("greet_1.0.0.json"));
        write("bad_1.json", "{\"ID\":\"../x\",\"Version\":\"1\"}");
        write("blank_1.json", "{\"ID\":\"blank\",\"Version\":\"not a label\"}");
        write("notes.txt", "no business of loom");
        Files.createDirectory(folder.resolve("folder.json"));
        assertThat(store.list(Query.all()).items()).hasSize(1);
        assertThat(store.get(GREET, V1).info().tags()).containsExactly("fine");
        assertThat(store.check().problems()).extracting("where").containsExactlyInAnyOrder(
                "stray.json", "copy.json", "bad_1.json", "blank_1.json", "_meta.json", "_meta.json", "_meta.json",
                "greet_1.1.0.json");
    }

    @Test
    void aDamagedMetaFileKeepsOnlyStagesAndTagsOut() throws Exception {
        loomStores("greet", "1.0.0", "a");
        for (String bad : List.of("{", "{\"meta\": 7}", "{\"production\": {\"greet\": 1}}",
                "{\"meta\": {\"greet\": {\"1.0.0\": {\"tags\": [1]}}}}")) {
            write("_meta.json", bad);
            assertThat(store.get(GREET, V1).content().messages().getFirst().text()).isEqualTo("a");
            for (Runnable call : List.<Runnable>of(
                    () -> store.inStage(GREET, Stage.PRODUCTION),
                    () -> promote(Stage.PRODUCTION, Optional.empty(), Optional.of(V1)),
                    () -> store.setTags(GREET, V1, Set.of("x")),
                    () -> store.append(NewVersion.onTop(GREET, V1, V2, go("", "b"), "", "")))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(StoreException.Corrupt.class)
                        .hasMessageContaining("_meta.json");
            }
            assertThat(read("_meta.json")).isEqualTo(bad);
            assertThat(store.check().problems()).extracting("where").contains("_meta.json");
        }
    }

    @Test
    void versionsAreOrderedByTimeThenLabel() throws Exception {
        loomStores("greet", "10.0.0", "a");
        loomStores("greet", "2.0.0", "b");
        write("greet_1.0.0.json", read("greet_2.0.0.json")
                .replace("2.0.0", "1.0.0").replace("0001-01-01", "2026-01-01"));
        assertThat(store.versions(GREET)).extracting(info -> info.label().value())
                .containsExactly("1.0.0", "10.0.0", "2.0.0");
        assertThat(store.versions(GREET).getFirst().parent()).contains(new VersionLabel("10.0.0"));
    }

    @Test
    void aCopyThatLoomMakesDoesNotClaimTheAuthorOfItsOriginal() throws Exception {
        store.append(NewVersion.first(GREET, V1, Content.plain("x").withTitle("T"), "ada", "why"));
        write("greet_1.1.0.json", read("greet_1.0.0.json").replace("\"1.0.0\",\n  \"Name\"", "\"1.1.0\",\n  \"Name\"")
                .replace("2026-02-15", "2026-02-16"));
        assertThat(store.get(GREET, V1).info().author()).isEqualTo("ada");
        assertThat(store.get(GREET, V2).info().author()).isEmpty();
        assertThat(store.get(GREET, V2).content()).isEqualTo(store.get(GREET, V1).content());
    }

    @Test
    void anEditInPlaceIsReadAndToldByTheCheck() throws Exception {
        store.append(NewVersion.first(GREET, V1, go("", "before"), "ada", ""));
        assertThat(store.check().problems()).isEmpty();
        write("greet_1.0.0.json", read("greet_1.0.0.json").replace("before", "after"));
        assertThat(store.get(GREET, V1).content().messages().getFirst().text()).isEqualTo("after");
        assertThat(store.check().problems()).extracting("where").containsExactly("greet_1.0.0.json");
    }

    // --- written by loom itself ---

    private void golden() throws IOException {
        Path golden = Path.of("../shared/golden/loom");
        assumeTrue(Files.isDirectory(golden), "the directory written by loom is not here");
        try (var files = Files.list(golden)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void aDirectoryWrittenByLoomIsSound() throws Exception {
        golden();
        assertThat(store.check().problems()).isEmpty();
        assertThat(store.list(Query.all()).items()).extracting(summary -> summary.id().value())
                .containsExactly("greet", "team/sum:x");
        assertThat(store.inStage(GREET, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.get(GREET, V1).info().stages()).isEmpty();
        assertThat(store.get(GREET, V2).info().tags()).containsExactly("en", "stable");
    }

    @Test
    void whatLoomWroteIsWrittenAgainToTheByte() throws Exception {
        golden();
        store.setTags(GREET, V2, Set.of("stable", "en"));
        assertThat(folder.resolve("_meta.json")).hasSameBinaryContentAs(Path.of("../shared/golden/loom/_meta.json"));
        promote(Stage.STAGING, Optional.empty(), Optional.of(V1));
        promote(Stage.STAGING, Optional.of(V1), Optional.empty());
        assertThat(read("_meta.json")).isEqualTo(
                Files.readString(Path.of("../shared/golden/loom/_meta.json")).replaceFirst("production\"\n      }", "dev\"\n      }"));
        PromptId copy = new PromptId("copy");
        Content content = store.get(GREET, V1).content();
        store.append(new NewVersion(copy, Optional.empty(), V1, content, "", "", Set.of(),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
        assertThat(read("copy_1.0.0.json")).isEqualTo(read("greet_1.0.0.json")
                .replace("\"greet\"", "\"copy\"")
                .replace("0001-01-01T", "2026-01-01T"));
    }
}
