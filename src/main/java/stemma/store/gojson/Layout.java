package stemma.store.gojson;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.StoreException;

/// What the files of one program mean. Paths are relative to the store's folder and have slashes.
///
/// Methods that edit get an index that is up to date, and edits that become one step; when they throw, nothing is
/// written. Stateless; called by one thread at a time.
///
/// @param <F> what a file says
public interface Layout<F> {
    /// What a store of this kind can do when its folder can be written to.
    Set<Capability> capabilities();

    /// How many folders a file may be below the store's: 1 for files in the folder itself.
    int depth();

    /// Whether the program would take a file of this name for one of its own.
    boolean concerns(String path);

    /// Whether that file is none of a single version, so that its place must hold a file or nothing.
    boolean isRecord(String path);

    /// Reads one file.
    ///
    /// @throws IllegalArgumentException saying what is wrong, as half a sentence
    F read(String path, byte[] bytes);

    /// Puts together what all files say.
    Index index(Map<String, Seen<F>> files);

    /// Where a version is or would be.
    String path(PromptId prompt, VersionLabel label);

    /// Where it is said which version each stage holds.
    String stagesPath(PromptId prompt);

    /// Whether a version file that cannot be read may be one of a prompt.
    boolean mayHold(String path, PromptId prompt);

    /// Whether the tags are where the stages are.
    boolean keepsTagsWithStages();

    /// The label of the next version, when the author's proposal does not count.
    VersionLabel label(Index index, Edits edits, NewVersion version);

    /// Writes a new version. The base was compared already, and the label is free in the index.
    ///
    /// @return the version as it will be read
    /// @throws StoreException.Invalid when it cannot be held
    /// @throws StoreException.Conflict when another prompt has its place
    Version append(Index index, Edits edits, NewVersion version, VersionLabel label, Instant at);

    /// Moves or clears a stage. What it holds was compared already.
    ///
    /// @throws StoreException.Invalid when the stage cannot be held
    void promote(HeldPromptAt prompt, Edits edits, Promotion promotion, Instant at);

    /// Replaces tags.
    void setTags(HeldPromptAt prompt, Edits edits, VersionLabel label, Set<String> tags, Instant at);

    /// Deletes versions that are there, and what points to them.
    void delete(HeldPromptAt prompt, Edits edits, Set<VersionLabel> labels);

    /// Moves everything to another id, which is free in the index.
    ///
    /// @throws StoreException.Invalid when it cannot be held
    /// @throws StoreException.Conflict when another prompt has its place
    void rename(HeldPromptAt prompt, Edits edits, PromptId newId, Act act);
}
