package stemma.store.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.IllegalValueException;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Page;

/// The table `history`.
final class HistoryRows {
    private static final String COLUMNS = "entry_key, kind, happened_at, who, prompt, stage, from_label, to_label,"
            + " renamed_to, why, seal";

    /// Kinds as they stand in the table.
    private static final String MOVED = "moved";

    static final String VERSION_DELETED = "version deleted";
    private static final String PROMPT_DELETED = "prompt deleted";
    private static final String RENAMED = "renamed";

    /// A row, whose values may be damaged.
    record Row(
            long key,
            String kind,
            long happenedAt,
            String who,
            String prompt,
            @Nullable String stage,
            @Nullable String from,
            @Nullable String to,
            @Nullable String renamedTo,
            String why,
            long seal) {

        static Row read(ResultRow row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    row.getLong(11));
        }

        boolean isWhole() {
            return seal == Seal.of(kind, happenedAt, who, prompt, stage, from, to, renamedTo, why);
        }

        /// As the user can find it.
        Sentence where() {
            return Sentence.of("history entry {0} of prompt \"{1}\"", key, prompt);
        }

        /// @throws IllegalArgumentException when a value breaks the rules
        HistoryEntry entry() {
            PromptId id = new PromptId(prompt);
            return switch (kind) {
                case MOVED ->
                    new StageMoved(
                            Times.instant(happenedAt),
                            who,
                            id,
                            new Stage(present(stage)),
                            Texts.label(from),
                            Texts.label(to),
                            why);
                case VERSION_DELETED ->
                    new VersionDeleted(Times.instant(happenedAt), who, id, new VersionLabel(present(from)), why);
                case PROMPT_DELETED -> new PromptDeleted(Times.instant(happenedAt), who, id, why);
                case RENAMED ->
                    new PromptRenamed(Times.instant(happenedAt), who, id, new PromptId(present(renamedTo)), why);
                default -> throw new IllegalValueException(Sentence.of("\"{0}\" is no kind of entry", kind));
            };
        }

        private String present(@Nullable String value) {
            if (value == null) {
                throw new IllegalValueException(Sentence.of("an entry \"{0}\" lacks a value", kind));
            }
            return value;
        }
    }

    private final Dialect dialect;

    HistoryRows(Dialect dialect) {
        this.dialect = dialect;
    }

    void add(Session session, PromptId foundBy, HistoryEntry entry) throws SQLException {
        switch (entry) {
            case StageMoved moved ->
                insert(
                        session, foundBy, MOVED, entry, moved.stage().name(), text(moved.from()), text(moved.to()),
                        null);
            case VersionDeleted deleted ->
                insert(session, foundBy, VERSION_DELETED, entry, null, deleted.label().value(), null, null);
            case PromptDeleted _ -> insert(session, foundBy, PROMPT_DELETED, entry, null, null, null, null);
            case PromptRenamed renamed ->
                insert(session, foundBy, RENAMED, entry, null, null, null, renamed.renamedTo().value());
        }
    }

    private static @Nullable String text(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse(null);
    }

    private static void insert(
            Session session,
            PromptId foundBy,
            String kind,
            HistoryEntry entry,
            @Nullable String stage,
            @Nullable String from,
            @Nullable String to,
            @Nullable String renamedTo)
            throws SQLException {
        long at = Times.micros(entry.at());
        String prompt = entry.prompt().value();
        session.update(
                "INSERT INTO history (found_by, kind, happened_at, who, prompt, stage, from_label, to_label,"
                        + " renamed_to, why, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                foundBy.value(),
                kind,
                at,
                entry.who(),
                prompt,
                stage,
                from,
                to,
                renamedTo,
                entry.why(),
                Seal.of(kind, at, entry.who(), prompt, stage, from, to, renamedTo, entry.why()));
    }

    void rename(Session session, PromptId id, PromptId newId) throws SQLException {
        session.update("UPDATE history SET found_by = ? WHERE found_by = ?", newId.value(), id.value());
    }

    /// Newest first.
    Page<HistoryEntry> page(Session session, Optional<PromptId> prompt, int offset, int limit) throws SQLException {
        String where = prompt.isPresent() ? " WHERE found_by = ?" : "";
        String order = prompt.isPresent() ? " ORDER BY found_by DESC, entry_key DESC" : " ORDER BY entry_key DESC";
        String sql = "SELECT " + COLUMNS + " FROM history" + where + order + " LIMIT ? OFFSET ?";
        String count = "SELECT COUNT(*) FROM history" + where;
        List<Row> rows = prompt.isPresent()
                ? session.all(sql, Row::read, prompt.get().value(), limit, offset)
                : session.all(sql, Row::read, limit, offset);
        long total = (prompt.isPresent()
                        ? session.first(count, row -> row.getLong(1), prompt.get().value())
                        : session.first(count, row -> row.getLong(1)))
                .orElse(0L);
        return new Page<>(rows.stream().map(this::entry).toList(), offset, total);
    }

    /// The rows after a key, for a walk through all of them.
    List<Row> after(Session session, long key, int limit) throws SQLException {
        return session.all(
                "SELECT " + COLUMNS + " FROM history WHERE entry_key > ? ORDER BY entry_key LIMIT ?",
                Row::read,
                key,
                limit);
    }

    private HistoryEntry entry(Row row) {
        if (!row.isWhole()) {
            throw dialect.damaged(row.where(), Sentence.of("it is not what was written"));
        }
        try {
            return row.entry();
        } catch (IllegalArgumentException e) {
            throw dialect.damaged(row.where(), Sentence.from(e));
        }
    }
}
