package stemma.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.Health.Problem;
import stemma.store.StoreException;

/// Looks at every row: whether contents and rows are what was written, whether what points at something points at
/// something that is there, and whether what is kept twice is the same. Used once.
///
/// Works through the store in pieces, each a transaction of its own, so that a large store is not held in memory.
final class Inspection {
    private static final int PROMPTS_AT_ONCE = 50;
    private static final int ENTRIES_AT_ONCE = 2000;

    /// More say nothing new.
    private static final int MOST_PROBLEMS = 1000;

    private final Dialect dialect;
    private final Sessions sessions;
    private final Reading reading;
    private final HistoryRows history;
    private final List<Problem> problems = new ArrayList<>();
    /// What can be done about rows of the prompt that is looked at which only repeat what other rows say.
    private Optional<Health.Remedy> remedy = Optional.empty();

    Inspection(Dialect dialect, Sessions sessions, Reading reading, HistoryRows history) {
        this.dialect = dialect;
        this.sessions = sessions;
        this.reading = reading;
        this.history = history;
    }

    Health run() {
        boolean writable = sessions.read(dialect::isWritable);
        part(Sentence.of("the database"), this::database);
        part(table("prompts"), this::prompts);
        part(table("history"), this::entries);
        for (String table : List.of("versions", "prompt_texts", "stages", "tags")) {
            part(table(table), () -> stray(table, "prompt_key", "prompts"));
        }
        part(table("tag_counts"), this::tagCounts);
        part(table("contents"), () -> stray("contents", "version_key", "versions"));
        return new Health(writable, problems);
    }

    private static Sentence table(String name) {
        return Sentence.of("table {0}", name);
    }

    /// What is too damaged to be looked at does not keep the rest from being looked at.
    private void part(Sentence where, Runnable look) {
        part(() -> where, look);
    }

    private void part(Supplier<Sentence> where, Runnable look) {
        try {
            look.run();
        } catch (StoreException.Corrupt e) {
            report(where.get(), e.sentence());
        }
    }

    private void report(Sentence where, CharSequence what) {
        report(where, what, Optional.empty());
    }

    private void report(Sentence where, CharSequence what, Optional<Health.Remedy> remedy) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(where, Sentence.from(what), remedy));
        }
    }

    private void database() {
        sessions.read(dialect::findDamage).forEach(damage -> report(Sentence.of("the database"), damage));
    }

    private void prompts() {
        List<Long> keys = List.of();
        do {
            long after = keys.isEmpty() ? Long.MIN_VALUE : keys.getLast();
            keys = sessions.read(session -> session.all(
                    "SELECT prompt_key FROM prompts WHERE prompt_key > ? ORDER BY prompt_key LIMIT ?",
                    row -> row.getLong(1),
                    after,
                    PROMPTS_AT_ONCE));
            for (long key : keys) {
                part(() -> name(key), () -> prompt(key));
            }
        } while (!keys.isEmpty());
    }

    /// By its id, which can often be read where the rest of the prompt cannot.
    private Sentence name(long key) {
        try {
            return sessions.read(session -> session.first(
                            "SELECT id FROM prompts WHERE prompt_key = ?", row -> row.getString(1), key))
                    .map(id -> Sentence.of("prompt \"{0}\"", id))
                    .orElse(Sentence.of("prompt with key {0}", key));
        } catch (StoreException e) {
            return Sentence.of("prompt with key {0}", key);
        }
    }

    private void prompt(long key) {
        sessions.read(session -> {
            Optional<PromptRow> row = session.first(
                    "SELECT " + PromptRow.COLUMNS + " FROM prompts p WHERE p.prompt_key = ?", PromptRow::read, key);
            if (row.isPresent()) {
                prompt(session, row.get());
            }
            return key;
        });
    }

    private void prompt(Session session, PromptRow row) throws SQLException {
        remedy = Optional.empty();
        Sentence where = row.where();
        Optional<Sentence> problem = PromptId.problem(row.id());
        if (problem.isPresent()) {
            report(where, Sentence.of("its id {0}", problem.get()));
            return;
        }
        PromptId id = new PromptId(row.id());
        remedy = Optional.of(Repair.ofPrompt(id));
        if (reading.find(session, id).map(PromptRow::key).filter(key -> key == row.key()).isEmpty()) {
            report(where, Sentence.of("it is not found by its id"));
        }
        expect(where, Sentence.of("its id in lower case"), Texts.lower(row.id()), lookUp(session, row, "id_lower"));
        List<VersionRow> versions = session.all(
                "SELECT " + VersionRow.COLUMNS + " FROM versions v WHERE v.prompt_key = ? ORDER BY v.version_key",
                VersionRow::read,
                row.key());
        expect(where, Sentence.of("the number of its versions"), versions.size(), row.versionCount());
        Set<String> labels = new HashSet<>();
        versions.forEach(version -> labels.add(version.label()));
        for (VersionRow version : versions) {
            version(session, id, row, version, labels);
        }
        if (versions.isEmpty()) {
            report(where, Sentence.of("it has no version"));
        } else {
            head(session, where, row, id, versions.getLast());
        }
        stages(session, where, row);
        tags(session, where, row, versions);
    }

    private static String lookUp(Session session, PromptRow row, String column) throws SQLException {
        return session.first(
                        "SELECT " + column + " FROM prompts WHERE prompt_key = ?",
                        found -> found.getString(1),
                        row.key())
                .orElse("");
    }

    private void version(Session session, PromptId id, PromptRow prompt, VersionRow row, Set<String> labels)
            throws SQLException {
        Sentence where = Reading.where(id, row);
        try {
            VersionInfo info = reading.whole(session, id, prompt, row).info();
            Optional<VersionLabel> parent = info.parent();
            if (parent.isPresent() && !labels.contains(parent.get().value())
                    && !wasDeleted(session, id, parent.get())) {
                report(where, Sentence.of("its parent {0} is not there and was never deleted", parent.get()));
            }
            if (reading.findVersion(session, prompt, info.label()).isEmpty()) {
                report(where, Sentence.of("it is not found by its label"));
            }
        } catch (StoreException.Corrupt e) {
            report(where, e.sentence());
        }
    }

    private static boolean wasDeleted(Session session, PromptId id, VersionLabel label) throws SQLException {
        return session.first(
                        "SELECT 1 FROM history WHERE found_by = ? AND kind = ? AND from_label = ?",
                        row -> 1,
                        id.value(),
                        HistoryRows.VERSION_DELETED,
                        label.value())
                .isPresent();
    }

    private void head(Session session, Sentence where, PromptRow row, PromptId id, VersionRow newest)
            throws SQLException {
        expect(where, Sentence.of("its newest version"), newest.label(), row.head());
        expect(where, Sentence.of("the time of its newest version"), newest.createdAt(), row.changedAt());
        expect(where, Sentence.of("the author of its newest version"), newest.author(), row.author());
        Content content;
        try {
            content = reading.content(session, id, newest);
        } catch (StoreException.Corrupt e) {
            return; // reported with the version
        }
        expect(where, Sentence.of("its title"), content.title(), row.title());
        expect(where, Sentence.of("its title in lower case"), Texts.lower(content.title()), lookUp(session, row, "title_lower"));
        List<String> texts = session.all(
                "SELECT text FROM prompt_texts WHERE prompt_key = ? ORDER BY part",
                found -> found.getString(1),
                row.key());
        if (!texts.equals(Texts.overlappingParts(Texts.searchable(content)))) {
            report(where, Sentence.of("the text that searches look through is not that of its newest version"), remedy);
        }
    }

    private void stages(Session session, Sentence where, PromptRow row) throws SQLException {
        SortedMap<Stage, VersionLabel> found = new TreeMap<>();
        session.all(
                "SELECT s.stage, v.label FROM stages s"
                        + " LEFT JOIN versions v ON v.version_key = s.version_key AND v.prompt_key = s.prompt_key"
                        + " WHERE s.prompt_key = ?",
                stage -> {
                    String name = stage.getString(1);
                    String label = stage.getString(2);
                    if (label == null) {
                        report(where, Sentence.of("the stage {0} holds a version that is not there", name), remedy);
                    } else if (!Stage.isValid(name) || !VersionLabel.isValid(label)) {
                        report(where, Sentence.of("\"{0}\" with \"{1}\" is no stage", name, label));
                    } else {
                        found.put(new Stage(name), new VersionLabel(label));
                    }
                    return name;
                },
                row.key());
        expect(where, Sentence.of("its stages"), Texts.stages(found), row.stages());
    }

    private void tags(Session session, Sentence where, PromptRow row, List<VersionRow> versions) throws SQLException {
        Set<Long> keys = new HashSet<>();
        versions.forEach(version -> keys.add(version.key()));
        SortedSet<String> found = new TreeSet<>();
        session.all(
                "SELECT version_key, tag FROM tags WHERE prompt_key = ?",
                tag -> {
                    String text = tag.getString(2);
                    if (!keys.contains(tag.getLong(1))) {
                        report(where, Sentence.of("the tag \"{0}\" is on a version that is not there", text), remedy);
                    }
                    Tags.problem(text).ifPresent(problem -> report(where, Sentence.of("the tag \"{0}\" {1}", text, problem)));
                    return found.add(text);
                },
                row.key());
        expect(where, Sentence.of("its tags"), Texts.tags(found), row.tags());
    }

    private void expect(Sentence where, Sentence what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            String exact = expected.toString();
            String kept = actual.toString();
            report(where, Sentence.of("{0} should be \"{1}\", but \"{2}\" is kept for lists", what, exact, kept), remedy);
        }
    }

    private void entries() {
        long last = Long.MIN_VALUE;
        while (last < Long.MAX_VALUE) {
            long after = last;
            last = sessions.read(session -> {
                List<HistoryRows.Row> rows = history.after(session, after, ENTRIES_AT_ONCE);
                for (HistoryRows.Row row : rows) {
                    entry(row);
                }
                return rows.size() < ENTRIES_AT_ONCE ? Long.MAX_VALUE : rows.getLast().key();
            });
        }
    }

    private void entry(HistoryRows.Row row) {
        try {
            row.entry();
            if (!row.isWhole()) {
                report(row.where(), Sentence.of("it is not what was written"));
            }
        } catch (IllegalArgumentException e) {
            report(row.where(), Sentence.from(e));
        }
    }

    private void tagCounts() {
        sessions.read(session -> session.all(
                        "SELECT t.tag, COUNT(DISTINCT t.prompt_key), MAX(c.prompts) FROM tags t"
                                + " LEFT JOIN tag_counts c ON c.tag = t.tag GROUP BY t.tag"
                                + " HAVING MAX(c.prompts) IS NULL OR MAX(c.prompts) <> COUNT(DISTINCT t.prompt_key)"
                                + " UNION ALL SELECT c.tag, 0, c.prompts FROM tag_counts c WHERE c.prompts <> 0"
                                + " AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.tag = c.tag)",
                        row -> Sentence.of(
                                "the tag \"{0}\" is on {1} prompts, but {2} is kept for lists",
                                row.getString(1), row.getLong(2), row.getLong(3))))
                .forEach(problem -> report(table("tag_counts"), problem, Optional.of(Repair.TAG_COUNTS)));
    }

    /// Rows that belong to nothing.
    private void stray(String table, String key, String owner) {
        long count = sessions.read(session -> session.first(
                        "SELECT COUNT(*) FROM " + table + " t WHERE NOT EXISTS (SELECT 1 FROM " + owner
                                + " o WHERE o." + key + " = t." + key + ")",
                        row -> row.getLong(1))
                .orElse(0L));
        if (count > 0) {
            report(table(table), Sentence.of("{0} rows belong to nothing that is there", count));
        }
    }
}
