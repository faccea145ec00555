package stemma.store.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.Health;
import stemma.store.HeldPrompt;
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

/// Maps behind a lock.
final class MemoryStore implements Store {
    private static final Set<Capability> CAPABILITIES =
            Set.copyOf(EnumSet.range(Capability.APPEND, Capability.HISTORY));

    private final StoreUri uri;
    private final Clock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Watchers watchers = new Watchers();
    private final SortedMap<PromptId, HeldPrompt> prompts = new TreeMap<>();
    /// Each entry with the id by which it is found today.
    private final List<Recorded> history = new ArrayList<>();

    private boolean closed;

    private record Recorded(PromptId prompt, HistoryEntry entry) {}

    MemoryStore(StoreUri uri, Clock clock) {
        this.uri = uri;
        this.clock = clock;
    }

    @Override
    public StoreUri uri() {
        return uri;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        return reading(() -> {
            List<PromptSummary> found = new ArrayList<>();
            prompts.forEach((id, prompt) -> {
                if (prompt.matches(id, query)) {
                    found.add(prompt.summary(id));
                }
            });
            found.sort(query.order().comparator());
            return Page.cut(found, query.offset(), query.limit());
        });
    }

    @Override
    public Optional<PromptSummary> find(PromptId id) {
        return reading(() -> Optional.ofNullable(prompts.get(id)).map(prompt -> prompt.summary(id)));
    }

    @Override
    public List<VersionInfo> versions(PromptId id) {
        return reading(() -> {
            HeldPrompt prompt = prompt(id);
            return prompt.versions().sequencedValues().reversed().stream()
                    .map(prompt::info)
                    .toList();
        });
    }

    @Override
    public Version get(PromptId id, VersionLabel label) {
        return reading(() -> {
            HeldPrompt prompt = prompt(id);
            Version version = version(prompt, id, label);
            return new Version(prompt.info(version), version.content());
        });
    }

    @Override
    public Optional<Version> inStage(PromptId id, Stage stage) {
        return reading(() -> {
            HeldPrompt prompt = prompt(id);
            return prompt.inStage(stage).map(version -> new Version(prompt.info(version), version.content()));
        });
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return writing(version.prompt(), () -> {
            HeldPrompt prompt = prompts.get(version.prompt());
            Optional<VersionLabel> head =
                    Optional.ofNullable(prompt).map(there -> there.head().label());
            if (!head.equals(version.base())) {
                throw StoreException.Conflict.headMoved(uri, version.prompt(), version.base(), head);
            }
            if (prompt != null && prompt.versions().containsKey(version.label())) {
                throw StoreException.Conflict.labelTaken(uri, version.prompt(), version.label());
            }
            VersionInfo info = version.info(clock);
            prompts.computeIfAbsent(version.prompt(), _ -> new HeldPrompt())
                    .versions()
                    .put(version.label(), new Version(info, version.content()));
            return info;
        });
    }

    @Override
    public StageMoved promote(Promotion promotion) {
        return writing(promotion.prompt(), () -> {
            HeldPrompt prompt = prompt(promotion.prompt());
            promotion.to().ifPresent(label -> version(prompt, promotion.prompt(), label));
            Optional<VersionLabel> holds = Optional.ofNullable(prompt.stages().get(promotion.stage()));
            if (!holds.equals(promotion.from())) {
                throw StoreException.Conflict.stageMoved(uri, promotion, holds);
            }
            StageMoved moved = new StageMoved(
                    promotion.act().doneAt(clock),
                    promotion.act().who(),
                    promotion.prompt(),
                    promotion.stage(),
                    holds,
                    promotion.to(),
                    promotion.act().why());
            promotion.to().ifPresentOrElse(
                    label -> prompt.stages().put(promotion.stage(), label),
                    () -> prompt.stages().remove(promotion.stage()));
            history.add(new Recorded(promotion.prompt(), moved));
            return moved;
        });
    }

    @Override
    public VersionInfo setTags(PromptId id, VersionLabel label, Set<String> tags) {
        return writing(id, () -> {
            HeldPrompt prompt = prompt(id);
            Version version = version(prompt, id, label);
            Version tagged = new Version(version.info().withTags(tags), version.content());
            prompt.versions().put(label, tagged);
            return prompt.info(tagged);
        });
    }

    @Override
    public void deleteVersion(PromptId id, VersionLabel label, Act act) {
        writing(id, () -> {
            HeldPrompt prompt = prompt(id);
            version(prompt, id, label);
            Instant at = act.doneAt(clock);
            clearStages(id, prompt, label, at, act);
            history.add(new Recorded(id, new VersionDeleted(at, act.who(), id, label, act.why())));
            prompt.versions().remove(label);
            if (prompt.versions().isEmpty()) {
                prompts.remove(id);
            }
            return label;
        });
    }

    private void clearStages(PromptId id, HeldPrompt prompt, VersionLabel label, Instant at, Act act) {
        prompt.stages().entrySet().removeIf(entry -> {
            boolean held = entry.getValue().equals(label);
            if (held) {
                history.add(new Recorded(
                        id,
                        new StageMoved(
                                at,
                                act.who(),
                                id,
                                entry.getKey(),
                                Optional.of(label),
                                Optional.empty(),
                                act.why())));
            }
            return held;
        });
    }

    @Override
    public void deletePrompt(PromptId id, Act act) {
        writing(id, () -> {
            HeldPrompt prompt = prompt(id);
            Instant at = act.doneAt(clock);
            for (VersionLabel label : new TreeSet<>(prompt.stages().values())) {
                clearStages(id, prompt, label, at, act);
            }
            history.add(new Recorded(id, new PromptDeleted(at, act.who(), id, act.why())));
            prompts.remove(id);
            return id;
        });
    }

    @Override
    public void rename(PromptId id, PromptId newId, Act act) {
        writing(newId, () -> {
            HeldPrompt prompt = prompt(id);
            if (prompts.containsKey(newId)) {
                throw StoreException.Conflict.idTaken(uri, newId, newId);
            }
            prompts.remove(id);
            prompts.put(newId, prompt.renamed(newId));
            history.add(new Recorded(id, new PromptRenamed(act.doneAt(clock), act.who(), id, newId, act.why())));
            history.replaceAll(recorded ->
                    recorded.prompt().equals(id) ? new Recorded(newId, recorded.entry()) : recorded);
            return newId;
        });
        watchers.tell(StoreChange.of(id));
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return reading(() -> {
            List<HistoryEntry> entries = history.reversed().stream()
                    .filter(recorded -> prompt.map(recorded.prompt()::equals).orElse(true))
                    .map(Recorded::entry)
                    .toList();
            return Page.cut(entries, offset, limit);
        });
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return reading(() -> watchers.add(listener));
    }

    @Override
    public Health check() {
        return reading(() -> new Health(true, List.of()));
    }

    @Override
    public Statistics count() {
        return reading(() -> new Statistics(
                prompts.size(),
                prompts.values().stream().mapToLong(prompt -> prompt.versions().size()).sum(),
                OptionalLong.empty(),
                prompts.values().stream()
                        .map(prompt -> prompt.head().info().createdAt())
                        .max(Instant::compareTo)));
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            prompts.clear();
            history.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private HeldPrompt prompt(PromptId id) {
        HeldPrompt prompt = prompts.get(id);
        if (prompt == null) {
            throw new StoreException.NotFound(uri, id);
        }
        return prompt;
    }

    private Version version(HeldPrompt prompt, PromptId id, VersionLabel label) {
        Version version = prompt.versions().get(label);
        if (version == null) {
            throw new StoreException.NotFound(uri, id, label);
        }
        return version;
    }

    private <T> T reading(Supplier<T> read) {
        return locked(lock.readLock(), read);
    }

    private <T> T writing(PromptId changed, Supplier<T> write) {
        T written = locked(lock.writeLock(), write);
        watchers.tell(StoreChange.of(changed));
        return written;
    }

    private <T> T locked(Lock held, Supplier<T> body) {
        held.lock();
        try {
            if (closed) {
                throw new StoreException.Closed(uri);
            }
            return body.get();
        } finally {
            held.unlock();
        }
    }
}
