package stemma.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.ui.sync.TwoClones.GREETING;
import static stemma.ui.sync.TwoClones.SUMMARY;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;
import stemma.store.Synchronising.Status;
import stemma.store.file.QuickFolder;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Notices.Notice;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;

/// Bob's window, while Ada sends changes too.
class SyncModelTest {
    @TempDir(factory = QuickFolder.class)
    Path folder;

    private TwoClones clones;
    private final Notices notices = new Notices();
    private final Window window = new Window();
    private final DirectTasks tasks = new DirectTasks();
    private SyncModel model;

    @BeforeEach
    void open() throws Exception {
        clones = new TwoClones(folder);
        model = model(clones.bob, tasks);
        model.look();
    }

    private SyncModel model(Store store, Tasks tasks) {
        return new SyncModel(store, tasks, notices, window);
    }

    @AfterEach
    void close() {
        clones.close();
    }

    /// Answers as the author would.
    private static final class Window implements SyncHost {
        final List<ClashModel> shown = new ArrayList<>();
        final List<StoreUri> opened = new ArrayList<>();
        final List<List<String>> offered = new ArrayList<>();
        Consumer<ClashModel> decider = _ -> {};
        Optional<String> branch = Optional.empty();
        int broughtIn;
        int managed;

        @Override
        public void decide(ClashModel clashes) {
            shown.add(clashes);
            decider.accept(clashes);
        }

        @Override
        public Optional<String> askBranch(List<String> branches, String current) {
            offered.add(branches);
            return branch;
        }

        @Override
        public void open(StoreUri address) {
            opened.add(address);
        }

        @Override
        public void broughtIn() {
            broughtIn++;
        }

        @Override
        public void manageStores() {
            managed++;
        }
    }

    private String state() {
        return StatusText.of(
                model.statusProperty().get(), !model.problemProperty().get().isEmpty());
    }

    private Notice told() {
        return notices.current().getLast();
    }

    private static List<String> labels(Store store) {
        return store.versions(GREETING).stream()
                .map(VersionInfo::label)
                .map(VersionLabel::value)
                .toList();
    }

    @Test
    void theStateIsToldInWords() {
        assertThat(state()).isEqualTo("main · up to date");
        TwoClones.first(clones.bob, SUMMARY, "Sum up");
        model.look();
        assertThat(state()).isEqualTo("main · 1 not sent yet");
        TwoClones.onTop(clones.ada, "1.0.0", "1.1.0", "ada", "Hi");
        clones.ada.synchronising().push();
        model.look();
        assertThat(state()).as("nobody asked").isEqualTo("main · 1 not sent yet");
        model.carryOut(SyncAct.FETCH);
        assertThat(state()).isEqualTo("main · 1 ahead, 1 behind");
    }

    @Test
    void theDetailTellsTheOtherSideAndWhenItWasAsked() {
        Times times = new Times(Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC));
        Status never = model.statusProperty().get().orElseThrow();
        assertThat(StatusText.detail(Optional.of(never), "", times))
                .contains("origin/main")
                .contains(Messages.text("sync.asked.never"));
        Status asked = new Status(
                "main", Optional.of("origin/main"), 0, 0, Optional.of(Instant.parse("2026-05-04T09:00:00Z")), Optional.empty());
        assertThat(StatusText.detail(Optional.of(asked), "It was refused.", times))
                .contains("9:00:00")
                .endsWith("It was refused.");
    }

    @Test
    void fetchingTellsWhatIsThereAndOffersToBringItIn() {
        TwoClones.onTop(clones.ada, "1.0.0", "1.1.0", "ada", "Hi");
        clones.ada.synchronising().push();
        model.carryOut(SyncAct.FETCH);
        assertThat(told().text()).isEqualTo("One change is there to bring in.");
        assertThat(labels(clones.bob)).containsExactly("1.0.0");
        assertThat(window.broughtIn).isZero();
        told().action().orElseThrow().run().run();
        assertThat(labels(clones.bob)).containsExactly("1.1.0", "1.0.0");
        assertThat(window.broughtIn).isOne();
        assertThat(told().text()).isEqualTo("Brought in one change.");
    }

    @Test
    void bringingInWithoutHavingAskedOffersToAsk() {
        model.carryOut(SyncAct.BRING_IN);
        assertThat(told().text()).isEqualTo(Messages.text("sync.unasked"));
        told().action().orElseThrow().run().run();
        assertThat(told().text()).isEqualTo(Messages.text("sync.nothing"));
        assertThat(model.statusProperty().get().orElseThrow().asked()).isPresent();
    }

    @Test
    void sendingTellsHowMuchWasSent() {
        model.carryOut(SyncAct.SEND);
        assertThat(tasks.whole()).as("not cut off by closing the window").containsExactly(SyncAct.SEND.doing());
        assertThat(told().text()).isEqualTo(Messages.text("sync.sent.nothing"));
        TwoClones.onTop(clones.bob, "1.0.0", "1.1.0", "bob", "Hi");
        TwoClones.promote(clones.bob, "1.1.0");
        model.carryOut(SyncAct.SEND);
        assertThat(told().text()).isEqualTo("Sent 2 changes.");
        TwoClones.pull(clones.ada);
        assertThat(labels(clones.ada)).containsExactly("1.1.0", "1.0.0");
        assertThat(state()).isEqualTo("main · up to date");
    }

    @Test
    void synchronisingBringsInAndSends() {
        TwoClones.onTop(clones.ada, "1.0.0", "1.1.0", "ada", "Hi");
        clones.ada.synchronising().push();
        TwoClones.first(clones.bob, SUMMARY, "Sum up");
        model.carryOut(SyncAct.SYNCHRONISE);
        assertThat(told().text()).startsWith("Brought in one change and sent");
        assertThat(state()).isEqualTo("main · up to date");
        TwoClones.pull(clones.ada);
        assertThat(clones.ada.find(SUMMARY)).isPresent();
    }

    @Test
    void clashesAreDecidedMergedAndSent() {
        clones.makeClashes();
        window.decider = clashes -> {
            assertThat(clashes.decisions()).extracting(decision -> decision.clash().kind())
                    .containsExactlyInAnyOrder(Clash.Kind.VERSION, Clash.Kind.STAGE);
            assertThat(clashes.undecidedProperty().get()).isEqualTo(2);
            clashes.decideAll(Side.THERE);
            clashes.merge();
            assertThat(clashes.doneProperty().get()).isTrue();
        };
        model.carryOut(SyncAct.SYNCHRONISE);
        assertThat(TwoClones.text(clones.bob, "1.1.0")).contains("what can we do");
        assertThat(clones.bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(VersionLabel.FIRST);
        assertThat(state()).isEqualTo("main · up to date");
        assertThat(notices.current()).extracting(Notice::text).contains("Brought in 2 changes.");
        assertThat(notices.current()).noneMatch(Notice::isError);
    }

    @Test
    void clashesThatAreLeftOpenChangeNothing() {
        clones.makeClashes();
        model.carryOut(SyncAct.FETCH);
        model.carryOut(SyncAct.BRING_IN);
        assertThat(window.shown).hasSize(1);
        window.shown.getFirst().decideAll(Side.THERE);
        assertThat(TwoClones.text(clones.bob, "1.1.0")).as("deciding alone writes nothing").startsWith("Hi");
        assertThat(window.broughtIn).isZero();
        assertThat(state()).isEqualTo("main · 2 ahead, 2 behind");
        model.carryOut(SyncAct.BRING_IN);
        assertThat(window.shown).hasSize(2);
    }

    @Test
    void whenSomebodyWasFasterSendingShowsTheClashes() {
        clones.makeClashes();
        window.decider = clashes -> {
            clashes.decideAll(Side.HERE);
            clashes.merge();
        };
        model.carryOut(SyncAct.SEND);
        assertThat(window.shown).hasSize(1);
        assertThat(TwoClones.text(clones.bob, "1.1.0")).startsWith("Hi");
        assertThat(told().isError()).as("the other side's tag was not moved").isTrue();
        assertThat(told().detail().orElseThrow()).contains("support/greeting/v1.1.0");
        assertThat(state()).isEqualTo("main · up to date · " + Messages.text("sync.trouble"));
    }

    @Test
    void anOtherSideThatDoesNotAnswerIsToldWithAWayOut() throws Exception {
        clones.loseRemote();
        TwoClones.first(clones.bob, SUMMARY, "Sum up");
        model.carryOut(SyncAct.SYNCHRONISE);
        assertThat(told().text()).isEqualTo(Messages.text("sync.failed.synchronise"));
        assertThat(told().detail().orElseThrow()).contains(Messages.text("sync.away"));
        assertThat(state()).isEqualTo("main · 1 not sent yet");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void whoIsNotLetInLearnsWhatIsMissingAndWhereToEnterIt() throws Exception {
        try (RefusingServer server = new RefusingServer();
                Git git = Git.open(folder.resolve("bob").toFile())) {
            git.remoteSetUrl()
                    .setRemoteName("origin")
                    .setRemoteUri(new URIish(server.address()))
                    .call();
            model.carryOut(SyncAct.FETCH);
        }
        assertThat(told().text()).isEqualTo(Messages.text("sync.failed.fetch"));
        assertThat(told().detail().orElseThrow()).contains("denied").contains("access token").contains("SSH");
        told().action().orElseThrow().run().run();
        assertThat(window.managed).isOne();
    }

    @Test
    void aRepositoryWithoutAnOtherSideSaysSoAndHowToGiveItOne() {
        try (Store alone = Stores.discovered().open(clones.address("alone"))) {
            model = model(alone, new DirectTasks());
            model.look();
            assertThat(state()).isEqualTo("main · no other side");
            model.carryOut(SyncAct.SEND);
            assertThat(told().detail().orElseThrow()).contains("git remote add origin");
        }
    }

    @Test
    void whatCannotBeToldIsSaid() throws Exception {
        try (Git git = Git.open(folder.resolve("bob").toFile())) {
            git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
        }
        model.look();
        assertThat(state()).isEqualTo(Messages.text("sync.unknown"));
        assertThat(model.problemProperty().get()).contains("no branch checked out");
    }

    @Test
    void whySendingByItselfFailedIsSeenWithoutAnyAct() throws Exception {
        clones.loseRemote();
        StoreUri address = new StoreUri("git", clones.address("bob").location(), Map.of("push", "auto"));
        try (Store store = Stores.discovered().open(address)) {
            model = model(store, new DirectTasks());
            TwoClones.first(store, SUMMARY, "Sum up");
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> store.synchronising().status().problem().isPresent());
            model.look();
            assertThat(state()).isEqualTo("main · 1 not sent yet · " + Messages.text("sync.trouble"));
            assertThat(model.problemProperty().get()).contains("cannot be reached");
            assertThat(notices.current()).isEmpty();
        }
    }

    @Test
    void aBranchIsOpenedInPlaceOfTheOneThatIsOpen() throws Exception {
        clones.branch("ada", "experiment");
        model.carryOut(SyncAct.FETCH);
        window.branch = Optional.of("experiment");
        model.chooseBranch();
        assertThat(window.offered).containsExactly(List.of("experiment", "main"));
        assertThat(window.opened)
                .extracting(StoreUri::toString)
                .containsExactly(clones.address("bob") + "?branch=experiment");
        window.branch = Optional.of("main");
        model.chooseBranch();
        assertThat(window.opened).as("it is open already").hasSize(1);
    }

    @Test
    void stoppingLeavesOutTheStepsThatFollow() {
        TwoClones.first(clones.bob, SUMMARY, "Sum up");
        model = model(clones.bob, new StoppedTasks());
        model.carryOut(SyncAct.SYNCHRONISE);
        assertThat(told().text()).isEqualTo(Messages.text("sync.stopped"));
        assertThat(state()).isEqualTo("main · 1 not sent yet");
        assertThat(clones.bob.synchronising().status().asked()).as("it had begun").isPresent();
    }
}
