package stemma.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import stemma.prompt.HistoryEntry;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Answers.Question;

/// A store far away whose answers are kept: what was just asked is answered at once, and when the store does not answer
/// any more, what was known last is told, marked by [#awaySince()]. Writes always go to the store; they and the changes
/// that it reports make the answers concerned forgotten. Everything the store can do, this one can. Safe for concurrent
/// use.
final class CachedStore extends ForwardingStore {
    /// What a summary, a version without its content or a move weighs, in characters.
    private static final int ROW = 300;
    /// What is kept at most, in characters; about twice as many bytes.
    static final long MAXIMUM_WEIGHT = 32_000_000;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Store store;
    private final Clock clock;
    private final Answers answers;
    private final Watchers watchers = new Watchers();
    private final Subscription changes;
    private final AtomicReference<Optional<Instant>> awaySince = new AtomicReference<>(Optional.empty());
    private final ScheduledExecutorService knocking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-retry").factory());
    private volatile boolean closed;

    private record ListQuestion(Query query) {}

    private record FindQuestion() {}

    private record VersionsQuestion() {}

    private record GetQuestion(VersionLabel label) {}

    private record StageQuestion(Stage stage) {}

    private record HistoryQuestion(int offset, int limit) {}

    private record CountQuestion() {}

    private record UntoldQuestion() {}

    /// @param freshFor how long an answer counts
    CachedStore(Store store, Clock clock, Duration freshFor) {
        this.store = store;
        this.clock = clock;
        this.answers = new Answers(clock, freshFor, MAXIMUM_WEIGHT);
        this.changes = store.watch(change -> {
            // A server that ends may say so too; what was known before stays the last known.
            change.prompt().ifPresentOrElse(answers::outdate, answers::outdateAll);
            watchers.tell(change);
        });
    }

    private <T> T ask(Object what, Optional<PromptId> prompt, ToIntFunction<T> weight, Supplier<T> source) {
        requireOpen();
        Question question = new Question(what, prompt);
        Optional<Supplier<T>> last = awaySince.get().isPresent() ? answers.lastKnown(question) : Optional.empty();
        if (last.isPresent()) {
            return last.get().get();
        }
        try {
            return answers.ask(question, weight, () -> reach(source));
        } catch (StoreException.Unreachable e) {
            return answers.<T>lastKnown(question).orElseThrow(() -> e).get();
        }
    }

    /// Speaks with the store. An answer tells that it is there, also that something is not as the call expects; what
    /// is refused without asking the server tells nothing.
    private <T> T reach(Supplier<T> call) {
        try {
            T value = call.get();
            cameBack();
            return value;
        } catch (StoreException.Unreachable e) {
            wentAway();
            throw e;
        } catch (StoreException.NotFound | StoreException.Conflict | StoreException.Corrupt | StoreException.Denied e) {
            cameBack();
            throw e;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException.Closed(uri());
        }
    }

    private void wentAway() {
        if (awaySince.compareAndSet(Optional.empty(), Optional.of(clock.instant()))) {
            watchers.tell(StoreChange.anything());
            knockLater();
        }
    }

    private void knockLater() {
        if (!knocking.isShutdown()) {
            knocking.schedule(this::knock, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Asks whether the store answers again.
    private void knock() {
        if (awaySince.get().isEmpty()) {
            return;
        }
        try {
            reach(() -> store.list(Query.all().withPage(0, 1)));
        } catch (StoreException.Unreachable e) {
            knockLater();
        } catch (StoreException e) {
            // It answered, even if with a refusal.
            cameBack();
        }
    }

    /// A server that is going away answers some questions and others not; what was known stays known until it is asked again.
    private void cameBack() {
        if (awaySince.getAndSet(Optional.empty()).isPresent()) {
            answers.outdateAll();
            watchers.tell(StoreChange.anything());
        }
    }

    private <T> T write(PromptId prompt, Supplier<T> act) {
        try {
            return reach(act);
        } finally {
            // Also after a failure: it may tell that what is known is old.
            if (awaySince.get().isEmpty()) {
                answers.forget(prompt);
            }
        }
    }

    private static int weigh(Version version) {
        int weight = ROW;
        for (Message message : version.content().messages()) {
            weight += message.text().length();
        }
        return weight;
    }

    @Override
    protected Store store() {
        return store;
    }

    @Override
    public Optional<Instant> awaySince() {
        return awaySince.get();
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        return ask(
                new ListQuestion(query), Optional.empty(), page -> ROW * (page.items().size() + 1), () -> store.list(query));
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return ask(new FindQuestion(), Optional.of(prompt), _ -> ROW, () -> store.find(prompt));
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return ask(
                new VersionsQuestion(),
                Optional.of(prompt),
                versions -> ROW * (versions.size() + 1),
                () -> store.versions(prompt));
    }

    @Override
    public Version get(PromptId prompt, VersionLabel label) {
        return ask(new GetQuestion(label), Optional.of(prompt), CachedStore::weigh, () -> store.get(prompt, label));
    }

    @Override
    public Optional<Version> inStage(PromptId prompt, Stage stage) {
        return ask(
                new StageQuestion(stage),
                Optional.of(prompt),
                version -> version.map(CachedStore::weigh).orElse(1),
                () -> store.inStage(prompt, stage));
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return ask(
                new HistoryQuestion(offset, limit),
                prompt,
                page -> ROW * (page.items().size() + 1),
                () -> store.history(prompt, offset, limit));
    }

    @Override
    public Statistics count() {
        return ask(new CountQuestion(), Optional.empty(), _ -> ROW, store::count);
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return ask(new UntoldQuestion(), prompt, untold -> ROW * (untold.size() + 1), () -> store.untold(prompt));
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return write(version.prompt(), () -> store.append(version));
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        if (versions.isEmpty()) {
            return;
        }
        try {
            reach(() -> {
                store.appendAll(versions);
                return versions;
            });
        } finally {
            if (awaySince.get().isEmpty()) {
                answers.forgetAll();
            }
        }
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        return write(promotion.prompt(), () -> store.promote(promotion));
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        return write(prompt, () -> store.setTags(prompt, label, tags));
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        write(prompt, () -> {
            store.deleteVersion(prompt, label, act);
            return prompt;
        });
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        write(prompt, () -> {
            store.deletePrompt(prompt, act);
            return prompt;
        });
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        write(prompt, () -> write(newId, () -> {
            store.rename(prompt, newId, act);
            return newId;
        }));
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        requireOpen();
        return watchers.add(listener);
    }

    @Override
    public void repair(Health.Remedy remedy) {
        store.repair(remedy);
        answers.forgetAll();
    }

    @Override
    public void close() {
        closed = true;
        knocking.shutdownNow();
        changes.close();
        store.close();
        answers.forgetAll();
    }
}
