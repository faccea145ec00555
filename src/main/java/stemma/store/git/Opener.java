package stemma.store.git;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.prompt.Sentence;
import stemma.store.Opening;
import stemma.store.StoreException;
import stemma.store.StoreFolder;
import stemma.store.StoreUri;
import stemma.store.file.PromptFiles;

/// Finds, makes or clones the repository of a store.
final class Opener {
    private static final String FIRST_BRANCH = "main";

    private static final Set<String> FORMAT_EXTENSIONS = Set.of("objectformat", "compatobjectformat", "refstorage");

    private final StoreUri uri;
    private final Opening opening;
    private final Remote remote;

    Opener(StoreUri uri, Opening opening, Remote remote) {
        this.uri = uri;
        this.opening = opening;
        this.remote = remote;
    }

    Repo open(boolean isAddress) throws IOException {
        Path root = isAddress ? clone(uri.location()) : StoreFolder.locate(uri);
        Path start = Files.isDirectory(root) ? root : root.getParent();
        if (!isAddress && (!Files.exists(root) || isEmpty(root)) && gitFolder(start) == null) {
            init(root);
        }
        File gitFolder = gitFolder(Files.isDirectory(root) ? root : start);
        if (gitFolder == null) {
            throw new StoreException.Unreachable(
                    uri, Sentence.of("the folder is in no Git repository; make one there with \"git init\"."));
        }
        Repository git = new FileRepositoryBuilder().setGitDir(gitFolder).setMustExist(true).build();
        try {
            if (git.isBare()) {
                throw new StoreException.Unreachable(
                        uri, Sentence.of(
                        "the repository is bare and has no files; open its address to get a clone of it."));
            }
            Path workTree = git.getWorkTree().toPath().toRealPath();
            if (!root.startsWith(workTree) || root.startsWith(gitFolder.toPath().toRealPath())) {
                throw new StoreException.Unreachable(uri, Sentence.of("the folder is not in the repository's working tree."));
            }
            String inside = workTree.relativize(root).toString().replace(File.separatorChar, '/');
            refuseUnknownFormat(git);
            // An index of a kind that JGit does not know (split, sparse) is refused now and not in a write.
            refuseLeftOut(git.readDirCache(), inside.isEmpty() ? "" : inside + "/");
            removeLitter(git.getDirectory().toPath());
            return new Repo(git, uri, opening.clock(), root, inside.isEmpty() ? "" : inside + "/");
        } catch (IOException | RuntimeException e) {
            git.close();
            throw e;
        }
    }

    /// JGit reads and writes any repository as it knows them; one of a newer kind would be damaged.
    private void refuseUnknownFormat(Repository git) {
        StoredConfig config = git.getConfig();
        int version = config.getInt(
                ConfigConstants.CONFIG_CORE_SECTION, ConfigConstants.CONFIG_KEY_REPO_FORMAT_VERSION, 0);
        for (String name : config.getNames(ConfigConstants.CONFIG_EXTENSIONS_SECTION)) {
            String value = String.valueOf(config.getString(ConfigConstants.CONFIG_EXTENSIONS_SECTION, null, name));
            // Before version 1 names that nobody knows mean nothing, but for those that make everything different.
            boolean counts = version > 0 || FORMAT_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT));
            if (counts && !isKnownExtension(name.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))) {
                throw new StoreException.Unreachable(
                        uri,
                        Sentence.of(
                                "the repository has a format that this program does not know ({0}), and would be"
                                        + " damaged by a change.",
                                name + " = " + value));
            }
        }
    }

    private static boolean isKnownExtension(String name, String value) {
        return switch (name) {
            case "noop", "partialclone", "worktreeconfig", "preciousobjects", "relativeworktrees" -> true;
            case "objectformat" -> value.equals("sha1");
            case "refstorage" -> value.equals("files") || value.equals("reftable");
            default -> false;
        };
    }

    /// What a sparse checkout leaves out would look deleted.
    private void refuseLeftOut(DirCache index, String prefix) {
        for (int i = 0; i < index.getEntryCount(); i++) {
            String path = index.getEntry(i).getPathString();
            if (index.getEntry(i).isSkipWorkTree()
                    && path.startsWith(prefix)
                    && PromptFiles.isOurs(path.substring(path.lastIndexOf('/') + 1))) {
                throw new StoreException.Unreachable(
                        uri,
                        Sentence.of(
                                "a sparse checkout leaves out files of its prompts, such as {0}; bring them back with"
                                        + " \"git sparse-checkout disable\".",
                                path));
            }
        }
    }

    /// The folder, if it is there, is empty, and lies in no repository.
    static Optional<Path> emptyFolder(String location) {
        try {
            Path folder = Path.of(location);
            return !location.isBlank() && Files.isDirectory(folder) && isEmpty(folder) && gitFolder(folder) == null
                    ? Optional.of(folder)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static @Nullable File gitFolder(Path start) {
        return new FileRepositoryBuilder().findGitDir(start.toFile()).getGitDir();
    }

    /// What only a program that was killed can have left does not count.
    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().startsWith(".stemma"));
        }
    }

    /// Makes a repository elsewhere and moves it into place, so that there is a whole one or none.
    private void init(Path root) throws IOException {
        DurableFiles.createFolders(root);
        Path making = Files.createTempDirectory(root, ".stemma-init");
        try {
            Git.init().setDirectory(making.toFile()).setInitialBranch(FIRST_BRANCH).call().close();
            Files.move(
                    making.resolve(Constants.DOT_GIT), root.resolve(Constants.DOT_GIT), StandardCopyOption.ATOMIC_MOVE);
        } catch (GitAPIException e) {
            throw Trouble.of(uri, e);
        } finally {
            delete(making);
        }
    }

    /// The clone of an address and branch, which is made when there is none yet. Several branches have several clones,
    /// so that they can be open at once.
    private Path clone(String address) throws IOException {
        Optional<String> branch =
                Optional.ofNullable(uri.options().get(GitStoreDriver.BRANCH)).filter(name -> !name.isBlank());
        Path clones = opening.dataFolder().resolve(uri.scheme());
        Path place = clones.resolve(name(address, branch));
        if (!Files.isDirectory(place.resolve(Constants.DOT_GIT))) {
            Files.createDirectories(clones);
            Path making = Files.createTempDirectory(clones, ".clone");
            try {
                clone(address, branch, making);
                Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // Somebody else made it meanwhile.
            } catch (GitAPIException e) {
                throw Trouble.of(uri, e);
            } finally {
                delete(making);
            }
        }
        return place.toRealPath();
    }

    private static String name(String address, Optional<String> branch) {
        String[] parts = address.replaceAll("(\\.git)?/*$", "").split("[/:]");
        String readable = parts[parts.length - 1].replaceAll("[^A-Za-z0-9._-]", "_");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((address + "\n" + branch.orElse("")).getBytes(StandardCharsets.UTF_8));
            return readable + "-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void clone(String address, Optional<String> branch, Path folder) throws GitAPIException, IOException {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch(FIRST_BRANCH)
                .call()) {
            Repository repository = git.getRepository();
            git.remoteAdd()
                    .setName(Constants.DEFAULT_REMOTE_NAME)
                    .setUri(new URIish(address))
                    .call();
            StoredConfig config = repository.getConfig();
            // A version file is what it is to the last byte.
            config.setString(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOCRLF, "false");
            // Objects are packed while somebody waits for a fetch, not behind the back of a clone that is being moved.
            config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
            config.save();
            FetchResult fetched = remote.fetch(repository, Constants.DEFAULT_REMOTE_NAME);
            String name = branch.or(() -> headBranch(fetched)).orElse(FIRST_BRANCH);
            Ref there = repository.exactRef(Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/" + name);
            boolean isEmpty = repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES).isEmpty();
            if (there == null && !isEmpty) {
                throw noBranch(repository, uri, name);
            }
            follow(config, name);
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + name);
            if (there != null) {
                RefUpdate update = repository.updateRef(Constants.R_HEADS + name);
                update.setNewObjectId(there.getObjectId());
                update.update();
                git.reset().setMode(ResetCommand.ResetType.HARD).call();
            }
        } catch (URISyntaxException e) {
            throw new StoreException.Unreachable(uri, Sentence.of("this is no address of a repository."));
        }
    }

    private static void follow(StoredConfig config, String branch) throws IOException {
        config.setString(
                ConfigConstants.CONFIG_BRANCH_SECTION,
                branch,
                ConfigConstants.CONFIG_KEY_REMOTE,
                Constants.DEFAULT_REMOTE_NAME);
        config.setString(
                ConfigConstants.CONFIG_BRANCH_SECTION,
                branch,
                ConfigConstants.CONFIG_KEY_MERGE,
                Constants.R_HEADS + branch);
        config.save();
    }

    /// The branch that the other side has checked out; servers of old only tell its commit.
    private static Optional<String> headBranch(FetchResult fetched) {
        Ref head = fetched.getAdvertisedRef(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        if (head.isSymbolic()) {
            return Optional.of(Repository.shortenRefName(head.getTarget().getName()));
        }
        return fetched.getAdvertisedRefs().stream()
                .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
                .filter(ref -> ref.getObjectId().equals(head.getObjectId()))
                .map(ref -> Repository.shortenRefName(ref.getName()))
                .min(Comparator.comparing((String name) -> !name.equals(FIRST_BRANCH))
                        .thenComparing(name -> !name.equals(Constants.MASTER))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// A branch to check out.
    ///
    /// @param ref its full name
    record Switch(String ref, ObjectId commit) {}

    /// What is to be done to open a branch; empty when it is checked out.
    ///
    /// @throws StoreException.Unreachable when there is none of that name, naming those that are there
    static Optional<Switch> branch(Repo repo, String name) throws IOException {
        Ref head = repo.git().exactRef(Constants.HEAD);
        String ref = Constants.R_HEADS + name;
        if (head != null && head.isSymbolic() && head.getTarget().getName().equals(ref)) {
            return Optional.empty();
        }
        Ref here = repo.git().exactRef(ref);
        if (here != null) {
            return Optional.of(new Switch(ref, here.getObjectId()));
        }
        for (String remote : repo.git().getRemoteNames()) {
            Ref there = repo.git().exactRef(Constants.R_REMOTES + remote + "/" + name);
            if (there != null) {
                return Optional.of(new Switch(ref, there.getObjectId()));
            }
        }
        throw noBranch(repo.git(), repo.uri(), name);
    }

    private static StoreException noBranch(Repository git, StoreUri uri, String name) throws IOException {
        String there = Stream.of(Constants.R_HEADS, Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/")
                .flatMap(prefix -> branches(git, prefix))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new StoreException.Unreachable(
                uri,
                Sentence.of(
                        "there is no branch \"{0}\"; {1}",
                        name, there.isEmpty() ? Sentence.of("there is none yet.") : Sentence.of("there are: {0}.", there)));
    }

    private static Stream<String> branches(Repository git, String prefix) {
        try {
            return git.getRefDatabase().getRefsByPrefix(prefix).stream()
                    .filter(ref -> !ref.isSymbolic())
                    .map(ref -> ref.getName().substring(prefix.length()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /// Files that were to become a lock when their program was killed.
    private static void removeLitter(Path gitFolder) throws IOException {
        try (Stream<Path> files = Files.list(gitFolder)) {
            for (Path file : files.filter(IndexLock::isLitter).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
