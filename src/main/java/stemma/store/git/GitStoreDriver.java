package stemma.store.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.prompt.Sentence;
import stemma.store.Capability;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.file.FileStore;

/// Opens a folder of Markdown files in a Git repository: `git:DIR`, where the folder is the working tree or lies in it,
/// or `git:ADDRESS` of a remote one (`https://…`, `ssh://…`, `file://…`, `user@host:path`), which is cloned into the
/// data folder. A folder that is missing or empty becomes a repository.
public final class GitStoreDriver implements StoreDriver {
    static final String BRANCH = "branch";
    private static final String PUSH = "push";
    private static final String AUTO = "auto";

    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.*|[\\w.-]+@[\\w.-]+:.*");
    private static final Pattern USER = Pattern.compile("[a-z][a-z0-9+.-]+://([^/@]*)@.*");
    /// How the tokens of well-known servers begin; people put them in the place of a user's name.
    private static final Pattern TOKEN = Pattern.compile("(gh[a-z]_|github_pat_|glpat-|gitea_|ATBB|ATATT).*");

    @Override
    public String scheme() {
        return "git";
    }

    @Override
    public String title() {
        return "Git repository";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(
                        DriverOption.LOCATION, "Folder, or address to clone", DriverOption.Kind.FOLDER, true, ""),
                new DriverOption(BRANCH, "Branch (as checked out)", DriverOption.Kind.TEXT, false, ""),
                DriverOption.choice(PUSH, "Send changes", "manual", "manual", AUTO),
                new DriverOption(Credentials.USER, "User name", DriverOption.Kind.TEXT, false, ""),
                new DriverOption(Credentials.TOKEN, "Access token", DriverOption.Kind.SECRET, false, ""),
                new DriverOption(SshSessions.KEY, "SSH key (those in ~/.ssh)", DriverOption.Kind.FILE, false, ""),
                new DriverOption(SshSessions.PASSPHRASE, "Passphrase of the SSH key", DriverOption.Kind.SECRET, false, ""));
    }

    /// Leaves the address of a remote repository as it is.
    @Override
    public StoreUri absolute(StoreUri uri, Path folder) {
        return isAddress(uri) ? uri : StoreDriver.super.absolute(uri, folder);
    }

    private static boolean isAddress(StoreUri uri) {
        return ADDRESS.matcher(uri.location()).matches();
    }

    /// An empty folder is no store either: opening makes a repository in it.
    @Override
    public Optional<Path> missing(StoreUri uri) {
        return isAddress(uri)
                ? Optional.empty()
                : StoreDriver.super.missing(uri).or(() -> Opener.emptyFolder(uri.location()));
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        refuseSecrets(uri);
        requireLocation(uri);
        boolean sendsByItself = sendsByItself(uri);
        Remote remote = new Remote(uri, opening);
        Repo repo;
        try {
            repo = new Opener(uri, opening, remote).open(isAddress(uri));
        } catch (IOException e) {
            remote.close();
            throw Trouble.of(uri, e);
        } catch (RuntimeException e) {
            remote.close();
            throw e;
        }
        GitCompanion companion = new GitCompanion(repo, remote, sendsByItself);
        FileStore store =
                FileStore.open(uri, opening.clock(), repo.root(), !DriverOption.READ_ONLY.isOn(uri), companion);
        companion.otherSide().attach(store);
        try {
            prepare(uri, repo, companion, store);
            return store;
        } catch (IOException e) {
            store.close();
            throw Trouble.of(uri, e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void prepare(StoreUri uri, Repo repo, GitCompanion companion, FileStore store) throws IOException {
        Optional<String> branch = Optional.ofNullable(uri.options().get(BRANCH)).filter(name -> !name.isBlank());
        Optional<Opener.Switch> wanted = branch.isPresent() ? Opener.branch(repo, branch.get()) : Optional.empty();
        boolean writable = store.can(Capability.APPEND);
        if (wanted.isPresent() && !writable) {
            throw new StoreException.Unsupported(
                    Sentence.of(
                        "The branch \"{0}\" is not checked out in {1}, and a store that is opened for"
                            + " reading checks out none.",
                        branch.orElseThrow(), uri));
        }
        if (writable && (wanted.isPresent() || companion.move().isUnfinished())) {
            store.underLock(() -> {
                if (wanted.isPresent()) {
                    companion.move().move(wanted.get().ref(), repo.head(), wanted.get().commit());
                }
                return repo;
            });
        }
    }

    private static boolean sendsByItself(StoreUri uri) {
        String push = uri.options().getOrDefault(PUSH, "manual").toLowerCase(Locale.ROOT);
        if (!push.equals(AUTO) && !push.equals("manual") && !push.isEmpty()) {
            throw new StoreException.Unsupported(Sentence.of("The option \"push\" of a Git store is \"manual\" or \"auto\"."));
        }
        return push.equals(AUTO);
    }

    /// The address is shown, logged and remembered, so it must not hold a password; nor is it told here.
    @Override
    public void refuseSecrets(StoreUri uri) {
        Matcher user = USER.matcher(uri.location());
        if (user.matches() && (user.group(1).contains(":") || TOKEN.matcher(user.group(1)).matches())) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The address of a Git store must not hold a password or token. Leave it out and"
                            + " give it as the option \"token\", or name an environment variable that holds it"
                            + " with \"token-env\"."));
        }
    }

    private static void requireLocation(StoreUri uri) {
        if (uri.location().isBlank()) {
            throw new StoreException.Unsupported(Sentence.of("A Git store needs a folder or an address, such as \"git:prompts\"."));
        }
    }
}
