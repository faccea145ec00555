package stemma.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stemma.files.DurableFiles;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.Health;
import stemma.store.NewVersion;
import stemma.store.Page;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;
import stemma.store.Watchers;

/// A store in the tables of a database whose schema is the newest one. The dialect and the sessions say how.
public final class SqlStore implements Store {
    /// More prompts changed in one transaction are announced as one change of anything.
    private static final int MOST_ANNOUNCED = 100;

    /// How much of [#appendAll] is one transaction: long enough to be fast, short enough to leave others a turn.
    private static final int VERSIONS_PER_TRANSACTION = 1_000;

    private final StoreUri uri;
    private final Dialect dialect;
    private final Sessions sessions;
    private final Optional<ChangeThread> others;
    private final Watchers watchers = new Watchers();
    private final Reading reading;
    private final HistoryRows history;
    private final Clock clock;
    private final Listing listing;
    private final Set<Capability> capabilities;

    /// A store of a database that nobody else can write to.
    ///
    /// @param sessions owned by this object from now on
    public SqlStore(StoreUri uri, Dialect dialect, Sessions sessions, Clock clock) {
        this(uri, dialect, sessions, Optional.empty(), clock);
    }

    /// A store of a database that others may write to.
    ///
    /// @param sessions owned by this object from now on
    /// @param others owned by this object from now on
    public SqlStore(StoreUri uri, Dialect dialect, Sessions sessions, ChangeThread others, Clock clock) {
        this(uri, dialect, sessions, Optional.of(others), clock);
    }

    private SqlStore(
            StoreUri uri, Dialect dialect, Sessions sessions, Optional<ChangeThread> others, Clock clock) {
        this.uri = uri;
        this.others = others;
        this.dialect = dialect;
        this.sessions = sessions;
        reading = new Reading(uri, dialect);
        history = new HistoryRows(dialect);
        this.clock = clock;
        EnumSet<Capability> claimed = EnumSet.complementOf(
                EnumSet.of(Capability.OUTSIDE_EDITS, Capability.SYNCHRONISE));
        if (others.isEmpty()) {
            claimed.remove(Capability.WATCH_OTHERS);
        }
        if (!dialect.canBackUp()) {
            claimed.remove(Capability.BACK_UP);
        }
        capabilities = Collections.unmodifiableSet(claimed);
        listing = new Listing(uri, dialect, dialect.isOnlyWriter());
    }

    @Override
    public StoreUri uri() {
        return uri;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        return sessions.readLatest(session -> listing.page(session, query));
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return sessions.readLatest(session -> reading.find(session, prompt).map(row -> row.summary(dialect)));
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return sessions.read(session -> reading.versions(session, prompt));
    }

    @Override
    public Version get(PromptId id, VersionLabel label) {
        return sessions.read(session -> {
            PromptRow prompt = reading.prompt(session, id);
            return reading.whole(session, id, prompt, reading.version(session, prompt, id, label));
        });
    }

    @Override
    public Optional<Version> inStage(PromptId id, Stage stage) {
        return sessions.read(session -> {
            PromptRow prompt = reading.prompt(session, id);
            Optional<VersionLabel> held =
                    Optional.ofNullable(prompt.heldStages(dialect).get(stage));
            return held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reading.whole(
                            session, id, prompt, held(session, prompt, id, stage, held.get())));
        });
    }

    private VersionRow held(Session session, PromptRow prompt, PromptId id, Stage stage, VersionLabel label)
            throws SQLException {
        return reading.findVersion(session, prompt, label)
                .orElseThrow(() -> dialect.damaged(
                        prompt.where(),
                        Sentence.of("the stage {0} holds {1}, which is not there", stage, label)));
    }

    @Override
    public VersionInfo append(NewVersion version) {
        try {
            return writing(version.prompt(), (session, writing) -> writing.append(session, List.of(version)))
                    .getFirst();
        } catch (TakenKey e) {
            throw conflict(version);
        }
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        Writing.checkLengths(uri, version);
        return version;
    }

    /// Somebody else's transaction made the same prompt or label after ours had looked.
    private StoreException conflict(NewVersion version) {
        Optional<VersionLabel> head = find(version.prompt()).map(PromptSummary::head);
        return head.equals(version.base())
                ? StoreException.Conflict.labelTaken(uri, version.prompt(), version.label())
                : StoreException.Conflict.headMoved(uri, version.prompt(), version.base(), head);
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        Set<PromptId> written = new LinkedHashSet<>();
        try {
            for (int from = 0; from < versions.size(); from += VERSIONS_PER_TRANSACTION) {
                List<NewVersion> some =
                        versions.subList(from, Math.min(from + VERSIONS_PER_TRANSACTION, versions.size()));
                appendSome(some);
                some.forEach(version -> written.add(version.prompt()));
            }
        } finally {
            if (!written.isEmpty()) {
                listing.forget();
                sessions.force();
                written.forEach(prompt -> watchers.tell(StoreChange.of(prompt)));
            }
        }
    }

    private void appendSome(List<NewVersion> versions) {
        try {
            Set<PromptId> prompts =
                    versions.stream().map(NewVersion::prompt).collect(Collectors.toCollection(LinkedHashSet::new));
            sessions.writeUnforced(session -> transaction(
                    session, prompts.size() > MOST_ANNOUNCED ? Set.of() : prompts, (_, writing) -> writing.append(session, versions)));
        } catch (TakenKey e) {
            // Rare: somebody else writes to the same prompts. One by one, it becomes clear which one is in conflict.
            versions.forEach(this::append);
        }
    }

    @Override
    public StageMoved promote(Promotion promotion) {
        return writing(promotion.prompt(), (session, writing) -> writing.promote(session, promotion));
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        return writing(prompt, (session, writing) -> writing.setTags(session, prompt, label, tags));
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        writing(prompt, (session, writing) -> {
            writing.deleteVersion(session, prompt, label, act);
            return label;
        });
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        writing(prompt, (session, writing) -> {
            writing.deletePrompt(session, prompt, act);
            return prompt;
        });
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        try {
            writing(new LinkedHashSet<>(List.of(newId, prompt)), (session, writing) -> {
                writing.rename(session, prompt, newId, act);
                return newId;
            });
        } catch (TakenKey e) {
            throw StoreException.Conflict.idTaken(uri, newId, newId);
        }
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return sessions.readLatest(session -> history.page(session, prompt, offset, limit));
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        Subscription added = sessions.read(_ -> watchers.add(listener));
        others.ifPresent(source -> source.listen(watchers::tell));
        return added;
    }

    @Override
    public Health check() {
        return new Inspection(dialect, sessions, reading, history).run();
    }

    @Override
    public void repair(Health.Remedy remedy) {
        Set<PromptId> changed = sessions.write(session -> {
            Set<PromptId> repaired =
                    new Repair(reading, new Writing(uri, dialect, clock, reading, history)).run(session, remedy);
            dialect.announce(session, repaired);
            return repaired;
        });
        listing.forget();
        changed.forEach(prompt -> watchers.tell(StoreChange.of(prompt)));
    }

    @Override
    public void backUp(Path file) throws IOException {
        if (!dialect.canBackUp()) {
            throw new StoreException.Unsupported(uri, Capability.BACK_UP);
        }
        try {
            DurableFiles.writeNew(file, unfinished -> sessions.readLatest(session -> {
                dialect.backUp(session, unfinished);
                return unfinished;
            }));
        } catch (StoreException.Unreachable | StoreException.Denied e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw DurableFiles.naming(file, new ExplainedIOException(Sentence.from(reason), e));
        }
    }

    @Override
    public Statistics count() {
        return sessions.readLatest(session -> {
            long bytes = dialect.bytes(session);
            return new Statistics(
                    number(session, "SELECT COUNT(*) FROM prompts"),
                    number(session, "SELECT COUNT(*) FROM versions"),
                    bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes),
                    session.first(
                            "SELECT changed_at FROM prompts ORDER BY changed_at DESC, id LIMIT 1",
                            row -> Times.instant(row.getLong(1))));
        });
    }

    private static long number(Session session, String sql) throws SQLException {
        return session.first(sql, row -> row.getLong(1)).orElse(0L);
    }

    @Override
    public void close() {
        others.ifPresent(ChangeThread::close);
        sessions.close();
    }

    /// Something to do in a transaction of its own.
    @FunctionalInterface
    private interface Change<T> {
        T run(Session session, Writing writing) throws SQLException;
    }

    private <T> T writing(PromptId changed, Change<T> work) {
        return writing(Set.of(changed), work);
    }

    private <T> T writing(Set<PromptId> changed, Change<T> work) {
        T written = sessions.write(session -> transaction(session, changed, work));
        listing.forget();
        changed.forEach(prompt -> watchers.tell(StoreChange.of(prompt)));
        return written;
    }

    private <T> T transaction(Session session, Set<PromptId> changed, Change<T> work) throws SQLException {
        dialect.beforeWriting();
        Writing writing = new Writing(uri, dialect, clock, reading, history);
        T done = taking(() -> work.run(session, writing));
        writing.finish(session);
        dialect.announce(session, changed);
        return done;
    }

    /// A unique key was taken between our look and our write.
    private static final class TakenKey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TakenKey(SQLException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    private <T> T taking(Step<T> step) throws SQLException {
        try {
            return step.run();
        } catch (SQLException e) {
            if (dialect.isTakenKey(e)) {
                throw new TakenKey(e);
            }
            throw e;
        }
    }
}
