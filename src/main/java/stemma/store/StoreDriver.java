package stemma.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Sentence;

/// Opens stores of one scheme. Found by [java.util.ServiceLoader], so it has a public constructor without arguments.
/// Stateless and safe for concurrent use.
public interface StoreDriver {
    /// The scheme of its URIs, such as `file`.
    String scheme();

    /// A name for people, such as `Folder`.
    String title();

    /// The settings it understands, in the order a form shows them; [DriverOption#READ_ONLY] holds for every driver.
    List<DriverOption> options();

    /// Refuses an address that holds a secret: addresses are shown and remembered. Asks nobody.
    ///
    /// @throws StoreException.Unsupported saying where the secret belongs, without the address
    default void refuseSecrets(StoreUri uri) {}

    /// One spelling for all locations that mean the same store; only for comparing addresses.
    default String spelling(String location) {
        return location;
    }

    /// Whether its stores are far away, so that what they answer is worth keeping for a while; see
    /// [DriverOption#KEEP_SECONDS].
    default boolean isRemote() {
        return false;
    }

    /// The address with a location that means the same wherever the program is started: a relative path of a file or
    /// a folder becomes absolute.
    ///
    /// @param folder where relative paths begin
    default StoreUri absolute(StoreUri uri, Path folder) {
        return isAtPath() && !uri.location().isBlank()
                ? new StoreUri(
                        uri.scheme(),
                        folder.resolve(uri.location())
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        uri.options())
                : uri;
    }

    private boolean isAtPath() {
        return options().stream()
                .filter(option -> option.name().equals(DriverOption.LOCATION))
                .anyMatch(option -> option.kind() == DriverOption.Kind.FILE || option.kind() == DriverOption.Kind.FOLDER);
    }

    /// The file or folder that an absolute address names when nothing is there yet; empty when a store may be there.
    default Optional<Path> missing(StoreUri uri) {
        if (!isAtPath() || uri.location().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(spelling(uri.location()))).filter(Files::notExists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Whether opening a store that is missing makes it, and not only the first write.
    default boolean isMadeByOpening() {
        return true;
    }

    /// Opens a store, creating it where the driver says so. Blocks.
    ///
    /// @param opening what it may use of its surroundings
    /// @throws StoreException when the store cannot be opened; nothing is changed then
    Store open(StoreUri uri, Opening opening);

    /// What the names of its stores' backups end with, such as `.zip`; empty when [#restore] cannot be done.
    default Optional<String> backupSuffix() {
        return Optional.empty();
    }

    /// Looks into what [Store#backUp] wrote, as [#restore] does before it changes anything. The store may be open.
    ///
    /// @return what the backup holds
    /// @throws StoreException as [#restore], but for a store that is in use
    default Statistics lookIntoBackup(StoreUri uri, Path backup, Opening opening) {
        throw new StoreException.Unsupported(Sentence.of("A store of the kind {0}: has no backups.", scheme()));
    }

    /// Puts what [Store#backUp] wrote in place of a store that is not open. What was there is kept beside it.
    ///
    /// @return where what was there is now; empty when there was nothing
    /// @throws StoreException when the backup is not whole, the store is in use, or this kind of store has no backups;
    ///     nothing is changed then
    default Optional<Path> restore(StoreUri uri, Path backup, Opening opening) {
        throw new StoreException.Unsupported(Sentence.of("A store of the kind {0}: has no backups.", scheme()));
    }
}
