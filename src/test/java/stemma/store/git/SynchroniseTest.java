package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.Stage;
import stemma.store.Act;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Synchronising;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Merged;
import stemma.store.Synchronising.Side;
import stemma.store.Synchronising.Status;

/// Two people, each with a clone, and the repository that both send to.
class SynchroniseTest extends RepositoryFixture {
    private String remote = "";
    private Store ada;
    private Store bob;

    @BeforeEach
    void twoClones() throws Exception {
        remote = bare("remote.git");
        ada = clone(remote, "ada");
        first(ada, GREETING, "1.0.0", "one");
        ada.synchronising().push();
        bob = clone(remote, "bob");
    }

    @Test
    void theStatusTellsHowFarBothSidesAreApart() {
        assertThat(ada.synchronising().status().remote()).contains("origin/main");
        assertThat(ada.synchronising().status().ahead()).isZero();
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        promote(ada, "", "1.1.0");
        first(bob, SUMMARY, "1.0.0", "sum");
        assertThat(ada.synchronising().status().ahead()).isEqualTo(2);
        ada.synchronising().push();
        assertThat(ada.synchronising().status().ahead()).isZero();
        assertThat(bob.synchronising().status().behind()).isZero();
        Status fetched = bob.synchronising().fetch();
        assertThat(fetched.ahead()).isEqualTo(1);
        assertThat(fetched.behind()).isEqualTo(2);
        assertThat(fetched.isDiverged()).isTrue();
        assertThat(fetched.asked()).isPresent();
        assertThat(labels(bob, GREETING)).as("fetching brings nothing in").containsExactly("1.0.0");
    }

    @Test
    void aVersionOfTheOtherSideCanBeReadBeforeItComesIn() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "from ada");
        ada.synchronising().push();
        assertThat(bob.synchronising().there(GREETING, V2)).as("nobody asked").isEmpty();
        bob.synchronising().fetch();
        assertThat(bob.synchronising().there(GREETING, V2)).contains(Content.plain("from ada"));
        assertThat(bob.synchronising().there(GREETING, V3)).isEmpty();
        assertThat(bob.synchronising().there(SUMMARY, V1)).isEmpty();
        Store alone = repository("alone");
        assertThat(alone.synchronising().there(GREETING, V1)).isEmpty();
    }

    @Test
    void aDamagedVersionOfTheOtherSideIsNamed() throws Exception {
        assumeTrue(hasGit());
        write("ada/support/greeting/v1.1.0.md", "---\nauthor: [\n");
        git("ada", "add", ".");
        git("ada", "commit", "-q", "-m", "Damaged");
        git("ada", "push", "-q", "origin", "main");
        bob.synchronising().fetch();
        assertThatThrownBy(() -> bob.synchronising().there(GREETING, V2))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("support/greeting/v1.1.0.md");
    }

    @Test
    void aBranchHasAnAddressThatOpensIt() throws Exception {
        try (Git git = Git.open(file("ada").toFile())) {
            git.branchCreate().setName("try&see").call();
        }
        StoreUri address = ada.synchronising().at("try&see");
        ada.close();
        Store store = open(address.toString());
        assertThat(store.synchronising().status().branch()).isEqualTo("try&see");
        assertThat(store.synchronising().at("main").options()).containsEntry("branch", "main");
    }

    @Test
    void whatIsNewThereComesInByAFastForward() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        promote(ada, "", "1.1.0");
        ada.synchronising().push();
        Merged merged = pull(bob);
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.status().behind()).isZero();
        assertThat(labels(bob, GREETING)).containsExactly("1.1.0", "1.0.0");
        assertThat(bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(bob.check().problems()).isEmpty();
        try (Git git = Git.open(file("bob").toFile())) {
            assertThat(git.tagList().call()).hasSize(2);
        }
        cleanFor("bob");
    }

    private void cleanFor(String clone) throws Exception {
        if (hasGit()) {
            assertThat(git(clone, "status", "--porcelain")).isEmpty();
            assertThat(git(clone, "fsck", "--strict", "--no-dangling")).isEmpty();
        }
    }

    @Test
    void divergedPromptsAreMergedAndNothingIsLost() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "from ada");
        promote(ada, "", "1.1.0");
        tag(ada, "1.0.0", "launch");
        ada.synchronising().push();
        onTop(bob, GREETING, "1.0.0", "1.0.1", "from bob");
        tag(bob, "1.0.0", "reviewed");
        first(bob, SUMMARY, "1.0.0", "sum");
        assertThat(pull(bob).clashes()).isEmpty();
        assertThat(labels(bob, GREETING)).containsExactly("1.0.1", "1.1.0", "1.0.0");
        assertThat(bob.get(GREETING, V1).info().tags()).containsExactly("launch", "reviewed");
        assertThat(bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(bob.history(Optional.of(GREETING), 0, 10).items()).hasSize(1);
        assertThat(bob.outsideEdits().find()).isEmpty();
        assertThat(bob.check().problems()).isEmpty();
        cleanFor("bob");
        bob.synchronising().push();
        assertThat(pull(ada).clashes()).isEmpty();
        assertThat(labels(ada, GREETING)).containsExactly("1.0.1", "1.1.0", "1.0.0");
        assertThat(ids(ada)).containsExactly("support/greeting", "writing/summary");
        cleanFor("ada");
        onTop(ada, GREETING, "1.0.1", "1.2.0", "goes on");
        cleanFor("ada");
    }

    @Test
    void whenSomebodyWasFasterAPushMergesAndSends() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "from ada");
        ada.synchronising().push();
        first(bob, SUMMARY, "1.0.0", "sum");
        Status status = bob.synchronising().push();
        assertThat(status.ahead()).isZero();
        assertThat(status.behind()).isZero();
        assertThat(status.problem()).isEmpty();
        assertThat(labels(bob, GREETING)).containsExactly("1.1.0", "1.0.0");
        assumeTrue(hasGit());
        assertThat(git("remote.git", "tag", "--list").lines()).hasSize(3);
        assertThat(git("remote.git", "fsck", "--strict")).isEmpty();
    }

    private Clash oneClash(Store store) {
        List<Clash> clashes = pull(store).clashes();
        assertThat(clashes).hasSize(1);
        return clashes.getFirst();
    }

    private Clash sameLabel() {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "from ada");
        ada.synchronising().push();
        onTop(bob, GREETING, "1.0.0", "1.1.0", "from bob");
        promote(bob, "", "1.1.0");
        Clash clash = oneClash(bob);
        assertThat(clash.kind()).isEqualTo(Clash.Kind.VERSION);
        assertThat(clash.prompt()).contains(GREETING);
        assertThat(clash.subject()).isEqualTo("1.1.0");
        assertThat(clash.here()).contains("by ada").isNotEqualTo(clash.there());
        assertThat(text(bob, GREETING, "1.1.0")).as("nothing is merged before a choice").isEqualTo("from bob");
        assertThatThrownBy(() -> bob.synchronising().push())
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("clashes");
        return clash;
    }

    @Test
    void aLabelUsedTwiceCanKeepBothVersions() throws Exception {
        Clash clash = sameLabel();
        assertThat(bob.synchronising().merge(Map.of(clash, Side.BOTH)).clashes()).isEmpty();
        assertThat(text(bob, GREETING, "1.1.0")).isEqualTo("from ada");
        assertThat(text(bob, GREETING, "1.1.1")).isEqualTo("from bob");
        assertThat(bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(label("1.1.1"));
        assertThat(bob.outsideEdits().find()).isEmpty();
        assertThat(bob.synchronising().push().problem()).isEmpty();
        assertThat(bob.check().problems()).isEmpty();
        cleanFor("bob");
        pull(ada);
        assertThat(text(ada, GREETING, "1.1.1")).isEqualTo("from bob");
    }

    @Test
    void aLabelUsedTwiceCanTakeTheOtherSide() throws Exception {
        Clash clash = sameLabel();
        bob.synchronising().merge(Map.of(clash, Side.THERE));
        assertThat(text(bob, GREETING, "1.1.0")).isEqualTo("from ada");
        assertThat(labels(bob, GREETING)).containsExactly("1.1.0", "1.0.0");
        bob.synchronising().push();
        cleanFor("bob");
    }

    @Test
    void aLabelUsedTwiceCanKeepThisSideAndTheOtherTagIsNotMoved() throws Exception {
        Clash clash = sameLabel();
        bob.synchronising().merge(Map.of(clash, Side.HERE));
        assertThat(text(bob, GREETING, "1.1.0")).isEqualTo("from bob");
        assertThat(bob.synchronising().push().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("support/greeting/v1.1.0"));
        pull(ada);
        assertThat(text(ada, GREETING, "1.1.0")).isEqualTo("from bob");
        assertThat(ada.outsideEdits().find()).isEmpty();
    }

    @Test
    void aChoiceDoesNotHoldForAClashThatChanged() {
        Clash clash = sameLabel();
        first(ada, SUMMARY, "1.0.0", "sum");
        promote(ada, "", "1.0.0");
        ada.synchronising().push();
        bob.synchronising().fetch();
        List<Clash> left = bob.synchronising().merge(Map.of(clash, Side.THERE)).clashes();
        assertThat(left).extracting(Clash::kind).containsExactly(Clash.Kind.STAGE);
        assertThat(text(bob, GREETING, "1.1.0")).isEqualTo("from bob");
    }

    @Test
    void aStageMovedToTwoVersionsIsAClash() {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        ada.synchronising().push();
        pull(bob);
        promote(ada, "", "1.0.0");
        ada.synchronising().push();
        promote(bob, "", "1.1.0");
        Clash clash = oneClash(bob);
        assertThat(clash.kind()).isEqualTo(Clash.Kind.STAGE);
        assertThat(List.of(clash.subject(), clash.here().toString(), clash.there().toString())).containsExactly("production", "1.1.0", "1.0.0");
        bob.synchronising().merge(Map.of(clash, Side.THERE));
        assertThat(bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V1);
        assertThat(bob.history(Optional.of(GREETING), 0, 10).items()).hasSize(2);
    }

    @Test
    void aPromptDeletedHereAndChangedThereIsAClash() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        ada.synchronising().push();
        bob.rename(GREETING, SUMMARY, Act.by("bob", "clearer"));
        Clash clash = oneClash(bob);
        assertThat(clash.kind()).isEqualTo(Clash.Kind.DELETED_PROMPT);
        assertThat(clash.there()).contains("1.1.0");
        bob.synchronising().merge(Map.of(clash, Side.THERE));
        assertThat(labels(bob, GREETING)).containsExactly("1.1.0", "1.0.0");
        assertThat(labels(bob, SUMMARY)).containsExactly("1.0.0");
        cleanFor("bob");
    }

    @Test
    void aVersionDeletedHereAndPromotedThereIsAClash() {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        ada.synchronising().push();
        pull(bob);
        promote(ada, "", "1.0.0");
        ada.synchronising().push();
        bob.deleteVersion(GREETING, V1, Act.by("bob", "leak"));
        Clash clash = oneClash(bob);
        assertThat(clash.kind()).isEqualTo(Clash.Kind.DELETED_VERSION);
        bob.synchronising().merge(Map.of(clash, Side.HERE));
        assertThat(labels(bob, GREETING)).containsExactly("1.1.0");
        assertThat(bob.find(GREETING).orElseThrow().stages()).isEmpty();
    }

    @Test
    void aDeletionComesAcross() {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        ada.synchronising().push();
        pull(bob);
        ada.deleteVersion(GREETING, V2, Act.by("ada", ""));
        ada.synchronising().push();
        first(bob, SUMMARY, "1.0.0", "sum");
        assertThat(pull(bob).clashes()).isEmpty();
        assertThat(labels(bob, GREETING)).containsExactly("1.0.0");
    }

    @Test
    void filesThatAreNoPromptsAreMergedToo() throws Exception {
        assumeTrue(hasGit());
        write("ada/README.md", "from ada");
        git("ada", "add", "README.md");
        git("ada", "commit", "-q", "-m", "About");
        ada.synchronising().push();
        write("bob/LICENSE", "from bob");
        git("bob", "add", "LICENSE");
        git("bob", "commit", "-q", "-m", "Licence");
        assertThat(pull(bob).clashes()).isEmpty();
        assertThat(file("bob/README.md")).hasContent("from ada");
        bob.synchronising().push();
        pull(ada);
        write("ada/README.md", "again ada");
        git("ada", "commit", "-q", "-a", "-m", "Again");
        ada.synchronising().push();
        write("bob/README.md", "again bob");
        git("bob", "commit", "-q", "-a", "-m", "Again");
        Clash clash = oneClash(bob);
        assertThat(clash.kind()).isEqualTo(Clash.Kind.FILE);
        assertThat(clash.where()).isEqualTo("README.md");
        bob.synchronising().merge(Map.of(clash, Side.THERE));
        assertThat(file("bob/README.md")).hasContent("again ada");
        cleanFor("bob");
    }

    @Test
    void aFileBeingEditedIsNotReplaced() throws Exception {
        assumeTrue(hasGit());
        write("ada/README.md", "from ada");
        git("ada", "add", "README.md");
        git("ada", "commit", "-q", "-m", "About");
        ada.synchronising().push();
        write("bob/README.md", "being written");
        bob.synchronising().fetch();
        assertThatThrownBy(() -> bob.synchronising().merge(Map.of()))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("README.md");
        assertThat(file("bob/README.md")).hasContent("being written");
        assertThat(bob.synchronising().status().behind()).isEqualTo(1);
        onTop(bob, GREETING, "1.0.0", "1.1.0", "goes on");
    }

    @Test
    void aMoveThatWasKilledIsFinishedAtTheNextOpening() throws Exception {
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        promote(ada, "", "1.1.0");
        ada.synchronising().push();
        bob.synchronising().fetch();
        bob.close();
        try (Git git = Git.open(file("bob").toFile())) {
            String from = git.getRepository().resolve("HEAD").name();
            String to = git.getRepository().resolve("refs/remotes/origin/main").name();
            write("bob/.git/stemma-move", "refs/heads/main " + from + " " + to);
        }
        // One file was moved before the end.
        Files.copy(file("ada/support/greeting/v1.1.0.md"), file("bob/support/greeting/v1.1.0.md"));
        Store again = repository("bob");
        assertThat(labels(again, GREETING)).containsExactly("1.1.0", "1.0.0");
        assertThat(again.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(again.synchronising().status().behind()).isZero();
        assertThat(file("bob/.git/stemma-move")).doesNotExist();
        cleanFor("bob");
    }

    @Test
    void anAddressIsClonedIntoTheDataFolderOnce() throws Exception {
        Store store = open("git:" + remote);
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        store.synchronising().push();
        store.close();
        Store again = open("git:" + remote);
        assertThat(labels(again, GREETING)).containsExactly("1.1.0", "1.0.0");
        try (Stream<Path> clones = Files.list(file("data/git"))) {
            assertThat(clones).hasSize(1);
        }
        assertThat(labels(ada, GREETING)).containsExactly("1.0.0");
        pull(ada);
        assertThat(labels(ada, GREETING)).containsExactly("1.1.0", "1.0.0");
    }

    @Test
    void anEmptyRemoteGetsItsFirstBranch() throws Exception {
        String empty = bare("empty.git");
        Store store = open("git:" + empty);
        first(store, GREETING, "1.0.0", "one");
        store.synchronising().push();
        assertThat(labels(clone(empty, "later"), GREETING)).containsExactly("1.0.0");
    }

    @Test
    void aMissingBranchOfAnAddressIsNamedAndLeavesNoClone() throws Exception {
        assertThatThrownBy(() -> open("git:" + remote + "?branch=nowhere"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("\"nowhere\"")
                .hasMessageContaining("main");
        try (Stream<Path> clones = Files.list(file("data/git"))) {
            assertThat(clones).isEmpty();
        }
    }

    @Test
    void changesAreSentByThemselvesWhereThatIsChosen() throws Exception {
        Store store = open("git:" + remote + "?push=auto");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        promote(store, "", "1.1.0");
        store.close();
        pull(ada);
        assertThat(labels(ada, GREETING)).containsExactly("1.1.0", "1.0.0");
        assertThat(ada.inStage(GREETING, Stage.PRODUCTION)).isPresent();
    }

    @Test
    void closingWaitsForWhatIsToBeSentAndMergesWhenOthersWereFaster() throws Exception {
        Store store = open("git:" + remote + "?push=auto");
        first(ada, SUMMARY, "1.0.0", "faster");
        ada.synchronising().push();
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        store.close();
        pull(ada);
        assertThat(labels(ada, GREETING)).containsExactly("1.1.0", "1.0.0");
    }

    @Test
    void withoutTheRemoteLocalWorkGoesOn() throws Exception {
        Files.move(file("remote.git"), file("gone.git"));
        assertThatThrownBy(() -> ada.synchronising().fetch()).isInstanceOf(StoreException.Unreachable.class);
        onTop(ada, GREETING, "1.0.0", "1.1.0", "two");
        assertThatThrownBy(() -> ada.synchronising().push()).isInstanceOf(StoreException.Unreachable.class);
        assertThat(labels(ada, GREETING)).containsExactly("1.1.0", "1.0.0");
        Files.move(file("gone.git"), file("remote.git"));
        assertThat(ada.synchronising().push().ahead()).isZero();
        assertThatThrownBy(() -> open("git:" + file("nothing.git").toUri()))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageEndingWith("there is no Git repository at this address, or none that you may see; look at the address.");
        assertThatThrownBy(() -> open("git:https://localhost:1/x.git")).isInstanceOf(StoreException.Unreachable.class);
    }

    @Test
    void aRepositoryWithoutARemoteSaysSo() {
        Store alone = repository("alone");
        first(alone, GREETING, "1.0.0", "one");
        Synchronising synchronising = alone.synchronising();
        assertThat(synchronising.status().remote()).isEmpty();
        assertThat(synchronising.merge(Map.of()).clashes()).isEmpty();
        assertThatThrownBy(synchronising::fetch)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("no remote");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git:https://ada:hunter2secret@localhost:1/x.git",
                "git:https://ghp_hunter2secret@localhost:1/x.git",
                "git:ssh://ada:hunter2secret@localhost:1/x.git"
            })
    void aSecretInAnAddressIsRefusedAndNotTold(String address) {
        assertThatThrownBy(() -> open(address))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("token")
                .hasMessageNotContaining("hunter2secret");
    }

    @Test
    void noTagIsSentWithoutTheVersionItIsFor() throws Exception {
        assumeTrue(hasGit());
        onTop(ada, GREETING, "1.0.0", "1.1.0", "from ada");
        git("ada", "push", "-q", "origin", "main");
        onTop(bob, GREETING, "1.0.0", "1.1.0", "from bob");
        assertThatThrownBy(() -> bob.synchronising().push()).isInstanceOf(StoreException.Conflict.class);
        assertThat(git("ada", "ls-remote", "--tags", "origin")).doesNotContain("support/greeting/v1.1.0");
    }
}
