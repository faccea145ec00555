package stemma.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    private static List<RowKind> kinds(TextDiff diff) {
        return diff.rows().stream().map(Row::kind).toList();
    }

    @Test
    void emptyTextsHaveNoRows() {
        assertThat(TextDiff.compare("", "").rows()).isEmpty();
    }

    @Test
    void rowsNameTheLinesOfBothSides() {
        TextDiff diff = TextDiff.compare("one\ntwo\nthree\n", "one\nnew\ntwo\nthree\n");
        assertThat(kinds(diff)).containsExactly(RowKind.EQUAL, RowKind.INSERTED, RowKind.EQUAL, RowKind.EQUAL);
        Row inserted = diff.rows().get(1);
        assertThat(inserted.leftLines()).isEqualTo(new LineRange(1, 1));
        assertThat(inserted.rightLines()).isEqualTo(new LineRange(1, 2));
        assertThat(inserted.rightMarks()).containsExactly(new Span(4, 8));
        assertThat(inserted.leftMarks()).isEmpty();
    }

    @Test
    void movedRowsKnowTheirPartnersAndWhatDiffersBetweenThem() {
        String moved = "This paragraph is long enough to be found elsewhere, with a word in it.\n";
        String rest = "First of all.\nSecond of all.\nThird of all, with more words.\nFourth of all, with others.\n";
        TextDiff diff = TextDiff.compare(moved + rest, rest + moved.replace("word", "phrase"));
        Row away = diff.rows().getFirst();
        assertThat(away.partner()).hasValue(5);
        assertThat(away.leftMarks()).extracting(span -> span.of(diff.left())).containsExactly("word");
        assertThat(diff.rows().get(5).rightMarks())
                .extracting(span -> span.of(diff.right()))
                .containsExactly("phrase");
    }

    @Test
    void aBlockMovesAsAWhole() {
        String block = "# Tone\n\nStay friendly in every answer.\nUse short words.\n\n";
        String rest = "# Task\n\nSum up the text that follows.\nList what is missing from it.\nName the author.\n\n";
        List<Row> away = TextDiff.compare(block + rest, rest + block).rows().stream()
                .filter(row -> row.kind() == RowKind.MOVED_AWAY)
                .toList();
        assertThat(away).isNotEmpty();
        assertThat(away).allMatch(row -> row.index() - away.getFirst().index() == row.partner().getAsInt()
                - away.getFirst().partner().getAsInt());
    }

    @Test
    void anchorsAreTheSentencesThatBothSidesHave() {
        String left = "First one. Second one. Third one here.";
        String right = "First one. An inserted one. Second one. Third one there.";
        TextDiff diff = TextDiff.compare(left, right);
        assertThat(diff.anchors(diff.rows().getFirst()))
                .containsExactly(
                        new Anchor(left.indexOf("Second"), right.indexOf("An inserted")),
                        new Anchor(left.indexOf("Second"), right.indexOf("Second")),
                        new Anchor(left.indexOf("Third"), right.indexOf("Third")));
    }

    @Test
    void textWithoutSentencesHasAnchorsAtWords() {
        String text = "word ".repeat(1_000);
        TextDiff diff = TextDiff.compare(text, "new " + text);
        assertThat(diff.anchors(diff.rows().getFirst())).hasSizeGreaterThan(5);
    }

    @Test
    void differencesThatCannotBeSeenAreNamed() {
        assertThat(TextDiff.compare("a\r\nb\u00A0c", "a\nb c").invisible())
                .isEqualTo(Set.of(Invisible.LINE_ENDS, Invisible.SPACES));
        assertThat(TextDiff.compare("a b", "a c").invisible()).isEmpty();
    }

    @Test
    void textsThatDifferOnlyInvisiblyAreAlignedLineByLine() {
        TextDiff diff = TextDiff.compare("one\r\ntwo\r\nthree\r\n", "one\ntwo\nthree\n");
        assertThat(kinds(diff)).containsOnly(RowKind.CHANGED).hasSize(3);
    }

    @Test
    void aSpentBudgetIsSaid() {
        Texts texts = new Texts(1);
        String left = texts.lines(1, 3_000, 50);
        String right = texts.lines(1, 3_000, 50);
        TextDiff diff = TextDiff.compare(left, right, CompareOptions.DEFAULT.withBudget(Duration.ZERO));
        assertThat(diff.isCoarse()).isTrue();
        assertThat(TextDiff.compare("a b", "a c").isCoarse()).isFalse();
    }
}
