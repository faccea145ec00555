package stemma.store.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import stemma.markdown.FormatException;
import stemma.prompt.HistoryEntry;
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
import stemma.store.OutsideEdits;
import stemma.store.Page;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;
import stemma.store.Synchronising;
import stemma.store.Untold;
import stemma.store.Watchers;

/// The port over a [Folder]. Several of these may share one. A store that is built on files adds a [Companion].
public final class FileStore implements Store {
    private static final Set<Capability> READING =
            Set.of(Capability.HISTORY, Capability.WATCH_OTHERS);

    /// So many versions are kept in one step by [#appendAll].
    private static final int CHUNK = 100;

    private final StoreUri uri;
    private final Clock clock;
    private final Folder folder;
    private final Optional<Companion> companion;
    private final Set<Capability> capabilities;
    private final FileReader reader;
    private final FileEdits edits;
    private final AppendRules rules;
    private final Watchers watchers = new Watchers();
    private final Consumer<StoreChange> toWatchers = watchers::tell;
    private boolean closing;
    private volatile boolean closed;

    FileStore(StoreUri uri, Clock clock, Folder folder, boolean writable, Optional<Companion> companion) {
        this.uri = uri;
        this.clock = clock;
        this.folder = folder;
        this.companion = companion;
        this.capabilities = writable ? writing(companion.isPresent()) : READING;
        this.reader = new FileReader(folder);
        this.edits = new FileEdits(this, folder);
        this.rules = new AppendRules(uri, folder);
        folder.listen(toWatchers);
    }

    /// Opens a folder together with a companion, which is closed with the store. What an interrupted change left is
    /// finished at once.
    ///
    /// @param root without links in it
    /// @param writable whether to write at all; a folder that cannot be written to is opened for reading
    public static FileStore open(StoreUri uri, Clock clock, Path root, boolean writable, Companion companion) {
        Folder folder = Folder.own(root, companion);
        FileStore store =
                new FileStore(uri, clock, folder, writable && Folder.unwritable(root).isEmpty(), Optional.of(companion));
        if (store.can(Capability.APPEND) && folder.isUnfinished()) {
            try {
                store.underLock(() -> root);
            } catch (StoreException e) {
                // The next change tries again and tells; until then the check does.
            }
        }
        return store;
    }

    private static Set<Capability> writing(boolean synchronising) {
        Set<Capability> claimed = EnumSet.range(Capability.APPEND, Capability.REPAIR);
        if (synchronising) {
            claimed.add(Capability.SYNCHRONISE);
        }
        return Set.copyOf(claimed);
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
        return reading(() -> {
            List<PromptSummary> found = new ArrayList<>();
            for (StoredPrompt prompt : folder.prompts()) {
                if (prompt.matches(query)
                        && query.text().map(text -> reader.holds(prompt, text)).orElse(true)) {
                    found.add(prompt.summary());
                }
            }
            found.sort(query.order().comparator());
            return Page.cut(found, query.offset(), query.limit());
        });
    }

    @Override
    public Optional<PromptSummary> find(PromptId id) {
        return reading(() -> folder.prompt(id).map(StoredPrompt::summary));
    }

    @Override
    public List<VersionInfo> versions(PromptId id) {
        return reading(() -> {
            StoredPrompt prompt = prompt(id);
            return prompt.versions().sequencedValues().reversed().stream()
                    .map(version -> reader.info(prompt, version))
                    .toList();
        });
    }

    @Override
    public Version get(PromptId id, VersionLabel label) {
        return readingFile(id, () -> {
            StoredPrompt prompt = prompt(id);
            return reader.version(prompt, version(prompt, label));
        });
    }

    @Override
    public Optional<Version> inStage(PromptId id, Stage stage) {
        return readingFile(id, () -> {
            StoredPrompt prompt = prompt(id);
            VersionLabel label = prompt.stages().get(stage);
            if (label == null && prompt.lostStages().isPresent()) {
                throw new FormatException(
                        Failures.relative(folder.root, prompt.listing().folder().resolve(Names.STAGES)),
                        prompt.lostStages().get());
            }
            return label == null
                    ? Optional.empty()
                    : Optional.of(reader.version(prompt, version(prompt, label)));
        });
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return prompt.isEmpty()
                ? List.of()
                : reading(() -> folder.prompt(prompt.get()).map(this::untold).orElse(List.of()));
    }

    private List<Untold> untold(StoredPrompt prompt) {
        List<Untold> untold = new ArrayList<>();
        prompt.lostStages().ifPresent(what -> untold.add(damage(prompt, Untold.Kind.STAGES, Names.STAGES, what)));
        prompt.lostTags().ifPresent(what -> untold.add(damage(prompt, Untold.Kind.TAGS, Names.TAGS, what)));
        return untold;
    }

    private Untold damage(StoredPrompt prompt, Untold.Kind kind, String file, CharSequence what) {
        return new Untold(
                kind,
                Optional.of(prompt.id()),
                Optional.empty(),
                Failures.relative(folder.root, prompt.listing().folder().resolve(file)),
                Sentence.from(what));
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return writing(Capability.APPEND, Set.of(version.prompt()), workspace -> append(workspace, version));
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        for (int from = 0; from < versions.size(); from += CHUNK) {
            List<NewVersion> chunk = versions.subList(from, Math.min(from + CHUNK, versions.size()));
            Set<PromptId> ids = new LinkedHashSet<>();
            chunk.forEach(version -> ids.add(version.prompt()));
            writing(Capability.APPEND, ids, workspace -> {
                for (NewVersion version : chunk) {
                    append(workspace, version);
                }
                return ids;
            });
        }
    }

    VersionInfo append(Workspace workspace, NewVersion version) throws IOException {
        Draft draft = workspace.draft(version.prompt());
        if (!draft.head().equals(version.base())) {
            throw StoreException.Conflict.headMoved(uri, version.prompt(), version.base(), draft.head());
        }
        if (draft.isEmpty()) {
            folder.checkNew(version.prompt(), workspace, uri);
        }
        rules.refuseTaken(version, draft.labels());
        workspace.note(
                "Append " + version.prompt() + " " + version.label(),
                version.author(),
                version.message(),
                version.createdAt());
        try {
            return draft.append(version, version.savedAt(clock));
        } catch (FormatException e) {
            if (e.where().isEmpty()) {
                throw new StoreException.Invalid(uri, Sentence.of("{0}.", e.sentence()));
            }
            throw e;
        }
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        return reading(() -> rules.asHeld(version));
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        return writing(Capability.PROMOTE, Set.of(promotion.prompt()), workspace -> {
            PromptId id = promotion.prompt();
            Draft draft = existing(workspace, id);
            promotion.to().ifPresent(label -> version(draft, label));
            refuseBrokenStages(workspace.before(id).orElseThrow());
            Optional<VersionLabel> holds =
                    Optional.ofNullable(draft.stages().get(promotion.stage()));
            if (!holds.equals(promotion.from())) {
                throw StoreException.Conflict.stageMoved(uri, promotion, holds);
            }
            Act act = promotion.act();
            HistoryEntry.StageMoved moved = new HistoryEntry.StageMoved(
                    act.doneAt(clock), act.who(), id, promotion.stage(), holds, promotion.to(), act.why());
            draft.setStage(promotion.stage(), promotion.to());
            draft.addHistory(moved);
            note(
                    workspace,
                    promotion.to()
                            .map(to -> "Promote " + id + " " + to + " to " + promotion.stage())
                            .orElse("Clear the stage " + promotion.stage() + " of " + id),
                    act);
            return moved;
        });
    }

    private void refuseBrokenStages(StoredPrompt prompt) throws FormatException {
        if (prompt.brokenStages()) {
            throw new FormatException(
                    Failures.relative(folder.root, prompt.listing().folder().resolve(Names.STAGES)),
                    prompt.lostStages().orElseGet(() -> Sentence.of("cannot be read")));
        }
    }

    @Override
    public VersionInfo setTags(PromptId id, VersionLabel label, Set<String> tags) {
        writing(Capability.TAG, Set.of(id), workspace -> {
            Draft draft = existing(workspace, id);
            version(draft, label);
            draft.setTags(label, tags);
            note(
                    workspace,
                    "Tag " + id + " " + label + ": "
                            + (tags.isEmpty() ? "no tags" : String.join(", ", new TreeSet<>(tags))),
                    Act.by("", ""));
            return label;
        });
        return reading(() -> {
            StoredPrompt prompt = prompt(id);
            return reader.info(prompt, version(prompt, label)).withTags(tags);
        });
    }

    @Override
    public void deleteVersion(PromptId id, VersionLabel label, Act act) {
        writing(Capability.DELETE, Set.of(id), workspace -> {
            Draft draft = existing(workspace, id);
            version(draft, label);
            Instant at = act.doneAt(clock);
            clearStages(draft, label, at, act);
            draft.addHistory(new HistoryEntry.VersionDeleted(at, act.who(), id, label, act.why()));
            draft.delete(label);
            note(workspace, "Delete " + id + " " + label, act);
            return label;
        });
    }

    private static void note(Workspace workspace, String what, Act act) {
        workspace.note(what, act.who(), act.why(), act.when());
    }

    private static void clearStages(Draft draft, VersionLabel label, Instant at, Act act) {
        for (Stage stage : List.copyOf(draft.stages().keySet())) {
            if (label.equals(draft.stages().get(stage))) {
                draft.setStage(stage, Optional.empty());
                draft.addHistory(new HistoryEntry.StageMoved(
                        at, act.who(), draft.id, stage, Optional.of(label), Optional.empty(), act.why()));
            }
        }
    }

    @Override
    public void deletePrompt(PromptId id, Act act) {
        writing(Capability.DELETE, Set.of(id), workspace -> {
            Draft draft = existing(workspace, id);
            Instant at = act.doneAt(clock);
            for (VersionLabel label : List.copyOf(draft.labels())) {
                clearStages(draft, label, at, act);
                draft.delete(label);
            }
            draft.addHistory(new HistoryEntry.PromptDeleted(at, act.who(), id, act.why()));
            note(workspace, "Delete " + id, act);
            return id;
        });
    }

    @Override
    public void rename(PromptId id, PromptId newId, Act act) {
        writing(Capability.RENAME, new LinkedHashSet<>(List.of(id, newId)), workspace -> {
            Draft draft = existing(workspace, id);
            Draft target = workspace.draft(newId);
            if (!target.isEmpty()) {
                throw StoreException.Conflict.idTaken(uri, newId, newId);
            }
            folder.checkNew(newId, workspace, uri);
            draft.addHistory(new HistoryEntry.PromptRenamed(act.doneAt(clock), act.who(), id, newId, act.why()));
            draft.moveTo(target);
            note(workspace, "Rename " + id + " to " + newId, act);
            return newId;
        });
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return reading(() -> Page.cut(reader.history(prompt), offset, limit));
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return reading(() -> watchers.add(listener));
    }

    @Override
    public OutsideEdits outsideEdits() {
        if (closed) {
            throw new StoreException.Closed(uri);
        }
        if (!can(Capability.OUTSIDE_EDITS)) {
            throw new StoreException.Unsupported(uri, Capability.OUTSIDE_EDITS);
        }
        return edits;
    }

    @Override
    public Synchronising synchronising() {
        if (closed) {
            throw new StoreException.Closed(uri);
        }
        return companion.filter(_ -> can(Capability.SYNCHRONISE))
                .map(Companion::synchronising)
                .orElseThrow(() -> new StoreException.Unsupported(uri, Capability.SYNCHRONISE));
    }

    @Override
    public Health check() {
        refresh();
        return reading(() -> {
            List<Health.Problem> problems = new ArrayList<>(new FolderCheck(folder).problems());
            companion.ifPresent(asked -> problems.addAll(asked.problems()));
            return new Health(can(Capability.APPEND), problems);
        });
    }

    @Override
    public void repair(Health.Remedy remedy) {
        if (!closed && !can(Capability.REPAIR)) {
            throw new StoreException.Unsupported(uri, Capability.REPAIR);
        }
        FolderCheck.relinked(remedy).ifPresent(id -> writing(Capability.REPAIR, Set.of(id), workspace -> {
            workspace.note("Repair latest.md of " + id, "", remedy.what().toString(), Optional.empty());
            workspace.relink(id);
            return id;
        }));
    }

    @Override
    public Statistics count() {
        return reading(() -> {
            long versions = 0;
            long bytes = 0;
            Optional<Instant> changedAt = Optional.empty();
            for (StoredPrompt prompt : folder.prompts()) {
                versions += prompt.versions().size();
                bytes += prompt.listing().files().values().stream()
                        .mapToLong(stamp -> Math.max(stamp.size(), 0))
                        .sum();
                Instant head = prompt.head().createdAt;
                changedAt = changedAt.filter(head::isBefore).or(() -> Optional.of(head));
            }
            return new Statistics(folder.prompts().size(), versions, OptionalLong.of(bytes), changedAt);
        });
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        // What the companion still has under way may need the store.
        companion.ifPresent(Companion::close);
        closed = true;
        folder.unlisten(toWatchers);
        folder.leave();
    }

    private StoredPrompt prompt(PromptId id) throws IOException {
        Optional<StoredPrompt> prompt = folder.prompt(id);
        if (prompt.isPresent()) {
            return prompt.get();
        }
        reader.refuseUnreadable(id);
        throw new StoreException.NotFound(uri, id);
    }

    private StoredVersion version(StoredPrompt prompt, VersionLabel label) {
        StoredVersion version = prompt.versions().get(label);
        if (version == null) {
            throw new StoreException.NotFound(uri, prompt.id(), label);
        }
        return version;
    }

    private Draft existing(Workspace workspace, PromptId id) throws IOException {
        Draft draft = workspace.draft(id);
        if (draft.isEmpty()) {
            reader.refuseUnreadable(id);
            throw new StoreException.NotFound(uri, id);
        }
        return draft;
    }

    private void version(Draft draft, VersionLabel label) {
        if (!draft.labels().contains(label)) {
            throw new StoreException.NotFound(uri, draft.id, label);
        }
    }

    /// Looks at the whole folder anew.
    void refresh() {
        doing(() -> {
            folder.refresh(List.of(folder.root), List.of());
            return folder;
        });
    }

    <T> T reading(Folder.Read<T> read) {
        return doing(() -> folder.read(read));
    }

    /// Reads a file that another program may just have moved or deleted: once more after a look at its folder.
    private <T> T readingFile(PromptId id, Folder.Read<T> read) {
        return doing(() -> {
            try {
                return folder.read(read);
            } catch (NoSuchFileException e) {
                folder.refresh(List.of(), List.of(Draft.folder(folder.root, id)));
                return folder.read(read);
            }
        });
    }

    <T> T writing(Capability needed, Set<PromptId> ids, Folder.Write<T> write) {
        if (!closed && !can(needed)) {
            throw Folder.unwritable(folder.root)
                    .map(place -> StoreException.Unsupported.notWritable(uri, place))
                    .orElseGet(() -> new StoreException.Unsupported(uri, needed));
        }
        T result = doing(() -> folder.write(ids, write));
        companion.ifPresent(Companion::told);
        return result;
    }

    /// Does something with the folder's files while nobody else changes them, then takes them as they are.
    ///
    /// @throws StoreException in place of the exceptions of files
    public <T> T underLock(Callable<T> action) {
        return doing(() -> folder.underLock(action));
    }

    private <T> T doing(Folder.Read<T> action) {
        if (closed) {
            throw new StoreException.Closed(uri);
        }
        try {
            return action.run();
        } catch (IOException e) {
            throw Failures.of(uri, folder.root, e);
        } catch (RejectedExecutionException e) {
            throw new StoreException.Closed(uri);
        }
    }
}
