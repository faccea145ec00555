package stemma.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// A row of `versions`.
record VersionRow(
        long key,
        long promptKey,
        String label,
        @Nullable String parent,
        String checksum,
        String author,
        String message,
        long createdAt,
        long seal) {

    static final String COLUMNS = "v.version_key, v.prompt_key, v.label, v.parent, v.checksum, v.author, v.message,"
            + " v.created_at, v.seal";

    static VersionRow read(ResultRow row) throws SQLException {
        return new VersionRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9));
    }

    /// A version that is written, with its prompt's key.
    record New(long promptKey, VersionInfo info) {
        private @Nullable Object[] values() {
            @Nullable String parent = info.parent().map(VersionLabel::value).orElse(null);
            long createdAt = Times.micros(info.createdAt());
            return new @Nullable Object[] {
                promptKey,
                info.label().value(),
                parent,
                info.checksum(),
                info.author(),
                info.message(),
                createdAt,
                Seal.of(promptKey, info.label(), parent, info.checksum(), info.author(), info.message(), createdAt)
            };
        }
    }

    /// @return their keys, in the same order
    static List<Long> insert(Session session, List<New> versions) throws SQLException {
        return session.insertAll(
                "INSERT INTO versions (prompt_key, label, parent, checksum, author, message, created_at, seal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                "version_key",
                versions.stream().map(New::values));
    }

    boolean isWhole() {
        return seal == Seal.of(promptKey, label, parent, checksum, author, message, createdAt);
    }

    /// Without tags and stages.
    ///
    /// @throws IllegalArgumentException when a value breaks the rules
    VersionInfo info(PromptId prompt) {
        Instant time = Times.instant(createdAt);
        return new VersionInfo(
                prompt,
                new VersionLabel(label),
                Optional.ofNullable(parent).map(VersionLabel::new),
                checksum,
                author,
                message,
                time,
                new TreeSet<>(),
                new TreeSet<>());
    }
}
