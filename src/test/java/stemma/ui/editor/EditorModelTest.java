package stemma.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Act;

final class EditorModelTest {
    private static final Content HELLO = Content.plain("Hello {{name}}").withTitle("Greeting");
    private static final VersionLabel ONE = new VersionLabel("1.0.0");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    private EditorModel opened() {
        desk.save("1.0.0", HELLO, "alice");
        return desk.open();
    }

    private static void type(EditorModel editor, String text) {
        editor.shownProperty().get().messages().getFirst().textProperty().set(text);
    }

    private static String text(EditorModel editor) {
        return editor.shownProperty().get().messages().getFirst().textProperty().get();
    }

    private static List<String> banners(EditorModel editor) {
        return editor.banners().stream().map(Banner::text).toList();
    }

    private static void press(EditorModel editor, String button) {
        editor.banners().stream()
                .flatMap(banner -> banner.actions().stream())
                .filter(action -> action.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " on " + editor.banners()))
                .run()
                .run();
    }

    @Test
    void openShowsTheNewestVersion() {
        EditorModel editor = opened();

        assertThat(editor.readyProperty().get()).isTrue();
        assertThat(text(editor)).isEqualTo("Hello {{name}}");
        assertThat(editor.dirtyProperty().get()).isFalse();
        assertThat(editor.statusProperty().get()).isEqualTo("1.0.0 · no changes");
        assertThat(editor.banners()).isEmpty();
        assertThat(desk.draft()).isEmpty();
    }

    @Test
    void openingAPromptThatIsNotThereSaysSo() {
        EditorModel editor = desk.open();

        assertThat(editor.readyProperty().get()).isFalse();
        assertThat(banners(editor)).singleElement().asString().contains("support/greeting");
        desk.save("1.0.0", HELLO, "alice");
        press(editor, "Try again");
        assertThat(editor.readyProperty().get()).isTrue();
        assertThat(editor.banners()).isEmpty();
    }

    @Test
    void changesAreInTheDraftFileAfterThePause() {
        EditorModel editor = opened();

        type(editor, "Hi");
        type(editor, "Hi {{name}}");
        assertThat(editor.statusProperty().get()).isEqualTo("Draft on 1.0.0 · saving…");
        desk.tasks.passTime();

        assertThat(desk.draft().orElseThrow().text().messages().getFirst().text()).isEqualTo("Hi {{name}}");
        assertThat(desk.draft().orElseThrow().base()).contains(ONE);
        assertThat(editor.statusProperty().get()).startsWith("Draft on 1.0.0 · saved 12:03");
    }

    @Test
    void aDraftIsRestoredAfterAKillWithAMark() {
        type(opened(), "Hi");
        desk.tasks.passTime();

        EditorModel again = desk.open();

        assertThat(text(again)).isEqualTo("Hi");
        assertThat(again.dirtyProperty().get()).isTrue();
        assertThat(banners(again))
                .singleElement()
                .asString()
                .startsWith("Unsaved draft from 12:03")
                .endsWith("based on 1.0.0");
        assertThat(again.statusProperty().get()).startsWith("Draft on 1.0.0 · saved 12:03");
        press(again, "Dismiss");
        assertThat(again.banners()).isEmpty();
        assertThat(again.dirtyProperty().get()).isTrue();
    }

    @Test
    void flushKeepsTheLastKeystrokeAtOnce() {
        EditorModel editor = opened();

        type(editor, "Last word");
        assertThat(editor.close()).isTrue();

        assertThat(desk.draft().orElseThrow().text().messages().getFirst().text()).isEqualTo("Last word");
    }

    @Test
    void typingBackToTheSavedTextClearsTheDraft() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.tasks.passTime();
        assertThat(desk.draft()).isPresent();

        type(editor, "Hello {{name}}");
        assertThat(editor.dirtyProperty().get()).isFalse();
        desk.tasks.passTime();

        assertThat(desk.draft()).isEmpty();
        assertThat(editor.draftState()).isEqualTo(new DraftState.None());
        assertThat(editor.statusProperty().get()).isEqualTo("1.0.0 · no changes");
    }

    @Test
    void everyFieldMakesItDirtyAndBack() {
        EditorModel editor = opened();
        ContentFields fields = editor.shownProperty().get();

        fields.titleProperty().set("Other");
        assertThat(editor.dirtyProperty().get()).isTrue();
        fields.titleProperty().set("Greeting");
        assertThat(editor.dirtyProperty().get()).isFalse();

        VariableFields variable = editor.acts().declare("name");
        assertThat(editor.dirtyProperty().get()).isTrue();
        editor.acts().remove(variable);
        assertThat(editor.dirtyProperty().get()).isFalse();

        fields.config().textProperty().set("{");
        assertThat(editor.dirtyProperty().get()).isTrue();
        fields.config().textProperty().set("");
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void halfTypedConfigIsKeptInTheDraftAndNamedAsAProblem() {
        EditorModel editor = opened();
        editor.shownProperty().get().config().textProperty().set("{\n  \"model\": ");
        desk.tasks.passTime();

        assertThat(editor.problemsProperty().getValue()).startsWith("Config: ").contains("line 2, column");
        assertThat(editor.shownProperty().get().config().problemProperty().getValue())
                .hasValueSatisfying(problem -> assertThat(problem.line()).isEqualTo(2));
        editor.save();
        assertThat(desk.asked).isEmpty();
        assertThat(desk.notices.current().getLast().isError()).isTrue();

        EditorModel again = desk.open();
        assertThat(again.shownProperty().get().config().textProperty().get()).isEqualTo("{\n  \"model\": ");
    }

    @Test
    void whatWasSaidOfAProblemGoesWithTheProblem() {
        EditorModel editor = opened();
        JsonField config = editor.shownProperty().get().config();
        config.textProperty().set("{");
        editor.save();
        assertThat(desk.notices.current()).hasSize(1);
        desk.tasks.passTime();
        assertThat(desk.notices.current()).hasSize(1);
        config.textProperty().set("{}");
        desk.tasks.passTime();
        assertThat(desk.notices.current()).isEmpty();

        config.textProperty().set("{");
        editor.save();
        assertThat(desk.notices.current()).hasSize(1);
        editor.close();
        assertThat(desk.notices.current()).isEmpty();
    }

    @Test
    void formatIndentsConfigAndLeavesBrokenTextAlone() {
        JsonField field = new JsonField();
        field.textProperty().set("{\"temperature\":0.70}");
        field.textProperty().set(field.formatted());
        assertThat(field.textProperty().get()).isEqualTo("{\n  \"temperature\": 0.70\n}");

        field.textProperty().set("{\"temperature\":");
        field.textProperty().set(field.formatted());
        assertThat(field.textProperty().get()).isEqualTo("{\"temperature\":");
    }

    @Test
    void aFailingDraftWriteIsShownAndTriedAgain() throws IOException {
        EditorModel editor = opened();
        desk.breakDrafts();

        type(editor, "Precious");
        desk.tasks.passTime();
        assertThat(editor.draftState()).isInstanceOf(DraftState.Failed.class);
        assertThat(editor.banners().getFirst().kind()).isEqualTo(Banner.Kind.DANGER);
        assertThat(editor.statusProperty().get()).endsWith("not saved");
        assertThat(editor.close()).isFalse();

        desk.tasks.passTime();
        assertThat(editor.draftState()).isInstanceOf(DraftState.Failed.class);

        desk.mendDrafts();
        desk.tasks.passTime();
        assertThat(editor.draftState()).isInstanceOf(DraftState.Kept.class);
        assertThat(editor.banners()).isEmpty();
        assertThat(desk.draft().orElseThrow().text().messages().getFirst().text()).isEqualTo("Precious");
    }

    @Test
    void anAbandonedEditorNeverReplacesALaterDraft() throws IOException {
        EditorModel gone = opened();
        desk.breakDrafts();
        type(gone, "From the editor that is gone");
        desk.tasks.passTime();
        assertThat(gone.close()).isFalse();
        gone.abandon();
        desk.mendDrafts();

        EditorModel again = desk.open();
        type(again, "Newer");
        desk.tasks.passTime();
        desk.tasks.passTime();
        gone.flush();
        type(gone, "Late");
        desk.tasks.passTime();

        assertThat(desk.draft().orElseThrow().text().messages().getFirst().text()).isEqualTo("Newer");
    }

    @Test
    void anAbandonedEditorKeepsTheLastKeystrokeWhereItCan() {
        EditorModel editor = opened();
        type(editor, "Last word");
        editor.abandon();
        editor.abandon();

        assertThat(desk.draft().orElseThrow().text().messages().getFirst().text()).isEqualTo("Last word");
    }

    @Test
    void aDamagedDraftIsSetAsideAndNotOverwritten() throws IOException {
        type(opened(), "Hi");
        desk.tasks.passTime();
        try (Stream<Path> files = Files.list(desk.registry.drafts().folder())) {
            Files.writeString(files.findFirst().orElseThrow(), "{ cut");
        }

        EditorModel again = desk.open();
        assertThat(text(again)).isEqualTo("Hello {{name}}");
        assertThat(desk.notices.current().getLast().isError()).isTrue();
        type(again, "Other");
        desk.tasks.passTime();
        assertThat(desk.draftFiles()).isEqualTo(2);
    }

    @Test
    void aDraftThatCannotBeReadNowIsLeftAloneUntilItCan() throws IOException {
        type(opened(), "Hi");
        desk.tasks.passTime();
        Path file;
        try (Stream<Path> files = Files.list(desk.registry.drafts().folder())) {
            file = files.findFirst().orElseThrow();
        }
        Path away = folder.resolve("away");
        Files.move(file, away);
        Files.createDirectory(file);

        EditorModel again = desk.open();
        assertThat(again.readyProperty().get()).isFalse();
        assertThat(again.banners().getFirst().kind()).isEqualTo(Banner.Kind.DANGER);
        type(again, "Other");
        desk.tasks.passTime();
        assertThat(desk.draftFiles()).isEqualTo(1);

        Files.delete(file);
        Files.move(away, file);
        press(again, "Try again");
        assertThat(again.readyProperty().get()).isTrue();
        assertThat(text(again)).isEqualTo("Hi");
    }

    @Test
    void aDraftWhoseBaseWasTheNewestAndIsGoneIsNotToldThatSomebodySaved() {
        EditorModel first = opened();
        desk.save("1.1.0", HELLO.withTitle("Second"), "bob", Desk.NOON.instant().plusSeconds(60));
        first.refresh();
        type(first, "Hi");
        desk.store.deleteVersion(Desk.GREETING, new VersionLabel("1.1.0"), Act.by("bob", ""));
        first.refresh();
        String older = "The newest version is 1.0.0 now, which is older than 1.1.0, the base of your draft.";
        assertThat(banners(first)).contains(older);
        assertThat(first.close()).isTrue();

        assertThat(banners(desk.open())).contains(older);
    }

    @Test
    void aDraftWhoseBaseIsGoneIsBehindAndCarriedOverWithoutLoss() {
        EditorModel first = opened();
        desk.save("1.1.0", HELLO.withTitle("Second"), "bob");
        first.refresh();
        type(first, "Hi");
        assertThat(first.close()).isTrue();
        desk.save("1.2.0", Content.plain("Hello there").withTitle("Third"), "bob", Desk.NOON.instant().plusSeconds(60));
        desk.store.deleteVersion(Desk.GREETING, new VersionLabel("1.1.0"), Act.by("bob", ""));

        EditorModel again = desk.open();
        assertThat(text(again)).isEqualTo("Hi");
        assertThat(again.base()).isEmpty();
        assertThat(banners(again)).anySatisfy(banner -> assertThat(banner)
                .startsWith("1.2.0 was saved by bob")
                .endsWith("Your draft began before that."));
        assertThat(again.statusProperty().get()).startsWith("Draft · ");

        again.rebase();
        assertThat(text(again)).isEqualTo("Hi");
        assertThat(again.shownProperty().get().titleProperty().get()).isEqualTo("Second");
        assertThat(again.base().map(Version::label)).contains(new VersionLabel("1.2.0"));
        assertThat(banners(again)).anySatisfy(banner -> assertThat(banner).contains("Title").contains("Message 1"));
    }

    @Test
    void discardAsksAndCanBeTakenBack() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.tasks.passTime();

        editor.discard();
        assertThat(text(editor)).isEqualTo("Hi");

        desk.dialogs.answer(true);
        editor.discard();
        desk.tasks.passTime();
        assertThat(text(editor)).isEqualTo("Hello {{name}}");
        assertThat(desk.draft()).isEmpty();

        desk.pressNoticeButton();
        desk.tasks.passTime();
        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(desk.draft()).isPresent();
    }

    @Test
    void aNewPromptIsADraftWithoutBase() {
        EditorModel editor = new EditorModel(Desk.GREETING, desk.context());
        editor.openNew(Content.plain(""));
        desk.tasks.passTime();

        assertThat(editor.dirtyProperty().get()).isTrue();
        assertThat(editor.base()).isEmpty();
        assertThat(editor.statusProperty().get()).startsWith("New prompt · saved 12:03");
        assertThat(desk.open().dirtyProperty().get()).isTrue();
        assertThat(desk.draft().orElseThrow().base()).isEmpty();
    }

    @Test
    void discardingANewPromptClosesItAndRestoringOpensItAgain() {
        EditorModel editor = new EditorModel(Desk.GREETING, desk.context());
        editor.openNew(Content.plain("First words"));
        desk.tasks.passTime();

        desk.dialogs.answer(true);
        editor.discard();
        assertThat(desk.asked).containsExactly("close");
        assertThat(desk.draft()).isEmpty();

        desk.pressNoticeButton();
        assertThat(desk.asked).containsExactly("close", "reopen support/greeting");
        assertThat(text(desk.open())).isEqualTo("First words");
    }

    @Test
    void aNewerVersionIsShownSilentlyWhenNothingIsEdited() {
        EditorModel editor = opened();
        desk.save("1.1.0", Content.plain("Hello there"), "bob");

        editor.refresh();

        assertThat(text(editor)).isEqualTo("Hello there");
        assertThat(editor.dirtyProperty().get()).isFalse();
        assertThat(editor.banners()).isEmpty();
        assertThat(editor.statusProperty().get()).isEqualTo("1.1.0 · no changes");
        assertThat(desk.draft()).isEmpty();
    }

    @Test
    void aNewerVersionIsOfferedWhenThereAreEdits() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.save("1.1.0", HELLO.withTitle("Welcome"), "bob");
        editor.refresh();

        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(banners(editor))
                .singleElement()
                .asString()
                .startsWith("1.1.0 was saved by bob")
                .endsWith("Your draft is based on 1.0.0.");
        press(editor, "Compare");
        assertThat(desk.asked).containsExactly("compare 1.1.0");

        press(editor, "Carry over to 1.1.0");
        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(editor.shownProperty().get().titleProperty().get()).isEqualTo("Welcome");
        assertThat(editor.base().map(Version::label)).contains(new VersionLabel("1.1.0"));
        assertThat(editor.banners()).isEmpty();

        desk.pressNoticeButton();
        assertThat(editor.shownProperty().get().titleProperty().get()).isEqualTo("Greeting");
        assertThat(editor.base().map(Version::label)).contains(ONE);
    }

    @Test
    void carryingOverNamesWhatBothChanged() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.save("1.1.0", Content.plain("Hello there").withTitle("Greeting"), "bob");
        editor.refresh();
        editor.rebase();

        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(banners(editor)).singleElement().asString().contains("Message 1");
    }

    @Test
    void aStaleDraftOfWhatWasSavedMeanwhileGoesAway() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.tasks.passTime();
        desk.save("1.1.0", Content.plain("Hi").withTitle("Greeting"), "alice");

        EditorModel again = desk.open();
        desk.tasks.passTime();
        assertThat(again.dirtyProperty().get()).isFalse();
        assertThat(desk.draft()).isEmpty();

        editor.refresh();
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void savingEndsTheDraft() {
        EditorModel editor = opened();
        editor.save();
        assertThat(desk.asked).isEmpty();

        type(editor, "Hi");
        editor.save();
        assertThat(desk.asked).containsExactly("save");

        editor.saved(new Version(desk.save("1.1.0", editor.content(), "alice"), editor.content()));
        desk.tasks.passTime();
        assertThat(editor.dirtyProperty().get()).isFalse();
        assertThat(desk.draft()).isEmpty();
        assertThat(editor.statusProperty().get()).isEqualTo("1.1.0 · no changes");
    }

    @Test
    void anOlderVersionIsViewedWithoutTouchingTheDraft() {
        EditorModel editor = opened();
        desk.save("1.1.0", Content.plain("Hello there"), "bob");
        editor.refresh();
        type(editor, "Hi");

        editor.view(ONE);
        assertThat(text(editor)).isEqualTo("Hello {{name}}");
        assertThat(editor.shownProperty().get().isEditable()).isFalse();
        assertThat(editor.savableProperty().get()).isFalse();
        assertThat(banners(editor)).containsExactly("Version 1.0.0 · read only");

        press(editor, "Back to the draft");
        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(editor.savableProperty().get()).isTrue();
    }

    @Test
    void anotherContentIsTakenWhereTheEditsAreAsExpected() {
        EditorModel editor = opened();
        type(editor, "Hi");
        Content expected = editor.content();

        assertThat(editor.take(expected, expected.withTitle("Taken"))).isTrue();
        assertThat(editor.shownProperty().get().titleProperty().get()).isEqualTo("Taken");
        assertThat(text(editor)).isEqualTo("Hi");

        assertThat(editor.take(expected, expected.withTitle("Late"))).isFalse();
        assertThat(editor.shownProperty().get().titleProperty().get()).isEqualTo("Taken");
    }

    @Test
    void nothingIsTakenOverHalfTypedJson() {
        EditorModel editor = opened();
        Content expected = editor.content();
        editor.shownProperty().get().config().textProperty().set("{");

        assertThat(editor.take(expected, Content.plain("Taken"))).isFalse();
        assertThat(text(editor)).isEqualTo("Hello {{name}}");
        assertThat(editor.shownProperty().get().config().textProperty().get()).isEqualTo("{");
    }

    @Test
    void nothingIsTakenWhileAnotherVersionIsShownOrBeforeOrAfterEditing() {
        EditorModel editor = opened();
        desk.save("1.1.0", Content.plain("Hello there"), "bob");
        editor.refresh();
        Content expected = editor.content();
        editor.view(ONE);
        assertThat(editor.take(expected, Content.plain("Taken"))).isFalse();
        editor.backToEditing();
        assertThat(editor.content()).isEqualTo(expected);

        assertThat(editor.close()).isTrue();
        assertThat(editor.take(expected, Content.plain("Taken"))).isFalse();
        assertThat(desk.draft()).isEmpty();

        EditorModel unopened = new EditorModel(Desk.GREETING, desk.context());
        assertThat(unopened.take(unopened.content(), Content.plain("Taken"))).isFalse();
    }

    @Test
    void editFromHereMakesADraftOnTheNewestVersion() {
        EditorModel editor = opened();
        desk.save("1.1.0", Content.plain("Hello there"), "bob");
        editor.refresh();

        editor.view(ONE);
        press(editor, "Edit from here");

        assertThat(text(editor)).isEqualTo("Hello {{name}}");
        assertThat(editor.dirtyProperty().get()).isTrue();
        assertThat(editor.base().map(Version::label)).contains(new VersionLabel("1.1.0"));
        assertThat(editor.shownProperty().get().isEditable()).isTrue();
    }

    @Test
    void editFromHereAsksBeforeItReplacesADraft() {
        EditorModel editor = opened();
        desk.save("1.1.0", Content.plain("Hello there"), "bob");
        editor.refresh();
        type(editor, "Hi");
        editor.view(ONE);

        editor.editFromHere();
        assertThat(editor.viewedProperty().get()).isPresent();

        desk.dialogs.answer(true);
        editor.editFromHere();
        assertThat(text(editor)).isEqualTo("Hello {{name}}");

        desk.pressNoticeButton();
        assertThat(text(editor)).isEqualTo("Hi");
    }

    @Test
    void aPromptThatIsDeletedUnderADraftKeepsIt() {
        EditorModel editor = opened();
        type(editor, "Hi");
        desk.store.deletePrompt(Desk.GREETING, Act.by("bob", ""));
        editor.refresh();

        assertThat(text(editor)).isEqualTo("Hi");
        assertThat(editor.base()).isEmpty();
        assertThat(banners(editor)).singleElement().asString().contains("deleted");

        desk.tasks.passTime();
        assertThat(desk.draft().orElseThrow().base()).isEmpty();
    }

    @Test
    void whatAFoundDraftWasBasedOnIsNotToldOnceThePromptIsDeleted() {
        type(opened(), "Hi");
        desk.tasks.passTime();
        EditorModel editor = desk.open();
        assertThat(banners(editor)).singleElement().asString().contains("based on 1.0.0");

        desk.store.deletePrompt(Desk.GREETING, Act.by("bob", ""));
        editor.refresh();

        assertThat(banners(editor)).singleElement().asString().contains("deleted");
    }

    @Test
    void aPromptThatIsDeletedWithoutADraftIsClosed() {
        EditorModel editor = opened();
        desk.store.deletePrompt(Desk.GREETING, Act.by("bob", ""));
        editor.refresh();

        assertThat(desk.asked).containsExactly("close");
    }

    @Test
    void variablesAreMarkedAndDeclaredInOneStep() {
        EditorModel editor = opened();
        editor.acts().declare("tone");
        desk.tasks.passTime();

        assertThat(editor.variablesProperty().get().undeclared())
                .singleElement()
                .satisfies(finding -> assertThat(finding.name()).isEqualTo("name"));
        assertThat(editor.variablesProperty().get().unused())
                .singleElement()
                .satisfies(finding -> assertThat(finding.name()).isEqualTo("tone"));

        editor.acts().declareAll(editor.variablesProperty().get());
        type(editor, "Hello {{name}}, {{tone}}");
        desk.tasks.passTime();
        assertThat(editor.variablesProperty().get().undeclared()).isEmpty();
        assertThat(editor.variablesProperty().get().unused()).isEmpty();
    }

    @Test
    void whatATemplateEngineWouldStumbleOverIsToldAndKeepsNothingFromBeingSaved() {
        EditorModel editor = opened();
        type(editor, "Hello\n{{#if name}}{{name}}");
        desk.tasks.passTime();

        assertThat(editor.templateProperty().get().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.problem().subject()).isEqualTo("{{#if name}}");
        });
        editor.save();
        assertThat(desk.asked).containsExactly("save");

        type(editor, "Hello\n{{#if name}}{{name}}{{/if}}");
        desk.tasks.passTime();
        assertThat(editor.templateProperty().get().findings()).isEmpty();
    }

    @Test
    void messagesAreMovedDuplicatedAndRemoved() {
        desk.save(
                "1.0.0",
                Content.chat(
                        new Message("system", "A"), new Message("user", "B"), new Message("assistant", "C")),
                "alice");
        EditorModel editor = desk.open();
        ContentFields fields = editor.shownProperty().get();
        ContentActs acts = editor.acts();

        acts.up(fields.messages(), fields.messages().get(1));
        assertThat(texts(fields)).containsExactly("B", "A", "C");
        acts.up(fields.messages(), fields.messages().get(0));
        acts.down(fields.messages(), fields.messages().get(0));
        assertThat(texts(fields)).containsExactly("A", "B", "C");
        assertThat(editor.dirtyProperty().get()).isFalse();

        acts.duplicate(fields.messages().get(1));
        assertThat(texts(fields)).containsExactly("A", "B", "B", "C");
        acts.remove(fields.messages().get(1));
        acts.remove(fields.messages().get(0));
        assertThat(texts(fields)).containsExactly("B", "C");
        desk.pressNoticeButton();
        assertThat(texts(fields)).containsExactly("A", "B", "C");

        assertThat(acts.addMessage().roleProperty().get()).isEqualTo("user");
    }

    @Test
    void aDuplicatedMessageIsTakenBackInOneStep() {
        desk.save("1.0.0", Content.chat(new Message("system", "A"), new Message("user", "B")), "alice");
        EditorModel editor = desk.open();
        ContentFields fields = editor.shownProperty().get();

        editor.acts().duplicate(fields.messages().getFirst());
        desk.pressNoticeButton();
        assertThat(texts(fields)).containsExactly("A", "B");
        assertThat(editor.dirtyProperty().get()).isFalse();

        editor.acts().duplicate(fields.messages().getFirst()).textProperty().set("C");
        desk.pressNoticeButton();
        assertThat(texts(fields)).containsExactly("A", "B");
        desk.pressNoticeButton();
        assertThat(texts(fields)).as("what was written in it").containsExactly("A", "C", "B");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 5, ''",
        "number, five, This default is no number.",
        "number, '\"5\"', This default is no number.",
        "boolean, true, ''",
        "boolean, yes, This default is neither true nor false.",
        "array, '[1]', ''",
        "array, 1, This default is no JSON array.",
        "object, '{}', ''",
        "object, '{', This default is no JSON object.",
        "string, 5, ''",
        "string, '\"quoted\" and more', ''",
        "number, '', ''",
        "date, tomorrow, ''"
    })
    void aDefaultThatIsNotOfItsTypeIsRemarked(String type, String defaultValue, String remark) {
        EditorModel editor = opened();
        VariableFields variable = editor.acts().declare("name");
        variable.typeProperty().set(type);
        variable.defaultValueProperty().set(defaultValue);
        assertThat(variable.remarkProperty().get()).isEqualTo(remark);
        desk.tasks.passTime();
        assertThat(editor.savableProperty().get()).as("it is no error").isTrue();
    }

    @Test
    void aChatBecomesPlainAndBackWithoutLoss() {
        desk.save("1.0.0", Content.chat(new Message("system", "A"), new Message("user", "B")), "alice");
        EditorModel editor = desk.open();
        ContentFields fields = editor.shownProperty().get();

        editor.acts().toPlain();
        assertThat(fields.plainProperty().get()).isTrue();
        assertThat(texts(fields)).containsExactly("A\n\nB");

        editor.acts().toChat();
        assertThat(fields.plainProperty().get()).isFalse();
        assertThat(editor.dirtyProperty().get()).isFalse();

        editor.acts().toPlain();
        desk.pressNoticeButton();
        assertThat(editor.dirtyProperty().get()).isFalse();

        editor.acts().toPlain();
        type(editor, "Other");
        editor.acts().toChat();
        assertThat(fields.messages()).singleElement().satisfies(message -> assertThat(
                        message.roleProperty().get())
                .isEqualTo("user"));
    }

    private static List<String> texts(ContentFields fields) {
        return fields.messages().stream()
                .map(message -> message.textProperty().get())
                .toList();
    }

    @Test
    void theOnlyMessageStaysAMessageWhileItsRoleIsTypedAnew() {
        desk.save("1.0.0", Content.chat(new Message("user", "Hello")), "alice");
        EditorModel editor = desk.open();
        ContentFields shown = editor.shownProperty().get();

        shown.messages().getFirst().roleProperty().set("");
        assertThat(shown.plainProperty().get()).isFalse();
        shown.messages().getFirst().roleProperty().set("tool");

        assertThat(shown.read().toContent().messages()).containsExactly(new Message("tool", "Hello"));
    }

    @Test
    void aMessageThatComesBackAfterTheChatBecamePlainMakesItAChatAgain() {
        desk.save("1.0.0", Content.chat(new Message("system", "Be kind"), new Message("user", "Hello")), "alice");
        EditorModel editor = desk.open();
        ContentFields shown = editor.shownProperty().get();

        editor.acts().remove(shown.messages().getFirst());
        editor.acts().toPlain();
        assertThat(shown.plainProperty().get()).isTrue();
        desk.pressNoticeButton();

        assertThat(shown.plainProperty().get()).isFalse();
        assertThat(shown.messages()).hasSize(2);
    }

    @Test
    void aMessageWithoutRoleInAChatIsAProblem() {
        EditorModel editor = opened();
        editor.acts().addMessage();
        desk.tasks.passTime();

        assertThat(editor.problemsProperty().getValue()).contains("role");
        assertThat(Optional.of(editor.problemsProperty().getValue())).isPresent();
    }
}
