package stemma.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptSummary;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Lists prompts by a query. Safe for concurrent use.
///
/// Whoever reads page after page would make the database walk past all earlier prompts each time. So the end of the
/// page read last is remembered, with the total, until something is written.
final class Listing {
    private final StoreUri uri;
    private final Dialect dialect;
    private final boolean onlyWriter;
    private final AtomicLong writes = new AtomicLong();
    private final AtomicReference<@Nullable Bookmark> bookmark = new AtomicReference<>();

    /// @param filter the query without its page
    /// @param offset how many prompts come before and with `last`
    /// @param writes how many writes there had been
    private record Bookmark(Query filter, int offset, String last, long total, long writes) {}

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
                    uri, "a text to search for of more than " + Texts.OVERLAP + " characters");
        }
        long before = writes.get();
        Query filter = query.withPage(0, 1);
        Optional<Bookmark> mark = Optional.ofNullable(bookmark.get())
                .filter(there -> there.filter().equals(filter) && there.writes() == before);
        Conditions conditions = new Conditions(query);
        List<PromptRow> rows = rows(session, query, conditions, mark);
        long total = mark.isPresent() ? mark.get().total() : total(session, query, conditions, rows.size());
        if (onlyWriter && query.order() == Query.Order.ID && !rows.isEmpty()) {
            bookmark.set(new Bookmark(
                    filter, query.offset() + rows.size(), rows.getLast().id(), total, before));
        }
        return new Page<>(
                rows.stream().map(row -> row.summary(dialect)).toList(), query.offset(), total);
    }

    private static List<PromptRow> rows(
            Session session, Query query, Conditions conditions, Optional<Bookmark> mark) throws SQLException {
        List<Object> parameters = new ArrayList<>(conditions.parameters);
        String where = conditions.where();
        int offset = query.offset();
        if (mark.isPresent() && mark.get().offset() == offset) {
            where = where.isEmpty() ? " WHERE p.id > ?" : where + " AND p.id > ?";
            parameters.add(mark.get().last());
            offset = 0;
        }
        parameters.add(query.limit());
        parameters.add(offset);
        String sql = "SELECT " + PromptRow.COLUMNS + " FROM prompts p" + where + " ORDER BY " + order(query.order())
                + " LIMIT ? OFFSET ?";
        return session.all(sql, PromptRow::read, parameters.toArray());
    }

    private static long total(Session session, Query query, Conditions conditions, int found) throws SQLException {
        if (found < query.limit() && (found > 0 || query.offset() == 0)) {
            return query.offset() + (long) found;
        }
        return session.first(
                        "SELECT COUNT(*) FROM prompts p" + conditions.where(),
                        row -> row.getLong(1),
                        conditions.parameters.toArray())
                .orElse(0L);
    }

    private static String order(Query.Order order) {
        return switch (order) {
            case ID -> "p.id";
            case TITLE -> "p.title_lower, p.id";
            case NEWEST -> "p.changed_at DESC, p.id";
            case OLDEST -> "p.changed_at, p.id";
        };
    }

    /// The conditions of a query in SQL.
    private final class Conditions {
        private final List<String> terms = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Conditions(Query query) {
            query.idPrefix().filter(prefix -> !prefix.isEmpty()).ifPresent(this::idPrefix);
            query.title().ifPresent(title -> add(dialect.holds("p.title_lower"), Texts.lower(title)));
            query.text().ifPresent(this::text);
            query.stage()
                    .ifPresent(stage -> add(
                            "p.prompt_key IN (SELECT s.prompt_key FROM stages s WHERE s.stage = ?)", stage.name()));
            if (!query.tags().isEmpty()) {
                tags(List.copyOf(query.tags()));
            }
            if (query.author().isPresent() || query.since().isPresent() || query.until().isPresent()) {
                authorAndTime(query);
            }
        }

        String where() {
            return terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms);
        }

        private void add(String term, Object... values) {
            terms.add(term);
            parameters.addAll(List.of(values));
        }

        /// A range of the index where the character after the last one is a plain character too.
        private void idPrefix(String prefix) {
            int end = prefix.length() - 1;
            char last = prefix.charAt(end);
            char next = (char) (last + 1);
            if (last < Character.MAX_VALUE && !Character.isSurrogate(last) && !Character.isSurrogate(next)) {
                add("p.id >= ? AND p.id < ?", prefix, prefix.substring(0, end) + next);
            } else {
                add(dialect.beginsWith("p.id"), prefix);
            }
        }

        private void text(String text) {
            String wanted = Texts.lower(text);
            add(
                    "(" + dialect.holds("p.id_lower") + " OR EXISTS (SELECT 1 FROM prompt_texts t"
                            + " WHERE t.prompt_key = p.prompt_key AND " + dialect.holds("t.text") + "))",
                    wanted,
                    wanted);
        }

        private void tags(List<String> tags) {
            StringBuilder term = new StringBuilder("p.prompt_key IN (SELECT t0.prompt_key FROM tags t0");
            for (int i = 1; i < tags.size(); i++) {
                term.append(String.format(
                        " JOIN tags t%1$d ON t%1$d.prompt_key = t0.prompt_key"
                                + " AND t%1$d.version_key = t0.version_key AND t%1$d.tag = ?",
                        i));
            }
            term.append(" WHERE t0.tag = ?)");
            List<Object> values = new ArrayList<>(tags.subList(1, tags.size()));
            values.add(tags.getFirst());
            add(term.toString(), values.toArray());
        }

        private void authorAndTime(Query query) {
            List<String> wanted = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            query.author().ifPresent(author -> {
                wanted.add("v.author = ?");
                values.add(author);
            });
            query.since().ifPresent(since -> {
                wanted.add("v.created_at >= ?");
                values.add(roundedUp(since));
            });
            query.until().ifPresent(until -> {
                wanted.add("v.created_at < ?");
                values.add(roundedUp(until));
            });
            add(
                    "p.prompt_key IN (SELECT v.prompt_key FROM versions v WHERE " + String.join(" AND ", wanted) + ")",
                    values.toArray());
        }

        /// Versions have whole microseconds: the first one at or after a time.
        private static long roundedUp(Instant time) {
            long micros = Times.micros(time);
            return Times.instant(micros).isBefore(time) && micros < Long.MAX_VALUE ? micros + 1 : micros;
        }
    }
}
