package stemma.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Lists prompts by a query. Safe for concurrent use.
///
/// Whoever reads page after page would make the database walk past all earlier prompts each time. So the end of the
/// page read last is remembered, and so is how many match, until something is written.
final class Listing {
    /// From how many matching prompts on it is faster to walk through all prompts until the page is full than to
    /// collect and sort those that match.
    private static final long FREQUENT = 1_000;

    private static final int KEPT_TOTALS = 200;

    private final StoreUri uri;
    private final Dialect dialect;
    private final boolean onlyWriter;
    private final AtomicLong writes = new AtomicLong();
    private final AtomicReference<@Nullable Bookmark> bookmark = new AtomicReference<>();

    /// How many prompts match, by query without order and page, as long as nothing is written.
    private final Map<Query, Long> totals = new LinkedHashMap<>();

    /// For how many writes [#totals] are right.
    private long totalsAt;

    /// @param filter the query without its page
    /// @param offset how many prompts come before and with `last`
    /// @param writes how many writes there had been
    private record Bookmark(Query filter, int offset, String last, long writes) {}

    Listing(StoreUri uri, Dialect dialect, boolean onlyWriter) {
        this.uri = uri;
        this.dialect = dialect;
        this.onlyWriter = onlyWriter;
    }

    /// To be called after each write.
    void forget() {
        writes.incrementAndGet();
    }

    Page<PromptSummary> page(Session session, Query query) throws SQLException {
        if (query.text().filter(text -> text.length() > Texts.OVERLAP).isPresent()) {
            throw new StoreException.Invalid(
                    uri, Sentence.of("a text to search for of more than {0} characters", Texts.OVERLAP));
        }
        long before = writes.get();
        Query filter = query.withPage(0, 1);
        Optional<Bookmark> mark = Optional.ofNullable(bookmark.get())
                .filter(there -> there.filter().equals(filter) && there.writes() == before);
        Conditions conditions = new Conditions(query, dialect, session);
        Query asked = filter.withOrder(Query.Order.ID);
        Optional<Long> known = known(asked, before);
        if (known.isEmpty() && conditions.isOneSet()) {
            known = Optional.of(conditions.countSet(session));
        }
        Clause where = conditions.where(known.filter(total -> total > FREQUENT).isPresent());
        List<PromptRow> rows = rows(session, query, where, mark);
        long total = known.isPresent()
                ? known.get()
                : total(session, query, where, rows.size());
        remember(asked, total, before);
        if (onlyWriter && query.order() == Query.Order.ID && !rows.isEmpty()) {
            bookmark.set(new Bookmark(filter, query.offset() + rows.size(), rows.getLast().id(), before));
        }
        return new Page<>(
                rows.stream().map(row -> row.summary(dialect)).toList(), query.offset(), total);
    }

    private Optional<Long> known(Query asked, long now) {
        synchronized (totals) {
            return totalsAt == now ? Optional.ofNullable(totals.get(asked)) : Optional.empty();
        }
    }

    private void remember(Query asked, long total, long now) {
        if (!onlyWriter) {
            return;
        }
        synchronized (totals) {
            if (totalsAt != now || totals.size() >= KEPT_TOTALS) {
                totals.clear();
                totalsAt = now;
            }
            totals.put(asked, total);
        }
    }

    private List<PromptRow> rows(
            Session session, Query query, Clause where, Optional<Bookmark> mark) throws SQLException {
        List<Object> parameters = new ArrayList<>(where.values());
        String condition = where.sql();
        int offset = query.offset();
        if (mark.isPresent() && mark.get().offset() == offset) {
            condition += (condition.isEmpty() ? " WHERE" : " AND") + " p.id > ?";
            parameters.add(mark.get().last());
            offset = 0;
        }
        parameters.add(query.limit());
        parameters.add(offset);
        String sql = "SELECT " + PromptRow.COLUMNS + " FROM prompts p" + condition + " ORDER BY "
                + order(query.order()) + " LIMIT ? OFFSET ?";
        return session.all(sql, PromptRow::read, parameters.toArray());
    }

    private static long total(Session session, Query query, Clause where, int found) throws SQLException {
        if (found < query.limit() && (found > 0 || query.offset() == 0)) {
            return query.offset() + (long) found;
        }
        return session.first(
                        "SELECT COUNT(*) FROM prompts p" + where.sql(),
                        row -> row.getLong(1),
                        where.values().toArray())
                .orElse(0L);
    }

    private String order(Query.Order order) {
        return switch (order) {
            case ID -> "p.id";
            case TITLE -> dialect.titleOrder() + ", p.id";
            case NEWEST -> "p.changed_at DESC, p.id";
            case OLDEST -> "p.changed_at, p.id";
        };
    }
}
