package stemma.store.gojson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stemma.files.Keeper;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.DriverOption;
import stemma.store.FileFailures;
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
import stemma.store.StoreFolder;
import stemma.store.StoreUri;
import stemma.store.Subscription;
import stemma.store.Untold;
import stemma.store.Watchers;

/// The port over a folder of another program. Before every operation it looks whether the folder changed.
public final class GoFolderStore<F> implements Store {
    /// So many versions are kept in one step by [#appendAll].
    private static final int CHUNK = 1_000;

    private final StoreUri uri;
    private final Clock clock;
    private final Path root;
    private final Layout<F> layout;
    private final Set<Capability> capabilities;
    private final GoFolder<F> folder;
    private final Keeper keeper = new Keeper();
    private final Watchers watchers = new Watchers();
    private @Nullable FolderPoll poll;
    private volatile boolean closed;

    /// Opens the folder that the address names; writes nothing, and creates it with the first write.
    ///
    /// @throws StoreException.Unreachable when there is no such folder nor the one above it
    public static <F> Store open(StoreUri uri, Clock clock, Layout<F> layout) {
        return new GoFolderStore<>(uri, clock, StoreFolder.locate(uri), layout, _ -> {});
    }

    GoFolderStore(StoreUri uri, Clock clock, Path root, Layout<F> layout, Consumer<String> observer) {
        this.uri = uri;
        this.clock = clock;
        this.root = root;
        this.layout = layout;
        boolean writable = !DriverOption.READ_ONLY.isOn(uri) && GoFolder.unwritable(root).isEmpty();
        this.capabilities = writable ? layout.capabilities() : Set.of(Capability.WATCH_OTHERS);
        this.folder = new GoFolder<>(uri, root, layout, observer);
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
        return reading(index -> {
            List<PromptSummary> found = new ArrayList<>();
            index.prompts().forEach((id, prompt) -> {
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
        return reading(index ->
                Optional.ofNullable(index.prompts().get(id)).map(prompt -> prompt.summary(id)));
    }

    @Override
    public List<VersionInfo> versions(PromptId id) {
        return reading(index -> {
            HeldPrompt prompt = prompt(index, id);
            return prompt.versions().sequencedValues().reversed().stream()
                    .map(prompt::info)
                    .toList();
        });
    }

    @Override
    public Version get(PromptId id, VersionLabel label) {
        return reading(index -> {
            refuseBroken(index, layout.path(id, label));
            return shown(prompt(index, id), version(index, id, label));
        });
    }

    private static Version shown(HeldPrompt prompt, Version version) {
        return new Version(prompt.info(version), version.content());
    }

    @Override
    public Optional<Version> inStage(PromptId id, Stage stage) {
        return reading(index -> {
            HeldPrompt prompt = prompt(index, id);
            if (!prompt.stages().containsKey(stage)) {
                refuseBroken(index, layout.stagesPath(id));
                Optional.ofNullable(index.dangling().get(id))
                        .map(dangling -> dangling.get(stage))
                        .ifPresent(label -> refuseDamaged(index, id, Optional.of(label)));
            }
            return prompt.inStage(stage).map(version -> shown(prompt, version));
        });
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return reading(index -> prompt.isPresent() ? untold(index, prompt.get()) : ofNoPrompt(index));
    }

    private List<Untold> untold(Index index, PromptId id) {
        List<Untold> untold = new ArrayList<>(index.untold().getOrDefault(Optional.of(id), List.of()));
        for (Untold stray : index.untold().getOrDefault(Optional.<PromptId>empty(), List.of())) {
            if (stray.isDamage() && layout.mayHold(stray.where(), id)) {
                untold.add(stray);
            }
        }
        String stages = layout.stagesPath(id);
        Optional.ofNullable(index.broken().get(stages)).map(Sentence::from).ifPresent(what -> {
            untold.add(new Untold(Untold.Kind.STAGES, Optional.of(id), Optional.empty(), stages, what));
            if (layout.keepsTagsWithStages()) {
                untold.add(new Untold(Untold.Kind.TAGS, Optional.of(id), Optional.empty(), stages, what));
            }
        });
        return untold;
    }

    private List<Untold> ofNoPrompt(Index index) {
        List<Untold> untold = new ArrayList<>();
        index.untold().forEach((id, some) -> {
            if (id.isEmpty()) {
                some.stream()
                        .filter(stray -> !stray.isDamage()
                                || index.prompts().keySet().stream()
                                        .noneMatch(listed -> layout.mayHold(stray.where(), listed)))
                        .forEach(untold::add);
            } else if (!index.prompts().containsKey(id.get())) {
                untold.addAll(some);
            }
        });
        untold.sort(Comparator.comparing(Untold::where));
        return untold;
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return writing(Capability.APPEND, version.prompt(), (index, edits) -> append(index, edits, version))
                .info();
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        for (int from = 0; from < versions.size(); from += CHUNK) {
            List<NewVersion> chunk = versions.subList(from, Math.min(from + CHUNK, versions.size()));
            writing(Capability.APPEND, chunk.getFirst().prompt(), (index, edits) -> {
                chunk.forEach(version -> append(index, edits, version));
                return chunk;
            });
        }
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        PromptId id = version.prompt();
        Version held = doing(() -> folder.tryOut((index, edits) -> {
            HeldPrompt prompt = index.prompts().get(id);
            VersionLabel label = layout.label(index, edits, version);
            while (prompt != null && prompt.versions().containsKey(label)) {
                label = label.next(VersionLabel.Step.PATCH);
            }
            Optional<VersionLabel> head =
                    Optional.ofNullable(prompt).map(there -> there.head().label());
            Instant at = version.savedAt(clock);
            return layout.append(index, edits, version.withBase(head), label, at);
        }));
        return new NewVersion(
                id,
                version.base(),
                layout.capabilities().contains(Capability.CHOOSE_LABEL) ? version.label() : held.label(),
                held.content(),
                held.info().author(),
                held.info().message(),
                held.info().tags(),
                version.createdAt().map(_ -> held.info().createdAt()));
    }

    private Version append(Index index, Edits edits, NewVersion version) {
        PromptId id = version.prompt();
        HeldPrompt prompt = index.prompts().get(id);
        Optional<VersionLabel> head =
                Optional.ofNullable(prompt).map(there -> there.head().label());
        if (!head.equals(version.base())) {
            throw StoreException.Conflict.headMoved(uri, id, version.base(), head);
        }
        VersionLabel label = layout.label(index, edits, version);
        boolean taken = prompt != null && prompt.versions().containsKey(label);
        if (taken || index.broken().containsKey(layout.path(id, label))) {
            throw StoreException.Conflict.labelTaken(uri, id, label);
        }
        Instant at = version.savedAt(clock);
        Version written = layout.append(index, edits, version, label, at);
        index.prompts().computeIfAbsent(id, _ -> new HeldPrompt()).versions().put(label, written);
        return written;
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        PromptId id = promotion.prompt();
        return writing(Capability.PROMOTE, id, (index, edits) -> {
            HeldPrompt prompt = prompt(index, id);
            promotion.to().ifPresent(label -> version(index, id, label));
            refuseBroken(index, layout.stagesPath(id));
            Optional<VersionLabel> holds = Optional.ofNullable(prompt.stages().get(promotion.stage()));
            if (!holds.equals(promotion.from())) {
                throw StoreException.Conflict.stageMoved(uri, promotion, holds);
            }
            Act act = promotion.act();
            Instant at = act.doneAt(clock);
            layout.promote(new HeldPromptAt(id, prompt), edits, promotion, at);
            return new HistoryEntry.StageMoved(
                    at, act.who(), id, promotion.stage(), holds, promotion.to(), act.why());
        });
    }

    @Override
    public VersionInfo setTags(PromptId id, VersionLabel label, Set<String> tags) {
        Set<String> wanted = Tags.of(tags);
        writing(Capability.TAG, id, (index, edits) -> {
            HeldPrompt prompt = prompt(index, id);
            version(index, id, label);
            layout.setTags(new HeldPromptAt(id, prompt), edits, label, wanted, now());
            return label;
        });
        return reading(index -> prompt(index, id).info(version(index, id, label)));
    }

    @Override
    public void deleteVersion(PromptId id, VersionLabel label, Act act) {
        writing(Capability.DELETE, id, (index, edits) -> {
            HeldPrompt prompt = prompt(index, id);
            version(index, id, label);
            layout.delete(new HeldPromptAt(id, prompt), edits, Set.of(label));
            return label;
        });
    }

    @Override
    public void deletePrompt(PromptId id, Act act) {
        writing(Capability.DELETE, id, (index, edits) -> {
            HeldPrompt prompt = prompt(index, id);
            layout.delete(new HeldPromptAt(id, prompt), edits, prompt.versions().keySet());
            return id;
        });
    }

    @Override
    public void rename(PromptId id, PromptId newId, Act act) {
        writing(Capability.RENAME, newId, (index, edits) -> {
            HeldPrompt prompt = prompt(index, id);
            if (index.prompts().containsKey(newId)) {
                throw StoreException.Conflict.idTaken(uri, newId, newId);
            }
            layout.rename(new HeldPromptAt(id, prompt), edits, newId, act);
            return newId;
        });
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        throw new StoreException.Unsupported(uri, Capability.HISTORY);
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        reading(index -> index);
        Subscription subscription = watchers.add(listener);
        synchronized (this) {
            if (poll == null && !closed) {
                poll = new FolderPoll(() -> reading(index -> index));
                poll.start();
            }
        }
        return subscription;
    }

    @Override
    public Health check() {
        return doing(() -> {
            folder.read();
            return new Health(can(Capability.APPEND), folder.problems());
        });
    }

    @Override
    public Statistics count() {
        return reading(index -> new Statistics(
                index.prompts().size(),
                index.prompts().values().stream().mapToLong(prompt -> prompt.versions().size()).sum(),
                OptionalLong.of(folder.bytes()),
                index.prompts().values().stream()
                        .map(prompt -> prompt.head().info().createdAt())
                        .max(Instant::compareTo)));
    }

    @Override
    public void close() {
        FolderPoll polling;
        synchronized (this) {
            closed = true;
            polling = poll;
            poll = null;
        }
        if (polling != null) {
            polling.close();
        }
        keeper.close();
    }

    private HeldPrompt prompt(Index index, PromptId id) {
        HeldPrompt prompt = index.prompts().get(id);
        if (prompt == null) {
            refuseDamaged(index, id, Optional.empty());
            throw new StoreException.NotFound(uri, id);
        }
        return prompt;
    }

    private Version version(Index index, PromptId id, VersionLabel label) {
        Version version = prompt(index, id).versions().get(label);
        if (version == null) {
            refuseDamaged(index, id, Optional.of(label));
            throw new StoreException.NotFound(uri, id, label);
        }
        return version;
    }

    /// @param label empty for any version of the prompt
    private void refuseDamaged(Index index, PromptId id, Optional<VersionLabel> label) {
        for (Untold untold : untold(index, id)) {
            boolean meant = label.isEmpty()
                    || untold.version().equals(label)
                    || untold.where().equals(layout.path(id, label.get()));
            if (untold.kind() == Untold.Kind.VERSION && meant) {
                throw untold.problem(uri);
            }
        }
    }

    private void refuseBroken(Index index, String path) {
        Sentence problem = index.broken().get(path);
        if (problem != null) {
            throw new StoreException.Corrupt(uri, path, Sentence.of("{0}.", problem));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T reading(Function<Index, T> read) {
        Told<T> result = doing(() -> {
            T found = read.apply(folder.read());
            return new Told<>(found, folder.changes());
        });
        tell(result.changed());
        return result.value();
    }

    private <T> T writing(Capability needed, PromptId id, GoFolder.Write<T> write) {
        if (!closed && !can(needed)) {
            throw GoFolder.unwritable(root)
                    .map(place -> StoreException.Unsupported.notWritable(uri, place))
                    .orElseGet(() -> new StoreException.Unsupported(uri, needed));
        }
        Told<T> result = doing(() -> {
            T written = folder.write(write);
            Set<PromptId> changed = new TreeSet<>(folder.changes());
            changed.add(id);
            return new Told<>(written, changed);
        });
        tell(result.changed());
        return result.value();
    }

    private record Told<T>(T value, Set<PromptId> changed) {}

    private void tell(Set<PromptId> changed) {
        changed.forEach(id -> watchers.tell(StoreChange.of(id)));
    }

    private <T> T doing(Callable<T> action) {
        if (closed) {
            throw new StoreException.Closed(uri);
        }
        try {
            return keeper.call(action);
        } catch (IOException e) {
            throw FileFailures.of(uri, root, e);
        } catch (UncheckedIOException e) {
            throw FileFailures.of(uri, root, e.getCause());
        } catch (RejectedExecutionException e) {
            throw new StoreException.Closed(uri);
        }
    }
}
