package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.diff.Side;
import stemma.diff.Whitespace;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.AnsweringDialogs;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;
import stemma.ui.compare.CompareModel.Phase;

class CompareModelTest {
    private final CompareModel model = new CompareModel(new DirectTasks());

    private void compare(Content left, Content right) {
        model.compare(Subject.of("left", left), Subject.of("right", right));
    }

    private void compare(String left, String right) {
        compare(Content.plain(left), Content.plain(right));
    }

    /// Each item as one line: sign, left, `|`, right.
    private List<String> seen() {
        List<String> lines = new ArrayList<>();
        for (Item item : model.shown().items()) {
            lines.add(
                    switch (item) {
                        case Item.Fold fold -> "… " + fold.lines();
                        case Item.Shown shown -> line(shown);
                    });
        }
        return lines;
    }

    private static String line(Item.Shown shown) {
        String sign = shown.row().glyph() == Glyph.NONE ? " " : shown.row().glyph().sign();
        return switch (shown.row()) {
            case HeadingRow heading -> sign + "[" + heading.left() + "|" + heading.right() + "] " + heading.note();
            case LineRow line ->
                switch (shown.form()) {
                    case SPLIT -> sign + marked(line.left(false)) + "|" + marked(line.right(false));
                    case LEFT -> sign + "< " + marked(line.left(false));
                    case RIGHT -> sign + "> " + marked(line.right(false));
                    case MERGED -> sign + "= " + marked(line.merged(false));
                };
        };
    }

    /// The text with its marks in brackets.
    private static String marked(Piece piece) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i <= piece.text().length(); i++) {
            for (Mark mark : piece.marks()) {
                out.append(mark.end() == i ? (mark.kind() == Mark.Kind.REMOVED ? "-]" : "+]") : "");
            }
            for (Mark mark : piece.marks()) {
                out.append(mark.start() == i ? (mark.kind() == Mark.Kind.REMOVED ? "[-" : "[+") : "");
            }
            out.append(i < piece.text().length() ? piece.text().substring(i, i + 1) : "");
        }
        return out.toString();
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "This is line number " + i + ".\n")
                .reduce("", String::concat);
    }

    @Test
    void marksTheWordsThatDifferOnBothSides() {
        compare("Answer in three sentences.\n", "Answer in two sentences.\n");

        assertThat(seen()).containsExactly("~Answer in [-three-] sentences.|Answer in [+two+] sentences.");
    }

    @Test
    void showsOldAboveNewWhenUnified() {
        compare("Be kind.\nAnswer in three sentences.\n", "Be kind.\nAnswer in two sentences.\nStop there.\n");
        model.shown().viewProperty().set(View.UNIFIED);

        assertThat(seen())
                .containsExactly(
                        " > Be kind.",
                        "~< Answer in [-three-] sentences.",
                        "~> Answer in [+two+] sentences.",
                        "+> Stop there.");
    }

    @Test
    void showsOneTextWithMarksAsResult() {
        compare("Be kind.\nAnswer in three sentences.\nNo jokes.\n", "Be kind.\nAnswer in two sentences.\n");
        model.shown().viewProperty().set(View.RESULT);

        assertThat(seen())
                .containsExactly(
                        " = Be kind.", "~= Answer in [-three-][+two+] sentences.", "−= [-No jokes.-]");
    }

    @Test
    void usesOneColumnWhenThereIsNoRoomForTwo() {
        compare("a b c\n", "a x c\n");
        model.shown().narrowProperty().set(true);

        assertThat(seen()).containsExactly("~< a [-b-] c", "~> a [+x+] c");
    }

    @Test
    void foldsUnchangedLinesBesidesThreeAroundAChange() {
        compare(lines(1, 30), lines(1, 14) + "Something new entirely.\n" + lines(15, 30));

        assertThat(seen()).hasSize(9).first().isEqualTo("… 11");
        assertThat(seen().getLast()).isEqualTo("… 13");
        assertThat(seen().get(4)).isEqualTo("+|Something new entirely.");
    }

    @Test
    void unfoldsInStepsFromBothEndsOrWhole() {
        compare(lines(1, 100), lines(1, 100) + "The end.\n");
        model.shown().unfoldDown((Item.Fold) model.shown().items().getFirst());
        assertThat(seen().get(20)).isEqualTo("… 77");
        model.shown().unfoldUp((Item.Fold) model.shown().items().get(20));
        assertThat(seen().get(20)).isEqualTo("… 57");
        model.shown().unfold((Item.Fold) model.shown().items().get(20));

        assertThat(model.shown().items()).hasSize(101).noneMatch(Item.Fold.class::isInstance);
    }

    @Test
    void showsEverythingWhenNothingIsFolded() {
        compare(lines(1, 100), lines(1, 100) + "The end.\n");
        model.shown().foldedProperty().set(false);

        assertThat(model.shown().items()).hasSize(101);
        model.shown().foldedProperty().set(true);
        assertThat(model.shown().items()).hasSize(5);
    }

    @Test
    void doesNotFoldWhatIsShorterThanAFold() {
        compare("new\n" + lines(1, 9) + "old word here\n", "newer\n" + lines(1, 9) + "old word there\n");

        assertThat(model.shown().items()).noneMatch(Item.Fold.class::isInstance);
    }

    @Test
    void stepsThroughChangesAndSaysWhereItIs() {
        compare("one x\n" + lines(1, 20) + "two y\n", "one z\n" + lines(1, 20) + "two w\n");
        assertThat(model.hunks()).hasSize(2);

        model.next();
        assertThat(model.currentProperty().get()).isZero();
        assertThat(model.announcementProperty().get()).isEqualTo("Change 1 of 2: 1 line changed");
        model.next();
        assertThat(model.cursorProperty().get()).isEqualTo(21);
        model.next();
        assertThat(model.announcementProperty().get()).isEqualTo("This is the last change.");
        assertThat(model.cursorProperty().get()).isEqualTo(21);
        model.previous();
        assertThat(model.cursorProperty().get()).isZero();
        model.previous();
        assertThat(model.announcementProperty().get()).isEqualTo("This is the first change.");
    }

    @Test
    void stepsOnFromWhereTheReaderIs() {
        compare("one x\n" + lines(1, 20) + "two y\n", "one z\n" + lines(1, 20) + "two w\n");
        model.place(10);
        assertThat(model.currentProperty().get()).isEqualTo(-1);

        model.previous();
        assertThat(model.currentProperty().get()).isZero();
    }

    @Test
    void saysThatBothSidesAreEqual() {
        compare("same", "same");

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.EQUAL);
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void saysThatOnlyIgnoredBlanksDiffer() {
        model.whitespaceProperty().set(Whitespace.IGNORE);
        compare("a  b\n", "a b\n");
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.EQUAL);
        assertThat(model.noticeProperty().get()).isEqualTo("Only blanks differ, and they are ignored now.");

        model.whitespaceProperty().set(Whitespace.EXACT);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
    }

    @Test
    void saysThatOnlyInvisibleCharactersDifferAndShowsThem() {
        compare("a b\n", "a\u00A0b\n");

        assertThat(model.noticeProperty().get()).startsWith("No word changed: differs only in non-breaking");
        assertThat(seen()).containsExactly("~a[-·-]b|a[+␣+]b");
    }

    @Test
    void showsLineEndsThatDiffer() {
        compare("a\r\n", "a\n");

        assertThat(seen()).singleElement().asString().contains("␍");
    }

    @Test
    void showsInvisibleCharactersEverywhereWhenAsked() {
        compare("a b\tc\n", "a b\tx\n");

        TextRow row = (TextRow) model.script().rows().getFirst();
        assertThat(row.left(true).text()).isEqualTo("a·b→c↵");
        assertThat(row.left(false).text()).isEqualTo("a b\tc");
    }

    @Test
    void keepsAnInsertedMessageFromShiftingTheOthers() {
        compare(
                Content.chat(new Message("system", "You are kind."), new Message("user", "{{question}}")),
                Content.chat(
                        new Message("system", "You are kind."),
                        new Message("user", "What is the capital of France?"),
                        new Message("assistant", "Paris."),
                        new Message("user", "{{question}}")));

        assertThat(seen())
                .containsExactly(
                        " [1 · system|1 · system] ",
                        " You are kind.|You are kind.",
                        "+[|2 · user] message added",
                        "+|What is the capital of France?",
                        "+[|3 · assistant] message added",
                        "+|Paris.",
                        " [2 · user|4 · user] ",
                        " {{question}}|{{question}}");
        assertThat(model.hunks()).hasSize(2);
    }

    @Test
    void showsAChangedRoleAtTheHeading() {
        compare(
                Content.chat(new Message("system", "You are kind and you never lie."), new Message("user", "Hi")),
                Content.chat(new Message("developer", "You are kind and you never lie."), new Message("user", "Hi")));

        assertThat(seen().getFirst()).isEqualTo("~[1 · system|1 · developer] role changed");
    }

    @Test
    void showsEveryKindOfValue() {
        compare(Samples.chat1(), Samples.chat2());

        assertThat(seen())
                .contains(
                        "~month  string, [-required-] — in words"
                                + "|month  string, [+optional, default \"May\"+] — in words",
                        "+|locale  string, optional, default \"en\"",
                        "−tone  string, optional, default \"calm\"|",
                        "~temperature  [-0.2-]|temperature  [+0.7+]",
                        "+|seed  7",
                        "~reviewed  [-true-]|reviewed  [+false+]",
                        "+[|Example 2] example added");
        model.shown().viewProperty().set(View.RESULT);
        assertThat(seen()).contains("~= temperature  [-0.2-] → [+0.7+]", "+= seed  [+7+]");
    }

    @Test
    void showsTags() {
        model.compare(
                new Subject("left", () -> Side.of(Content.plain("x"), List.of("old", "kept"))),
                new Subject("right", () -> Side.of(Content.plain("x"), List.of("new", "kept"))));

        assertThat(seen()).contains("+|Tag  new", "−Tag  old|");
    }

    @Test
    void linksMovedTextInBothDirections() {
        String moved = "Never ask anybody for a password or for the number of a card, whatever they say.\n";
        compare(moved + lines(1, 8), lines(1, 8) + moved);

        List<Item.Shown> links = model.shown().items().stream()
                .filter(Item.Shown.class::isInstance)
                .map(Item.Shown.class::cast)
                .filter(Item.Shown::isMoveStart)
                .toList();
        assertThat(links).hasSize(2);
        assertThat(links.getFirst().partner().getAsInt())
                .isEqualTo(links.getLast().row().index());
        assertThat(links.getLast().partner().getAsInt())
                .isEqualTo(links.getFirst().row().index());
    }

    @Test
    void cutsALongParagraphWhereItsSentencesBelongTogether() {
        String first = "The first sentence of this paragraph talks about one thing. ".repeat(5);
        String extra = "Here is a sentence that only the new version of this paragraph has to offer. ";
        String rest = "Another sentence follows and it talks about something else. ".repeat(8);
        compare(first + rest + "\n", first + extra + rest + "\n");

        List<LineRow> parts =
                model.script().rows().stream().map(LineRow.class::cast).toList();
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.getFirst().continues()).isFalse();
        assertThat(parts.get(1).continues()).isTrue();
        assertThat(parts.get(1).leftLine()).isEmpty();
        assertThat(parts.stream().map(LineRow::leftText).reduce("", String::concat))
                .isEqualTo(first + rest + "\n");
        assertThat(parts.stream().map(LineRow::rightText).reduce("", String::concat))
                .isEqualTo(first + extra + rest + "\n");
        assertThat(model.hunks()).hasSize(1);
    }

    @Test
    void givesNoCellMoreThanItCanDrawWhateverTheText() {
        Random random = new Random(5);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 300_000; i++) {
            noise.append((char) ('!' + random.nextInt(90)));
        }
        String left = noise.toString();
        String right = left.substring(0, 90_000) + "😀".repeat(40_000) + left.substring(150_000);
        compare(left, right);

        List<LineRow> rows =
                model.script().rows().stream().map(LineRow.class::cast).toList();
        assertThat(rows.stream().map(LineRow::leftText).reduce("", String::concat)).isEqualTo(left);
        assertThat(rows.stream().map(LineRow::rightText).reduce("", String::concat)).isEqualTo(right);
        assertThat(rows).allMatch(row -> row.leftText().length() <= 7_000
                && row.rightText().length() <= 7_000
                && row.merged(false).text().length() <= 14_000);
    }

    @Test
    void showsAHundredThousandEqualLinesAsOneFold() {
        compare("x\n".repeat(100_000), "x\n".repeat(100_000) + "y\n");

        assertThat(seen()).containsExactly("… 99997", " x|x", " x|x", " x|x", "+|y");
    }

    @Test
    void findsTextWhateverTheCaseAndUnfoldsIt() {
        compare(lines(1, 40), lines(1, 40) + "The end.\n");
        model.queryProperty().set("NUMBER 7.");
        assertThat(model.finderProperty().get().count()).isEqualTo(1);

        model.findNext();
        assertThat(seen()).contains(" This is line number 7.|This is line number 7.");
        assertThat(model.cursorProperty().get()).isEqualTo(6);
        model.findPrevious();
        assertThat(model.cursorProperty().get()).isEqualTo(6);
    }

    @Test
    void copiesOneSideOfTheChosenRowsWithWhatIsFolded() {
        compare(lines(1, 20) + "old word\n", lines(1, 20) + "new word\n");

        assertThat(model.text(List.copyOf(model.shown().items()), Flank.LEFT)).isEqualTo(lines(1, 20) + "old word\n");
        assertThat(model.text(List.copyOf(model.shown().items()), Flank.RIGHT)).isEqualTo(lines(1, 20) + "new word\n");
        model.shown().viewProperty().set(View.UNIFIED);
        assertThat(model.text(List.copyOf(model.shown().items()), Flank.RIGHT)).isEqualTo(lines(1, 20) + "new word\n");
    }

    @Test
    void turnsTheSidesRound() {
        compare("a b c\n", "a x c\n");
        model.swap();

        assertThat(seen()).containsExactly("~a [-x-] c|a [+b+] c");
        assertThat(model.pairProperty().get().orElseThrow().left().caption()).isEqualTo("right");
    }

    @Test
    void saysWhyASideCannotBeRead() {
        model.compare(Subject.of("left", Content.plain("x")), new Subject("right", () -> {
            throw new IllegalArgumentException("the file is gone");
        }));

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.FAILED);
        assertThat(model.failureProperty().get()).isEqualTo("the file is gone");
    }

    @Test
    void fillsTheSameSampleValuesIntoBothSides() {
        compare(Samples.chat1(), Samples.chat2());
        model.renderedProperty().set(true);

        assertThat(seen())
                .contains(" Ticket: I lost my password|Ticket: I lost my password")
                .contains(" Ticket: my invoice is wrong, I was charged twice in May."
                        + "|Ticket: my invoice is wrong, I was charged twice in May.");
        model.renderedProperty().set(false);
        assertThat(seen()).contains(" Ticket: {{ticket}}|Ticket: {{ticket}}");
    }

    @Test
    void valuesOfTheReadersOwnComeBeforeTheSamples() {
        compare(Samples.chat1(), Samples.chat2());
        model.renderedProperty().set(true);
        Sample before = sample("ticket");
        assertThat(before.isTyped()).isFalse();
        model.fillIn("ticket", "the moon is late");

        assertThat(seen()).contains(" Ticket: the moon is late|Ticket: the moon is late");
        assertThat(sample("ticket").isTyped()).isTrue();
        model.fillIn("ticket", "");
        assertThat(sample("ticket")).isEqualTo(before);
    }

    @Test
    void aListIsTypedAsJsonAndATextIsTakenAsItIs() {
        compare(Content.plain("{{#names}}{{.}};{{/names}} {{code}}\n"), Content.plain("{{code}}\n"));
        model.renderedProperty().set(true);
        model.fillIn("names", "[\"Ada\", \"Bo\"]");
        model.fillIn("code", "[broken");

        assertThat(model.changes().orElseThrow().left()).isEqualTo(Content.plain("Ada;Bo; [broken\n"));
    }

    private Sample sample(String variable) {
        return model.samplesProperty().get().stream()
                .filter(sample -> sample.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsAFileWheneverItCompares(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("prompt.md"), "a b c\n");
        model.compare(Subject.ofFile(file), Subject.of("right", Content.plain("a x c\n")));
        assertThat(seen()).containsExactly("~a [-b-] c|a [+x+] c");
        Files.writeString(file, "a x c\n");
        model.refresh();

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.EQUAL);
    }

    @Test
    void writesWhatIsComparedIntoAFile(@TempDir Path folder) throws Exception {
        AnsweringDialogs dialogs = new AnsweringDialogs();
        Notices notices = new Notices();
        CompareModel exporting = new CompareModel(new DirectTasks(), dialogs, notices);
        exporting.compare(Subject.of("a 1", Samples.chat1()), Subject.of("a 2", Samples.chat2()));
        for (Exporting.Format format : Exporting.Format.values()) {
            Path file = folder.resolve(format.name());
            dialogs.answer(file);
            exporting.export(format);
            assertThat(Files.readString(file)).contains("temperature");
        }

        assertThat(notices.current()).hasSize(4).noneMatch(Notices.Notice::isError);
        assertThat(dialogs.suggested).containsExactly("a-1-a-2.patch", "a-1-a-2.html", "a-1-a-2.md", "a-1-a-2.json");
    }

    @Test
    void aFileIsCalledByThePromptAndTheVersionsThatItCompares() {
        Subject first = version("support/con.greeting", "1.0.0");
        assertThat(suggested(first, version("support/con.greeting", "1.1.0-rc.1")))
                .isEqualTo("support-con-greeting-1.0.0-1.1.0-rc.1.html");
        assertThat(suggested(first, version("sales/Grüße: 你好?", "2")))
                .isEqualTo("support-con-greeting-1.0.0-sales-Grüße-你好-2.html");
        assertThat(suggested(first, Subject.of("Clipboard", Content.plain("a"))))
                .isEqualTo("support-con-greeting-1.0.0-Clipboard.html");
    }

    @Test
    void theNameOfAFileIsNeverTooLongForAFileSystem() {
        String name = suggested(version("😀/" + "长".repeat(250), "1.0.0"), version("b", "1.1.0"));
        assertThat(name).endsWith("长-1.0.0-b-1.1.0.html");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(150, 240);
    }

    private static Subject version(String prompt, String label) {
        Content content = Content.plain(label);
        VersionInfo info = new VersionInfo(
                new PromptId(prompt),
                new VersionLabel(label),
                Optional.empty(),
                content.checksum(),
                "ada",
                "",
                Instant.EPOCH,
                new TreeSet<>(),
                new TreeSet<>());
        return Subject.of(info, () -> Side.of(content));
    }

    private static String suggested(Subject left, Subject right) {
        AnsweringDialogs dialogs = new AnsweringDialogs();
        CompareModel exporting = new CompareModel(new DirectTasks(), dialogs, new Notices());
        exporting.compare(left, right);
        exporting.export(Exporting.Format.HTML);
        return dialogs.suggested.getFirst();
    }

    @Test
    void aChangeOfBlanksIsCalledByItsLine() {
        compare(Content.plain("one\ntwo\n\n"), Content.plain("one\ntwo"));
        assertThat(ChangeWords.where(model.script(), model.hunks().getFirst())).isEqualTo("two");
    }

    @Test
    void tellsEachChangeInWords() {
        compare(Samples.chat1(), Samples.chat2());

        assertThat(model.hunks().stream().map(hunk -> ChangeWords.what(model.script(), hunk)))
                .contains("4 · user → 2 · user: message moved", "temperature  0.2 → 0.7");
    }
}
