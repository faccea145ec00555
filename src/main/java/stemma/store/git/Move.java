package stemma.store.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.Checkout;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;
import stemma.store.StoreException;

/// Moves the working tree, the index and the branch from one commit to another, touching only the files that differ.
/// What it is about to do stands in a file first, so that a killed move is finished by whoever comes next. Needs the
/// folder's lock.
final class Move {
    private static final String NOTE = "stemma-move";

    private final Repo repo;

    Move(Repo repo) {
        this.repo = repo;
    }

    /// One file of a move.
    private record Step(Optional<TreeEdit.Entry> from, Optional<TreeEdit.Entry> to) {}

    /// @param branch the branch's full name; it is checked out if it is not
    /// @param from the commit that is checked out; null for none
    /// @throws StoreException.Conflict when a file that differs was changed and not committed; nothing is moved then
    void move(String branch, @Nullable ObjectId from, ObjectId to) throws IOException {
        try (IndexLock lock = IndexLock.take(repo)) {
            Map<String, Step> steps = steps(from, to);
            refuseUnsaved(steps);
            String note = branch + " " + (from == null ? ObjectId.zeroId() : from).name() + " " + to.name();
            DurableFiles.write(note(), note);
            finish(lock, branch, from, to, steps);
        }
    }

    boolean isUnfinished() {
        return Files.exists(note());
    }

    void finish() throws IOException {
        if (!isUnfinished()) {
            return;
        }
        String[] words = Files.readString(note(), StandardCharsets.UTF_8).split(" ");
        if (words.length != 3 || !ObjectId.isId(words[1]) || !ObjectId.isId(words[2])) {
            throw new ExplainedIOException(
                    Sentence.of("an unfinished move of the working tree cannot be read: {0}", NOTE));
        }
        ObjectId start = ObjectId.fromString(words[1]);
        ObjectId from = start.equals(ObjectId.zeroId()) ? null : start;
        ObjectId to = ObjectId.fromString(words[2]);
        try (IndexLock lock = IndexLock.take(repo)) {
            finish(lock, words[0], from, to, steps(from, to));
        }
    }

    private Path note() {
        return repo.gitFolder().resolve(NOTE);
    }

    private Map<String, Step> steps(@Nullable ObjectId from, ObjectId to) throws IOException {
        Map<String, Step> steps = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repo.git())) {
            ObjectId fromTree = repo.tree(from);
            if (fromTree == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(fromTree);
            }
            walk.addTree(repo.tree(to));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                steps.put(walk.getPathString(), new Step(entry(walk, 0), entry(walk, 1)));
            }
        }
        return steps;
    }

    static Optional<TreeEdit.Entry> entry(TreeWalk walk, int tree) {
        FileMode mode = walk.getFileMode(tree);
        return mode.equals(FileMode.MISSING) || mode.equals(FileMode.TREE)
                ? Optional.empty()
                : Optional.of(new TreeEdit.Entry(mode, walk.getObjectId(tree)));
    }

    /// What lies in the working tree at some paths, as Git would commit it.
    private Map<String, ObjectId> found(Map<String, Step> steps) throws IOException {
        Map<String, ObjectId> found = new TreeMap<>();
        if (steps.isEmpty()) {
            return found;
        }
        try (TreeWalk walk = new TreeWalk(repo.git())) {
            walk.addTree(new FileTreeIterator(repo.git()));
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(steps.keySet()));
            while (walk.next()) {
                found.put(walk.getPathString(), walk.getObjectId(0));
            }
        }
        return found;
    }

    private void refuseUnsaved(Map<String, Step> steps) throws IOException {
        Map<String, ObjectId> found = found(steps);
        DirCache index = repo.git().readDirCache();
        for (Map.Entry<String, Step> step : steps.entrySet()) {
            Optional<ObjectId> from = step.getValue().from().map(TreeEdit.Entry::id);
            Optional<ObjectId> to = step.getValue().to().map(TreeEdit.Entry::id);
            Optional<ObjectId> lies = Optional.ofNullable(found.get(step.getKey()));
            Optional<ObjectId> staged = IndexLock.entry(index, step.getKey()).map(TreeEdit.Entry::id);
            boolean folder = lies.isEmpty()
                    && Files.isDirectory(repo.workTree().resolve(step.getKey()), LinkOption.NOFOLLOW_LINKS)
                    && from.isEmpty();
            if (folder || !lies.equals(from) && !lies.equals(to) || !staged.equals(from) && !staged.equals(to)) {
                throw StoreException.Conflict.unsaved(repo.uri(), step.getKey());
            }
        }
    }

    private void finish(
            IndexLock lock, String branch, @Nullable ObjectId from, ObjectId to, Map<String, Step> steps)
            throws IOException {
        Map<String, ObjectId> found = found(steps);
        Map<String, Optional<TreeEdit.Entry>> done = new TreeMap<>();
        try (ObjectReader reader = repo.git().newObjectReader()) {
            // What goes makes room first: a file may come where a folder was.
            for (boolean goes : new boolean[] {true, false}) {
                for (Map.Entry<String, Step> step : steps.entrySet()) {
                    Optional<TreeEdit.Entry> target = step.getValue().to();
                    if (target.isEmpty() == goes) {
                        Optional<ObjectId> lies = Optional.ofNullable(found.get(step.getKey()));
                        boolean untouched = lies.equals(step.getValue().from().map(TreeEdit.Entry::id));
                        if (untouched) {
                            put(reader, step.getKey(), target);
                        }
                        if (untouched || lies.equals(target.map(TreeEdit.Entry::id))) {
                            done.put(step.getKey(), target);
                        }
                    }
                }
            }
        }
        lock.update(done);
        moveBranch(branch, from, to);
        Files.deleteIfExists(note());
    }

    private void put(ObjectReader reader, String path, Optional<TreeEdit.Entry> target) throws IOException {
        Path file = repo.workTree().resolve(path);
        if (target.isEmpty()) {
            Files.deleteIfExists(file);
            removeEmptyFolders(file.getParent());
            return;
        }
        if (target.get().mode().equals(FileMode.GITLINK)) {
            Files.createDirectories(file);
            return;
        }
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(target.get().mode());
        entry.setObjectId(target.get().id());
        Checkout checkout = new Checkout(repo.git());
        checkout.safeCreateParentDirectory(path, file.getParent().toFile(), false);
        checkout.checkout(entry, metadata(path), reader, null);
    }

    /// How the repository's attributes want a file to be written.
    private DirCacheCheckout.CheckoutMetadata metadata(String path) throws IOException {
        try (TreeWalk walk = new TreeWalk(repo.git())) {
            walk.addTree(new FileTreeIterator(repo.git()));
            walk.setOperationType(TreeWalk.OperationType.CHECKOUT_OP);
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(path));
            return walk.next()
                    ? new DirCacheCheckout.CheckoutMetadata(
                            walk.getEolStreamType(TreeWalk.OperationType.CHECKOUT_OP), walk.getSmudgeCommand(0))
                    : new DirCacheCheckout.CheckoutMetadata(null, null);
        }
    }

    private void removeEmptyFolders(@Nullable Path folder) throws IOException {
        for (Path at = folder; at != null && !at.equals(repo.workTree()) && !at.equals(repo.root()); at = at.getParent()) {
            try {
                Files.deleteIfExists(at);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    private void moveBranch(String branch, @Nullable ObjectId from, ObjectId to) throws IOException {
        var current = repo.git().exactRef(branch);
        if (current == null || !to.equals(current.getObjectId())) {
            RefUpdate update = repo.git().updateRef(branch);
            update.setNewObjectId(to);
            update.setExpectedOldObjectId(current == null ? ObjectId.zeroId() : from);
            update.setRefLogMessage("stemma: moved to " + to.abbreviate(8).name(), false);
            Refs.update(repo, update);
        }
        var head = repo.git().exactRef(Constants.HEAD);
        if (head == null || !head.getTarget().getName().equals(branch)) {
            RefUpdate link = repo.git().updateRef(Constants.HEAD);
            link.setRefLogMessage("stemma: opened " + branch, false);
            RefUpdate.Result result = link.link(branch);
            if (result != RefUpdate.Result.FORCED && result != RefUpdate.Result.NEW
                    && result != RefUpdate.Result.NO_CHANGE) {
                throw new ExplainedIOException(Sentence.of("the branch could not be checked out ({0})", result));
            }
        }
    }
}
