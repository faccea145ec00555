package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// What a store leaves in its repository, as Git and the git program see it.
class CommitTest extends RepositoryFixture {
    private Store store;

    @BeforeEach
    void openRepository() {
        store = repository("repo");
    }

    private List<RevCommit> log() throws Exception {
        try (Git git = Git.open(file("repo").toFile())) {
            List<RevCommit> commits = new java.util.ArrayList<>();
            git.log().call().forEach(commits::add);
            return commits;
        }
    }

    @Test
    void eachChangeIsOneCommitThatSaysWhoDidWhatAndWhy() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        promote(store, "", "1.1.0");
        tag(store, "1.0.0", "launch", "draft");
        store.rename(GREETING, SUMMARY, Act.by("ada", ""));
        store.deleteVersion(SUMMARY, V2, Act.by("ada", "Leak\n\nIt named a customer."));
        store.deletePrompt(SUMMARY, Act.by("", ""));
        List<RevCommit> commits = log();
        assertThat(commits.reversed()).extracting(RevCommit::getShortMessage).containsExactly(
                "Append support/greeting 1.0.0",
                "Append support/greeting 1.1.0",
                "Promote support/greeting 1.1.0 to production",
                "Tag support/greeting 1.0.0: draft, launch",
                "Rename support/greeting to writing/summary",
                "Delete writing/summary 1.1.0",
                "Delete writing/summary");
        assertThat(commits.get(4).getFullMessage())
                .isEqualTo("Promote support/greeting 1.1.0 to production\n\nIt reads better\n");
        assertThat(commits.get(4).getAuthorIdent().getName()).isEqualTo("grace");
        assertThat(commits.get(1).getFullMessage()).contains("It named a customer.");
    }

    @Test
    void anAuthorMayBringAnAddressAndATimeOfTheirOwn() throws Exception {
        Instant then = Instant.parse("2024-05-06T07:08:09Z");
        store.append(new NewVersion(
                GREETING, Optional.empty(), V1, Content.plain("x"), "Ada L <ada@example.org>", "", Set.of(),
                Optional.of(then)));
        RevCommit commit = log().getFirst();
        assertThat(commit.getAuthorIdent().getName()).isEqualTo("Ada L");
        assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("ada@example.org");
        assertThat(commit.getAuthorIdent().getWhenAsInstant()).isEqualTo(then);
        assertThat(commit.getCommitterIdent().getWhenAsInstant()).isAfter(then);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<>", " . ", "a\nb", "<x>"})
    void anyAuthorMakesACommitThatGitAccepts(String author) throws Exception {
        store.append(NewVersion.first(GREETING, V1, Content.plain("x"), author, "\u0000why"));
        assertThat(log()).hasSize(1);
        assumeTrue(hasGit());
        assertThat(git("repo", "fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void manyVersionsInOneStepAreOneCommitThatNamesThem() throws Exception {
        store.appendAll(List.of(
                NewVersion.first(GREETING, V1, Content.plain("one"), "ada", "Begin"),
                NewVersion.onTop(GREETING, V1, V2, Content.plain("two"), "bob", "More")));
        assertThat(log()).singleElement().satisfies(commit -> assertThat(commit.getFullMessage())
                .isEqualTo("Append support/greeting 1.0.0 and 1 more\n\n"
                        + "Append support/greeting 1.0.0, by ada: Begin\n"
                        + "Append support/greeting 1.1.0, by bob: More\n"));
    }

    @Test
    void eachVersionHasAnAnnotatedTagOnTheCommitThatBroughtIt() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        promote(store, "", "1.0.0");
        try (Git git = Git.open(file("repo").toFile());
                RevWalk walk = new RevWalk(git.getRepository())) {
            List<Ref> tags = git.tagList().call();
            assertThat(tags).extracting(Ref::getName)
                    .containsExactly("refs/tags/support/greeting/v1.0.0", "refs/tags/support/greeting/v1.1.0");
            assertThat(walk.parseTag(tags.get(1).getObjectId()).getTagName()).isEqualTo("support/greeting/v1.1.0");
            assertThat(walk.peel(walk.parseAny(tags.get(1).getObjectId())).getId())
                    .isEqualTo(log().get(1).getId());
        }
    }

    @Test
    void theTagsOfDeletedVersionsGoAndThoseOfARenamedPromptComeAlong() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        store.deleteVersion(GREETING, V2, Act.by("", ""));
        store.rename(GREETING, SUMMARY, Act.by("", ""));
        try (Git git = Git.open(file("repo").toFile())) {
            assertThat(git.tagList().call()).extracting(Ref::getName)
                    .containsExactly("refs/tags/writing/summary/v1.0.0");
        }
    }

    @Test
    void aTagThatStandsElsewhereIsNotMovedButReported() throws Exception {
        first(store, SUMMARY, "1.0.0", "other");
        try (Git git = Git.open(file("repo").toFile())) {
            git.tag().setName("support/greeting/v1.0.0").setAnnotated(false).call();
            Ref before = git.tagList().call().getFirst();
            first(store, GREETING, "1.0.0", "one");
            assertThat(git.tagList().call().getFirst().getObjectId()).isEqualTo(before.getObjectId());
        }
        assertThat(store.check().problems()).singleElement().satisfies(problem -> assertThat(problem.where().toString())
                .isEqualTo("tag support/greeting/v1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b~c^d", "x..y", "a.lock", "v1.0.0", "v1.0.0/deeper", "100%", "größe/日本", "-dash", "@", "a@{b}", "[x]"
            })
    void everyIdHasATag(String id) throws Exception {
        PromptId prompt = new PromptId(id);
        try {
            first(store, prompt, "1.0.0", "one");
        } catch (StoreException.Invalid refusedByTheFileStore) {
            return;
        }
        first(store, new PromptId("other"), "1.0.0", "one");
        try (Git git = Git.open(file("repo").toFile())) {
            assertThat(git.tagList().call()).hasSize(2);
        }
        assumeTrue(hasGit());
        assertThat(git("repo", "tag", "--list").lines()).hasSize(2);
        git("repo", "fsck", "--strict");
        assertThat(git("repo", "status", "--porcelain")).isEmpty();
    }

    @Test
    void theGitProgramFindsNothingToComplainAbout() throws Exception {
        assumeTrue(hasGit());
        first(store, GREETING, "1.0.0", "one");
        IntStream.range(1, 20).forEach(i -> onTop(store, GREETING, "1." + (i - 1) + ".0", "1." + i + ".0", "text " + i));
        promote(store, "", "1.4.0");
        tag(store, "1.4.0", "launch");
        store.deleteVersion(GREETING, label("1.3.0"), Act.by("", ""));
        store.rename(GREETING, SUMMARY, Act.by("", ""));
        assertThat(git("repo", "fsck", "--strict", "--no-dangling")).isEmpty();
        assertThat(git("repo", "status", "--porcelain")).isEmpty();
        assertThat(git("repo", "log", "--oneline").lines()).hasSize(24);
        assertThat(git("repo", "tag", "--list").lines()).hasSize(19);
        assertThat(git("repo", "cat-file", "-t", "writing/summary/v1.4.0")).isEqualTo("tag");
        assertThat(git("repo", "show", "writing/summary/v1.4.0:writing/summary/v1.4.0.md")).contains("text 4");
        assertThat(git("repo", "ls-files", "-s", "writing/summary/latest.md")).startsWith("120000");
    }

    @Test
    void whatOthersStagedOrChangedIsLeftAlone() throws Exception {
        assumeTrue(hasGit());
        first(store, GREETING, "1.0.0", "one");
        write("repo/README.md", "staged");
        write("repo/notes/todo.txt", "untracked");
        git("repo", "add", "README.md");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(git("repo", "status", "--porcelain").lines()).containsExactly("A  README.md", "?? notes/");
        assertThat(git("repo", "show", "--name-only", "--format=", "HEAD").lines())
                .containsExactlyInAnyOrder("support/greeting/v1.1.0.md", "support/greeting/latest.md");
    }

    @Test
    void aFolderInsideARepositoryIsAStore() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        write("repo/README.md", "about");
        Store inside = open("git:" + file("repo/team"));
        first(inside, SUMMARY, "1.0.0", "inside");
        assertThat(ids(inside)).containsExactly("writing/summary");
        assertThat(inside.check().problems()).isEmpty();
        assumeTrue(hasGit());
        assertThat(git("repo", "ls-files").lines()).contains("team/writing/summary/v1.0.0.md");
        assertThat(git("repo", "tag", "--list")).contains("writing/summary/v1.0.0");
        assertThat(git("repo", "status", "--porcelain")).isEqualTo("?? README.md");
    }

    @Test
    void aRepositoryWrittenByTheGitProgramOpens() throws Exception {
        assumeTrue(hasGit());
        write("hand/prompts/general/v1.0.0.md", "# General\r\nBe kind.");
        write("hand/prompts/general/v1.0.1.md", "# General\nBe brief.\n");
        Files.createSymbolicLink(file("hand/prompts/general/latest.md"), java.nio.file.Path.of("v1.0.1.md"));
        git("hand", "init", "-b", "trunk");
        git("hand", "add", ".");
        git("hand", "commit", "-m", "By hand");
        Store hand = repository("hand");
        PromptId general = new PromptId("prompts/general");
        assertThat(labels(hand, general)).containsExactly("1.0.1", "1.0.0");
        assertThat(hand.check().problems()).isEmpty();
        onTop(hand, general, "1.0.1", "1.1.0", "three");
        assertThat(git("hand", "status", "--porcelain")).isEmpty();
        assertThat(git("hand", "log", "--format=%an: %s")).isEqualTo("ada: Append prompts/general 1.1.0\nLinus: By hand");
        assertThat(text(hand, general, "1.0.0")).isEqualTo("# General\r\nBe kind.");
    }

    @Test
    void whatTheGitProgramBringsIsTheTruthAndNoOutsideEdit() throws Exception {
        assumeTrue(hasGit());
        first(store, GREETING, "1.0.0", "one");
        git("repo", "checkout", "-q", "-b", "other");
        write("repo/support/greeting/v1.0.0.md", "another text");
        assertThat(store.outsideEdits().find()).hasSize(1);
        assertThat(text(store, GREETING, "1.0.0")).isEqualTo("one");
        git("repo", "commit", "-q", "-a", "-m", "Rewritten");
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(text(store, GREETING, "1.0.0")).isEqualTo("another text");
        git("repo", "checkout", "-q", "main");
        store.check();
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(text(store, GREETING, "1.0.0")).isEqualTo("one");
    }

    @Test
    void aRepositoryInTheMiddleOfAMergeTakesNoWrites() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        String head = log().getFirst().getName();
        write("repo/.git/MERGE_HEAD", head + "\n");
        assertThatThrownBy(() -> onTop(store, GREETING, "1.0.0", "1.1.0", "two"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("in the middle");
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        assertThat(store.check().problems()).hasSize(1);
        Files.delete(file("repo/.git/MERGE_HEAD"));
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aDetachedHeadTakesNoWrites() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        write("repo/.git/HEAD", log().getFirst().getName() + "\n");
        assertThatThrownBy(() -> onTop(store, GREETING, "1.0.0", "1.1.0", "two"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("detached");
        assertThat(text(store, GREETING, "1.0.0")).isEqualTo("one");
    }

    @Test
    void whileAnotherProgramHasTheIndexNothingIsWritten() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        write("repo/.git/index.lock", "");
        assertThatThrownBy(() -> onTop(store, GREETING, "1.0.0", "1.1.0", "two"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("index.lock");
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        assertThat(file("repo/.git/index.lock")).exists();
    }

    @Test
    void theLockOfAKilledStoreIsTakenAway() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        Process dead = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                .redirectErrorStream(true)
                .start();
        dead.getInputStream().readAllBytes();
        dead.waitFor();
        write("repo/.git/index.lock", "stemma " + dead.pid() + " 1");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(labels(store, GREETING)).containsExactly("1.1.0", "1.0.0");
    }

    @Test
    void aBranchIsChosenAndAMissingOneIsNamed() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        store.close();
        try (Git git = Git.open(file("repo").toFile())) {
            git.branchCreate().setName("trial").call();
        }
        assertThatThrownBy(() -> open("git:" + file("repo") + "?branch=nowhere"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("no branch \"nowhere\"")
                .hasMessageContaining("main, trial");
        Store trial = open("git:" + file("repo") + "?branch=trial");
        onTop(trial, GREETING, "1.0.0", "2.0.0", "trial");
        assertThat(trial.synchronising().status().branch()).isEqualTo("trial");
        assertThat(trial.synchronising().branches()).containsExactly("main", "trial");
        trial.close();
        Store main = open("git:" + file("repo") + "?branch=main");
        assertThat(labels(main, GREETING)).containsExactly("1.0.0");
        assertThat(main.outsideEdits().find()).isEmpty();
        assertThat(main.check().problems()).isEmpty();
    }

    @Test
    void aBranchIsNotOpenedOverChangesThatItWouldReplace() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        try (Git git = Git.open(file("repo").toFile())) {
            git.branchCreate().setName("trial").call();
        }
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        store.close();
        write("repo/support/greeting/v1.1.0.md", "being edited");
        assertThatThrownBy(() -> open("git:" + file("repo") + "?branch=trial"))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("v1.1.0.md");
        assertThat(file("repo/support/greeting/v1.1.0.md")).hasContent("being edited");
        assertThat(file("repo/.git/HEAD")).hasContent("ref: refs/heads/main");
    }

    @Test
    void placesThatAreNoWorkingTreeAreRefusedInOneSentence() throws Exception {
        write("plain/file.txt", "x");
        assertThatThrownBy(() -> repository("plain"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("no Git repository");
        bare("bare.git");
        assertThatThrownBy(() -> repository("bare.git"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("bare");
        assertThatThrownBy(() -> repository("plain/file.txt")).isInstanceOf(StoreException.Unreachable.class);
        assertThatThrownBy(() -> repository("not/there")).isInstanceOf(StoreException.Unreachable.class);
    }

    /// What is written in a way that only a newer Git knows would be damaged by whoever does not know it.
    @ParameterizedTest
    @ValueSource(strings = {
        "repositoryformatversion = 1\n[extensions]\nobjectformat = sha256",
        "repositoryformatversion = 1\n[extensions]\nsomethingNew = true",
        "repositoryformatversion = 2"
    })
    void aRepositoryOfAKindThatIsNotKnownIsRefusedAndLeftAlone(String format) throws Exception {
        write("newer/.git/HEAD", "ref: refs/heads/main\n");
        write("newer/.git/config", "[core]\n" + format + "\n");
        Files.createDirectories(file("newer/.git/objects"));
        Files.createDirectories(file("newer/.git/refs"));
        assertThatThrownBy(() -> repository("newer")).isInstanceOf(StoreException.Unreachable.class);
        assertThat(file("newer/.git/objects")).isEmptyDirectory();
        assertThat(file("newer/.git/refs")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "repositoryformatversion = 1\n[extensions]\nobjectFormat = sha1",
        "repositoryformatversion = 1\n[extensions]\nworktreeConfig = true\npartialClone = origin\nnoop = true",
        "repositoryformatversion = 0\n[extensions]\nsomethingOld = true"
    })
    void aRepositoryWhoseFormatIsKnownOpens(String format) throws Exception {
        first(store, GREETING, "1.0.0", "one");
        store.close();
        write("repo/.git/config", "[core]\n" + format + "\n");
        Store again = repository("repo");
        onTop(again, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(labels(again, GREETING)).containsExactly("1.1.0", "1.0.0");
    }

    @Test
    void promptsThatASparseCheckoutLeavesOutAreNotTakenForDeleted() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        first(store, SUMMARY, "1.0.0", "sum");
        store.close();
        git("repo", "update-index", "--skip-worktree", "writing/summary/v1.0.0.md", "writing/summary/latest.md");
        Files.delete(file("repo/writing/summary/v1.0.0.md"));
        Files.delete(file("repo/writing/summary/latest.md"));
        assertThatThrownBy(() -> repository("repo"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("sparse");
        Store inside = repository("repo/support");
        assertThat(ids(inside)).containsExactly("greeting");
    }

    @Test
    void aChangeKilledBeforeItsCommitIsCommittedAtTheNextOpening() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        store.close();
        write("repo/support/greeting/v1.1.0.md", "---\nparent: 1.0.0\n---\ntwo");
        write("repo/.stemma/pending.json", """
                {"deeds": [{"what": "Append support/greeting 1.1.0", "who": "ada", "why": "More"}],
                 "paths": ["support/greeting/v1.1.0.md"]}""");
        Store again = repository("repo");
        assertThat(log()).hasSize(2);
        assertThat(log().getFirst().getShortMessage()).isEqualTo("Interrupted: Append support/greeting 1.1.0");
        assertThat(again.check().problems()).isEmpty();
        assertThat(file("repo/.stemma/pending.json")).doesNotExist();
        try (Git git = Git.open(file("repo").toFile())) {
            assertThat(git.tagList().call()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"deeds\": [], \"paths\": [\"../../etc/passwd\"]}", "{\"deeds\": 1, \"paths\": []}"})
    void aDamagedNoteOfAPendingChangeIsToldAndReadingGoesOn(String note) throws Exception {
        first(store, GREETING, "1.0.0", "one");
        store.close();
        write("repo/.stemma/pending.json", note);
        Store again = repository("repo");
        assertThat(text(again, GREETING, "1.0.0")).isEqualTo("one");
        assertThat(again.check().problems()).isNotEmpty();
        assertThatThrownBy(() -> onTop(again, GREETING, "1.0.0", "1.1.0", "two"))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("pending.json");
    }

    @Test
    void aStoreOpenedForReadingWritesNothing() throws Exception {
        first(store, GREETING, "1.0.0", "one");
        Store reading = open("git:" + file("repo") + "?readonly=true");
        assertThat(reading.can(Capability.APPEND)).isFalse();
        assertThat(reading.can(Capability.SYNCHRONISE)).isFalse();
        assertThatThrownBy(reading::synchronising).isInstanceOf(StoreException.Unsupported.class);
    }
}
