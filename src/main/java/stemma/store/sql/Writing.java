package stemma.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final Heads heads;
    private final TagCounts tagCounts = new TagCounts();

    Writing(StoreUri uri, Dialect dialect, Clock clock, Reading reading, HistoryRows history) {
        this.uri = uri;
        this.dialect = dialect;
        this.clock = clock;
        this.reading = reading;
        this.history = history;
        heads = new Heads(dialect);
    }

    /// To be called at the end of the transaction.
    void finish(Session session) throws SQLException {
        tagCounts.write(session);
    }

    /// Versions of any prompts, in the order given.
    ///
    /// @return what was written, in the same order
    List<VersionInfo> append(Session session, List<NewVersion> versions) throws SQLException {
        return new Appending(uri, dialect, clock, reading, heads, tagCounts).run(session, versions);
    }

    /// @throws StoreException.Invalid when a text is too long for its column
    static void checkLengths(StoreUri uri, NewVersion version) {
        checkLength(uri, Sentence.of("the title"), version.content().title());
        checkLength(uri, Sentence.of("the author"), version.author());
        checkLength(uri, Sentence.of("the message"), version.message());
    }

    private static void checkLength(StoreUri uri, Sentence what, String text) {
        if (text.length() > Texts.PART) {
            throw new StoreException.Invalid(
                    uri, Sentence.of("{0} has {1} characters, more than {2}", what, text.length(), Texts.PART));
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
                act.doneAt(clock), act.who(), id, promotion.stage(), holds, promotion.to(), act.why());
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

    void setHead(Session session, Heads.Head head) throws SQLException {
        heads.update(session, head);
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
        session.updateAll(
                Appending.INSERT_TAG, tags.stream().map(tag -> new Object[] {prompt.key(), version.key(), tag}));
        showTags(session, prompt);
        return reading.described(session, id, prompt, version);
    }

    private static void deleteTags(Session session, PromptRow prompt, VersionRow version) throws SQLException {
        session.update("DELETE FROM tags WHERE prompt_key = ? AND version_key = ?", prompt.key(), version.key());
    }

    private void showTags(Session session, PromptRow prompt) throws SQLException {
        List<String> all = session.all(
                "SELECT DISTINCT tag FROM tags WHERE prompt_key = ?", row -> row.getString(1), prompt.key());
        tagCounts.change(prompt.shownTags(), new TreeSet<>(all));
        session.update(
                "UPDATE prompts SET tags = ? WHERE prompt_key = ?", Texts.tags(new TreeSet<>(all)), prompt.key());
    }

    void deleteVersion(Session session, PromptId id, VersionLabel label, Act act) throws SQLException {
        PromptRow prompt = reading.promptForUpdate(session, id);
        VersionRow version = reading.version(session, prompt, id, label);
        Instant at = act.doneAt(clock);
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
            setHead(
                    session,
                    new Heads.Head(
                            prompt.key(), head.info(id), reading.content(session, id, head), prompt.versionCount() - 1));
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
                        prompt.where(), Sentence.of("its versions are gone although some were counted")));
    }

    void deletePrompt(Session session, PromptId id, Act act) throws SQLException {
        PromptRow prompt = reading.promptForUpdate(session, id);
        Instant at = act.doneAt(clock);
        for (Map.Entry<Stage, VersionLabel> held : prompt.heldStages(dialect).entrySet()) {
            recordCleared(session, id, held.getKey(), held.getValue(), at, act);
        }
        record(session, id, new PromptDeleted(at, act.who(), id, act.why()));
        deletePromptRows(session, prompt);
    }

    private void deletePromptRows(Session session, PromptRow prompt) throws SQLException {
        tagCounts.change(prompt.shownTags(), Set.of());
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
        record(session, newId, new PromptRenamed(act.doneAt(clock), act.who(), id, newId, act.why()));
    }

    private void recordCleared(Session session, PromptId id, Stage stage, VersionLabel held, Instant at, Act act)
            throws SQLException {
        record(
                session,
                id,
                new StageMoved(at, act.who(), id, stage, Optional.of(held), Optional.empty(), act.why()));
    }

    private void record(Session session, PromptId foundBy, HistoryEntry entry) throws SQLException {
        checkLength(uri, Sentence.of("the name"), entry.who());
        checkLength(uri, Sentence.of("the reason"), entry.why());
        history.add(session, foundBy, entry);
    }
}
