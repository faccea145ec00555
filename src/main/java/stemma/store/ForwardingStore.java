package stemma.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// Another store, for stores that do one thing in their own way.
public abstract class ForwardingStore implements Store {
    /// What does the work; asked with each call. Tells without waiting.
    protected abstract Store store();

    /// Something asked of a store.
    ///
    /// @param <E> what it throws that callers have to know of
    @FunctionalInterface
    protected interface Call<T, E extends Exception> {
        T of(Store store) throws E;
    }

    /// Every call that may block goes through here.
    protected <T, E extends Exception> T through(Call<T, E> call) throws E {
        return call.of(store());
    }

    @Override
    public VersionInfo append(NewVersion version) {
        return through(store -> store.append(version));
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        through(store -> {
            store.appendAll(versions);
            return store;
        });
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return through(store -> store.untold(prompt));
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        return through(store -> store.asHeld(version));
    }

    @Override
    public StoreUri uri() {
        return store().uri();
    }

    @Override
    public Set<Capability> capabilities() {
        return store().capabilities();
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        return through(store -> store.list(query));
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return through(store -> store.find(prompt));
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return through(store -> store.versions(prompt));
    }

    @Override
    public Version get(PromptId prompt, VersionLabel label) {
        return through(store -> store.get(prompt, label));
    }

    @Override
    public Optional<Version> inStage(PromptId prompt, Stage stage) {
        return through(store -> store.inStage(prompt, stage));
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        return through(store -> store.promote(promotion));
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        return through(store -> store.setTags(prompt, label, tags));
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        through(store -> {
            store.deleteVersion(prompt, label, act);
            return store;
        });
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        through(store -> {
            store.deletePrompt(prompt, act);
            return store;
        });
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        through(store -> {
            store.rename(prompt, newId, act);
            return store;
        });
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return through(store -> store.history(prompt, offset, limit));
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return through(store -> store.watch(listener));
    }

    @Override
    public OutsideEdits outsideEdits() {
        return through(Store::outsideEdits);
    }

    @Override
    public Optional<Instant> awaySince() {
        return store().awaySince();
    }

    @Override
    public Synchronising synchronising() {
        return through(Store::synchronising);
    }

    @Override
    public Health check() {
        return through(Store::check);
    }

    @Override
    public void repair(Health.Remedy remedy) {
        through(store -> {
            store.repair(remedy);
            return store;
        });
    }

    @Override
    public void backUp(Path file) throws IOException {
        through(store -> {
            store.backUp(file);
            return store;
        });
    }

    @Override
    public Statistics count() {
        return through(Store::count);
    }

    @Override
    public void close() {
        store().close();
    }
}
