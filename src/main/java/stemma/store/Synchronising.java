package stemma.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// A store that is a copy which others have too, such as a Git repository: both sides go on alone and are brought
/// together when somebody says so. Nothing is ever overwritten: what cannot be brought together is a [Clash], told
/// until somebody chooses. Blocks; safe for concurrent use.
public interface Synchronising {
    /// How this copy stands to the other one, as far as is known without asking it.
    ///
    /// @param branch the line of work that is open here
    /// @param remote the name of its other side, such as `origin/main`; empty when there is none
    /// @param ahead how many changes the other side does not have
    /// @param behind how many changes of the other side are not here
    /// @param asked when the other side was last asked by this store; empty when it was not yet
    /// @param problem why sending by itself failed last, as a sentence; empty when it did not
    record Status(
            String branch,
            Optional<String> remote,
            int ahead,
            int behind,
            Optional<Instant> asked,
            Optional<Sentence> problem) {
        /// Whether each side has changes that the other one has not.
        public boolean isDiverged() {
            return ahead > 0 && behind > 0;
        }
    }

    /// A side of a clash that is to hold.
    enum Side {
        /// This store.
        HERE,
        /// The other side.
        THERE,
        /// Both stay: what is here gets another name. Only for [Clash.Kind#VERSION].
        BOTH
    }

    /// Something that both sides changed in ways that do not go together. Equal as long as both sides are as they were,
    /// so that a choice is not taken for another clash.
    ///
    /// @param where the prompt, or the file where it is none of a prompt
    /// @param prompt the prompt; empty for a file that belongs to none
    /// @param subject the label, the stage or the file it is about; empty when it is the whole prompt
    /// @param here what is here, as a few words
    /// @param there what is on the other side
    record Clash(
            String where, Optional<PromptId> prompt, Kind kind, String subject, Sentence here, Sentence there) {
        /// What clashes.
        public enum Kind {
            /// A version label that stands for two versions.
            VERSION,
            /// A stage that was moved to two versions.
            STAGE,
            /// A version that was deleted on one side and is held by a stage on the other.
            DELETED_VERSION,
            /// A prompt that was deleted or renamed on one side and changed on the other.
            DELETED_PROMPT,
            /// A file that this program does not understand and that was changed on both sides.
            FILE
        }
    }

    /// What came of a merge.
    ///
    /// @param clashes what is open; nothing was changed here unless this is empty
    record Merged(Status status, List<Clash> clashes) {
        public Merged {
            clashes = List.copyOf(clashes);
        }
    }

    /// Asks nobody.
    Status status();

    /// Waits until what this store sends by itself is sent, or could not be; then as [#status].
    default Status settled() {
        return status();
    }

    /// The branches that could be opened, those of the other side too.
    List<String> branches();

    /// The address that opens this store with another of its [#branches()]. Asks nobody.
    StoreUri at(String branch);

    /// Asks the other side what is new there. Changes no prompt here.
    ///
    /// @throws StoreException.Unreachable when it does not answer, or there is none
    /// @throws StoreException.Denied when it refuses
    Status fetch();

    /// A version as the other side had it when it was last asked, so that both versions of a clash can be compared.
    /// Asks nobody.
    ///
    /// @return empty when the other side has no such version
    /// @throws StoreException.Corrupt when it cannot be read
    Optional<Content> there(PromptId prompt, VersionLabel label);

    /// Brings in what was fetched: simply, when nothing was changed here since; else prompt by prompt.
    ///
    /// @param choices which side holds in the clashes that an earlier call told
    /// @throws StoreException.Conflict when files that it would write have changes that were not saved with the store
    Merged merge(Map<Clash, Side> choices);

    /// Sends what is new here. When somebody was faster, fetches and merges first.
    ///
    /// @throws StoreException.Conflict when that has clashes
    /// @throws StoreException.Unreachable as [#fetch]
    /// @throws StoreException.Denied as [#fetch]
    Status push();
}
