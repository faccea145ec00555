package stemma.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
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

/// Another store without the capabilities to write. As safe for concurrent use as that one.
final class ReadOnlyStore implements Store {
    private static final Set<Capability> READING =
            Collections.unmodifiableSet(EnumSet.of(Capability.HISTORY, Capability.WATCH_OTHERS, Capability.BACK_UP));

    private final Store store;
    private final Set<Capability> capabilities;

    ReadOnlyStore(Store store) {
        this.store = store;
        EnumSet<Capability> kept = EnumSet.copyOf(READING);
        kept.retainAll(store.capabilities());
        this.capabilities = Collections.unmodifiableSet(kept);
    }

    @Override
    public StoreUri uri() {
        return store.uri();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        return store.list(query);
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return store.find(prompt);
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return store.versions(prompt);
    }

    @Override
    public Version get(PromptId prompt, VersionLabel label) {
        return store.get(prompt, label);
    }

    @Override
    public Optional<Version> inStage(PromptId prompt, Stage stage) {
        return store.inStage(prompt, stage);
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return store.untold(prompt);
    }

    @Override
    public VersionInfo append(NewVersion version) {
        throw refused();
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        return store.asHeld(version);
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        throw refused();
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        throw refused();
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        throw refused();
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        throw refused();
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        throw refused();
    }

    private StoreException refused() {
        return StoreException.Unsupported.readOnly(uri());
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return store.history(prompt, offset, limit);
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return store.watch(listener);
    }

    @Override
    public Optional<Instant> awaySince() {
        return store.awaySince();
    }

    @Override
    public Health check() {
        return new Health(false, store.check().problems());
    }

    @Override
    public void backUp(Path file) throws IOException {
        store.backUp(file);
    }

    @Override
    public Statistics count() {
        return store.count();
    }

    @Override
    public void close() {
        store.close();
    }
}
