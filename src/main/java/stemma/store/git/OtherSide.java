package stemma.store.git;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.jspecify.annotations.Nullable;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Synchronising;
import stemma.store.file.FileStore;
import stemma.store.file.PromptFiles;

/// Fetches, merges and sends the branch of a repository. One of these at a time speaks with the other side; looking at
/// the status waits for nobody.
final class OtherSide implements Synchronising, AutoCloseable {
    /// How often to merge and send again when others are faster.
    private static final int MOST_TRIES = 4;

    private final Repo repo;
    private final Remote remote;
    private final GitCompanion companion;
    private final Optional<ExecutorService> sender;
    private final AtomicBoolean sendsSoon = new AtomicBoolean();
    private final ReentrantLock speaking = new ReentrantLock();
    private volatile @Nullable FileStore store;
    private volatile Optional<Instant> asked = Optional.empty();
    private volatile Optional<Sentence> problem = Optional.empty();

    OtherSide(Repo repo, Remote remote, GitCompanion companion, boolean sendsByItself) {
        this.repo = repo;
        this.remote = remote;
        this.companion = companion;
        this.sender = sendsByItself
                ? Optional.of(Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("stemma-git-push").factory()))
                : Optional.empty();
    }

    /// Must be called before anything else.
    void attach(FileStore opened) {
        store = opened;
    }

    private FileStore store() {
        FileStore opened = store;
        if (opened == null) {
            throw new IllegalStateException("the store is not open yet");
        }
        return opened;
    }

    /// Sends what is new, a moment later and on another thread, where the store was opened so.
    void sendSoon() {
        if (sender.isPresent() && sendsSoon.compareAndSet(false, true)) {
            try {
                sender.get().execute(this::sendNow);
            } catch (RejectedExecutionException e) {
                // The store is being closed; the change is sent when it is open again.
            }
        }
    }

    private void sendNow() {
        sendsSoon.set(false);
        try {
            push();
        } catch (StoreException e) {
            problem = Optional.of(e.sentence());
            System.getLogger(OtherSide.class.getName())
                    .log(System.Logger.Level.WARNING, "changes could not be sent: " + e.getMessage());
        }
    }

    @Override
    public Status status() {
        try {
            String branch = repo.branch();
            Optional<Remote.Upstream> upstream = Remote.upstream(repo.git(), branch);
            ObjectId here = repo.head();
            Ref there = tracking(upstream);
            int ahead = upstream.isEmpty() ? 0 : count(here, there == null ? null : there.getObjectId());
            int behind = there == null ? 0 : count(there.getObjectId(), here);
            return new Status(branch, upstream.map(Remote.Upstream::name), ahead, behind, asked, problem);
        } catch (IOException e) {
            throw Trouble.of(repo.uri(), e);
        }
    }

    @Override
    public Status settled() {
        if (sender.isPresent()) {
            try {
                sender.get().submit(() -> {}).get(2L * Remote.TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
                // What is not sent by now is seen by the number of changes that the other side does not have.
            }
        }
        return status();
    }

    /// What the other side's branch was when it was last asked; null when it is not known here.
    private @Nullable Ref tracking(Optional<Remote.Upstream> upstream) throws IOException {
        return upstream.isEmpty() ? null : repo.git().exactRef(upstream.get().tracking());
    }

    /// How many commits one has that the other does not.
    private int count(@Nullable ObjectId one, @Nullable ObjectId other) throws IOException {
        if (one == null) {
            return 0;
        }
        try (RevWalk walk = new RevWalk(repo.git())) {
            walk.setRetainBody(false);
            return RevWalkUtils.count(
                    walk, walk.parseCommit(one), other == null ? null : walk.parseCommit(other));
        }
    }

    @Override
    public List<String> branches() {
        try {
            SortedSet<String> names = new TreeSet<>();
            for (Ref ref : repo.git().getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                names.add(ref.getName().substring(Constants.R_HEADS.length()));
            }
            for (String name : repo.git().getRemoteNames()) {
                String prefix = Constants.R_REMOTES + name + "/";
                for (Ref ref : repo.git().getRefDatabase().getRefsByPrefix(prefix)) {
                    if (!ref.isSymbolic()) {
                        names.add(ref.getName().substring(prefix.length()));
                    }
                }
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw Trouble.of(repo.uri(), e);
        }
    }

    @Override
    public StoreUri at(String branch) {
        Map<String, String> options = new TreeMap<>(repo.uri().options());
        options.put(GitStoreDriver.BRANCH, branch);
        return new StoreUri(repo.uri().scheme(), repo.uri().location(), options);
    }

    @Override
    public Status fetch() {
        speaking.lock();
        try {
            remote.fetch(repo.git(), upstream().remote());
            asked = Optional.of(repo.clock().instant());
            return status();
        } catch (IOException e) {
            throw Trouble.of(repo.uri(), e);
        } finally {
            speaking.unlock();
        }
    }

    private Remote.Upstream upstream() throws IOException {
        return Remote.upstream(repo.git(), repo.branch())
                .orElseThrow(() ->
                        new StoreException.Unreachable(repo.uri(), Sentence.of("the repository has no remote to speak with.")));
    }

    @Override
    public Optional<Content> there(PromptId prompt, VersionLabel label) {
        String path = repo.prefix() + prompt + "/" + PromptFiles.versionFile(label);
        try (ObjectReader reader = repo.git().newObjectReader()) {
            Ref there = tracking(Remote.upstream(repo.git(), repo.branch()));
            Optional<TreeEdit.Entry> found =
                    repo.entry(reader, repo.tree(there == null ? null : there.getObjectId()), path);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(VersionFile.read(reader.open(found.get().id()).getBytes()).content());
        } catch (FormatException e) {
            throw new StoreException.Corrupt(repo.uri(), Sentence.of("{0} on the other side", path), e.sentence());
        } catch (IOException e) {
            throw Trouble.of(repo.uri(), e);
        }
    }

    @Override
    public Merged merge(Map<Clash, Side> choices) {
        List<Clash> clashes = store().underLock(() -> {
            Optional<Remote.Upstream> upstream = Remote.upstream(repo.git(), repo.branch());
            Ref there = tracking(upstream);
            return there == null
                    ? List.<Clash>of()
                    : companion.merge(upstream.orElseThrow().name(), there.getObjectId(), choices);
        });
        return new Merged(status(), clashes);
    }

    @Override
    public Status push() {
        speaking.lock();
        try {
            Remote.Upstream upstream = upstream();
            for (int tries = 1; status().ahead() > 0; tries++) {
                Remote.Pushed pushed = remote.push(repo.git(), repo.branchRef(), upstream);
                if (pushed.refused().isPresent()) {
                    throw Trouble.refused(repo.uri(), pushed.refused().get());
                }
                if (!pushed.overtaken()) {
                    problem = pushed.tags().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Sentence.of(
                                    "On the other side these tags stand elsewhere and were not moved: {0}.",
                                    String.join(", ", pushed.tags())));
                    break;
                }
                if (tries == MOST_TRIES) {
                    throw new StoreException.Unreachable(repo.uri(), Sentence.of("others keep sending changes; try again."));
                }
                fetch();
                int clashes = merge(Map.of()).clashes().size();
                if (clashes > 0) {
                    throw StoreException.Conflict.diverged(repo.uri(), clashes);
                }
            }
            return status();
        } catch (IOException e) {
            throw Trouble.of(repo.uri(), e);
        } finally {
            speaking.unlock();
        }
    }

    /// Waits until what is to be sent is sent, or the other side does not answer.
    @Override
    public void close() {
        sender.ifPresent(executor -> {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(2L * Remote.TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
            }
        });
        remote.close();
    }
}
