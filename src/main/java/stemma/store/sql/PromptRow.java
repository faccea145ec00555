package stemma.store.sql;

import java.sql.SQLException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// A row of `prompts`: everything a list shows, so that a list reads nothing else.
record PromptRow(
        long key,
        String id,
        String title,
        String head,
        int versionCount,
        long changedAt,
        String author,
        String stages,
        String tags) {

    static final String COLUMNS =
            "p.prompt_key, p.id, p.title, p.head, p.version_count, p.changed_at, p.author, p.stages, p.tags";

    static PromptRow read(ResultRow row) throws SQLException {
        return new PromptRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    PromptSummary summary(Dialect dialect) {
        return checked(
                dialect,
                () -> new PromptSummary(
                        new PromptId(id),
                        title,
                        headLabel(dialect),
                        versionCount,
                        heldStages(dialect),
                        shownTags(),
                        Times.instant(changedAt),
                        author));
    }

    VersionLabel headLabel(Dialect dialect) {
        return checked(dialect, () -> new VersionLabel(head));
    }

    SortedMap<Stage, VersionLabel> heldStages(Dialect dialect) {
        return checked(dialect, () -> Texts.readStages(stages));
    }

    SortedSet<String> shownTags() {
        return Texts.readTags(tags);
    }

    /// As the user can find it.
    Sentence where() {
        return Sentence.of("prompt \"{0}\"", id);
    }

    private <T> T checked(Dialect dialect, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw dialect.damaged(where(), Sentence.from(e));
        }
    }
}
