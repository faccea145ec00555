package stemma.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Every write. An object works in one transaction, which it leaves to be rolled back when it throws.
final class Writing {
    private final StoreUri uri;
    private final Dialect dialect;
    private final Clock clock;
    private final Reading reading;
    private final HistoryRows history;

    /// By how much the number of prompts that have a tag changes.
    private final SortedMap<String, Integer> tagChanges = new TreeMap<>();

    Writing(StoreUri uri, Dialect dialect, Clock clock, Reading reading, HistoryRows history) {
        this.uri = uri;
        this.dialect = dialect;
        this.clock = clock;
        this.reading = reading;
        this.history = history;
    }

    /// To be called at the end of the transaction. Always in the same order, and last, so that two transactions do not
    /// wait for each other.
    void finish(Session session) throws SQLException {
        for (Map.Entry<String, Integer> change : tagChanges.entrySet()) {
            int by = change.getValue();
            if (by != 0
                    && session.update("UPDATE tag_counts SET prompts = prompts + ? WHERE tag = ?", by, change.getKey())
                            == 0) {
                session.update("INSERT INTO tag_counts (tag, prompts) VALUES (?, ?)", change.getKey(), by);
            }
        }
    }

    /// A prompt had some tags and has others now.
    private void countTags(Set<String> before, Set<String> after) {
        after.stream().filter(tag -> !before.contains(tag)).forEach(tag -> tagChanges.merge(tag, 1, Integer::sum));
        before.stream().filter(tag -> !after.contains(tag)).forEach(tag -> tagChanges.merge(tag, -1, Integer::sum));
    }

    VersionInfo append(Session session, NewVersion version) throws SQLException {
        return appendRun(session, List.of(version)).getFirst();
    }

    /// Versions of any prompts, in the order given.
    void appendAll(Session session, List<NewVersion> versions) throws SQLException {
        int from = 0;
        for (int to = 1; to <= versions.size(); to++) {
            if (to == versions.size()
                    || !versions.get(to).prompt().equals(versions.get(from).prompt())) {
                appendRun(session, versions.subList(from, to));
                from = to;
            }
        }
    }

    /// Versions of one prompt, whose row is written once only.
    private List<VersionInfo> appendRun(Session session, List<NewVersion> run) throws SQLException {
        PromptId id = run.getFirst().prompt();
        Optional<PromptRow> prompt = reading.findForUpdate(session, id);
        Optional<VersionLabel> head = prompt.map(row -> row.headLabel(dialect));
        Set<VersionLabel> taken = new HashSet<>();
        List<VersionInfo> infos = new ArrayList<>();
        for (NewVersion version : run) {
            checkLengths(uri, version);
            if (!head.equals(version.base())) {
                throw StoreException.Conflict.headMoved(uri, id, version.base(), head);
            }
            if (!taken.add(version.label())
                    || prompt.isPresent()
                            && reading.findVersion(session, prompt.get(), version.label()).isPresent()) {
                throw StoreException.Conflict.labelTaken(uri, id, version.label());
            }
            infos.add(info(version));
            head = Optional.of(version.label());
        }
        Content content = run.getLast().content();
        long promptKey =
                prompt.isPresent() ? update(session, prompt.get(), infos, content) : create(session, infos, content);
        for (int i = 0; i < run.size(); i++) {
            insert(session, promptKey, infos.get(i), run.get(i).content());
        }
        return infos;
    }

    private VersionInfo info(NewVersion version) {
        return new VersionInfo(
                version.prompt(),
                version.label(),
                version.base(),
                version.content().checksum(),
                version.author(),
                version.message(),
                version.createdAt().orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS),
                new TreeSet<>(version.tags()),
                new TreeSet<>());
    }

    private static void insert(Session session, long promptKey, VersionInfo info, Content content)
            throws SQLException {
        long versionKey = VersionRow.insert(session, promptKey, info);
        insertParts(
                session,
                "INSERT INTO contents (version_key, part, text) VALUES (?, ?, ?)",
                versionKey,
                Texts.parts(content.toJson().compact()));
        insertTags(session, promptKey, versionKey, info.tags());
    }

    /// @throws StoreException.Invalid when a text is too long for its column
    static void checkLengths(StoreUri uri, NewVersion version) {
        checkLength(uri, "the title", version.content().title());
        checkLength(uri, "the author", version.author());
        checkLength(uri, "the message", version.message());
    }

    private static void checkLength(StoreUri uri, String what, String text) {
        if (text.length() > Texts.PART) {
            throw new StoreException.Invalid(
                    uri, Sentence.of("{0} has {1} characters, more than {2}", what, text.length(), Texts.PART));
        }
    }

    private long create(Session session, List<VersionInfo> versions, Content content) throws SQLException {
        VersionInfo head = versions.getLast();
        SortedSet<String> tags = withTags(new TreeSet<>(), versions);
        countTags(Set.of(), tags);
        long key = session.insert(
                "INSERT INTO prompts (id, id_lower, title, title_lower, head, version_count, changed_at, author,"
                        + " stages, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                head.prompt().value(),
                Texts.lower(head.prompt().value()),
                content.title(),
                Texts.lower(content.title()),
                head.label().value(),
                versions.size(),
                Times.micros(head.createdAt()),
                head.author(),
                "",
                Texts.tags(tags));
        insertText(session, key, content);
        return key;
    }

    private long update(Session session, PromptRow prompt, List<VersionInfo> versions, Content content)
            throws SQLException {
        setHead(session, prompt, versions.getLast(), content, prompt.versionCount() + versions.size());
        SortedSet<String> tags = withTags(prompt.shownTags(), versions);
        if (!tags.equals(prompt.shownTags())) {
            countTags(prompt.shownTags(), tags);
            session.update("UPDATE prompts SET tags = ? WHERE prompt_key = ?", Texts.tags(tags), prompt.key());
        }
        return prompt.key();
    }

    private static SortedSet<String> withTags(SortedSet<String> tags, List<VersionInfo> versions) {
        versions.forEach(version -> tags.addAll(version.tags()));
        return tags;
    }

    void setHead(Session session, PromptRow prompt, VersionInfo head, Content content, int versionCount)
            throws SQLException {
        session.update(
                "UPDATE prompts SET title = ?, title_lower = ?, head = ?, version_count = ?, changed_at = ?,"
                        + " author = ? WHERE prompt_key = ?",
                content.title(),
                Texts.lower(content.title()),
                head.label().value(),
                versionCount,
                Times.micros(head.createdAt()),
                head.author(),
                prompt.key());
        session.update("DELETE FROM prompt_texts WHERE prompt_key = ?", prompt.key());
        insertText(session, prompt.key(), content);
    }

    private static void insertText(Session session, long promptKey, Content content) throws SQLException {
        insertParts(
                session,
                "INSERT INTO prompt_texts (prompt_key, part, text) VALUES (?, ?, ?)",
                promptKey,
                Texts.overlappingParts(Texts.searchable(content)));
    }

    private static void insertParts(Session session, String sql, long key, List<String> parts) throws SQLException {
        for (int part = 0; part < parts.size(); part++) {
            session.update(sql, key, part, parts.get(part));
        }
    }

    private static void insertTags(Session session, long promptKey, long versionKey, Set<String> tags)
            throws SQLException {
        for (String tag : tags) {
            session.update(
                    "INSERT INTO tags (prompt_key, version_key, tag) VALUES (?, ?, ?)", promptKey, versionKey, tag);
        }
    }

    StageMoved promote(Session session, Promotion promotion) throws SQLException {
        PromptId id = promotion.prompt();
        PromptRow prompt = reading.promptForUpdate(session, id);
        Optional<VersionRow> target = promotion.to().isPresent()
                ? Optional.of(reading.version(session, prompt, id, promotion.to().get()))
                : Optional.empty();
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>(prompt.heldStages(dialect));
        Optional<VersionLabel> holds = Optional.ofNullable(stages.get(promotion.stage()));
        if (!holds.equals(promotion.from())) {
            throw StoreException.Conflict.stageMoved(uri, promotion, holds);
        }
        Act act = promotion.act();
        StageMoved moved = new StageMoved(
                time(act), act.who(), id, promotion.stage(), holds, promotion.to(), act.why());
        String stage = promotion.stage().name();
        session.update("DELETE FROM stages WHERE prompt_key = ? AND stage = ?", prompt.key(), stage);
        if (target.isPresent()) {
            session.update(
                    "INSERT INTO stages (prompt_key, stage, version_key) VALUES (?, ?, ?)",
                    prompt.key(),
                    stage,
                    target.get().key());
            stages.put(promotion.stage(), new VersionLabel(target.get().label()));
        } else {
            stages.remove(promotion.stage());
        }
        setStages(session, prompt, stages);
        record(session, id, moved);
        return moved;
    }

    static void setStages(Session session, PromptRow prompt, SortedMap<Stage, VersionLabel> stages)
            throws SQLException {
        session.update("UPDATE prompts SET stages = ? WHERE prompt_key = ?", Texts.stages(stages), prompt.key());
    }

    VersionInfo setTags(Session session, PromptId id, VersionLabel label, Set<String> wanted) throws SQLException {
        SortedSet<String> tags = Tags.of(wanted);
        PromptRow prompt = reading.promptForUpdate(session, id);
        VersionRow version = reading.version(session, prompt, id, label);
        deleteTags(session, prompt, version);
        insertTags(session, prompt.key(), version.key(), tags);
        showTags(session, prompt);
        return reading.described(session, id, prompt, version);
    }

    private static void deleteTags(Session session, PromptRow prompt, VersionRow version) throws SQLException {
        session.update("DELETE FROM tags WHERE prompt_key = ? AND version_key = ?", prompt.key(), version.key());
    }

    private void showTags(Session session, PromptRow prompt) throws SQLException {
        List<String> all = session.all(
                "SELECT DISTINCT tag FROM tags WHERE prompt_key = ?", row -> row.getString(1), prompt.key());
        countTags(prompt.shownTags(), new TreeSet<>(all));
        session.update(
                "UPDATE prompts SET tags = ? WHERE prompt_key = ?", Texts.tags(new TreeSet<>(all)), prompt.key());
    }

    void deleteVersion(Session session, PromptId id, VersionLabel label, Act act) throws SQLException {
        PromptRow prompt = reading.promptForUpdate(session, id);
        VersionRow version = reading.version(session, prompt, id, label);
        Instant at = time(act);
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>(prompt.heldStages(dialect));
        for (Map.Entry<Stage, VersionLabel> held : prompt.heldStages(dialect).entrySet()) {
            if (held.getValue().equals(label)) {
                recordCleared(session, id, held.getKey(), label, at, act);
                stages.remove(held.getKey());
            }
        }
        record(session, id, new VersionDeleted(at, act.who(), id, label, act.why()));
        session.update("DELETE FROM stages WHERE version_key = ?", version.key());
        deleteTags(session, prompt, version);
        session.update("DELETE FROM contents WHERE version_key = ?", version.key());
        session.update("DELETE FROM versions WHERE version_key = ?", version.key());
        if (prompt.versionCount() == 1) {
            deletePromptRows(session, prompt);
            return;
        }
        setStages(session, prompt, stages);
        showTags(session, prompt);
        if (prompt.head().equals(label.value())) {
            VersionRow head = newest(session, prompt);
            setHead(session, prompt, head.info(id), reading.content(session, id, head), prompt.versionCount() - 1);
        } else {
            session.update(
                    "UPDATE prompts SET version_count = ? WHERE prompt_key = ?",
                    prompt.versionCount() - 1,
                    prompt.key());
        }
    }

    VersionRow newest(Session session, PromptRow prompt) throws SQLException {
        return session.first(
                        "SELECT " + VersionRow.COLUMNS + " FROM versions v WHERE v.version_key ="
                                + " (SELECT MAX(version_key) FROM versions WHERE prompt_key = ?)",
                        VersionRow::read,
                        prompt.key())
                .orElseThrow(() -> dialect.damaged(
                        "prompt \"" + prompt.id() + "\"", "its versions are gone although some were counted"));
    }

    void deletePrompt(Session session, PromptId id, Act act) throws SQLException {
        PromptRow prompt = reading.promptForUpdate(session, id);
        Instant at = time(act);
        for (Map.Entry<Stage, VersionLabel> held : prompt.heldStages(dialect).entrySet()) {
            recordCleared(session, id, held.getKey(), held.getValue(), at, act);
        }
        record(session, id, new PromptDeleted(at, act.who(), id, act.why()));
        deletePromptRows(session, prompt);
    }

    private void deletePromptRows(Session session, PromptRow prompt) throws SQLException {
        countTags(prompt.shownTags(), Set.of());
        long key = prompt.key();
        session.update("DELETE FROM stages WHERE prompt_key = ?", key);
        session.update("DELETE FROM tags WHERE prompt_key = ?", key);
        session.update(
                "DELETE FROM contents WHERE version_key IN (SELECT version_key FROM versions WHERE prompt_key = ?)",
                key);
        session.update("DELETE FROM versions WHERE prompt_key = ?", key);
        session.update("DELETE FROM prompt_texts WHERE prompt_key = ?", key);
        session.update("DELETE FROM prompts WHERE prompt_key = ?", key);
    }

    void rename(Session session, PromptId id, PromptId newId, Act act) throws SQLException {
        PromptRow prompt = reading.promptForUpdate(session, id);
        if (reading.find(session, newId).isPresent()) {
            throw StoreException.Conflict.idTaken(uri, newId, newId);
        }
        session.update(
                "UPDATE prompts SET id = ?, id_lower = ? WHERE prompt_key = ?",
                newId.value(),
                Texts.lower(newId.value()),
                prompt.key());
        history.rename(session, id, newId);
        record(session, newId, new PromptRenamed(time(act), act.who(), id, newId, act.why()));
    }

    private void recordCleared(Session session, PromptId id, Stage stage, VersionLabel held, Instant at, Act act)
            throws SQLException {
        record(
                session,
                id,
                new StageMoved(at, act.who(), id, stage, Optional.of(held), Optional.empty(), act.why()));
    }

    private void record(Session session, PromptId foundBy, HistoryEntry entry) throws SQLException {
        checkLength(uri, "the name", entry.who());
        checkLength(uri, "the reason", entry.why());
        history.add(session, foundBy, entry);
    }

    private Instant time(Act act) {
        return act.when().orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS);
    }
}
