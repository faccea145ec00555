package stemma.store.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.IdentityPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.StoreUri;

/// The other side of a repository: fetching and sending, and who we are there. Blocks for at most
/// [#TIMEOUT_SECONDS] without an answer.
final class Remote implements AutoCloseable {
    static final String KEY = "key";
    static final String PASSPHRASE = "passphrase";
    static final int TIMEOUT_SECONDS = 30;

    private final StoreUri uri;
    private final Opening opening;
    private @Nullable SshdSessionFactory ssh;

    Remote(StoreUri uri, Opening opening) {
        this.uri = uri;
        this.opening = opening;
    }

    /// A branch on the other side.
    ///
    /// @param remote the remote's name, such as `origin`
    /// @param branch the branch's full name there
    /// @param tracking where it is known here
    record Upstream(String remote, String branch, String tracking) {
        String name() {
            return Repository.shortenRefName(tracking);
        }
    }

    /// The other side of a branch: as configured, else the branch of the same name at the only remote or `origin`.
    static Optional<Upstream> upstream(Repository git, String branch) {
        String configured = git.getConfig()
                .getString(ConfigConstants.CONFIG_BRANCH_SECTION, branch, ConfigConstants.CONFIG_KEY_REMOTE);
        String merge = git.getConfig()
                .getString(ConfigConstants.CONFIG_BRANCH_SECTION, branch, ConfigConstants.CONFIG_KEY_MERGE);
        Optional<String> remote = Optional.ofNullable(configured)
                .filter(name -> !name.equals("."))
                .or(() -> git.getRemoteNames().contains(Constants.DEFAULT_REMOTE_NAME)
                        ? Optional.of(Constants.DEFAULT_REMOTE_NAME)
                        : git.getRemoteNames().stream().findFirst().filter(_ -> git.getRemoteNames().size() == 1));
        return remote.map(name -> {
            String there = merge != null ? merge : Constants.R_HEADS + branch;
            return new Upstream(
                    name, there, Constants.R_REMOTES + name + "/" + Repository.shortenRefName(there));
        });
    }

    private <C extends TransportCommand<C, T>, T> C configured(C command) {
        CredentialsProvider credentials = new Credentials(uri, opening);
        return command.setTimeout(TIMEOUT_SECONDS)
                .setCredentialsProvider(credentials)
                .setTransportConfigCallback(transport -> {
                    if (transport instanceof SshTransport ssh) {
                        ssh.setSshSessionFactory(sessions());
                    }
                });
    }

    private synchronized SshSessionFactory sessions() {
        if (ssh == null) {
            File home = new File(System.getProperty("user.home"));
            SshdSessionFactoryBuilder builder = new SshdSessionFactoryBuilder()
                    .setHomeDirectory(home)
                    .setSshDirectory(new File(home, ".ssh"))
                    .setPreferredAuthentications("publickey")
                    .setKeyPasswordProvider(this::passphrases);
            Optional.ofNullable(uri.options().get(KEY))
                    .ifPresent(key -> builder.setDefaultIdentities(_ -> List.of(Path.of(key))));
            ssh = builder.build(null);
        }
        return ssh;
    }

    private IdentityPasswordProvider passphrases(CredentialsProvider credentials) {
        return new IdentityPasswordProvider(credentials) {
            @Override
            protected char @Nullable [] getPassword(URIish key, String message) {
                return opening.secrets()
                        .find(uri, PASSPHRASE)
                        .map(Secret::reveal)
                        .map(String::toCharArray)
                        .orElse(null);
            }
        };
    }

    FetchResult fetch(Repository git, String remote) throws GitAPIException {
        return configured(Git.wrap(git).fetch()).setRemote(remote).setTagOpt(TagOpt.AUTO_FOLLOW).call();
    }

    /// What a push came to.
    ///
    /// @param overtaken somebody else sent something before
    /// @param refused why the other side did not take it; empty when it did
    /// @param tags tags that stand elsewhere there
    record Pushed(boolean overtaken, Optional<String> refused, List<String> tags) {}

    Pushed push(Repository git, String branchRef, Upstream upstream) throws GitAPIException, IOException {
        List<RefSpec> specs = new ArrayList<>();
        specs.add(new RefSpec(branchRef + ":" + upstream.branch()));
        for (String tag : newTags(git, branchRef, upstream.tracking())) {
            specs.add(new RefSpec(tag + ":" + tag));
        }
        boolean overtaken = false;
        Optional<String> refused = Optional.empty();
        List<String> tags = new ArrayList<>();
        Iterable<PushResult> results = configured(Git.wrap(git).push())
                .setRemote(upstream.remote())
                .setRefSpecs(specs)
                .call();
        for (PushResult result : results) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                boolean isBranch = update.getRemoteName().equals(upstream.branch());
                switch (update.getStatus()) {
                    case OK, UP_TO_DATE -> {}
                    case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> {
                        if (isBranch) {
                            overtaken = true;
                        } else {
                            tags.add(Repository.shortenRefName(update.getRemoteName()));
                        }
                    }
                    default -> {
                        if (isBranch) {
                            refused = Optional.of(Optional.ofNullable(update.getMessage())
                                    .orElse(update.getStatus().toString()));
                        } else {
                            tags.add(Repository.shortenRefName(update.getRemoteName()));
                        }
                    }
                }
            }
        }
        return new Pushed(overtaken, refused, tags);
    }

    /// Annotated tags on commits that the other side does not have yet.
    private static List<String> newTags(Repository git, String branchRef, String tracking) throws IOException {
        List<String> tags = new ArrayList<>();
        Ref branch = git.exactRef(branchRef);
        if (branch == null || branch.getObjectId() == null) {
            return tags;
        }
        try (RevWalk walk = new RevWalk(git)) {
            Set<ObjectId> unsent = new HashSet<>();
            walk.markStart(walk.parseCommit(branch.getObjectId()));
            Ref known = git.exactRef(tracking);
            if (known != null) {
                walk.markUninteresting(walk.parseCommit(known.getObjectId()));
            }
            for (RevCommit commit : walk) {
                unsent.add(commit.copy());
            }
            try (RevWalk peeling = new RevWalk(git)) {
                for (Ref tag : git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                    RevObject target = peeling.parseAny(tag.getObjectId());
                    boolean annotated = target.getType() == Constants.OBJ_TAG;
                    if (annotated && unsent.contains(peeling.peel(target).copy())) {
                        tags.add(tag.getName());
                    }
                }
            }
        }
        return tags;
    }

    @Override
    public synchronized void close() {
        if (ssh != null) {
            ssh.close();
            ssh = null;
        }
    }
}
