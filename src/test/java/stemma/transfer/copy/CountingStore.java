package stemma.transfer.copy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.ForwardingStore;
import stemma.store.NewVersion;
import stemma.store.Page;
import stemma.store.Store;
import stemma.store.StoreException;

/// Another store that counts its versions and holds little: the messages, the description and the time, no tags, no
/// stages but the usual two, no history.
public final class CountingStore extends ForwardingStore {
    private final Store store;

    public CountingStore(Store store) {
        this.store = store;
    }

    @Override
    protected Store store() {
        return store;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.APPEND, Capability.PROMOTE);
    }

    @Override
    public NewVersion asHeld(NewVersion version) {
        if (version.prompt().value().contains(" ")) {
            throw new StoreException.Invalid(uri(), "the prompt id \"" + version.prompt() + "\": holds a blank.");
        }
        Content content = version.content();
        Content held = new Content(
                "",
                content.description(),
                Content.DEFAULT_SYNTAX,
                content.messages().stream()
                        .map(message -> content.isPlain() ? new Message(Message.USER, message.text()) : message)
                        .toList(),
                List.of(),
                List.of(),
                Json.Object.EMPTY,
                Json.Object.EMPTY);
        return new NewVersion(
                version.prompt(), version.base(), version.label(), held, "", "", Set.of(), version.createdAt());
    }

    @Override
    public VersionInfo append(NewVersion version) {
        NewVersion held = asHeld(version);
        int count = find(version.prompt()).map(PromptSummary::versionCount).orElse(0);
        return super.append(new NewVersion(
                held.prompt(), held.base(), new VersionLabel(String.valueOf(count + 1)), held.content(), "", "",
                Set.of(), held.createdAt()));
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        throw new StoreException.Unsupported(uri(), Capability.HISTORY);
    }
}
