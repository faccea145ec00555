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

/// A place that holds prompts.
///
/// Every call blocks and may be made from any thread, concurrently with others. A write is atomic: other callers, and
/// whoever opens the store after a crash, see all of it or nothing; once a call returned, its write survives the
/// process being killed. What is returned cannot change what is held. A prompt has at least one version and its
/// versions have an order, that in which they were appended; the last one is its **head**.
///
/// Besides what a method names, every call throws [StoreException.Closed] after [#close()],
/// [StoreException.Unreachable] when the store does not answer, [StoreException.Denied] when its keeper refuses,
/// [StoreException.Corrupt] when what it needs is damaged (the rest stays usable), and [StoreException.Unsupported]
/// when the store does not claim the capability. Nothing is written when a call throws.
public interface Store extends AutoCloseable {
    StoreUri uri();

    /// What this store can do; the same for as long as it is open.
    Set<Capability> capabilities();

    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }

    /// Whether [#promote] can move a stage of this name.
    default boolean canMove(Stage stage) {
        boolean usual = stage.equals(Stage.STAGING) || stage.equals(Stage.PRODUCTION);
        return can(usual ? Capability.PROMOTE : Capability.ANY_STAGE);
    }

    /// The prompts that match, one page of them.
    Page<PromptSummary> list(Query query);

    /// One prompt as [#list] would show it; empty when it is not there.
    Optional<PromptSummary> find(PromptId prompt);

    /// A prompt's versions, newest first, the head at the beginning.
    ///
    /// @throws StoreException.NotFound when the prompt is not there
    List<VersionInfo> versions(PromptId prompt);

    /// One version.
    ///
    /// @throws StoreException.NotFound when the prompt or the version is not there
    Version get(PromptId prompt, VersionLabel label);

    /// The version that a stage holds; empty when it holds none.
    ///
    /// @throws StoreException.NotFound when the prompt is not there
    Optional<Version> inStage(PromptId prompt, Stage stage);

    /// What the store holds of a prompt and its other calls do not tell, so that nobody takes what they tell for all
    /// of it. A damaged version that [#versions] lists is not among it: [#get] says what is wrong.
    ///
    /// @param prompt need not be listed; empty for what belongs to no prompt that is
    default List<Untold> untold(Optional<PromptId> prompt) {
        return List.of();
    }

    /// Appends a version.
    ///
    /// @return what was written, with the label that was given
    /// @throws StoreException.Conflict when the head is not the expected base, the label is taken, or the store cannot
    ///     hold the id beside another one
    /// @throws StoreException.Invalid when the store cannot hold the id, the label or the content
    VersionInfo append(NewVersion version);

    /// A version as this store would hold it, found out without writing anything: what the store cannot hold is left
    /// out or changed as [#append] would, so that a loss can be told before it happens. A store that holds everything
    /// returns the version itself. The label is the one that it would get now where the store assigns one and can
    /// foresee it, and the same otherwise. An author or message that is dropped is empty, and so is a time that is
    /// dropped, since the store then records its own. The base, and whether the label is taken, are not looked at.
    ///
    /// @throws StoreException.Conflict when the store cannot hold the id or the label beside another one
    /// @throws StoreException.Invalid when the store cannot hold the id, the label or the content at all
    default NewVersion asHeld(NewVersion version) {
        return version;
    }

    /// Appends many versions in the order given. A store may be much faster than with single appends, since only the
    /// end of the call promises that they are kept. When it throws, some may have been written, none of them partly.
    ///
    /// @throws StoreException as [#append]
    default void appendAll(List<NewVersion> versions) {
        versions.forEach(this::append);
    }

    /// Moves a stage and records the move. The version that the stage held is demoted in the same step. A move to the
    /// version that the stage holds already is recorded too.
    ///
    /// @throws StoreException.NotFound when the prompt or the version is not there
    /// @throws StoreException.Conflict when the stage does not hold the expected version
    HistoryEntry.StageMoved promote(Promotion promotion);

    /// Replaces the tags of a version.
    ///
    /// @throws StoreException.NotFound when the prompt or the version is not there
    VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags);

    /// Deletes a version, clears the stages that hold it and records both. With its last version a prompt is gone.
    ///
    /// @throws StoreException.NotFound when the prompt or the version is not there
    void deleteVersion(PromptId prompt, VersionLabel label, Act act);

    /// Deletes a prompt with all its versions, stages and tags, and records that. Its history stays.
    ///
    /// @throws StoreException.NotFound when the prompt is not there
    void deletePrompt(PromptId prompt, Act act);

    /// Gives a prompt another id. Versions, stages, tags and history come along, and the act is recorded.
    ///
    /// @throws StoreException.NotFound when the prompt is not there
    /// @throws StoreException.Conflict when the new id is taken, or cannot stand beside another one
    /// @throws StoreException.Invalid when the store cannot hold the new id
    void rename(PromptId prompt, PromptId newId, Act act);

    /// What was recorded, newest first.
    ///
    /// @param prompt the prompt, deleted ones too; empty for the whole store
    /// @param offset how many to leave out at the beginning, from 0
    /// @param limit how many to tell, from 1
    Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit);

    /// Calls the listener after every write through this object, and where the store claims
    /// [Capability#WATCH_OTHERS], within a second after a write by anybody else. It is called on any thread and must
    /// return soon; it may call the store.
    Subscription watch(Consumer<StoreChange> listener);

    /// Versions changed in place by other programs, where the store claims [Capability#OUTSIDE_EDITS].
    default OutsideEdits outsideEdits() {
        throw new StoreException.Unsupported(uri(), Capability.OUTSIDE_EDITS);
    }

    /// Since when a store far away has not answered, if what it tells is what was known then; empty when it answers.
    /// Whoever watches hears of "anything" changed when it goes away and when it comes back.
    default Optional<Instant> awaySince() {
        return Optional.empty();
    }

    /// The other side of this copy, where the store claims [Capability#SYNCHRONISE].
    default Synchronising synchronising() {
        throw new StoreException.Unsupported(uri(), Capability.SYNCHRONISE);
    }

    /// Looks at everything the store holds: checksums, pointers, parents. Changes nothing.
    Health check();

    /// Does what a remedy says that [#check()] proposed. Does nothing when the problem is gone meanwhile.
    default void repair(Health.Remedy remedy) {
        throw new StoreException.Unsupported(uri(), Capability.REPAIR);
    }

    /// Writes everything the store holds at this moment into a new file, from which [StoreDriver#restore] makes it
    /// again. The store goes on working meanwhile. The file is whole or not there at all.
    ///
    /// @throws IOException when the file cannot be written or is there already
    default void backUp(Path file) throws IOException {
        throw new StoreException.Unsupported(uri(), Capability.BACK_UP);
    }

    Statistics count();

    /// Closing again does nothing.
    @Override
    void close();
}
