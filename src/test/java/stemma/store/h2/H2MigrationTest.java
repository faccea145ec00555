package stemma.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Migration;
import stemma.store.sql.Schema;
import stemma.store.sql.Session;

class H2MigrationTest {
    private static final PromptId ID = new PromptId("a/b");

    @TempDir
    Path folder;

    private Path file;
    private StoreUri uri;
    private Dialect dialect;

    @BeforeEach
    void name() {
        file = folder.resolve("prompts.mv.db");
        uri = StoreUri.of("h2", file.toString());
        dialect = new H2Dialect(uri, file);
    }

    /// What takes away again what each migration made, the first one left out.
    private static final List<List<String>> BACK = List.of(
            List.of(
                    "DROP INDEX prompts_by_title",
                    "DROP INDEX prompts_by_time",
                    "DROP INDEX versions_by_author",
                    "DROP INDEX stages_by_name",
                    "DROP INDEX tags_by_name",
                    "DROP INDEX history_by_prompt"),
            List.of("DROP TABLE tag_counts"));

    @Test
    void aStoreOfEachOlderSchemaIsOpened() throws Exception {
        assertThat(BACK).hasSize(dialect.migrations().size() - 1);
        for (int number = 1; number <= dialect.migrations().size(); number++) {
            name("older" + number);
            try (Store store = new H2StoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
                store.append(NewVersion.first(ID, VersionLabel.FIRST, Content.plain("kept"), "ada", ""));
                store.setTags(ID, VersionLabel.FIRST, Set.of("old"));
            }
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (int made = dialect.migrations().size(); made > number; made--) {
                    for (String sql : BACK.get(made - 2)) {
                        statement.execute(sql);
                    }
                }
                statement.execute("UPDATE stemma_schema SET schema_version = " + number);
            }
            assertUsable(1);
            Path kept = folder.resolve("older" + number + ".before-schema-3.zip");
            if (number == dialect.migrations().size()) {
                assertThat(kept).doesNotExist();
            } else {
                name("restored" + number);
                new H2StoreDriver().restore(uri, kept, Opening.at(Clock.systemUTC()));
                assertUsable(1);
                assertThat(folder.resolve("restored" + number + ".restoring.before-schema-3.zip")).doesNotExist();
            }
        }
    }

    @Test
    void aMigrationInterruptedAfterAnyStatementGoesOn() throws Exception {
        List<Migration> all = dialect.migrations();
        for (int number = 0; number < all.size(); number++) {
            for (int statements = 0; statements <= all.get(number).statements().size(); statements++) {
                name("interrupted" + number + "-" + statements);
                List<Migration> interrupted = new ArrayList<>(all.subList(0, number));
                List<String> some = new ArrayList<>(all.get(number).statements().subList(0, statements));
                some.add("SELECT power FROM nowhere");
                interrupted.add(new Migration(some));
                try (Connection connection = connect()) {
                    assertThatThrownBy(() -> Schema.migrate(new Session(connection), withMigrations(interrupted)))
                            .isInstanceOf(SQLException.class);
                }
                assertUsable(0);
            }
        }
    }

    @Test
    void aMigrationInterruptedBeforeTheFirstStatementGoesOn() throws Exception {
        try (Connection connection = connect()) {
            connection.createStatement().execute("CREATE TABLE stemma_schema (schema_version INTEGER NOT NULL)");
        }
        assertUsable(0);
    }

    private void name(String stem) {
        file = folder.resolve(stem + ".mv.db");
        uri = StoreUri.of("h2", file.toString());
        dialect = new H2Dialect(uri, file);
    }

    private void assertUsable(int prompts) {
        try (Store store = new H2StoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            assertThat(store.list(Query.all()).items()).hasSize(prompts);
            assertThat(store.list(Query.all().withTags(Set.of("old"))).items()).hasSize(prompts);
            store.append(NewVersion.first(new PromptId("new"), VersionLabel.FIRST, Content.plain("x"), "", ""));
            assertThat(store.check().problems()).isEmpty();
        }
    }

    private Connection connect() throws SQLException {
        String path = file.toString();
        return DriverManager.getConnection("jdbc:h2:" + path.substring(0, path.length() - 6), "sa", "");
    }

    private Dialect withMigrations(List<Migration> migrations) {
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(),
                new Class<?>[] {Dialect.class},
                (_, method, arguments) -> method.getName().equals("migrations")
                        ? migrations
                        : method.invoke(dialect, arguments));
    }
}
