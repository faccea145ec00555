package stemma.store.git;

import java.io.IOException;
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
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.Opening;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The other side of a repository: fetching and sending, and who we are there. Blocks for at most
/// [#TIMEOUT_SECONDS] without an answer.
final class Remote implements AutoCloseable {
    static final int TIMEOUT_SECONDS = 30;

    private final StoreUri uri;
    private final Opening opening;
    private @Nullable SshSessions ssh;

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

    /// @throws StoreException.Denied when the other side does not let us in
    /// @throws StoreException.Unreachable when it does not answer
    private <C extends TransportCommand<C, T>, T> T call(Repository git, C command) {
        List<Credentials> asked = new ArrayList<>();
        try {
            T result = command.setTimeout(TIMEOUT_SECONDS)
                    .setTransportConfigCallback(transport -> {
                        Credentials credentials = new Credentials(uri, opening, git.getDirectory(), transport.getURI());
                        asked.add(credentials);
                        transport.setCredentialsProvider(credentials);
                        if (transport instanceof SshTransport ssh) {
                            ssh.setSshSessionFactory(sessions());
                        }
                    })
                    .call();
            asked.forEach(Credentials::wereAccepted);
            return result;
        } catch (GitAPIException e) {
            throw Trouble.of(uri, e, asked.stream().flatMap(one -> one.reason().stream()).findFirst().or(this::sshReason));
        }
    }

    private synchronized SshSessionFactory sessions() {
        if (ssh == null) {
            ssh = new SshSessions(uri, opening);
        }
        ssh.forgetReason();
        return ssh;
    }

    private synchronized Optional<Sentence> sshReason() {
        return Optional.ofNullable(ssh).map(SshSessions::reason);
    }

    FetchResult fetch(Repository git, String remote) {
        return call(git, Git.wrap(git).fetch().setRemote(remote).setTagOpt(TagOpt.AUTO_FOLLOW));
    }

    /// What a push came to.
    ///
    /// @param overtaken somebody else sent something before
    /// @param refused why the other side did not take it; empty when it did
    /// @param tags tags that stand elsewhere there
    record Pushed(boolean overtaken, Optional<String> refused, List<String> tags) {}

    /// Sends the branch and the tags of what is new on it. The tags go along only when the branch would be taken: else
    /// one of them could stand for another version than the branch has.
    Pushed push(Repository git, String branchRef, Upstream upstream) throws IOException {
        RefSpec branch = new RefSpec(branchRef + ":" + upstream.branch());
        List<RefSpec> specs = new ArrayList<>(List.of(branch));
        for (String tag : newTags(git, branchRef, upstream.tracking())) {
            specs.add(new RefSpec(tag + ":" + tag));
        }
        if (specs.size() > 1) {
            Pushed tried = push(git, upstream, List.of(branch), true);
            if (tried.overtaken() || tried.refused().isPresent()) {
                return tried;
            }
        }
        return push(git, upstream, specs, false);
    }

    private Pushed push(Repository git, Upstream upstream, List<RefSpec> specs, boolean onlyTries) {
        boolean overtaken = false;
        Optional<String> refused = Optional.empty();
        List<String> tags = new ArrayList<>();
        Iterable<PushResult> results =
                call(git, Git.wrap(git).push().setRemote(upstream.remote()).setRefSpecs(specs).setDryRun(onlyTries));
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
