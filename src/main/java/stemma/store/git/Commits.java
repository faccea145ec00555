package stemma.store.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.jspecify.annotations.Nullable;
import stemma.store.file.Deed;
import stemma.store.file.Pending;

/// Makes a commit of each change of the store's files: of these and no others, on top of the branch as it is, whatever
/// else is staged or changed. Needs the folder's lock.
final class Commits {
    /// So many deeds of one change are told in full.
    private static final int MOST_TOLD = 200;

    private final Repo repo;
    private final People people;
    private final VersionTags tags;

    Commits(Repo repo, People people, VersionTags tags) {
        this.repo = repo;
        this.people = people;
        this.tags = tags;
    }

    void commit(Pending pending) throws IOException {
        try (IndexLock lock = IndexLock.take(repo);
                ObjectReader reader = repo.git().newObjectReader();
                ObjectInserter inserter = repo.git().newObjectInserter()) {
            repo.refuseUnlessSafe();
            ObjectId head = repo.head();
            ObjectId tree = repo.tree(head);
            Map<String, Optional<TreeEdit.Entry>> files = new TreeMap<>();
            for (String path : pending.paths()) {
                String inRepo = repo.prefix() + path;
                files.put(inRepo, insert(inserter, repo.root().resolve(path), repo.entry(reader, tree, inRepo)));
            }
            ObjectId newTree = new TreeEdit(reader, inserter).apply(tree, files);
            ObjectId newHead = head;
            if (!newTree.equals(tree)) {
                newHead = insertCommit(inserter, newTree, head, pending);
                inserter.flush();
                move(newHead, head, "commit: " + pending.deeds().getFirst().what());
            }
            lock.update(files);
            if (newHead != null) {
                tags.update(files, newHead);
            }
        }
    }

    private Optional<TreeEdit.Entry> insert(ObjectInserter inserter, Path file, Optional<TreeEdit.Entry> before)
            throws IOException {
        if (Files.isSymbolicLink(file)) {
            String target = Files.readSymbolicLink(file).toString().replace('\\', '/');
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, target.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new TreeEdit.Entry(FileMode.SYMLINK, id));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        ObjectId id = inserter.insert(Constants.OBJ_BLOB, Files.readAllBytes(file));
        FileMode mode = before.map(TreeEdit.Entry::mode)
                .filter(known -> known.equals(FileMode.EXECUTABLE_FILE) || isTextLink(known))
                .orElse(FileMode.REGULAR_FILE);
        return Optional.of(new TreeEdit.Entry(mode, id));
    }

    /// Where there are no links, a file stands for one and stays one for everybody else.
    private boolean isTextLink(FileMode known) {
        return known.equals(FileMode.SYMLINK)
                && !repo.git().getConfig().getBoolean("core", "symlinks", true);
    }

    private ObjectId insertCommit(ObjectInserter inserter, ObjectId tree, @Nullable ObjectId parent, Pending pending)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (parent != null) {
            commit.setParentId(parent);
        }
        commit.setAuthor(author(pending.deeds()));
        commit.setCommitter(people.committer());
        // Git ends a message at a zero.
        commit.setMessage(message(pending).replace('\0', ' '));
        return inserter.insert(commit);
    }

    /// The author of a change by one person; of one that brings many people's work, whoever brought it.
    private PersonIdent author(List<Deed> deeds) {
        boolean one = deeds.stream().map(Deed::who).distinct().count() == 1;
        Optional<Instant> when = deeds.size() == 1 ? deeds.getFirst().when() : Optional.empty();
        return people.author(one ? deeds.getFirst().who() : "", when);
    }

    private static String message(Pending pending) {
        List<Deed> deeds = pending.deeds();
        StringBuilder message = new StringBuilder(pending.interrupted() ? "Interrupted: " : "");
        if (deeds.size() == 1) {
            message.append(deeds.getFirst().what()).append('\n');
            if (!deeds.getFirst().why().isBlank()) {
                message.append('\n').append(deeds.getFirst().why().strip()).append('\n');
            }
            return message.toString();
        }
        message.append(deeds.getFirst().what())
                .append(" and ")
                .append(deeds.size() - 1)
                .append(" more\n\n");
        for (Deed deed : deeds.subList(0, Math.min(deeds.size(), MOST_TOLD))) {
            message.append(deed.what());
            if (!deed.who().isBlank()) {
                message.append(", by ").append(deed.who().strip());
            }
            deed.why().lines().findFirst().ifPresent(why -> message.append(": ").append(why));
            message.append('\n');
        }
        return message.toString();
    }

    private void move(ObjectId to, @Nullable ObjectId from, String reason) throws IOException {
        RefUpdate update = repo.git().updateRef(Constants.HEAD);
        update.setNewObjectId(to);
        update.setExpectedOldObjectId(from != null ? from : ObjectId.zeroId());
        update.setRefLogMessage(reason, false);
        Refs.update(repo, update);
    }
}
