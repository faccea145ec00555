package stemma.store.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import stemma.prompt.Sentence;
import stemma.store.Health;
import stemma.store.Synchronising;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;
import stemma.store.file.Companion;
import stemma.store.file.Pending;

/// What a store in a repository does besides writing files: it commits, tags, and knows which files a checkout or a
/// merge brought.
final class GitCompanion implements Companion {
    private final Repo repo;
    private final People people;
    private final VersionTags tags;
    private final Commits commits;
    private final Move move;
    private final OtherSide otherSide;

    GitCompanion(Repo repo, Remote remote, boolean sendsByItself) {
        this.repo = repo;
        this.people = new People(repo);
        this.tags = new VersionTags(repo, people);
        this.commits = new Commits(repo, people, tags);
        this.move = new Move(repo);
        this.otherSide = new OtherSide(repo, remote, this, sendsByItself);
    }

    @Override
    public void prepare() throws IOException {
        move.finish();
        repo.refuseUnlessSafe();
        IndexLock.take(repo).close();
    }

    @Override
    public void changed(Pending pending) throws IOException {
        commits.commit(pending);
    }

    @Override
    public void told() {
        otherSide.sendSoon();
    }

    /// What Git holds at that place is no edit: it came with a checkout, a merge or somebody's commit.
    @Override
    public boolean brought(String file, byte[] bytes) {
        try (ObjectReader reader = repo.git().newObjectReader();
                ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            ObjectId found = formatter.idFor(Constants.OBJ_BLOB, bytes);
            return repo.entry(reader, repo.tree(repo.head()), repo.prefix() + file)
                    .filter(entry -> entry.id().equals(found))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<Health.Problem> problems() {
        List<Health.Problem> problems = new ArrayList<>();
        try {
            repo.refuseUnlessSafe();
        } catch (IOException e) {
            problems.add(new Health.Problem(Constants.DOT_GIT, Sentence.from(e)));
        }
        try {
            problems.addAll(tags.problems());
        } catch (IOException e) {
            problems.add(new Health.Problem(Constants.DOT_GIT, Sentence.of("cannot be read: {0}", Sentence.from(e))));
        }
        return problems;
    }

    /// Needs the folder's lock.
    List<Clash> merge(String name, ObjectId theirs, Map<Clash, Side> choices) throws IOException {
        return new Merging(repo, people, tags, move, choices).merge(name, theirs);
    }

    Move move() {
        return move;
    }

    OtherSide otherSide() {
        return otherSide;
    }

    @Override
    public Synchronising synchronising() {
        return otherSide;
    }

    @Override
    public void close() {
        otherSide.close();
        repo.git().close();
    }
}
