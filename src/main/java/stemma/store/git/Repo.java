package stemma.store.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;
import stemma.store.StoreUri;

/// A repository with a working tree, and the folder in it that is opened as a store.
///
/// @param root the folder, without links in it
/// @param prefix the folder's path in the repository with a slash behind it; empty when it is the working tree itself
record Repo(Repository git, StoreUri uri, Clock clock, Path root, String prefix) {
    /// Where this program keeps its own files inside the repository's folder.
    Path gitFolder() {
        return git.getDirectory().toPath();
    }

    Path workTree() {
        return git.getWorkTree().toPath();
    }

    /// The branch that is checked out, such as `refs/heads/main`, whether it has a commit or not.
    ///
    /// @throws IOException when there is none
    String branchRef() throws IOException {
        Ref head = git.exactRef(Constants.HEAD);
        if (head == null || !head.isSymbolic()) {
            throw new ExplainedIOException(Sentence.of(
                    "the repository has no branch checked out (its HEAD is detached); check one out with git"));
        }
        return head.getTarget().getName();
    }

    String branch() throws IOException {
        return Repository.shortenRefName(branchRef());
    }

    /// The newest commit of the branch; null before the first one.
    @Nullable ObjectId head() throws IOException {
        return git.resolve(Constants.HEAD);
    }

    /// The tree of a commit; null when there is none.
    @Nullable ObjectId tree(@Nullable ObjectId commit) throws IOException {
        if (commit == null) {
            return null;
        }
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit parsed = walk.parseCommit(commit);
            return parsed.getTree().getId();
        }
    }

    /// What lies at a path of a tree.
    Optional<TreeEdit.Entry> entry(ObjectReader reader, @Nullable ObjectId tree, String path) throws IOException {
        if (tree == null) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk == null
                    ? Optional.empty()
                    : Optional.of(new TreeEdit.Entry(walk.getFileMode(0), walk.getObjectId(0)));
        }
    }

    /// Refuses a repository that is in the middle of something.
    void refuseUnlessSafe() throws IOException {
        branchRef();
        RepositoryState state = git.getRepositoryState();
        if (state != RepositoryState.SAFE) {
            throw new ExplainedIOException(Sentence.of(
                    "the repository is in the middle of something ({0}); finish or abort it with git",
                    state.getDescription()));
        }
    }
}
