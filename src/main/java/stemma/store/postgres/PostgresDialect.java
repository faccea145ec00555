package stemma.store.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLState;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.Clause;
import stemma.store.sql.Dialect;
import stemma.store.sql.Migration;
import stemma.store.sql.Session;
import stemma.store.sql.TextCode;

/// PostgreSQL's ways.
final class PostgresDialect implements Dialect {
    static final TextCode CODE = new NulCode();

    /// Where writes are announced.
    static final String CHANNEL = "stemma_changes";

    private static final List<Migration> MIGRATIONS = Migration.of(PostgresDialect.class, 2);

    /// An arbitrary number that no other program should have chosen: "Stemma" in ASCII.
    private static final long LOCK = 0x5374656d6d61L;

    /// From so many candidates on all texts are looked through instead.
    private static final long FREQUENT = 2_000;

    private final StoreUri uri;
    private final PostgresAddress address;
    private final String writer;

    /// @param writer a name for this store among all that have the database open
    PostgresDialect(StoreUri uri, PostgresAddress address, String writer) {
        this.uri = uri;
        this.address = address;
        this.writer = writer;
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
        return "strpos(" + column + ", ?) > 0";
    }

    /// What the database keeps of a text beside it.
    static int[] grams(String text) {
        return Grams.of(CODE.encode(text));
    }

    @Override
    public void insertTexts(Session session, Stream<Object[]> rows) throws SQLException {
        session.updateAll(
                "INSERT INTO prompt_texts (prompt_key, part, text, grams) VALUES (?, ?, ?, ?)",
                rows.map(row -> new Object[] {row[0], row[1], row[2], grams((String) row[2])}));
    }

    /// The index narrows what is compared, unless so many texts are left that comparing their trigrams too would only
    /// cost time. `{-1}` says that nobody made the trigrams of a text yet.
    @Override
    public Clause holdingText(Session session, String wanted) throws SQLException {
        Clause exactly = Dialect.super.holdingText(session, wanted);
        String grams = Grams.wanted(CODE.encode(wanted));
        if (grams.equals("{}") || candidates(session, grams) >= FREQUENT) {
            return exactly;
        }
        return new Clause(
                "(t.grams @> CAST(? AS integer[]) OR t.grams @> '{-1}') AND " + exactly.sql(), List.of(grams, wanted));
    }

    /// How many texts have all of these trigrams, counted up to [#FREQUENT].
    private static long candidates(Session session, String grams) throws SQLException {
        return session.first(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM prompt_texts t WHERE t.grams @> CAST(? AS integer[])"
                                + " LIMIT " + FREQUENT + ") c",
                        row -> row.getLong(1),
                        grams)
                .orElse(0L);
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
    public StoreException.Corrupt damaged(Sentence where, CharSequence problem) {
        return new StoreException.Corrupt(uri, where, problem);
    }
}
