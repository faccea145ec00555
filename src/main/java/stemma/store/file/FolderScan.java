package stemma.store.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Health;

/// Looks at names, sizes and times below a folder, and reads nothing. Hidden folders and linked folders are left out.
///
/// @param listings the folders with files of ours, by the prompt's id
/// @param folders every folder that was looked into
/// @param problems folders that could not be looked into, and names that are no ids
record FolderScan(Map<PromptId, Listing> listings, List<Path> folders, List<Health.Problem> problems) {

    /// A folder and everything below it; nothing when it is not there.
    static FolderScan of(Path root, Path start) {
        return of(root, start, Integer.MAX_VALUE);
    }

    /// One folder, without those below it.
    static FolderScan ofOne(Path root, Path folder) {
        return of(root, folder, 1);
    }

    private static FolderScan of(Path root, Path start, int depth) {
        Scanner scanner = new Scanner(root, depth == 1);
        if (isWithin(root, start)) {
            try {
                Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), depth, scanner);
            } catch (IOException e) {
                scanner.problem(start, Failures.sentence(e));
            }
        }
        return scanner.result();
    }

    /// Whether a folder is there and neither it nor one above it, up to the root, is hidden or a link.
    private static boolean isWithin(Path root, Path folder) {
        for (Path at = folder; !at.equals(root); at = at.getParent()) {
            if (at.getFileName().toString().startsWith(".")
                    || !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return Files.isDirectory(root);
    }

    /// The id of the prompt that has its files in a folder; empty when the folder's name is no id.
    static Optional<PromptId> id(Path root, Path folder) {
        String name = root.relativize(folder).toString().replace(folder.getFileSystem().getSeparator(), "/");
        return PromptId.problem(name).isPresent() ? Optional.empty() : Optional.of(new PromptId(name));
    }

    private static final class Scanner extends SimpleFileVisitor<Path> {
        private final Path root;
        private final boolean one;
        private final Map<PromptId, Listing> listings = new HashMap<>();
        private final List<Path> folders = new ArrayList<>();
        private final List<Health.Problem> problems = new ArrayList<>();
        private final Map<Path, SortedMap<String, Stamp>> open = new HashMap<>();

        Scanner(Path root, boolean one) {
            this.root = root;
            this.one = one;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            open.put(folder, new TreeMap<>());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (attributes.isDirectory() || name.equals(Names.LATEST) || !Names.isOurs(name)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                open.get(file.getParent()).put(name, Stamp.of(attributes));
            } else if (attributes.isSymbolicLink()) {
                open.get(file.getParent()).put(name, linked(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private Stamp linked(Path link) {
            try {
                Path target = link.toRealPath();
                return target.startsWith(root) && Files.isRegularFile(target) ? Stamp.of(target) : Stamp.FOREIGN;
            } catch (IOException e) {
                return Stamp.FOREIGN;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            if (!one || open.isEmpty()) {
                problem(file, Failures.sentence(problem));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
            if (problem != null) {
                problem(folder, Failures.sentence(problem));
            }
            SortedMap<String, Stamp> files = open.remove(folder);
            if (files == null || files.isEmpty()) {
                return FileVisitResult.CONTINUE;
            }
            Optional<PromptId> id = id(root, folder);
            if (id.isPresent()) {
                listings.put(id.get(), new Listing(folder, files, Records.stamp(root, id.get())));
            } else if (folder.equals(root)) {
                problem(folder.resolve(files.firstKey()), Sentence.of("lies at the top; a prompt needs a folder of its own"));
            } else {
                problem(folder, Sentence.of("its name is no prompt id"));
            }
            return FileVisitResult.CONTINUE;
        }

        void problem(Path where, CharSequence what) {
            problems.add(new Health.Problem(Failures.relative(root, where), what));
        }

        FolderScan result() {
            return new FolderScan(listings, folders, problems);
        }
    }
}
