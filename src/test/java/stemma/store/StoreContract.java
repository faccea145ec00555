package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.TestClock;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.PromptDeleted;
import stemma.prompt.HistoryEntry.PromptRenamed;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.HistoryEntry.VersionDeleted;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// Every promise of [Store]. A store's test is a subclass that says how to open it; promises that need a capability
/// are skipped where the store does not claim it.
public abstract class StoreContract {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00.123456Z");

    protected final PromptId GREETING = id("support/greeting");
    protected final PromptId SUMMARY = id("writing/summary");

    protected final VersionLabel V1 = label("1.0.0", 1);
    protected final VersionLabel V2 = label("1.1.0", 2);
    protected final VersionLabel V3 = label("1.2.0", 3);

    /// Moves on by a second with each look, so that times are exact and all different.
    protected final TestClock clock = TestClock.tickingFrom(START);

    protected Store store;

    /// Opens the store of this test: the same place again when called twice in one test, empty at first.
    protected abstract Store open(Clock clock);

    /// Whether the place keeps what was written when the store is closed.
    protected boolean isDurable() {
        return true;
    }

    /// An id as this store can hold it; different ones stay different and in their order.
    protected PromptId id(String id) {
        return new PromptId(id);
    }

    /// The label that a version gets: the one chosen, or the one that a store assigns to a prompt's version of that
    /// number, from 1.
    protected VersionLabel label(String chosen, int number) {
        return new VersionLabel(chosen);
    }

    /// A stage of a name that the store can hold, besides the usual ones.
    protected Stage otherStage() {
        return new Stage("canary-eu_1.x");
    }

    /// Whether the store can hold this content. One that it cannot hold must be refused as [StoreException.Invalid].
    protected boolean holds(Content content) {
        return true;
    }

    /// The first of these contents that the store can hold; the ones before are refused, and leave nothing behind.
    private Content firstHeld(Content... contents) {
        PromptId refused = id("refused");
        for (Content content : contents) {
            if (holds(content)) {
                return content;
            }
            assertThatThrownBy(() -> store.append(NewVersion.first(refused, V1, content, "ada", "")))
                    .isInstanceOf(StoreException.Invalid.class);
            assertThat(store.find(refused)).isEmpty();
        }
        throw new AssertionError("the store holds none of these");
    }

    @BeforeEach
    void openStore() {
        store = open(clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    // --- what is not claimed ---

    @Test
    void whatIsNotClaimedIsRefused() {
        store.append(NewVersion.first(GREETING, V1, Content.plain("Hello"), "ada", ""));
        refusedUnless(Capability.REPAIR, () -> store.repair(new Health.Remedy("none", "Nothing.")));
        refusedUnless(Capability.BACK_UP, () -> store.backUp(Path.of("not-written.backup")));
        refusedUnless(Capability.OUTSIDE_EDITS, () -> store.outsideEdits().find());
        refusedUnless(Capability.HISTORY, () -> store.history(Optional.empty(), 0, 1));
        refusedUnless(Capability.RENAME, () -> store.rename(GREETING, SUMMARY, Act.by("ada", "")));
        refusedUnless(Capability.DELETE, () -> store.deletePrompt(GREETING, Act.by("ada", "")));
        refusedUnless(Capability.TAG, () -> store.setTags(GREETING, V1, Set.of("a")));
        assertThat(store.find(GREETING)).isPresent();
    }

    @Test
    void whatIsClaimedBesidesReadingAndWritingWorks(@TempDir Path backups) throws IOException {
        store.append(NewVersion.first(GREETING, V1, Content.plain("Hello"), "ada", ""));
        if (store.can(Capability.REPAIR)) {
            store.repair(new Health.Remedy("none", "A problem that is gone."));
        }
        if (store.can(Capability.BACK_UP)) {
            store.backUp(backups.resolve("backup"));
            assertThat(backups.resolve("backup")).isNotEmptyFile();
        }
        if (store.can(Capability.OUTSIDE_EDITS)) {
            assertThat(store.outsideEdits().find()).isEmpty();
        }
        assertThat(store.get(GREETING, V1).content()).isEqualTo(Content.plain("Hello"));
    }

    private void refusedUnless(Capability capability, ThrowableAssert.ThrowingCallable call) {
        if (!store.can(capability)) {
            assertThatThrownBy(call).as("%s", capability).isInstanceOf(StoreException.Unsupported.class);
        }
    }

    // --- reading and appending ---

    @Test
    void anEmptyStoreListsNothing() {
        assertThat(store.list(Query.all()).items()).isEmpty();
        assertThat(store.list(Query.all()).total()).isZero();
        assertThat(store.count().prompts()).isZero();
        assertThat(store.find(GREETING)).isEmpty();
        if (store.can(Capability.HISTORY)) {
            assertThat(store.history(Optional.empty(), 0, 10).items()).isEmpty();
        }
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void anAppendedVersionIsReadBackWhole() {
        Content content = firstHeld(richContent(), textOf(richContent()));
        VersionInfo written = store.append(new NewVersion(
                GREETING, Optional.empty(), V1, content, "ada", "First draft", Set.of("draft", "a b"),
                Optional.empty()));

        Version read = store.get(GREETING, V1);

        assertThat(read.content()).isEqualTo(content);
        assertThat(read.info()).isEqualTo(written);
        assertThat(written.checksum()).isEqualTo(content.checksum());
        assertThat(written.author()).isEqualTo("ada");
        assertThat(written.message()).isEqualTo("First draft");
        assertThat(written.parent()).isEmpty();
        assertThat(written.createdAt()).isBetween(START, clock.now());
        assertThat(written.tags()).containsExactly("a b", "draft");
        assertThat(written.stages()).isEmpty();
    }

    @Test
    void whatAStoreWouldHoldOfAVersionIsWhatItHolds() {
        Instant then = Instant.parse("2021-05-06T07:08:09.101112Z");
        NewVersion given = new NewVersion(
                GREETING, Optional.empty(), V1, firstHeld(richContent(), textOf(richContent())), "ada", "First draft",
                store.can(Capability.TAG) ? Set.of("draft", "a b") : Set.of(), Optional.of(then));

        NewVersion foreseen = store.asHeld(given);
        assertThat(store.find(GREETING)).isEmpty();
        assertThat(store.count().versions()).isZero();
        assertThat(store.asHeld(foreseen)).isEqualTo(foreseen);

        VersionLabel label = store.append(given).label();
        reopenIfDurable();
        Version held = store.get(GREETING, label);
        assertThat(held.content()).isEqualTo(foreseen.content());
        assertThat(held.info().author()).isEqualTo(foreseen.author());
        assertThat(held.info().message()).isEqualTo(foreseen.message());
        assertThat(held.info().tags()).isEqualTo(foreseen.tags());
        foreseen.createdAt().ifPresent(time -> assertThat(held.info().createdAt()).isEqualTo(time));
        if (store.can(Capability.CHOOSE_LABEL)) {
            assertThat(label).isEqualTo(foreseen.label());
        }
    }

    @Test
    void nothingOfASoundStoreIsDamaged() {
        threeVersions();
        reopenIfDurable();
        assertThat(store.untold(Optional.of(GREETING))).noneMatch(Untold::isDamage);
        assertThat(store.untold(Optional.of(new PromptId("no/such")))).isEmpty();
        assertThat(store.untold(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", ".hidden", "a:b", "ends with a dot.", "what? *", "SUPPORT/greeting", "support/Greeting"})
    void anIdThatAStoreRefusesIsRefusedBeforehandToo(String id) {
        threeVersions();
        NewVersion version =
                NewVersion.first(new PromptId(id), V1, Content.plain("text"), "ada", "");
        assertThat(refusal(() -> store.asHeld(version))).isEqualTo(refusal(() -> store.append(version)));
    }

    private static Optional<String> refusal(ThrowingCall call) {
        try {
            call.run();
            return Optional.empty();
        } catch (Exception e) {
            assertThat(e).isInstanceOfAny(StoreException.Invalid.class, StoreException.Conflict.class);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void versionsAreListedNewestFirstWithTheirParents() {
        threeVersions();
        assertThat(store.versions(GREETING)).extracting(VersionInfo::label).containsExactly(V3, V2, V1);
        assertThat(store.versions(GREETING))
                .extracting(VersionInfo::parent)
                .containsExactly(Optional.of(V2), Optional.of(V1), Optional.empty());
    }

    @Test
    void theHeadIsTheVersionAppendedLastWhateverItsLabel() {
        require(Capability.CHOOSE_LABEL);
        threeVersions();
        VersionLabel hotfix = new VersionLabel("1.1.1");
        store.append(NewVersion.onTop(GREETING, V3, hotfix, Content.plain("hotfix"), "ada", ""));
        assertThat(store.find(GREETING).orElseThrow().head()).isEqualTo(hotfix);
        assertThat(store.versions(GREETING).getFirst().label()).isEqualTo(hotfix);
        assertThat(store.versions(GREETING).getFirst().parent()).contains(V3);
    }

    @Test
    void theTimeMayBeGivenAndNeedNotGrow() {
        Instant early = Instant.parse("2020-01-01T00:00:00Z");
        store.append(NewVersion.first(GREETING, V1, Content.plain("one"), "", ""));
        store.append(new NewVersion(
                GREETING, Optional.of(V1), V2, Content.plain("two"), "", "", Set.of(), Optional.of(early)));
        assertThat(store.versions(GREETING)).extracting(VersionInfo::label).containsExactly(V2, V1);
        assertThat(store.get(GREETING, V2).info().createdAt()).isEqualTo(early);
    }

    @Test
    void aMovedHeadIsAConflictAndNothingIsWritten() {
        threeVersions();
        VersionLabel mine = label("2.0.0", 4);
        assertThatThrownBy(() -> store.append(
                        NewVersion.onTop(GREETING, V1, mine, Content.plain("mine"), "bob", "")))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining(GREETING.value())
                .hasMessageContaining(V3.value());
        assertThatThrownBy(() -> store.append(NewVersion.first(GREETING, mine, Content.plain("mine"), "bob", "")))
                .isInstanceOf(StoreException.Conflict.class);
        assertThatThrownBy(() -> store.append(
                        NewVersion.onTop(SUMMARY, V1, V2, Content.plain("no such prompt"), "bob", "")))
                .isInstanceOf(StoreException.Conflict.class);
        assertThat(store.versions(GREETING)).hasSize(3);
        assertThat(store.find(SUMMARY)).isEmpty();
    }

    @Test
    void aTakenLabelIsAConflict() {
        require(Capability.CHOOSE_LABEL);
        threeVersions();
        assertThatThrownBy(() ->
                        store.append(NewVersion.onTop(GREETING, V3, V1, Content.plain("again"), "bob", "")))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("1.0.0");
        assertThat(store.versions(GREETING)).hasSize(3);
        assertThat(store.get(GREETING, V1).content()).isEqualTo(Content.plain("one"));
    }

    @Test
    void manyVersionsAreAppendedInTheOrderGiven() {
        List<NewVersion> versions = new ArrayList<>();
        for (int prompt = 0; prompt < 5; prompt++) {
            PromptId id = id("bulk/p" + prompt);
            Optional<VersionLabel> base = Optional.empty();
            for (int i = 0; i < 10; i++) {
                VersionLabel label = label("1." + i + ".0", i + 1);
                versions.add(new NewVersion(
                        id, base, label, Content.plain("text " + i), "ada", "", Set.of(), Optional.empty()));
                base = Optional.of(label);
            }
        }
        store.appendAll(versions);
        assertThat(store.count().versions()).isEqualTo(50);
        assertThat(store.find(id("bulk/p3")).orElseThrow().head()).isEqualTo(label("1.9.0", 10));
        assertThat(store.versions(id("bulk/p3"))).hasSize(10);
    }

    @Test
    void whatIsMissingIsNotFoundAndNamed() {
        threeVersions();
        VersionLabel none = label("9.9.9", 999);
        for (ThrowingCall call : List.<ThrowingCall>of(
                () -> store.versions(SUMMARY),
                () -> store.get(SUMMARY, V1),
                () -> store.inStage(SUMMARY, Stage.PRODUCTION))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(StoreException.NotFound.class)
                    .hasMessageContaining(SUMMARY.value());
        }
        assertThatThrownBy(() -> store.get(GREETING, none))
                .isInstanceOf(StoreException.NotFound.class)
                .hasMessageContaining(none.value());
    }

    @Test
    void whatIsReturnedCannotChangeWhatIsHeld() {
        threeVersions();
        assertThatThrownBy(() -> store.versions(GREETING).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.versions(GREETING).getFirst().tags().add("x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.list(Query.all()).items().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "no line end",
                "line end\n",
                "windows\r\nlines\r\n",
                "mixed\nends\r\nand\rmore\n\n\n",
                "trailing blanks   \n\t\n  ",
                "---\ntitle: not front matter\n---\nbody",
                "---\n",
                "---",
                "system:\nlooks like a role\nuser:\n",
                "## system\n\ntext\n\n## user\n",
                "<!-- stemma -->\n<!-- user -->",
                "\uFEFFbyte order mark",
                "zero\u200Bwidth no\u00A0break \u2028 line \u2029 paragraph \u0085 nel",
                "null \u0000 bell \u0007 escape \u001B delete \u007F",
                "e\u0301 is not \u00E9; 日本語 Ελληνικά Русский 👩‍👩‍👧‍👦 🏳️‍🌈 \uD83D\uDE00",
                "{{variable}} {% if x %} ${shell} <tag> \\ \" ' ` # - * : | > & ! % @",
                "\\uD800 \\n \\\\ \\u0000",
                "\uFFFE\uFFFF noncharacters"
            })
    void anyTextComesBackToTheLastCharacter(String text) {
        Content plain = Content.plain(text);
        Content chat = firstHeld(
                Content.chat(new Message("system", text), new Message("user", ""), new Message("assistant", text)),
                Content.chat(new Message("system", text), new Message("user", text)),
                Content.plain(text + text));
        Content single = firstHeld(Content.chat(new Message("user", text)), Content.plain(text + "."));
        store.append(NewVersion.first(GREETING, V1, plain, text.strip(), text));
        store.append(NewVersion.onTop(GREETING, V1, V2, chat, "ada", ""));
        store.append(NewVersion.onTop(GREETING, V2, V3, single, "ada", ""));

        reopenIfDurable();

        assertThat(store.get(GREETING, V1).content()).isEqualTo(plain);
        assertThat(store.get(GREETING, V1).info().message()).isEqualTo(text);
        assertThat(store.get(GREETING, V1).info().author()).isEqualTo(text.strip());
        assertThat(store.get(GREETING, V2).content()).isEqualTo(chat);
        assertThat(store.get(GREETING, V3).content()).isEqualTo(single);
        assertThat(store.get(GREETING, V2).info().checksum()).isEqualTo(chat.checksum());
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void anyTextMayStandInEveryField() {
        String text = "a: 'b' \"c\"\r\n---\n# d \u0000 \u2028 \uFEFF 👩‍👧 e\u0301 \\ ";
        Content whole = new Content(
                text,
                text,
                "jinja2",
                List.of(new Message("user", text)),
                List.of(new Variable(
                        text, text, false, Optional.of(Json.parse("{\"a\": [1.50, 1e5, null, true]}")), text)),
                List.of(new Example(Json.parseObject("{\"x\": \"y\\r\\n\"}"), text)),
                Json.parseObject("{\"b\": 0.70, \"a\": {\"nested\": [-0, 1E+2, \"---\\n\"]}, \"\": \"\"}"),
                Json.parseObject("{\"x: y\": \"# no comment\", \"yes\": \"no\", \"null\": \"~\"}"));
        Content content = firstHeld(whole, textOf(whole));
        store.append(NewVersion.first(GREETING, V1, content, "ada", ""));
        reopenIfDurable();
        Content read = store.get(GREETING, V1).content();
        assertThat(read).isEqualTo(content);
        assertThat(read.config().compact()).isEqualTo(content.config().compact());
    }

    @Test
    void aChatWithoutMessagesIsHeld() {
        Content empty = firstHeld(Content.chat(), Content.plain(""));
        store.append(NewVersion.first(GREETING, V1, empty, "", ""));
        assertThat(store.get(GREETING, V1).content()).isEqualTo(empty);
    }

    @Test
    void aTextOfFiveMegabytesIsHeld() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; text.length() < 5_000_000; line++) {
            text.append("Line ").append(line).append(" of a long text – with ünïcödé.\n");
        }
        Content content = Content.plain(text.toString());
        store.append(NewVersion.first(GREETING, V1, content, "", ""));
        assertThat(store.get(GREETING, V1).content()).isEqualTo(content);
    }

    // --- stages ---

    @Test
    void promotingMovesTheStageAndDemotesInOneStep() {
        require(Capability.PROMOTE);
        threeVersions();
        move(Stage.PRODUCTION, null, V1);
        StageMoved moved = move(Stage.PRODUCTION, V1, V3);

        assertThat(moved.from()).contains(V1);
        assertThat(moved.to()).contains(V3);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V3);
        assertThat(store.get(GREETING, V1).info().stages()).isEmpty();
        assertThat(store.get(GREETING, V3).info().stages()).containsExactly(Stage.PRODUCTION);
        assertThat(store.versions(GREETING).getFirst().stages()).containsExactly(Stage.PRODUCTION);
        assertThat(store.find(GREETING).orElseThrow().stages()).containsEntry(Stage.PRODUCTION, V3);
        assertThat(store.inStage(GREETING, Stage.STAGING)).isEmpty();
    }

    @Test
    void aVersionMayBeInSeveralStages() {
        require(Capability.PROMOTE);
        threeVersions();
        move(Stage.STAGING, null, V2);
        move(Stage.PRODUCTION, null, V2);
        assertThat(store.get(GREETING, V2).info().stages()).containsExactly(Stage.STAGING, Stage.PRODUCTION);
    }

    @Test
    void rollingBackIsPromotingAnOlderVersion() {
        require(Capability.PROMOTE);
        threeVersions();
        move(Stage.PRODUCTION, null, V3);
        move(Stage.PRODUCTION, V3, V1);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V1);
    }

    @Test
    void aStageCanBeCleared() {
        require(Capability.PROMOTE);
        threeVersions();
        move(Stage.PRODUCTION, null, V3);
        move(Stage.PRODUCTION, V3, null);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION)).isEmpty();
        assertThat(store.find(GREETING).orElseThrow().stages()).isEmpty();
    }

    @Test
    void stagesHaveAnyName() {
        require(Capability.PROMOTE);
        require(Capability.ANY_STAGE);
        threeVersions();
        Stage canary = otherStage();
        move(canary, null, V2);
        assertThat(store.inStage(GREETING, canary).orElseThrow().label()).isEqualTo(V2);
    }

    @Test
    void aStageThatMovedMeanwhileIsAConflict() {
        require(Capability.PROMOTE);
        threeVersions();
        move(Stage.PRODUCTION, null, V2);
        assertThatThrownBy(() -> move(Stage.PRODUCTION, V1, V3))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("production")
                .hasMessageContaining(V2.value());
        assertThatThrownBy(() -> move(Stage.PRODUCTION, null, V3)).isInstanceOf(StoreException.Conflict.class);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(history()).hasSize(store.can(Capability.HISTORY) ? 1 : 0);
    }

    @Test
    void aVersionThatIsNotThereCannotBePromoted() {
        require(Capability.PROMOTE);
        threeVersions();
        assertThatThrownBy(() -> move(Stage.PRODUCTION, null, label("7.0.0", 700)))
                .isInstanceOf(StoreException.NotFound.class);
        assertThatThrownBy(() -> store.promote(new Promotion(
                        SUMMARY, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", ""))))
                .isInstanceOf(StoreException.NotFound.class);
        assertThat(history()).isEmpty();
    }

    @Test
    void theHistoryTellsWhoMovedWhatWhenAndWhy() {
        require(Capability.PROMOTE);
        require(Capability.HISTORY);
        threeVersions();
        String why = "Fewer refusals: -7 %\n\tsee \"report\" \\ 報告";
        store.promote(new Promotion(
                GREETING, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "")));
        StageMoved second = store.promote(new Promotion(
                GREETING, Stage.PRODUCTION, Optional.of(V1), Optional.of(V2), Act.by("bob l'éponge", why)));

        reopenIfDurable();

        List<HistoryEntry> history = history();
        assertThat(history).hasSize(2);
        assertThat(history.getFirst()).isEqualTo(second);
        assertThat(second.who()).isEqualTo("bob l'éponge");
        assertThat(second.why()).isEqualTo(why);
        assertThat(second.prompt()).isEqualTo(GREETING);
        assertThat(second.at()).isAfter(history.getLast().at());
        assertThat(store.history(Optional.of(GREETING), 1, 1).items()).containsExactly(history.getLast());
        assertThat(store.history(Optional.of(GREETING), 0, 1).total()).isEqualTo(2);
        assertThat(store.history(Optional.of(SUMMARY), 0, 10).items()).isEmpty();
        assertThat(store.history(Optional.empty(), 0, 10).items()).isEqualTo(history);
    }

    @Test
    void theTimeOfAMoveMayBeGiven() {
        require(Capability.PROMOTE);
        require(Capability.HISTORY);
        threeVersions();
        Instant then = Instant.parse("2024-02-29T12:00:00Z");
        store.promote(new Promotion(
                GREETING,
                Stage.STAGING,
                Optional.empty(),
                Optional.of(V1),
                new Act("ada", "copied", Optional.of(then))));
        assertThat(history().getFirst().at()).isEqualTo(then);
    }

    // --- tags ---

    @Test
    void settingTagsReplacesThem() {
        require(Capability.TAG);
        threeVersions();
        store.setTags(GREETING, V1, Set.of("launch", "reviewed by Ada", "наука"));
        VersionInfo tagged = store.setTags(GREETING, V1, Set.of("launch", "q3"));
        assertThat(tagged.tags()).containsExactly("launch", "q3");
        reopenIfDurable();
        assertThat(store.get(GREETING, V1).info()).isEqualTo(tagged);
        assertThat(store.get(GREETING, V2).info().tags()).isEmpty();
        assertThat(store.find(GREETING).orElseThrow().tags()).containsExactly("launch", "q3");
        store.setTags(GREETING, V1, Set.of());
        assertThat(store.find(GREETING).orElseThrow().tags()).isEmpty();
    }

    @Test
    void taggingWhatIsNotThereIsNotFound() {
        require(Capability.TAG);
        threeVersions();
        assertThatThrownBy(() -> store.setTags(GREETING, label("7.0.0", 700), Set.of("x")))
                .isInstanceOf(StoreException.NotFound.class);
        assertThatThrownBy(() -> store.setTags(SUMMARY, V1, Set.of("x")))
                .isInstanceOf(StoreException.NotFound.class);
    }

    // --- deleting and renaming ---

    @Test
    void deletingAVersionClearsItsPointersAndIsRecorded() {
        require(Capability.DELETE);
        threeVersions();
        if (store.can(Capability.PROMOTE)) {
            move(Stage.PRODUCTION, null, V2);
            move(Stage.STAGING, null, V3);
        }
        store.deleteVersion(GREETING, V2, Act.by("ada", "leaked a key"));

        reopenIfDurable();

        assertThat(store.versions(GREETING)).extracting(VersionInfo::label).containsExactly(V3, V1);
        assertThatThrownBy(() -> store.get(GREETING, V2)).isInstanceOf(StoreException.NotFound.class);
        assertThat(store.inStage(GREETING, Stage.PRODUCTION)).isEmpty();
        if (store.can(Capability.PROMOTE)) {
            assertThat(store.inStage(GREETING, Stage.STAGING).orElseThrow().label()).isEqualTo(V3);
        }
        if (store.can(Capability.HISTORY)) {
            assertThat(history().getFirst()).isInstanceOfSatisfying(VersionDeleted.class, entry -> {
                assertThat(entry.label()).isEqualTo(V2);
                assertThat(entry.who()).isEqualTo("ada");
                assertThat(entry.why()).isEqualTo("leaked a key");
            });
            if (store.can(Capability.PROMOTE)) {
                assertThat(history().get(1)).isInstanceOfSatisfying(StageMoved.class, entry -> {
                    assertThat(entry.stage()).isEqualTo(Stage.PRODUCTION);
                    assertThat(entry.from()).contains(V2);
                    assertThat(entry.to()).isEmpty();
                });
            }
        }
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void theHeadCanBeDeletedAndTheOneBeforeBecomesTheBase() {
        require(Capability.DELETE);
        threeVersions();
        store.deleteVersion(GREETING, V3, Act.by("ada", ""));
        assertThat(store.find(GREETING).orElseThrow().head()).isEqualTo(V2);
        store.append(NewVersion.onTop(GREETING, V2, label("1.3.0", 4), Content.plain("four"), "ada", ""));
        assertThat(store.versions(GREETING).getFirst().parent()).contains(V2);
    }

    @Test
    void withItsLastVersionAPromptIsGone() {
        require(Capability.DELETE);
        store.append(NewVersion.first(GREETING, V1, Content.plain("one"), "", ""));
        store.deleteVersion(GREETING, V1, Act.by("ada", ""));
        reopenIfDurable();
        assertThat(store.find(GREETING)).isEmpty();
        assertThat(store.list(Query.all()).items()).isEmpty();
        assertThatThrownBy(() -> store.versions(GREETING)).isInstanceOf(StoreException.NotFound.class);
    }

    @Test
    void aDeletedPromptIsGoneButItsHistoryStays() {
        require(Capability.DELETE);
        threeVersions();
        store.append(NewVersion.first(SUMMARY, V1, Content.plain("other"), "", ""));
        if (store.can(Capability.PROMOTE)) {
            move(Stage.PRODUCTION, null, V2);
        }
        store.deletePrompt(GREETING, Act.by("ada", "unused"));

        reopenIfDurable();

        assertThat(store.find(GREETING)).isEmpty();
        assertThatThrownBy(() -> store.get(GREETING, V1)).isInstanceOf(StoreException.NotFound.class);
        assertThat(store.list(Query.all()).items()).extracting(PromptSummary::id).containsExactly(SUMMARY);
        if (store.can(Capability.HISTORY)) {
            assertThat(history().getFirst()).isInstanceOf(PromptDeleted.class);
            assertThat(history().getFirst().why()).isEqualTo("unused");
        }
        assertThatThrownBy(() -> store.deletePrompt(GREETING, Act.by("ada", "")))
                .isInstanceOf(StoreException.NotFound.class);
    }

    @Test
    void aDeletedPromptsIdCanBeUsedAgain() {
        require(Capability.DELETE);
        threeVersions();
        if (store.can(Capability.PROMOTE)) {
            move(Stage.PRODUCTION, null, V2);
        }
        store.deletePrompt(GREETING, Act.by("ada", ""));
        VersionLabel first = store.append(NewVersion.first(GREETING, V1, Content.plain("new life"), "", ""))
                .label();
        assertThat(store.versions(GREETING)).hasSize(1);
        assertThat(store.get(GREETING, first).content()).isEqualTo(Content.plain("new life"));
        assertThat(store.get(GREETING, first).info().stages()).isEmpty();
        assertThat(store.get(GREETING, first).info().tags()).isEmpty();
    }

    @Test
    void renamingKeepsVersionsStagesTagsAndHistory() {
        require(Capability.RENAME);
        threeVersions();
        if (store.can(Capability.TAG)) {
            store.setTags(GREETING, V1, Set.of("launch"));
        }
        if (store.can(Capability.PROMOTE)) {
            move(Stage.PRODUCTION, null, V2);
        }
        PromptId renamed = id("support/welcome/first");
        store.rename(GREETING, renamed, Act.by("ada", "clearer"));

        reopenIfDurable();

        assertThat(store.find(GREETING)).isEmpty();
        assertThat(store.versions(renamed)).extracting(VersionInfo::label).containsExactly(V3, V2, V1);
        assertThat(store.versions(renamed)).extracting(VersionInfo::prompt).containsOnly(renamed);
        assertThat(store.get(renamed, V3).content()).isEqualTo(Content.plain("three"));
        if (store.can(Capability.TAG)) {
            assertThat(store.get(renamed, V1).info().tags()).containsExactly("launch");
        }
        if (store.can(Capability.PROMOTE)) {
            assertThat(store.inStage(renamed, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        }
        if (store.can(Capability.HISTORY)) {
            List<HistoryEntry> history = store.history(Optional.of(renamed), 0, 10).items();
            assertThat(history.getFirst()).isInstanceOfSatisfying(PromptRenamed.class, entry -> {
                assertThat(entry.prompt()).isEqualTo(GREETING);
                assertThat(entry.renamedTo()).isEqualTo(renamed);
            });
            assertThat(history).hasSize(store.can(Capability.PROMOTE) ? 2 : 1);
            assertThat(history()).isEmpty();
        }
        store.append(NewVersion.onTop(renamed, V3, label("2.0.0", 4), Content.plain("four"), "", ""));
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void renamingToATakenIdIsAConflict() {
        require(Capability.RENAME);
        threeVersions();
        store.append(NewVersion.first(SUMMARY, V1, Content.plain("other"), "", ""));
        assertThatThrownBy(() -> store.rename(GREETING, SUMMARY, Act.by("", "")))
                .isInstanceOf(StoreException.Conflict.class);
        assertThatThrownBy(() -> store.rename(id("none"), id("new"), Act.by("", "")))
                .isInstanceOf(StoreException.NotFound.class);
        assertThat(store.versions(GREETING)).hasSize(3);
        assertThat(store.versions(SUMMARY)).hasSize(1);
    }

    // --- listing ---

    @Test
    void aSummaryTellsWhatAListShows() {
        require(Capability.TAG);
        require(Capability.PROMOTE);
        store.append(NewVersion.first(GREETING, V1, Content.plain("one").withTitle("Old title"), "ada", ""));
        VersionInfo head = store.append(
                NewVersion.onTop(GREETING, V1, V2, Content.plain("two").withTitle("Greeting"), "bob", ""));
        store.setTags(GREETING, V1, Set.of("old"));
        store.setTags(GREETING, V2, Set.of("new"));
        move(Stage.PRODUCTION, null, V1);
        move(Stage.STAGING, null, V2);

        PromptSummary summary = store.list(Query.all()).items().getFirst();

        assertThat(store.find(GREETING)).contains(summary);
        assertThat(summary.id()).isEqualTo(GREETING);
        assertThat(summary.title()).isEqualTo("Greeting");
        assertThat(summary.head()).isEqualTo(V2);
        assertThat(summary.versionCount()).isEqualTo(2);
        assertThat(summary.tags()).containsExactly("new", "old");
        assertThat(summary.stages()).containsEntry(Stage.PRODUCTION, V1).containsEntry(Stage.STAGING, V2);
        assertThat(summary.changedAt()).isEqualTo(head.createdAt());
        assertThat(summary.author()).isEqualTo("bob");
    }

    @Test
    void listsAreOrderedAndPaged() {
        for (String name : List.of("b", "d", "a/z", "c", "a/b")) {
            store.append(NewVersion.first(
                    id(name), V1, Content.plain("x").withTitle("Title " + name.toUpperCase()), "", ""));
        }
        assertThat(ids(Query.all())).containsExactly(named("a/b", "a/z", "b", "c", "d"));
        assertThat(ids(Query.all().withOrder(Query.Order.NEWEST))).containsExactly(named("a/b", "c", "a/z", "d", "b"));
        assertThat(ids(Query.all().withOrder(Query.Order.OLDEST))).containsExactly(named("b", "d", "a/z", "c", "a/b"));
        assertThat(ids(Query.all().withOrder(Query.Order.TITLE))).containsExactly(named("a/b", "a/z", "b", "c", "d"));
        assertThat(ids(Query.all().withPage(1, 2))).containsExactly(named("a/z", "b"));
        assertThat(ids(Query.all().withPage(4, 2))).containsExactly(named("d"));
        assertThat(ids(Query.all().withPage(9, 2))).isEmpty();
        assertThat(store.list(Query.all().withPage(1, 2)).total()).isEqualTo(5);
    }

    @Test
    void listsAreFilteredByIdTitleAndText() {
        store.append(NewVersion.first(
                GREETING, V1, Content.plain("Say HELLO to 100% of {{name}}_x").withTitle("Wörter Gruß"), "", ""));
        store.append(NewVersion.first(SUMMARY, V1, Content.plain("old words"), "", ""));
        store.append(NewVersion.onTop(
                SUMMARY,
                V1,
                V2,
                firstHeld(
                        Content.chat(new Message("user", "Sum \\ it up, hello"), new Message("user", "Ünder")),
                        Content.chat(new Message("system", "Sum \\ it up, hello"), new Message("user", "Ünder")),
                        Content.plain("Sum \\ it up, hello Ünder")),
                "",
                ""));
        assertThat(ids(Query.all().withIdPrefix(prefix("support/")))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withIdPrefix(prefix("Support/")))).isEmpty();
        assertThat(ids(Query.all().withTitle("wörter"))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withText("hello"))).containsExactly(named("support/greeting", "writing/summary"));
        assertThat(ids(Query.all().withText("ünder"))).containsExactly(named("writing/summary"));
        assertThat(ids(Query.all().withText("old words"))).isEmpty();
        assertThat(ids(Query.all().withText(prefix("ting/sum")))).containsExactly(named("writing/summary"));
        assertThat(ids(Query.all().withText("100%"))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withText("e%s"))).isEmpty();
        assertThat(ids(Query.all().withText("}}_"))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withText("_words"))).isEmpty();
        assertThat(ids(Query.all().withText("\\ it"))).containsExactly(named("writing/summary"));
        assertThat(ids(Query.all().withText("hello").withIdPrefix("writing"))).containsExactly(named("writing/summary"));
    }

    @Test
    void listsAreFilteredByStageAndTags() {
        require(Capability.PROMOTE);
        require(Capability.TAG);
        threeVersions();
        store.append(NewVersion.first(SUMMARY, V1, Content.plain("other"), "", ""));
        move(Stage.PRODUCTION, null, V2);
        store.setTags(GREETING, V1, Set.of("red", "green"));
        store.setTags(GREETING, V2, Set.of("blue"));
        store.setTags(SUMMARY, V1, Set.of("green"));
        assertThat(ids(Query.all().withStage(Stage.PRODUCTION))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withStage(Stage.STAGING))).isEmpty();
        assertThat(ids(Query.all().withTags(Set.of("green")))).containsExactly(named("support/greeting", "writing/summary"));
        assertThat(ids(Query.all().withTags(Set.of("green", "red")))).containsExactly(named("support/greeting"));
        assertThat(ids(Query.all().withTags(Set.of("red", "blue")))).isEmpty();
        assertThat(ids(Query.all().withTags(Set.of("Green")))).isEmpty();
    }

    @Test
    void listsAreFilteredByAuthorAndTime() {
        Instant march = Instant.parse("2026-03-10T00:00:00Z");
        Instant april = Instant.parse("2026-04-10T00:00:00Z");
        store.append(new NewVersion(
                GREETING, Optional.empty(), V1, Content.plain("1"), "ada", "", Set.of(), Optional.of(march)));
        store.append(new NewVersion(
                GREETING, Optional.of(V1), V2, Content.plain("2"), "bob", "", Set.of(), Optional.of(april)));
        assertThat(ids(Query.all().withAuthor("ada"))).hasSize(1);
        assertThat(ids(Query.all().withAuthor("eve"))).isEmpty();
        assertThat(ids(Query.all().withTime(Optional.of(april), Optional.empty()))).hasSize(1);
        assertThat(ids(Query.all().withTime(Optional.empty(), Optional.of(march)))).isEmpty();
        assertThat(ids(Query.all().withTime(Optional.of(march), Optional.of(april)))).hasSize(1);
        assertThat(ids(Query.all().withAuthor("ada").withTime(Optional.of(april), Optional.empty()))).isEmpty();
    }

    @Test
    void statisticsCountPromptsAndVersions() {
        threeVersions();
        VersionInfo last = store.append(NewVersion.first(SUMMARY, V1, Content.plain("other"), "", ""));
        Statistics statistics = store.count();
        assertThat(statistics.prompts()).isEqualTo(2);
        assertThat(statistics.versions()).isEqualTo(4);
        assertThat(statistics.changedAt()).contains(last.createdAt());
    }

    // --- watching, closing, claiming ---

    @Test
    void writesAreToldToWatchersUntilTheyLeave() throws Exception {
        List<StoreChange> told = new CopyOnWriteArrayList<>();
        try (Subscription _ = store.watch(_ -> {
                    throw new IllegalStateException("a failing listener");
                });
                Subscription _ = store.watch(told::add)) {
            store.append(NewVersion.first(GREETING, V1, Content.plain("one"), "", ""));
            assertThat(told).contains(StoreChange.of(GREETING));
        }
        told.clear();
        store.append(NewVersion.first(SUMMARY, V1, Content.plain("one"), "", ""));
        assertThat(told).isEmpty();
    }

    @Test
    void whatWasWrittenIsThereWhenOpenedAgain() {
        assumeTrue(isDurable(), "the store keeps nothing");
        threeVersions();
        if (store.can(Capability.PROMOTE)) {
            move(Stage.PRODUCTION, null, V2);
        }
        List<VersionInfo> before = store.versions(GREETING);
        List<HistoryEntry> historyBefore = store.can(Capability.HISTORY) ? history() : List.of();
        reopenIfDurable();
        assertThat(store.versions(GREETING)).isEqualTo(before);
        if (store.can(Capability.HISTORY)) {
            assertThat(history()).isEqualTo(historyBefore);
        }
    }

    @Test
    void everyCallAfterCloseFailsWithClosed() {
        threeVersions();
        store.close();
        store.close();
        for (ThrowingCall call : List.<ThrowingCall>of(
                () -> store.list(Query.all()),
                () -> store.find(GREETING),
                () -> store.versions(GREETING),
                () -> store.get(GREETING, V1),
                () -> store.inStage(GREETING, Stage.PRODUCTION),
                () -> store.append(NewVersion.onTop(GREETING, V3, label("2.0.0", 4),
                        Content.plain("x"), "", "")),
                () -> store.check(),
                () -> store.count(),
                () -> store.watch(_ -> {}))) {
            assertThatThrownBy(call::run).isInstanceOf(StoreException.Closed.class);
        }
    }

    @Test
    void aCopyTellsHowItStandsToTheOtherSide() {
        require(Capability.SYNCHRONISE);
        threeVersions();
        Synchronising.Status status = store.synchronising().status();
        assertThat(status.behind()).isZero();
        assertThat(store.synchronising().branches()).contains(status.branch());
    }

    @Test
    void whatIsNotClaimedIsUnsupported() {
        threeVersions();
        if (!store.can(Capability.PROMOTE)) {
            assertUnsupported(() -> move(Stage.PRODUCTION, null, V1));
        }
        if (!store.can(Capability.TAG)) {
            assertUnsupported(() -> store.setTags(GREETING, V1, Set.of("x")));
        }
        if (!store.can(Capability.DELETE)) {
            assertUnsupported(() -> store.deletePrompt(GREETING, Act.by("", "")));
            assertUnsupported(() -> store.deleteVersion(GREETING, V1, Act.by("", "")));
        }
        if (!store.can(Capability.RENAME)) {
            assertUnsupported(() -> store.rename(GREETING, SUMMARY, Act.by("", "")));
        }
        if (!store.can(Capability.HISTORY)) {
            assertUnsupported(() -> store.history(Optional.empty(), 0, 1));
        }
        if (!store.can(Capability.OUTSIDE_EDITS)) {
            assertUnsupported(() -> store.outsideEdits());
        }
        if (!store.can(Capability.SYNCHRONISE)) {
            assertUnsupported(() -> store.synchronising());
        }
    }

    // --- concurrent use ---

    @Test
    void ofManyAppendsOnOneBaseExactlyOneWins() throws Exception {
        store.append(NewVersion.first(GREETING, V1, Content.plain("base"), "", ""));
        List<Boolean> won = together(8, worker -> () -> {
            try {
                store.append(NewVersion.onTop(
                        GREETING, V1, label("2.0." + worker, 2), Content.plain("by " + worker), "", ""));
                return true;
            } catch (StoreException.Conflict e) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.versions(GREETING)).hasSize(2);
    }

    @Test
    void noUpdateIsLostWhenManyAppendPromoteTagAndRead() throws Exception {
        require(Capability.PROMOTE);
        require(Capability.TAG);
        int writers = 6;
        int each = 12;
        store.append(NewVersion.first(GREETING, V1, Content.plain("base"), "", ""));
        List<Integer> moves = together(writers, worker -> () -> {
            int moved = 0;
            for (int i = 0; i < each; i++) {
                VersionLabel label = appendOnTop("worker " + worker + " step " + i);
                store.setTags(GREETING, label, Set.of("w" + worker));
                Optional<VersionLabel> holds =
                        store.inStage(GREETING, Stage.PRODUCTION).map(Version::label);
                try {
                    store.promote(new Promotion(
                            GREETING, Stage.PRODUCTION, holds, Optional.of(label), Act.by("w" + worker, "")));
                    moved++;
                } catch (StoreException.Conflict e) {
                    // somebody else moved the stage first
                }
                assertOneVersionPerStage();
            }
            return moved;
        });

        reopenIfDurable();

        List<VersionInfo> versions = store.versions(GREETING);
        assertThat(versions).hasSize(1 + writers * each);
        assertThat(new HashSet<>(versions.stream().map(VersionInfo::label).toList())).hasSize(versions.size());
        for (int i = 0; i + 1 < versions.size(); i++) {
            assertThat(versions.get(i).parent()).contains(versions.get(i + 1).label());
        }
        assertThat(versions.stream().filter(info -> info.tags().isEmpty()).count()).isEqualTo(1);
        assertOneVersionPerStage();
        if (store.can(Capability.HISTORY)) {
            List<HistoryEntry> history = store.history(Optional.of(GREETING), 0, 1000).items();
            assertThat(history).hasSize(moves.stream().mapToInt(Integer::intValue).sum());
            AtomicReference<Optional<VersionLabel>> holds = new AtomicReference<>(Optional.empty());
            history.reversed().forEach(entry -> {
                StageMoved moved = (StageMoved) entry;
                assertThat(moved.from()).isEqualTo(holds.get());
                holds.set(moved.to());
            });
        }
        assertThat(store.check().problems()).isEmpty();
    }

    private VersionLabel appendOnTop(String text) {
        while (true) {
            VersionLabel head = store.find(GREETING).orElseThrow().head();
            try {
                return store.append(NewVersion.onTop(
                                GREETING, head, head.next(VersionLabel.Step.MINOR), Content.plain(text), "", ""))
                        .label();
            } catch (StoreException.Conflict e) {
                Thread.onSpinWait();
            }
        }
    }

    private void assertOneVersionPerStage() {
        List<VersionInfo> inProduction = store.versions(GREETING).stream()
                .filter(info -> info.stages().contains(Stage.PRODUCTION))
                .toList();
        assertThat(inProduction).hasSizeLessThanOrEqualTo(1);
    }

    private static <T> List<T> together(int workers, IntFunction<Callable<T>> work)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(workers)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Callable<T> call = work.apply(worker);
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    // --- helpers ---

    @FunctionalInterface
    private interface ThrowingCall {
        void run() throws Exception;
    }

    private static void assertUnsupported(ThrowingCall call) {
        assertThatThrownBy(call::run).isInstanceOf(StoreException.Unsupported.class);
    }

    protected final void require(Capability capability) {
        assumeTrue(store.can(capability), () -> "the store does not claim " + capability);
    }

    protected final void reopenIfDurable() {
        if (isDurable()) {
            store.close();
            store = open(clock);
        }
    }

    /// Three versions of [#GREETING] with the texts `one`, `two` and `three`.
    protected final void threeVersions() {
        store.append(NewVersion.first(GREETING, V1, Content.plain("one"), "ada", "Start"));
        store.append(NewVersion.onTop(GREETING, V1, V2, Content.plain("two"), "bob", "Second thought"));
        store.append(NewVersion.onTop(GREETING, V2, V3, Content.plain("three"), "ada", "Third"));
    }

    protected final StageMoved move(
            Stage stage, @Nullable VersionLabel from,
            @Nullable VersionLabel to) {
        return store.promote(new Promotion(
                GREETING, stage, Optional.ofNullable(from), Optional.ofNullable(to), Act.by("ada", "because")));
    }

    /// Nothing where the store keeps no history.
    private List<HistoryEntry> history() {
        return store.can(Capability.HISTORY) ? store.history(Optional.of(GREETING), 0, 100).items() : List.of();
    }

    private String[] named(String... ids) {
        return List.of(ids).stream().map(id -> id(id).value()).toArray(String[]::new);
    }

    /// A part of an id as this store writes it.
    private String prefix(String part) {
        return id(part + "x").value().substring(0, part.length());
    }

    /// The same with its messages' texts as one.
    private static Content textOf(Content content) {
        return content.withMessages(List.of(Message.plain(content.messages().stream()
                .map(Message::text)
                .collect(Collectors.joining("\n")))));
    }

    private Collection<String> ids(Query query) {
        return store.list(query).items().stream().map(summary -> summary.id().value()).toList();
    }

    /// A content that uses every field.
    protected static Content richContent() {
        return new Content(
                "Greeting",
                "Greets a customer.",
                "jinja2",
                List.of(new Message("system", "You are {{persona}}.\n"), new Message("user", "{{question}}")),
                List.of(
                        new Variable("persona", "string", false, Optional.of(new Json.Text("a helper")), "Who speaks"),
                        Variable.named("question"),
                        new Variable("n", "number", true, Optional.of(new Json.Number("1.50")), "")),
                List.of(new Example(Json.parseObject("{\"question\": \"Hi?\"}"), "Hello!")),
                Json.parseObject("{\"model\": \"large\", \"temperature\": 0.70, \"stop\": [\"\\n\\n\"]}"),
                Json.parseObject("{\"owner\": \"support\", \"n\": 1e5, \"deep\": {\"a\": [null, true]}}"));
    }
}
