package stemma.store.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;
import stemma.store.file.PromptFiles;
import stemma.store.file.PromptMerge;

/// Brings another branch into the one that is checked out, prompt by prompt. Needs the folder's lock.
final class Merging {
    private static final int BASE = 0;
    private static final int HERE = 1;
    private static final int THERE = 2;

    private final Repo repo;
    private final People people;
    private final VersionTags tags;
    private final Move move;
    private final Map<Clash, Side> choices;
    private final List<Clash> clashes = new ArrayList<>();
    private final Map<String, Optional<TreeEdit.Entry>> edits = new TreeMap<>();
    private final SortedSet<PromptId> prompts = new TreeSet<>();

    Merging(Repo repo, People people, VersionTags tags, Move move, Map<Clash, Side> choices) {
        this.repo = repo;
        this.people = people;
        this.tags = tags;
        this.move = move;
        this.choices = choices;
    }

    /// @param name the other branch's name, for the message
    /// @return what clashes; nothing was changed unless it is empty
    List<Clash> merge(String name, ObjectId theirs) throws IOException {
        repo.refuseUnlessSafe();
        ObjectId head = repo.head();
        String branch = repo.branchRef();
        if (head == null) {
            move.move(branch, null, theirs);
            return List.of();
        }
        try (RevWalk walk = new RevWalk(repo.git())) {
            RevCommit one = walk.parseCommit(head);
            RevCommit other = walk.parseCommit(theirs);
            if (walk.isMergedInto(other, one)) {
                return List.of();
            }
            if (walk.isMergedInto(one, other)) {
                move.move(branch, head, theirs);
                return List.of();
            }
            ObjectId merged = mergeTrees(name, base(one, other), one, other);
            if (clashes.isEmpty()) {
                List<String> replaced = replacedVersions(head, merged);
                move.move(branch, head, merged);
                for (String path : replaced) {
                    tags.forget(path);
                }
                tags.update(newVersions(head, theirs, merged), merged);
            }
            return List.copyOf(clashes);
        }
    }

    private @Nullable RevCommit base(RevCommit one, RevCommit other) throws IOException {
        try (RevWalk walk = new RevWalk(repo.git())) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            return walk.next();
        }
    }

    private ObjectId mergeTrees(String name, @Nullable RevCommit base, RevCommit one, RevCommit other)
            throws IOException {
        try (ObjectReader reader = repo.git().newObjectReader();
                ObjectInserter inserter = repo.git().newObjectInserter()) {
            List<@Nullable ObjectId> trees = new ArrayList<>();
            trees.add(base == null ? null : repo.tree(base));
            trees.add(one.getTree());
            trees.add(other.getTree());
            SortedSet<String> folders = new TreeSet<>();
            try (TreeWalk walk = walk(trees)) {
                while (walk.next()) {
                    String path = walk.getPathString();
                    if (isOfAPrompt(path)) {
                        folders.add(path.substring(0, path.lastIndexOf('/')));
                    } else {
                        mergeFile(walk, path);
                    }
                }
            }
            for (String folder : folders) {
                mergePrompt(reader, inserter, folder, trees);
            }
            if (!clashes.isEmpty()) {
                return one;
            }
            ObjectId tree = new TreeEdit(reader, inserter).apply(one.getTree(), edits);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentIds(one, other);
            commit.setAuthor(people.committer());
            commit.setCommitter(people.committer());
            commit.setMessage(message(name));
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private String message(String name) {
        StringBuilder message = new StringBuilder("Merge " + name + "\n");
        if (!prompts.isEmpty()) {
            message.append("\nChanged on both sides:\n");
            prompts.forEach(prompt -> message.append(prompt).append('\n'));
        }
        return message.toString();
    }

    private TreeWalk walk(List<@Nullable ObjectId> trees) throws IOException {
        TreeWalk walk = new TreeWalk(repo.git());
        for (ObjectId tree : trees) {
            if (tree == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(tree);
            }
        }
        walk.setRecursive(true);
        walk.setFilter(TreeFilter.ANY_DIFF);
        return walk;
    }

    private boolean isOfAPrompt(String path) {
        if (!path.startsWith(repo.prefix()) || path.contains("/.") || path.startsWith(".")) {
            return false;
        }
        String inside = path.substring(repo.prefix().length());
        int slash = inside.lastIndexOf('/');
        return slash > 0
                && PromptFiles.isOurs(inside.substring(slash + 1))
                && PromptId.problem(inside.substring(0, slash)).isEmpty();
    }

    /// A file that is none of a prompt: whoever changed it alone is right.
    private void mergeFile(TreeWalk walk, String path) {
        Optional<TreeEdit.Entry> was = Move.entry(walk, BASE);
        Optional<TreeEdit.Entry> one = Move.entry(walk, HERE);
        Optional<TreeEdit.Entry> other = Move.entry(walk, THERE);
        if (one.equals(other) || other.equals(was)) {
            return;
        }
        if (one.equals(was)) {
            edits.put(path, other);
            return;
        }
        Clash clash = new Clash(path, Optional.empty(), Clash.Kind.FILE, path, shown(one), shown(other));
        Side side = choices.get(clash);
        if (side == null) {
            clashes.add(clash);
        } else if (side == Side.THERE) {
            edits.put(path, other);
        }
    }

    private static Sentence shown(Optional<TreeEdit.Entry> entry) {
        return entry.map(there -> Sentence.of("changed, {0}", there.id().abbreviate(8).name()))
                .orElse(Sentence.of("deleted"));
    }

    private void mergePrompt(
            ObjectReader reader, ObjectInserter inserter, String folder, List<@Nullable ObjectId> trees)
            throws IOException {
        PromptId prompt = new PromptId(folder.substring(repo.prefix().length()));
        List<PromptMerge.Files> sides = new ArrayList<>();
        for (ObjectId tree : trees) {
            sides.add(files(reader, tree, folder));
        }
        PromptMerge.Result result =
                PromptMerge.merge(prompt, sides.get(BASE), sides.get(HERE), sides.get(THERE), choices);
        clashes.addAll(result.clashes());
        if (result.files() != sides.get(HERE) && result.files() != sides.get(THERE)) {
            prompts.add(prompt);
        }
        for (String name : sides.get(HERE).files().keySet()) {
            edits.put(folder + "/" + name, Optional.empty());
        }
        for (Map.Entry<String, byte[]> file : result.files().files().entrySet()) {
            String path = folder + "/" + file.getKey();
            boolean link = file.getKey().equals(PromptFiles.LATEST) && result.files().link();
            FileMode mode = mode(reader, trees, path);
            edits.put(
                    path,
                    Optional.of(new TreeEdit.Entry(
                            link ? FileMode.SYMLINK : mode,
                            inserter.insert(Constants.OBJ_BLOB, file.getValue()))));
        }
    }

    private FileMode mode(ObjectReader reader, List<@Nullable ObjectId> trees, String path) throws IOException {
        Optional<TreeEdit.Entry> known = repo.entry(reader, trees.get(HERE), path);
        if (known.isEmpty()) {
            known = repo.entry(reader, trees.get(THERE), path);
        }
        return known.map(TreeEdit.Entry::mode)
                .filter(mode -> mode.equals(FileMode.EXECUTABLE_FILE)
                        || mode.equals(FileMode.SYMLINK) && !path.endsWith("/" + PromptFiles.LATEST))
                .orElse(FileMode.REGULAR_FILE);
    }

    /// The store's files in a folder of a tree, without those below it.
    private PromptMerge.Files files(ObjectReader reader, @Nullable ObjectId tree, String folder) throws IOException {
        Optional<TreeEdit.Entry> found = repo.entry(reader, tree, folder);
        if (found.isEmpty() || !found.get().mode().equals(FileMode.TREE)) {
            return PromptMerge.Files.NONE;
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        boolean link = true;
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(found.get().id());
            while (walk.next()) {
                String name = walk.getNameString();
                FileMode mode = walk.getFileMode(0);
                if (PromptFiles.isOurs(name) && mode.getObjectType() == Constants.OBJ_BLOB) {
                    files.put(name, reader.open(walk.getObjectId(0)).getBytes());
                    if (name.equals(PromptFiles.LATEST)) {
                        link = mode.equals(FileMode.SYMLINK);
                    }
                }
            }
        }
        return new PromptMerge.Files(files, link);
    }

    /// Version files of here whose bytes the merge replaced; their tags stand on a version that is not theirs any more.
    private List<String> replacedVersions(ObjectId head, ObjectId merged) throws IOException {
        List<String> replaced = new ArrayList<>();
        List<@Nullable ObjectId> trees = new ArrayList<>(List.of(repo.tree(head), repo.tree(merged)));
        try (TreeWalk walk = walk(trees)) {
            while (walk.next()) {
                if (Move.entry(walk, 0).isPresent() && isOfAPrompt(walk.getPathString())) {
                    replaced.add(walk.getPathString());
                }
            }
        }
        return replaced;
    }

    /// Version files that neither side had: versions that got another label.
    private Map<String, Optional<TreeEdit.Entry>> newVersions(ObjectId head, ObjectId theirs, ObjectId merged)
            throws IOException {
        Map<String, Optional<TreeEdit.Entry>> added = new LinkedHashMap<>();
        List<@Nullable ObjectId> trees =
                new ArrayList<>(List.of(repo.tree(head), repo.tree(theirs), repo.tree(merged)));
        try (TreeWalk walk = walk(trees)) {
            while (walk.next()) {
                if (Move.entry(walk, 0).isEmpty() && Move.entry(walk, 1).isEmpty()) {
                    added.put(walk.getPathString(), Move.entry(walk, 2));
                }
            }
        }
        return added;
    }
}
