package stemma.store.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.postgresql.util.PSQLState;
import stemma.prompt.PromptId;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Migration;
import stemma.store.sql.Session;
import stemma.store.sql.TextCode;

/// PostgreSQL's ways.
final class PostgresDialect implements Dialect {
    static final TextCode CODE = new NulCode();

    /// Where writes are announced.
    static final String CHANNEL = "stemma_changes";

    private static final List<Migration> MIGRATIONS = Migration.of(PostgresDialect.class, 1);

    /// An arbitrary number that no other program should have chosen: "Stemma" in ASCII.
    private static final long LOCK = 0x5374656d6d61L;

    /// Columns that are searched for parts, with the indexes that help when the server has what they need.
    private static final List<String> SEARCHED = List.of(
            "prompts_by_id_part ON all_prompts USING gin (id_lower",
            "prompts_by_title_part ON all_prompts USING gin (title_lower",
            "texts_by_part ON all_prompt_texts USING gin (text");

    private final StoreUri uri;
    private final PostgresAddress address;
    private final String writer;
    private volatile boolean hasTrigrams;

    /// @param writer a name for this store among all that have the database open
    PostgresDialect(StoreUri uri, PostgresAddress address, String writer) {
        this.uri = uri;
        this.address = address;
        this.writer = writer;
    }

    /// Looks whether the database has the extension `pg_trgm`, with whose indexes parts of texts are found fast.
    void findHelp(Session session) throws SQLException {
        session.begin();
        String home = session.first(
                        "SELECT n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                                + " WHERE e.extname = 'pg_trgm'",
                        row -> row.getString(1))
                .orElse("");
        hasTrigrams = !home.isEmpty();
        boolean mayIndex = hasTrigrams
                && session.first(
                                "SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'all_prompts'"
                                        + " AND pg_has_role(tableowner, 'USAGE')"
                                        + " AND to_regclass('texts_by_part') IS NULL",
                                row -> 1,
                                address.schema())
                        .isPresent();
        if (mayIndex) {
            lockSchema(session);
            session.update("SET LOCAL statement_timeout TO 0");
            for (String index : SEARCHED) {
                session.update("CREATE INDEX IF NOT EXISTS " + index + " \"" + home + "\".gin_trgm_ops)");
            }
        }
        session.commit();
    }

    @Override
    public List<Migration> migrations() {
        return MIGRATIONS;
    }

    @Override
    public void lockSchema(Session session) throws SQLException {
        session.first("SELECT pg_advisory_xact_lock(?)", _ -> true, LOCK);
        if (session.first("SELECT 1 FROM pg_namespace WHERE nspname = ?", _ -> true, address.schema())
                .isEmpty()) {
            session.update("CREATE SCHEMA " + address.schema());
        }
    }

    @Override
    public boolean isOnlyWriter() {
        return false;
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public void announce(Session session, Collection<PromptId> prompts) throws SQLException {
        if (prompts.isEmpty()) {
            announce(session, "");
        }
        for (PromptId prompt : prompts) {
            announce(session, prompt.value());
        }
    }

    private void announce(Session session, String prompt) throws SQLException {
        session.first("SELECT pg_notify(?, ?)", _ -> true, CHANNEL, place() + writer + "/" + prompt);
    }

    /// What announcements of the same schema and workspace begin with.
    String place() {
        return address.schema() + "/" + address.workspace() + "/";
    }

    String writer() {
        return writer;
    }

    @Override
    public boolean isWritable(Session session) throws SQLException {
        return session.first(
                        "SELECT 1 WHERE NOT pg_is_in_recovery()"
                                + " AND current_setting('default_transaction_read_only') = 'off'",
                        _ -> true)
                .isPresent();
    }

    @Override
    public String titleOrder() {
        return "left(p.title_lower, 200), p.title_lower";
    }

    @Override
    public String holds(String column) {
        return hasTrigrams
                ? column + " LIKE '%' || replace(replace(replace(?, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'"
                : "strpos(" + column + ", ?) > 0";
    }

    @Override
    public String beginsWith(String column) {
        return "starts_with(" + column + ", ?)";
    }

    /// A commit is on the server's disk when it returns.
    @Override
    public void force(Session session) {}

    @Override
    public long bytes(Session session) throws SQLException {
        return session.first(
                        "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n"
                                + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r'",
                        row -> row.getLong(1),
                        address.schema())
                .orElse(-1L);
    }

    @Override
    public boolean isTakenKey(SQLException problem) {
        return PSQLState.UNIQUE_VIOLATION.getState().equals(problem.getSQLState());
    }

    @Override
    public boolean isBroken(SQLException problem) {
        return PostgresProblems.isLost(problem);
    }

    /// Whether the transaction failed only because of what others did at the same time, so that it can be tried again.
    /// A taken key that is told to the caller never comes here; what is left is a tag that two use for the first time.
    boolean isUndone(SQLException problem) {
        return isTakenKey(problem) || Set.of("40001", "40P01").contains(String.valueOf(problem.getSQLState()));
    }

    @Override
    public void abandon(Session session) {}

    @Override
    public StoreException explain(SQLException problem) {
        return PostgresProblems.explain(uri, address, problem);
    }

    @Override
    public StoreException.Corrupt damaged(String where, CharSequence problem) {
        return new StoreException.Corrupt(uri, where, problem);
    }
}
