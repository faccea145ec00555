package stemma.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stemma.store.Query;

/// The conditions of a query in SQL, for rows `p` of `prompts`. Those about stages, tags and versions are sets: rows of
/// another table, found by an index, that name the prompts that match.
final class Conditions {
    private final Dialect dialect;
    private final List<Clause> terms = new ArrayList<>();
    private final List<Clause> sets = new ArrayList<>();

    /// What the row of a prompt that matches shows by itself; compared before a set is asked for each prompt in turn.
    private final List<Clause> signs = new ArrayList<>();

    /// The tags asked for; what they are on is the only set when there is one.
    private final Collection<String> tags;

    /// @param session asked what is rare
    Conditions(Query query, Dialect dialect, Session session) throws SQLException {
        this.dialect = dialect;
        tags = query.tags();
        query.idPrefix().filter(prefix -> !prefix.isEmpty()).ifPresent(this::idPrefix);
        query.title().ifPresent(title -> term(dialect.holds("p.title_lower"), Texts.lower(title)));
        if (query.text().isPresent()) {
            text(session, query.text().get());
        }
        query.stage().ifPresent(stage -> set("FROM stages s WHERE s.stage = ?", List.of(stage.name())));
        if (!tags.isEmpty()) {
            tags(rarestFirst(session, tags));
        }
        if (query.author().isPresent() || query.since().isPresent() || query.until().isPresent()) {
            authorAndTime(query);
        }
    }

    private void term(String term, Object... values) {
        terms.add(new Clause(term, List.of(values)));
    }

    /// @param from what comes after the columns of a `SELECT`; its first table is called `s`
    private void set(String from, List<?> values) {
        sets.add(new Clause(from, List.copyOf(values)));
    }

    /// @param oneByOne whether prompts are looked at one by one, because many match, or the sets are collected first
    Clause where(boolean oneByOne) {
        List<Clause> all = new ArrayList<>(terms);
        if (oneByOne) {
            all.addAll(signs);
        }
        for (Clause set : sets) {
            all.add(new Clause(
                    oneByOne
                            ? "EXISTS (SELECT 1 " + set.sql() + " AND s.prompt_key = p.prompt_key)"
                            : "p.prompt_key IN (SELECT s.prompt_key " + set.sql() + ")",
                    set.values()));
        }
        return new Clause(
                all.isEmpty() ? "" : all.stream().map(Clause::sql).collect(Collectors.joining(" AND ", " WHERE ", "")),
                all.stream().flatMap(clause -> clause.values().stream()).toList());
    }

    /// Whether a single set says which prompts match.
    boolean isOneSet() {
        return terms.isEmpty() && sets.size() == 1;
    }

    /// How many prompts the only set names.
    long countSet(Session session) throws SQLException {
        if (tags.size() == 1) {
            return count(session, tags.iterator().next());
        }
        return session.first(
                        "SELECT COUNT(DISTINCT s.prompt_key) " + sets.getFirst().sql(),
                        row -> row.getLong(1),
                        sets.getFirst().values().toArray())
                .orElse(0L);
    }

    /// A range of the index where the character after the last one is a plain character too.
    private void idPrefix(String prefix) {
        int end = prefix.length() - 1;
        char last = prefix.charAt(end);
        char next = (char) (last + 1);
        if (last < Character.MAX_VALUE && !Character.isSurrogate(last) && !Character.isSurrogate(next)) {
            term("p.id >= ? AND p.id < ?", prefix, prefix.substring(0, end) + next);
        } else {
            term(dialect.beginsWith("p.id"), prefix);
        }
    }

    private void text(Session session, String text) throws SQLException {
        String wanted = Texts.lower(text);
        Clause holding = dialect.holdingText(session, wanted);
        List<Object> values = new ArrayList<>(List.of(wanted));
        values.addAll(holding.values());
        terms.add(new Clause(
                "(" + dialect.holds("p.id_lower") + " OR EXISTS (SELECT 1 FROM prompt_texts t"
                        + " WHERE t.prompt_key = p.prompt_key AND " + holding.sql() + "))",
                values));
    }

    /// How many prompts have a tag.
    private static long count(Session session, String tag) throws SQLException {
        return session.first("SELECT prompts FROM tag_counts WHERE tag = ?", row -> row.getLong(1), tag)
                .orElse(0L);
    }

    /// The first tag is looked up and the others compared, so that the first one should be on few versions.
    private static List<String> rarestFirst(Session session, Collection<String> tags) throws SQLException {
        List<String> sorted = new ArrayList<>(tags);
        if (tags.size() > 1) {
            Map<String, Long> counts = new HashMap<>();
            for (String tag : tags) {
                counts.put(tag, count(session, tag));
            }
            sorted.sort(Comparator.comparing(counts::get));
        }
        return sorted;
    }

    /// One version has all of the tags.
    private void tags(List<String> tags) {
        StringBuilder from = new StringBuilder("FROM tags s WHERE s.tag = ?");
        for (int i = 1; i < tags.size(); i++) {
            from.append(String.format(
                    " AND EXISTS (SELECT 1 FROM tags s%1$d WHERE s%1$d.prompt_key = s.prompt_key"
                            + " AND s%1$d.version_key = s.version_key AND s%1$d.tag = ?)",
                    i));
        }
        set(from.toString(), tags);
        if (tags.size() == 1) {
            // With more tags so many rows would be read that looking into the index is cheaper.
            signs.add(new Clause(dialect.holds("p.tags"), List.copyOf(tags)));
        }
    }

    private void authorAndTime(Query query) {
        List<String> wanted = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.author().ifPresent(author -> {
            wanted.add("s.author = ?");
            values.add(author);
        });
        query.since().ifPresent(since -> {
            wanted.add("s.created_at >= ?");
            values.add(roundedUp(since));
        });
        query.until().ifPresent(until -> {
            wanted.add("s.created_at < ?");
            values.add(roundedUp(until));
        });
        set("FROM versions s WHERE " + String.join(" AND ", wanted), values);
    }

    /// Versions have whole microseconds: the first one at or after a time.
    private static long roundedUp(Instant time) {
        long micros = Times.micros(time);
        return Times.instant(micros).isBefore(time) && micros < Long.MAX_VALUE ? micros + 1 : micros;
    }
}
