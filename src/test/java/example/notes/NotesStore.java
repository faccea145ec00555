package example.notes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
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
import stemma.store.StoreUri;
import stemma.store.Subscription;
import stemma.store.Watchers;

/// Prompts in one JSON file. Every call reads the file, and a write replaces it as a whole, both while a lock file beside
/// it is held; so several programs can use one file, and there is no state that could be wrong.
final class NotesStore implements Store {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.APPEND, Capability.CHOOSE_LABEL, Capability.PROMOTE, Capability.ANY_STAGE, Capability.TAG));

    private final StoreUri uri;
    private final Clock clock;
    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Watchers watchers = new Watchers();
    private volatile boolean closed;

    NotesStore(StoreUri uri, Clock clock, Path file) {
        this.uri = uri;
        this.clock = clock;
        this.file = file;
    }

    private <T> T reading(Function<SortedMap<PromptId, HeldPrompt>, T> look) {
        return locked(prompts -> look.apply(prompts), false);
    }

    /// What the change throws leaves the file as it is.
    private <T> T writing(PromptId changed, Function<SortedMap<PromptId, HeldPrompt>, T> change) {
        T written = locked(change, true);
        watchers.tell(StoreChange.of(changed));
        return written;
    }

    private <T> T locked(Function<SortedMap<PromptId, HeldPrompt>, T> work, boolean writes) {
        requireOpen();
        lock.lock();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            SortedMap<PromptId, HeldPrompt> prompts = NotesFile.read(file);
            T result = work.apply(prompts);
            if (writes) {
                NotesFile.write(file, prompts);
            }
            return result;
        } catch (IllegalArgumentException e) {
            throw new StoreException.Corrupt(uri, file.toString(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw FileFailures.of(uri, file, e);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException.Closed(uri);
        }
    }

    private HeldPrompt prompt(SortedMap<PromptId, HeldPrompt> prompts, PromptId id) {
        return Optional.ofNullable(prompts.get(id)).orElseThrow(() -> new StoreException.NotFound(uri, id));
    }

    private Version version(HeldPrompt prompt, PromptId id, VersionLabel label) {
        return Optional.ofNullable(prompt.versions().get(label))
                .orElseThrow(() -> new StoreException.NotFound(uri, id, label));
    }

    private StoreException cannot(Capability capability) {
        requireOpen();
        return new StoreException.Unsupported(uri, capability);
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
        return reading(prompts -> {
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
        return reading(prompts -> Optional.ofNullable(prompts.get(id)).map(prompt -> prompt.summary(id)));
    }

    @Override
    public List<VersionInfo> versions(PromptId id) {
        return reading(prompts -> {
            HeldPrompt prompt = prompt(prompts, id);
            return prompt.versions().sequencedValues().reversed().stream()
                    .map(prompt::info)
                    .toList();
        });
    }

    @Override
    public Version get(PromptId id, VersionLabel label) {
        return reading(prompts -> {
            HeldPrompt prompt = prompt(prompts, id);
            Version version = version(prompt, id, label);
            return new Version(prompt.info(version), version.content());
        });
    }

    @Override
    public Optional<Version> inStage(PromptId id, Stage stage) {
        return reading(prompts -> {
            HeldPrompt prompt = prompt(prompts, id);
            return prompt.inStage(stage).map(version -> new Version(prompt.info(version), version.content()));
        });
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return writing(version.prompt(), prompts -> {
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
        return writing(promotion.prompt(), prompts -> {
            HeldPrompt prompt = prompt(prompts, promotion.prompt());
            promotion.to().ifPresent(label -> version(prompt, promotion.prompt(), label));
            Optional<VersionLabel> holds = Optional.ofNullable(prompt.stages().get(promotion.stage()));
            if (!holds.equals(promotion.from())) {
                throw StoreException.Conflict.stageMoved(uri, promotion, holds);
            }
            promotion.to().ifPresentOrElse(
                    label -> prompt.stages().put(promotion.stage(), label),
                    () -> prompt.stages().remove(promotion.stage()));
            Act act = promotion.act();
            return new StageMoved(
                    act.doneAt(clock),
                    act.who(),
                    promotion.prompt(),
                    promotion.stage(),
                    holds,
                    promotion.to(),
                    act.why());
        });
    }

    @Override
    public VersionInfo setTags(PromptId id, VersionLabel label, Set<String> tags) {
        return writing(id, prompts -> {
            HeldPrompt prompt = prompt(prompts, id);
            Version version = version(prompt, id, label);
            Version tagged = new Version(version.info().withTags(tags), version.content());
            prompt.versions().put(label, tagged);
            return prompt.info(tagged);
        });
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        throw cannot(Capability.DELETE);
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        throw cannot(Capability.DELETE);
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        throw cannot(Capability.RENAME);
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        throw cannot(Capability.HISTORY);
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        requireOpen();
        return watchers.add(listener);
    }

    @Override
    public Health check() {
        return reading(prompts -> new Health(
                Files.isWritable(file.getParent()),
                prompts.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stages().entrySet().stream()
                                .filter(held -> !entry.getValue().versions().containsKey(held.getValue()))
                                .map(held -> new Health.Problem(
                                        entry.getKey().value(),
                                        "the stage " + held.getKey() + " holds a version that is not there")))
                        .toList()));
    }

    @Override
    public Statistics count() {
        return reading(prompts -> new Statistics(
                prompts.size(),
                prompts.values().stream().mapToLong(prompt -> prompt.versions().size()).sum(),
                OptionalLong.empty(),
                prompts.values().stream()
                        .map(prompt -> prompt.head().info().createdAt())
                        .max(Instant::compareTo)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
