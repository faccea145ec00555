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
    /// What does the work; asked with each call.
    protected abstract Store store();

    @Override
    public VersionInfo append(NewVersion version) {
        return store().append(version);
    }

    @Override
    public void appendAll(List<NewVersion> versions) {
        store().appendAll(versions);
    }

    @Override
    public List<Untold> untold(Optional<PromptId> prompt) {
        return store().untold(prompt);
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        return store().asHeld(version);
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
        return store().list(query);
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return store().find(prompt);
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return store().versions(prompt);
    }

    @Override
    public Version get(PromptId prompt, VersionLabel label) {
        return store().get(prompt, label);
    }

    @Override
    public Optional<Version> inStage(PromptId prompt, Stage stage) {
        return store().inStage(prompt, stage);
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        return store().promote(promotion);
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        return store().setTags(prompt, label, tags);
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        store().deleteVersion(prompt, label, act);
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        store().deletePrompt(prompt, act);
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        store().rename(prompt, newId, act);
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        return store().history(prompt, offset, limit);
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return store().watch(listener);
    }

    @Override
    public OutsideEdits outsideEdits() {
        return store().outsideEdits();
    }

    @Override
    public Optional<Instant> awaySince() {
        return store().awaySince();
    }

    @Override
    public Synchronising synchronising() {
        return store().synchronising();
    }

    @Override
    public Health check() {
        return store().check();
    }

    @Override
    public void repair(Health.Remedy remedy) {
        store().repair(remedy);
    }

    @Override
    public void backUp(Path file) throws IOException {
        store().backUp(file);
    }

    @Override
    public Statistics count() {
        return store().count();
    }

    @Override
    public void close() {
        store().close();
    }
}
