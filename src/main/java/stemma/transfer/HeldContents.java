package stemma.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// How the contents of one prompt in one store would look in another one, which may not hold all of them. Not safe for
/// concurrent use.
public final class HeldContents {
    private final Store from;
    private final Store in;
    private final Map<VersionLabel, String> checksums = new HashMap<>();

    /// @param from where the versions are
    /// @param in where they would be held
    public HeldContents(Store from, Store in) {
        this.from = from;
        this.in = in;
    }

    /// The checksum that a version would have there. Its content is read only when it is not the expected one as it is.
    public String checksum(VersionInfo version, String expected) {
        if (version.checksum().equals(expected)) {
            return expected;
        }
        return checksums.computeIfAbsent(version.label(), _ -> held(version));
    }

    private String held(VersionInfo version) {
        try {
            Content content = from.get(version.prompt(), version.label()).content();
            return in.asHeld(new NewVersion(
                            version.prompt(), version.parent(), version.label(), content, version.author(),
                            version.message(), Set.of(), Optional.of(version.createdAt())))
                    .content()
                    .checksum();
        } catch (StoreException e) {
            VersionBatch.throwIfAboutTheStore(e);
            return version.checksum();
        }
    }
}
