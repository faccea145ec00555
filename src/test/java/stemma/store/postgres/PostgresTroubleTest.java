package stemma.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;
import stemma.store.sql.SqlTroubleContract;

/// Several authors at one server, workspaces, addresses and passwords, and servers that do not answer.
class PostgresTroubleTest extends SqlTroubleContract {
    private static final PromptId ID = new PromptId("a");
    private static final VersionLabel V1 = VersionLabel.FIRST;
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final String PASSWORD = "s3cr3t-Pa\u00dfwort";

    private final PostgresServer server = PostgresServer.shared();
    private final StoreUri uri = server.freshWorkspace();

    @Override
    protected Store open() {
        return PostgresServer.open(uri);
    }

    // --- several authors ---

    @Test
    void aColleaguesPromotionIsToldWithItsPrompt() throws Exception {
        try (Store mine = open();
                Store theirs = open()) {
            assertThat(mine.can(Capability.WATCH_OTHERS)).isTrue();
            theirs.append(first("a"));
            BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
            try (Subscription _ = mine.watch(told::add)) {
                theirs.promote(new Promotion(
                        ID, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("bob", "")));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(ID));
                mine.append(first("mine"));
                theirs.append(first("b"));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(new PromptId("mine")));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(new PromptId("b")));
                assertThat(told).isEmpty();
            }
        }
    }

    @Test
    void ofTwoAuthorsWhoSaveOnOneBaseOneIsToldOfTheConflict() throws Exception {
        try (Store mine = open();
                Store theirs = open();
                var threads = Executors.newFixedThreadPool(8)) {
            mine.append(first("a"));
            List<Future<Boolean>> saves = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Store store = i % 2 == 0 ? mine : theirs;
                VersionLabel label = new VersionLabel("2." + i + ".0");
                saves.add(threads.submit(won(() -> store.append(
                        NewVersion.onTop(ID, V1, label, Content.plain("by " + label), "", "")))));
            }
            assertThat(results(saves)).containsOnlyOnce(true);
            saves.clear();
            for (int i = 0; i < 16; i++) {
                Store store = i % 2 == 0 ? mine : theirs;
                saves.add(threads.submit(won(() -> store.append(first("new")))));
            }
            assertThat(results(saves)).containsOnlyOnce(true);
            assertThat(mine.versions(ID)).hasSize(2);
            assertThat(theirs.check().problems()).isEmpty();
        }
    }

    private static Callable<Boolean> won(Callable<?> save) {
        return () -> {
            try {
                save.call();
                return true;
            } catch (StoreException.Conflict e) {
                return false;
            }
        };
    }

    private static <T> List<T> results(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    @Test
    void bulkWritesThatWaitForEachOtherAllSucceed() throws Exception {
        try (Store mine = open();
                Store theirs = open();
                var threads = Executors.newFixedThreadPool(2)) {
            List<NewVersion> firsts = new ArrayList<>();
            List<NewVersion> up = new ArrayList<>();
            List<NewVersion> down = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                firsts.add(first("p" + i));
                PromptId even = new PromptId("p" + i / 2 * 2);
                VersionLabel label = new VersionLabel("1." + (i % 2 + 1) + ".0");
                up.add(NewVersion.onTop(even, i % 2 == 0 ? V1 : V2, label, Content.plain("up " + i), "", ""));
                down.addFirst(NewVersion.onTop(
                        new PromptId("q" + i), V1, V2, Content.plain("down " + i), "", ""));
                firsts.add(first("q" + i));
            }
            mine.appendAll(firsts);
            List<Future<Boolean>> writes = List.of(
                    threads.submit(won(() -> {
                        mine.appendAll(up);
                        return 1;
                    })),
                    threads.submit(won(() -> {
                        theirs.appendAll(down);
                        return 1;
                    })));
            assertThat(results(new ArrayList<>(writes))).containsOnly(true);
            assertThat(mine.count().versions()).isEqualTo(1_200);
            assertThat(mine.check().problems()).isEmpty();
        }
    }

    @Test
    void storesThatMakeTheSameSchemaAtOnceAllOpenIt() throws Exception {
        StoreUri fresh = server.freshSchema();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<Store>> opening = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                opening.add(threads.submit(() -> PostgresServer.open(fresh)));
            }
            for (Store store : results(opening)) {
                try (store) {
                    assertThat(store.list(Query.all()).items()).isEmpty();
                }
            }
        }
    }

    @Test
    void workspacesSeeNothingOfEachOther() throws Exception {
        StoreUri other = server.freshWorkspace();
        try (Store mine = open();
                Store theirs = PostgresServer.open(other)) {
            BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
            try (Subscription _ = mine.watch(told::add)) {
                theirs.append(first("a"));
                theirs.setTags(ID, V1, Set.of("theirs"));
                theirs.promote(new Promotion(
                        ID, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("bob", "")));
                assertThat(mine.find(ID)).isEmpty();
                assertThat(mine.count().versions()).isZero();
                assertThat(mine.history(Optional.empty(), 0, 10).items()).isEmpty();
                for (Query query : List.of(
                        Query.all(),
                        Query.all().withText("text"),
                        Query.all().withTags(Set.of("theirs")),
                        Query.all().withStage(Stage.PRODUCTION),
                        Query.all().withAuthor("ada"))) {
                    assertThat(mine.list(query).total()).isZero();
                    assertThat(theirs.list(query).total()).isEqualTo(1);
                }
                assertThatThrownBy(() -> mine.deletePrompt(ID, Act.by("", "")))
                        .isInstanceOf(StoreException.NotFound.class);
                mine.append(first("a"));
                mine.deletePrompt(ID, Act.by("", ""));
                assertThat(theirs.find(ID)).isPresent();
                assertThat(theirs.history(Optional.empty(), 0, 10).total()).isEqualTo(1);
                assertThat(told).containsOnly(StoreChange.of(ID)).hasSize(2);
                assertThat(theirs.check().problems()).isEmpty();
            }
        }
    }

    @Test
    void noTableHoldsAKeyWithoutItsWorkspace() throws Exception {
        open().close();
        server.run("DO $$ BEGIN IF EXISTS (SELECT FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'stemma' AND contype IN ('p', 'u', 'f')"
                + " AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)"
                + " AND a.attname = 'workspace')) THEN RAISE 'a key without workspace'; END IF; END $$");
        assertThatThrownBy(() -> server.run("SELECT * FROM stemma.prompts"))
                .as("a connection without a workspace sees none")
                .hasMessageContaining("stemma.workspace");
    }

    // --- texts ---

    @Test
    void aTextWithNulAndItsCodeIsFoundToTheLetter() {
        String odd = "a\0b\uFDD1\uFDD2c\uFDD3%_\\d";
        try (Store store = open()) {
            Content content = Content.chat(new Message("user", odd)).withTitle(odd);
            store.append(new NewVersion(
                    ID, Optional.empty(), V1, content, "n\0", "m\0", Set.of(), Optional.empty()));
            assertThat(store.get(ID, V1).content()).isEqualTo(content);
            assertThat(store.get(ID, V1).info().author()).isEqualTo("n\0");
            assertThat(store.find(ID).orElseThrow().title()).isEqualTo(odd);
            for (String part : List.of("\0", "a\0b", "\0b\uFDD1", "\uFDD1", "\uFDD2", "\uFDD3%", "_\\d", odd)) {
                assertThat(store.list(Query.all().withText(part)).total()).as(part).isEqualTo(1);
                assertThat(store.list(Query.all().withTitle(part)).total()).as(part).isEqualTo(1);
            }
            for (String part : List.of("\uFDD2b", "\uFDD1\uFDD1", "\uFDD3\uFDD2", "b\0", "%%", "\\\\")) {
                assertThat(store.list(Query.all().withText(part)).total()).as(part).isZero();
            }
            assertThat(store.list(Query.all().withAuthor("n\0")).total()).isEqualTo(1);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void longTitlesAndNamesAreHeldAndSorted() {
        String same = "t".repeat(5_000);
        try (Store store = open()) {
            for (String end : List.of("c", "a", "b")) {
                store.append(NewVersion.first(
                        new PromptId("p-" + end), V1, Content.plain("x").withTitle(same + end), "n".repeat(9_000), ""));
            }
            assertThat(store.list(Query.all().withOrder(Query.Order.TITLE)).items())
                    .extracting(summary -> summary.id().value())
                    .containsExactly("p-a", "p-b", "p-c");
            assertThat(store.list(Query.all().withAuthor("n".repeat(9_000))).total()).isEqualTo(3);
        }
    }

    @Test
    void anyPartOfATextIsFoundThroughTheIndexAndNothingElse() {
        try (Store store = open()) {
            store.append(NewVersion.first(ID, V1, Content.plain("100% of _x\\y, Grüße \uD83D\uDE00 and"), "", ""));
            store.append(NewVersion.first(new PromptId("odd/one"), V1, Content.plain("x".repeat(500_000) + "END"), "", ""));
            for (Map.Entry<String, Integer> expected : Map.ofEntries(
                            Map.entry("0% OF _", 1), Map.entry("_x\\y", 1), Map.entry("%", 1), Map.entry("of", 1),
                            Map.entry("e%t", 0), Map.entry("GRÜSSE", 0), Map.entry("GRÜßE \uD83D\uDE00", 1),
                            Map.entry("and \uD83D", 0), Map.entry("xxend", 1), Map.entry("d/ONE", 1),
                            Map.entry("x".repeat(90_000), 1), Map.entry("", 2))
                    .entrySet()) {
                assertThat(store.list(Query.all().withText(expected.getKey())).total())
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue().longValue());
            }
        }
    }

    @Test
    void whatAProgramOfTheFirstSchemaWroteIsFoundAtOnceAndPreparedAfterTheNextOpening() throws Exception {
        StoreUri fresh = server.freshSchema();
        String schema = fresh.options().get("schema");
        try (Store before = PostgresServer.open(fresh)) {
            for (int i = 0; i < 450; i++) {
                before.append(NewVersion.first(new PromptId("p" + i), V1, Content.plain("number " + i), "", ""));
            }
        }
        server.run(
                "DROP VIEW " + schema + ".prompt_texts",
                "ALTER TABLE " + schema + ".all_prompt_texts DROP COLUMN grams",
                "CREATE VIEW " + schema + ".prompt_texts AS SELECT prompt_key, part, text FROM " + schema
                        + ".all_prompt_texts WHERE workspace = current_setting('stemma.workspace')",
                "UPDATE " + schema + ".stemma_schema SET schema_version = 1");
        try (Store after = PostgresServer.open(fresh)) {
            assertThat(after.list(Query.all().withText("umber 44")).total()).isEqualTo(11);
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (server.number("SELECT count(*) FROM " + schema + ".all_prompt_texts WHERE grams = '{-1}'") > 0) {
                assertThat(System.nanoTime()).as("every text is prepared within 30 s").isLessThan(giveUpAt);
                Thread.onSpinWait();
            }
            assertThat(after.list(Query.all().withText("umber 44")).total()).isEqualTo(11);
            assertThat(after.check().problems()).isEmpty();
        }
    }

    // --- addresses and passwords ---

    @Test
    void aPasswordComesFromTheSecretsAndAppearsNowhere() throws Exception {
        server.run(
                "DROP SCHEMA IF EXISTS authors CASCADE",
                "DROP ROLE IF EXISTS author",
                "CREATE ROLE author LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE SCHEMA authors AUTHORIZATION author");
        StoreUri author = server.uri("author", Map.of("schema", "authors"));
        try (Store store = PostgresServer.open(author, PASSWORD)) {
            store.append(first("a"));
            assertThat(store.uri().toString()).doesNotContain(PASSWORD);
        }
        for (String wrong : List.of("", "wr0ng-" + PASSWORD)) {
            assertThatThrownBy(() -> PostgresServer.open(author, wrong))
                    .isInstanceOf(StoreException.Denied.class)
                    .satisfies(e -> assertThat(told(e)).doesNotContain(PASSWORD));
        }
        assertThatThrownBy(() -> PostgresServer.open(server.uri("author", Map.of("schema", "not_theirs")), PASSWORD))
                .isInstanceOf(StoreException.Denied.class)
                .satisfies(e -> assertThat(told(e)).doesNotContain(PASSWORD));
    }

    private static String told(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutRepeatingIt() {
        for (String address : List.of(
                "postgres://ada:" + PASSWORD + "@127.0.0.1:1/db",
                "postgres://ada:p@" + PASSWORD + "@h/db",
                "postgres://:" + PASSWORD + "@h",
                "postgres://ada:x/" + PASSWORD + "@h/db")) {
            assertThatThrownBy(() -> PostgresServer.open(StoreUri.parse(address)))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessageContaining("password-env")
                    .satisfies(e -> assertThat(told(e)).doesNotContain(PASSWORD));
        }
    }

    @Test
    void whatIsNoAddressIsRefusedAndNamed() {
        for (String address : List.of("", "localhost/db", "//h/db", "//ada@", "//ada@h:port/db", "//ada@h:99999/db",
                "//ada@h/a/b", "//%zz@h/db", "//ada@[::1/db")) {
            assertThatThrownBy(() -> PostgresServer.open(StoreUri.of("postgres", address)))
                    .as(address)
                    .isInstanceOf(StoreException.Unsupported.class);
        }
        for (Map.Entry<String, String> option : Map.of(
                        "schema", "a b", "workspace", "it's", "sslmode", "maybe", "connections", "0", "timeout", "-1",
                        "connect-timeout", "soon")
                .entrySet()) {
            assertThatThrownBy(() -> PostgresServer.open(
                            PostgresServer.with(uri, option.getKey(), option.getValue())))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessageContaining(option.getValue());
        }
    }

    @Test
    void aServerWithoutTlsIsRefusedWhenTlsIsDemanded() {
        StoreUri required = PostgresServer.with(uri, "sslmode", "require");
        StoreUri verified = PostgresServer.with(
                PostgresServer.with(uri, "sslmode", "verify-full"), "sslrootcert", "system");
        for (StoreUri demanding : List.of(required, verified)) {
            assertThatThrownBy(() -> PostgresServer.open(demanding))
                    .isInstanceOf(StoreException.Denied.class)
                    .hasMessageContaining("does not support SSL")
                    .hasMessageContaining("Its keeper has to turn it on");
        }
    }

    @Test
    void aDatabaseThatIsNotThereAndASchemaOfAnotherProgramAreNamed() throws Exception {
        StoreUri nowhere = StoreUri.parse(uri.toString().replace("/postgres?", "/nowhere?"));
        assertThatThrownBy(() -> PostgresServer.open(nowhere))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("nowhere");
        server.run("CREATE SCHEMA IF NOT EXISTS shop", "CREATE TABLE IF NOT EXISTS shop.customers (id int)");
        assertThatThrownBy(() -> PostgresServer.open(server.uri(Map.of("schema", "shop"))))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("shop");
        StoreUri newer = server.freshSchema();
        PostgresServer.open(newer).close();
        server.run("UPDATE " + newer.options().get("schema") + ".stemma_schema SET schema_version = 4711");
        assertThatThrownBy(() -> PostgresServer.open(newer))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("newer version");
    }

    // --- servers that do not answer ---

    @Test
    void aServerThatAcceptsAndSaysNothingIsUnreachableInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            StoreUri mute = StoreUri.parse(
                    "postgres://ada@127.0.0.1:" + silent.getLocalPort() + "/db?connect-timeout=1");
            assertThatThrownBy(() -> PostgresServer.open(mute)).isInstanceOf(StoreException.Unreachable.class);
        }
        StoreUri nobody = StoreUri.parse("postgres://ada@127.0.0.1:1/db?connect-timeout=1");
        assertThatThrownBy(() -> PostgresServer.open(nobody))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void aWriteThatWaitsTooLongForAColleagueIsUnreachableAndWritesNothing() throws Exception {
        try (Store store = PostgresServer.open(PostgresServer.with(uri, "timeout", "1"));
                var other = new PostgresLock(server, uri)) {
            store.append(first("a"));
            other.lock(ID);
            assertThatThrownBy(() -> store.setTags(ID, V1, Set.of("late")))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("1 seconds");
            other.release();
            assertThat(store.get(ID, V1).info().tags()).isEmpty();
            store.setTags(ID, V1, Set.of("in time"));
        }
    }
}
