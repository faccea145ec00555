package stemma.store.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stemma.prompt.Content;
import stemma.prompt.VersionInfo;

/// Writes what lists show and searches look through of the heads of prompts.
final class Heads {
    /// A prompt's newest version.
    record Head(long promptKey, VersionInfo info, Content content, int versionCount) {}

    private final Dialect dialect;

    Heads(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Makes prompts.
    ///
    /// @param heads whose keys do not count
    /// @param tags those of each prompt
    /// @return the keys of the prompts, in the same order
    List<Long> insert(Session session, List<Head> heads, List<SortedSet<String>> tags) throws SQLException {
        List<Long> keys = session.insertAll(
                "INSERT INTO prompts (id, id_lower, title, title_lower, head, version_count, changed_at, author,"
                        + " stages, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "prompt_key",
                IntStream.range(0, heads.size()).mapToObj(i -> {
                    Head head = heads.get(i);
                    VersionInfo info = head.info();
                    return new Object[] {
                        info.prompt().value(),
                        Texts.lower(info.prompt().value()),
                        head.content().title(),
                        Texts.lower(head.content().title()),
                        info.label().value(),
                        head.versionCount(),
                        Times.micros(info.createdAt()),
                        info.author(),
                        "",
                        Texts.tags(tags.get(i))
                    };
                }));
        dialect.insertTexts(
                session,
                IntStream.range(0, heads.size())
                        .boxed()
                        .flatMap(i -> texts(keys.get(i), heads.get(i).content())));
        return keys;
    }

    void update(Session session, Head head) throws SQLException {
        update(session, List.of(head));
    }

    void update(Session session, List<Head> heads) throws SQLException {
        session.updateAll(
                "UPDATE prompts SET title = ?, title_lower = ?, head = ?, version_count = ?, changed_at = ?,"
                        + " author = ? WHERE prompt_key = ?",
                heads.stream().map(head -> new Object[] {
                    head.content().title(),
                    Texts.lower(head.content().title()),
                    head.info().label().value(),
                    head.versionCount(),
                    Times.micros(head.info().createdAt()),
                    head.info().author(),
                    head.promptKey()
                }));
        session.updateAll(
                "DELETE FROM prompt_texts WHERE prompt_key = ?",
                heads.stream().map(head -> new Object[] {head.promptKey()}));
        dialect.insertTexts(session, heads.stream().flatMap(head -> texts(head.promptKey(), head.content())));
    }

    private static Stream<Object[]> texts(long promptKey, Content content) {
        return Texts.rows(promptKey, Texts.overlappingParts(Texts.searchable(content)));
    }
}
