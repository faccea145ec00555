package stemma.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel.Step;

class ComparisonTest {
    private static final Message SYSTEM = new Message("system", "You are a patient teacher of mathematics.");
    private static final Message QUESTION = new Message("user", "Explain {{topic}} to a pupil of ten years.");
    private static final Message ANSWER = new Message("assistant", "Gladly: imagine you have three apples.");
    private static final Content CHAT = Content.chat(SYSTEM, QUESTION, ANSWER);

    private static ChangeList compare(Content left, Content right) {
        ChangeList list = Comparison.of(left, right);
        assertThat(Patched.by(list)).isEqualTo(right);
        return list;
    }

    private static List<String> types(ChangeList list) {
        return list.changes().stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    private static Content config(String json) {
        return CHAT.withConfig(Json.parseObject(json));
    }

    private static Variable optional(String name) {
        return new Variable(name, "string", false, Optional.empty(), "");
    }

    @Test
    void equalContentsHaveNoChanges() {
        ChangeList list = compare(CHAT, CHAT);
        assertThat(list.isEmpty()).isTrue();
        assertThat(list.summary()).isEqualTo("no changes");
        assertThat(list.suggestedStep().step()).isEqualTo(Step.PATCH);
    }

    @Test
    void anInsertedMessageDoesNotShiftTheOthers() {
        Message hint = new Message("user", "Use short sentences.");
        ChangeList list = compare(CHAT, Content.chat(SYSTEM, hint, QUESTION, ANSWER));
        assertThat(list.changes()).containsExactly(new Change.MessageInserted(1, hint));
        assertThat(list.summary()).isEqualTo("user message added");
    }

    @Test
    void aRemovedMessageDoesNotShiftTheOthers() {
        ChangeList list = compare(CHAT, Content.chat(QUESTION, ANSWER));
        assertThat(list.changes()).containsExactly(new Change.MessageRemoved(0, SYSTEM));
    }

    @Test
    void anEditedMessageIsPairedByWhatItSays() {
        Message edited = new Message("user", "Explain {{topic}} to a pupil of twelve years.");
        ChangeList list = compare(CHAT, Content.chat(SYSTEM, new Message("user", "Hello!"), edited, ANSWER));
        assertThat(types(list)).containsExactly("MessageInserted", "MessageEdited");
        Change.MessageEdited change = (Change.MessageEdited) list.changes().get(1);
        assertThat(change.left()).isEqualTo(1);
        assertThat(change.right()).isEqualTo(2);
        assertThat(change.text().edits()).hasSize(1);
        assertThat(list.summary()).isEqualTo("1 message edited, 1 added");
    }

    @Test
    void aMessageRewrittenBetweenTheSameNeighboursIsEdited() {
        Message other = new Message("user", "Wie geht es dir heute?");
        assertThat(types(compare(CHAT, Content.chat(SYSTEM, other, ANSWER)))).containsExactly("MessageEdited");
    }

    @Test
    void aMovedMessageIsOneChange() {
        ChangeList list = compare(CHAT, Content.chat(QUESTION, ANSWER, SYSTEM));
        assertThat(list.changes()).containsExactly(new Change.MessageMoved(0, 2));
        assertThat(list.summary()).isEqualTo("system message moved");
        assertThat(list.suggestedStep().step()).isEqualTo(Step.MINOR);
    }

    @Test
    void aMovedMessageCanBeEditedToo() {
        Message edited = new Message("system", SYSTEM.text() + " Be brief.");
        assertThat(types(compare(CHAT, Content.chat(QUESTION, ANSWER, edited))))
                .containsExactly("MessageMoved", "MessageEdited");
    }

    @Test
    void aMessageWithAnotherRoleIsTheSameMessage() {
        ChangeList list = compare(CHAT, Content.chat(SYSTEM, new Message("developer", QUESTION.text()), ANSWER));
        assertThat(list.changes()).containsExactly(new Change.RoleChanged(1, 1, "user", "developer"));
        assertThat(list.summary()).isEqualTo("role user → developer");
    }

    @Test
    void wordingOfAPlainPromptIsAPatch() {
        ChangeList list = compare(Content.plain("Sum up the text."), Content.plain("Sum up the long text."));
        assertThat(list.summary()).isEqualTo("text edited");
        assertThat(list.suggestedStep().step()).isEqualTo(Step.PATCH);
        assertThat(list.suggestedStep().reason()).hasToString("Only wording and values changed.");
    }

    @Test
    void aSummaryReadsAsAPersonWouldWriteIt() {
        Content left = Content.chat(SYSTEM, QUESTION, ANSWER).withConfig(Json.parseObject("{\"temperature\": 0.2}"));
        Content right = Content.chat(
                        QUESTION,
                        new Message("assistant", "Gladly: imagine you have four apples."),
                        new Message("system", "You are a patient teacher of physics."))
                .withVariables(List.of(Variable.named("tone")))
                .withConfig(Json.parseObject("{\"temperature\": 0.7}"));
        ChangeList list = compare(left, right);
        assertThat(list.summary())
                .isEqualTo("2 messages edited, 1 moved, variable `tone` added, temperature 0.2 → 0.7");
        assertThat(list.summary(Locale.ENGLISH)).contains("variable “tone” added");
        assertThat(list.summary(Locale.GERMAN)).contains("Variable „tone“ hinzugefügt");
    }

    @Test
    void aRequiredVariableAddedIsMajor() {
        ChangeList list = compare(CHAT, CHAT.withVariables(List.of(Variable.named("tone"))));
        assertThat(list.suggestedStep())
                .isEqualTo(new SuggestedStep(
                        Step.MAJOR,
                        Sentence.from("The new variable \"tone\" is required: callers must give it.")));
    }

    @Test
    void anOptionalVariableAddedIsMinor() {
        ChangeList list = compare(CHAT, CHAT.withVariables(List.of(optional("tone"))));
        assertThat(list.suggestedStep().step()).isEqualTo(Step.MINOR);
        assertThat(list.suggestedStep().reason()).contains("\"tone\"");
    }

    @Test
    void aVariableRemovedIsMajor() {
        ChangeList list = compare(CHAT.withVariables(List.of(optional("tone"))), CHAT);
        assertThat(list.summary()).isEqualTo("variable `tone` removed");
        assertThat(list.suggestedStep().step()).isEqualTo(Step.MAJOR);
    }

    @Test
    void aVariableIsRenamedWhenTheTextUsesItAtTheSamePlace() {
        Content left = Content.plain("Answer {{question}} in a {{tone}} voice.")
                .withVariables(List.of(Variable.named("question"), Variable.named("tone")));
        Content right = Content.plain("Answer {{question}} in a {{mood}} voice.")
                .withVariables(List.of(Variable.named("question"), Variable.named("mood")));
        ChangeList list = compare(left, right);
        assertThat(list.changes()).contains(new Change.VariableRenamed(1, 1, "tone", "mood"));
        assertThat(list.summary()).isEqualTo("text edited, variable `tone` renamed to `mood`");
        assertThat(list.suggestedStep().step()).isEqualTo(Step.MAJOR);
    }

    @Test
    void unrelatedVariablesAreNotRenamed() {
        Content left = Content.plain("a").withVariables(List.of(optional("tone")));
        Content right = Content.plain("a").withVariables(List.of(optional("language")));
        assertThat(types(compare(left, right))).containsExactly("VariableAdded", "VariableRemoved");
    }

    @Test
    void aVariableChangesInEachOfItsParts() {
        Content left = CHAT.withVariables(List.of(new Variable("a", "string", false, Optional.empty(), "old")));
        Content right = CHAT.withVariables(
                List.of(new Variable("a", "number", true, Optional.of(Json.Number.of(3)), "new")));
        assertThat(types(compare(left, right)))
                .containsExactly(
                        "VariableTypeChanged",
                        "VariableRequiredChanged",
                        "VariableDefaultChanged",
                        "VariableDescriptionChanged");
    }

    @Test
    void theOrderOfConfigMembersDoesNotCount() {
        assertThat(compare(config("{\"a\": 1, \"b\": 2}"), config("{\"b\": 2, \"a\": 1}")).isEmpty()).isTrue();
    }

    @Test
    void numbersAreComparedByTheirText() {
        ChangeList list = compare(config("{\"temperature\": 0.7}"), config("{\"temperature\": 0.70}"));
        assertThat(list.summary()).isEqualTo("temperature 0.7 → 0.70");
    }

    @Test
    void aConfigChangeNamesItsPath() {
        ChangeList list = compare(
                config("{\"tools\": [{\"name\": \"a\", \"x\": 1}, {\"name\": \"b\"}]}"),
                config("{\"tools\": [{\"name\": \"new\"}, {\"name\": \"a\", \"x\": 2}, {\"name\": \"b\"}]}"));
        assertThat(list.changes().stream()
                        .map(change -> ((Change.OfJson) change).value().path().toString()))
                .containsExactly("tools[1].x", "tools[0]");
    }

    @Test
    void aNewConfigKeyIsMinorAndANewValueAPatch() {
        assertThat(compare(config("{}"), config("{\"seed\": 1}")).suggestedStep())
                .isEqualTo(new SuggestedStep(Step.MINOR, Sentence.from("The config has seed now.")));
        assertThat(compare(config("{\"seed\": 2}"), config("{\"seed\": 1}")).suggestedStep().step())
                .isEqualTo(Step.PATCH);
    }

    @Test
    void tagsAreChangesToo() {
        ChangeList list = Comparison.of(
                Side.of(CHAT, List.of("old", "kept")), Side.of(CHAT, List.of("kept", "new")), CompareOptions.DEFAULT);
        assertThat(list.changes()).containsExactly(new Change.TagAdded("new"), new Change.TagRemoved("old"));
        assertThat(list.summary()).isEqualTo("tag new added, tag old removed");
    }

    @Test
    void differencesThatCannotBeSeenAreSaidInWords() {
        ChangeList list = compare(Content.plain("caf\u00e9\r\nbar"), Content.plain("\uFEFFcafe\u0301\nb\u200Bar"));
        assertThat(list.onlyInvisible()).isTrue();
        assertThat(list.summary())
                .isEqualTo("differs only in line ends (CRLF, LF or CR), a byte order mark, zero-width characters"
                        + " and the Unicode normal form of accents");
    }

    @Test
    void aVisibleDifferenceIsNotCalledInvisible() {
        assertThat(compare(Content.plain("a\r\nb"), Content.plain("a\nc")).onlyInvisible()).isFalse();
    }

    @Test
    void ignoredBlanksAreNoChangeButStayExact() {
        Content left = Content.plain("  one two\nthree");
        Content right = Content.plain("one two\nthree  ");
        ChangeList list = Comparison.of(left, right, CompareOptions.DEFAULT.withWhitespace(Whitespace.TRIM));
        assertThat(list.isEmpty()).isTrue();
        assertThat(list.summary()).isEqualTo("no changes but in blanks");
        assertThat(Patched.by(list)).isEqualTo(right);
    }

    @Test
    void theJsonFormIsStable() {
        ChangeList list = compare(
                Content.plain("Sum up the text.").withConfig(Json.parseObject("{\"temperature\": 0.2}")),
                Content.plain("Sum up this text.").withConfig(Json.parseObject("{\"temperature\": 0.7}")));
        assertThat(list.toJson().pretty()).isEqualTo("""
                {
                  "format": 1,
                  "summary": "text edited, temperature 0.2 → 0.7",
                  "suggestedStep": {
                    "step": "patch",
                    "reason": "Only wording and values changed."
                  },
                  "coarse": false,
                  "invisible": [],
                  "changes": [
                    {
                      "type": "messageEdited",
                      "left": 0,
                      "right": 0,
                      "edits": [
                        {
                          "offset": 7,
                          "length": 3,
                          "text": "this"
                        }
                      ]
                    },
                    {
                      "type": "configChanged",
                      "path": "temperature",
                      "before": 0.2,
                      "after": 0.7
                    }
                  ],
                  "ignored": []
                }""");
    }
}
