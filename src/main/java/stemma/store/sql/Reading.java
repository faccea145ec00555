package stemma.store.sql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Reads one prompt and its versions. Each call works in the caller's transaction.
final class Reading {
    /// How many prompts one statement asks for.
    private static final int PROMPTS_AT_ONCE = 100;

    private final StoreUri uri;
    private final Dialect dialect;

    Reading(StoreUri uri, Dialect dialect) {
        this.uri = uri;
        this.dialect = dialect;
    }

    Optional<PromptRow> find(Session session, PromptId id) throws SQLException {
        return session.first(
                "SELECT " + PromptRow.COLUMNS + " FROM prompts p WHERE p.id = ?", PromptRow::read, id.value());
    }

    /// The same for somebody who is going to change it.
    Optional<PromptRow> findForUpdate(Session session, PromptId id) throws SQLException {
        return session.first(
                "SELECT " + PromptRow.COLUMNS + " FROM prompts p WHERE p.id = ?" + dialect.forUpdate(),
                PromptRow::read,
                id.value());
    }

    /// The same for many prompts, by id; always in the same order, so that two transactions do not wait for each other.
    Map<String, PromptRow> findForUpdate(Session session, Set<PromptId> ids) throws SQLException {
        Map<String, PromptRow> found = new HashMap<>();
        if (ids.size() == 1) {
            findForUpdate(session, ids.iterator().next()).ifPresent(row -> found.put(row.id(), row));
            return found;
        }
        List<String> sorted = ids.stream().map(PromptId::value).sorted().toList();
        for (int from = 0; from < sorted.size(); from += PROMPTS_AT_ONCE) {
            List<String> some = sorted.subList(from, Math.min(from + PROMPTS_AT_ONCE, sorted.size()));
            Object[] parameters = new Object[PROMPTS_AT_ONCE];
            for (int i = 0; i < PROMPTS_AT_ONCE; i++) {
                parameters[i] = some.get(Math.min(i, some.size() - 1));
            }
            session.all(
                            "SELECT " + PromptRow.COLUMNS + " FROM prompts p WHERE p.id IN (?" + ", ?".repeat(PROMPTS_AT_ONCE - 1)
                                    + ") ORDER BY p.id" + dialect.forUpdate(),
                            PromptRow::read,
                            parameters)
                    .forEach(row -> found.put(row.id(), row));
        }
        return found;
    }

    PromptRow prompt(Session session, PromptId id) throws SQLException {
        return find(session, id).orElseThrow(() -> new StoreException.NotFound(uri, id));
    }

    PromptRow promptForUpdate(Session session, PromptId id) throws SQLException {
        return findForUpdate(session, id).orElseThrow(() -> new StoreException.NotFound(uri, id));
    }

    Optional<VersionRow> findVersion(Session session, PromptRow prompt, VersionLabel label) throws SQLException {
        return session.first(
                "SELECT " + VersionRow.COLUMNS + " FROM versions v WHERE v.prompt_key = ? AND v.label = ?",
                VersionRow::read,
                prompt.key(),
                label.value());
    }

    VersionRow version(Session session, PromptRow prompt, PromptId id, VersionLabel label) throws SQLException {
        return findVersion(session, prompt, label)
                .orElseThrow(() -> new StoreException.NotFound(uri, id, label));
    }

    /// Newest first.
    List<VersionInfo> versions(Session session, PromptId id) throws SQLException {
        PromptRow prompt = prompt(session, id);
        Map<Long, SortedSet<String>> tags = new HashMap<>();
        session.all(
                "SELECT version_key, tag FROM tags WHERE prompt_key = ?",
                row -> tags.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>()).add(row.getString(2)),
                prompt.key());
        Map<String, SortedSet<Stage>> stages = new HashMap<>();
        prompt.heldStages(dialect)
                .forEach((stage, label) ->
                        stages.computeIfAbsent(label.value(), _ -> new TreeSet<>()).add(stage));
        List<VersionRow> rows = session.all(
                "SELECT " + VersionRow.COLUMNS + " FROM versions v WHERE v.prompt_key = ? ORDER BY v.version_key DESC",
                VersionRow::read,
                prompt.key());
        return rows.stream()
                .map(row -> info(id, row)
                        .withTags(tags.getOrDefault(row.key(), new TreeSet<>()))
                        .withStages(stages.getOrDefault(row.label(), new TreeSet<>())))
                .toList();
    }

    /// With its content, whose checksum is compared.
    Version whole(Session session, PromptId id, PromptRow prompt, VersionRow row) throws SQLException {
        VersionInfo info = described(session, id, prompt, row);
        Content content = content(session, id, row);
        if (!content.checksum().equals(row.checksum())) {
            throw dialect.damaged(where(id, row), Sentence.of("the content is not what was saved (its checksum differs)"));
        }
        return new Version(info, content);
    }

    /// With its tags and stages.
    VersionInfo described(Session session, PromptId id, PromptRow prompt, VersionRow row) throws SQLException {
        VersionInfo info = info(id, row);
        Set<Stage> stages = prompt.heldStages(dialect).entrySet().stream()
                .filter(entry -> entry.getValue().equals(info.label()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<String> tags = session.all(
                "SELECT tag FROM tags WHERE prompt_key = ? AND version_key = ?",
                found -> found.getString(1),
                prompt.key(),
                row.key());
        return info.withTags(new TreeSet<>(tags)).withStages(stages);
    }

    private VersionInfo info(PromptId id, VersionRow row) {
        if (!row.isWhole()) {
            throw dialect.damaged(where(id, row), Sentence.of("what is known of it is not what was written"));
        }
        try {
            return row.info(id);
        } catch (IllegalArgumentException e) {
            throw dialect.damaged(where(id, row), Sentence.from(e));
        }
    }

    /// The content as it stands, compared with nothing.
    Content content(Session session, PromptId id, VersionRow row) throws SQLException {
        List<String> parts = session.all(
                "SELECT text FROM contents WHERE version_key = ? ORDER BY part",
                found -> found.getString(1),
                row.key());
        try {
            return Content.fromJson(Json.parseObject(String.join("", parts)));
        } catch (IllegalArgumentException e) {
            throw dialect.damaged(where(id, row), Sentence.of("its content cannot be read: {0}", Sentence.from(e)));
        }
    }

    static Sentence where(PromptId id, VersionRow row) {
        return Sentence.of("prompt \"{0}\", version {1}", id, row.label());
    }
}
