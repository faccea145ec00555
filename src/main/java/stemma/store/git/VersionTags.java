package stemma.store.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.file.PromptFiles;

/// An annotated tag for each version, on the commit that brought it. A tag is never moved: one that stands elsewhere
/// is reported. The tag of a version that is deleted here goes with it, on this side only.
final class VersionTags {
    private final Repo repo;
    private final People people;

    VersionTags(Repo repo, People people) {
        this.repo = repo;
        this.people = people;
    }

    /// A version by the path of its file.
    private record VersionPath(PromptId prompt, VersionLabel label, String path) {}

    private Optional<VersionPath> version(String path) {
        if (!path.startsWith(repo.prefix())) {
            return Optional.empty();
        }
        String inside = path.substring(repo.prefix().length());
        int slash = inside.lastIndexOf('/');
        if (slash < 0 || PromptId.problem(inside.substring(0, slash)).isPresent()) {
            return Optional.empty();
        }
        return PromptFiles.label(inside.substring(slash + 1))
                .map(label -> new VersionPath(new PromptId(inside.substring(0, slash)), label, path));
    }

    /// Makes and deletes the tags of versions after some files changed.
    ///
    /// @param files what they are now
    /// @param commit the newest one, which has these files
    void update(Map<String, Optional<TreeEdit.Entry>> files, ObjectId commit) throws IOException {
        for (Map.Entry<String, Optional<TreeEdit.Entry>> file : files.entrySet()) {
            Optional<VersionPath> version = version(file.getKey());
            if (version.isPresent() && file.getValue().isPresent()) {
                create(version.get(), commit);
            } else if (version.isPresent()) {
                delete(TagNames.ref(version.get().prompt(), version.get().label()));
            }
        }
    }

    private void create(VersionPath version, ObjectId commit) throws IOException {
        String ref = TagNames.ref(version.prompt(), version.label());
        if (repo.git().exactRef(ref) != null) {
            return;
        }
        TagBuilder tag = new TagBuilder();
        tag.setTag(TagNames.name(version.prompt(), version.label()));
        tag.setObjectId(commit, Constants.OBJ_COMMIT);
        tag.setTagger(people.committer());
        tag.setMessage(version.prompt() + " " + version.label() + "\n");
        ObjectId id;
        try (ObjectInserter inserter = repo.git().newObjectInserter()) {
            id = inserter.insert(tag);
            inserter.flush();
        }
        RefUpdate update = repo.git().updateRef(ref);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(id);
        Refs.update(repo, update);
    }

    private void delete(String ref) throws IOException {
        Ref found = repo.git().exactRef(ref);
        if (found != null) {
            RefUpdate update = repo.git().updateRef(ref);
            update.setForceUpdate(true);
            update.setExpectedOldObjectId(found.getObjectId());
            Refs.delete(repo, update);
        }
    }

    /// Deletes the tag of a version that turned out to be another one on the other side.
    void forget(String path) throws IOException {
        Optional<VersionPath> version = version(path);
        if (version.isPresent()) {
            delete(TagNames.ref(version.get().prompt(), version.get().label()));
        }
    }

    /// Tags that stand on a commit where the version is another one than now.
    List<Health.Problem> problems() throws IOException {
        List<Health.Problem> problems = new ArrayList<>();
        ObjectId tree = repo.tree(repo.head());
        if (tree == null) {
            return problems;
        }
        try (TreeWalk walk = new TreeWalk(repo.git());
                RevWalk commits = new RevWalk(repo.git())) {
            walk.addTree(tree);
            walk.setRecursive(true);
            if (!repo.prefix().isEmpty()) {
                walk.setFilter(PathFilter.create(repo.prefix().substring(0, repo.prefix().length() - 1)));
            }
            while (walk.next()) {
                Optional<VersionPath> version = version(walk.getPathString());
                if (version.isPresent() && standsElsewhere(commits, version.get(), walk.getObjectId(0))) {
                    problems.add(new Health.Problem(
                            Sentence.of("tag {0}", TagNames.name(version.get().prompt(), version.get().label())),
                            Sentence.of(
                        "stands on a commit where {0} is not what it is now; it was not moved",
                        version.get().path())));
                }
            }
        }
        return problems;
    }

    private boolean standsElsewhere(RevWalk commits, VersionPath version, AnyObjectId blob) throws IOException {
        Ref ref = repo.git().exactRef(TagNames.ref(version.prompt(), version.label()));
        if (ref == null || ref.getObjectId() == null) {
            return false;
        }
        RevObject target = commits.peel(commits.parseAny(ref.getObjectId()));
        return !(target instanceof RevCommit commit)
                || !blob.equals(blobAt(commits.getObjectReader(), commit, version.path()));
    }

    private @Nullable AnyObjectId blobAt(ObjectReader reader, RevCommit commit, String path) throws IOException {
        return repo.entry(reader, commit.getTree(), path).map(TreeEdit.Entry::id).orElse(null);
    }
}
