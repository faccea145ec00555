package stemma.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextDiffPropertyTest {
    private static final int ROUNDS = 1_500;

    private static CompareOptions options(Whitespace whitespace) {
        return CompareOptions.DEFAULT.withWhitespace(whitespace).withBudget(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource(Whitespace.class)
    void patchOfHostileTextsGivesTheRightTextBitForBit(Whitespace whitespace) {
        Texts texts = new Texts(1);
        for (int round = 0; round < ROUNDS; round++) {
            String left = texts.hostile(texts.below(60));
            String right = round % 5 == 0 ? texts.hostile(texts.below(60)) : texts.edited(left, 1 + texts.below(5));
            check(left, right, options(whitespace));
        }
    }

    @ParameterizedTest
    @EnumSource(Whitespace.class)
    void patchOfAnyUnicodeGivesTheRightTextBitForBit(Whitespace whitespace) {
        Texts texts = new Texts(2);
        for (int round = 0; round < ROUNDS; round++) {
            String left = texts.unicode(texts.below(80));
            check(left, texts.edited(left, texts.below(4)), options(whitespace));
        }
    }

    @Test
    void patchIsExactWhenTheBudgetIsSpentAtOnce() {
        Texts texts = new Texts(3);
        for (int round = 0; round < 20; round++) {
            String left = texts.lines(150 + texts.below(200), 9, 30);
            String right = texts.edited(texts.edited(left, 40), 10);
            check(left, right, options(Whitespace.EXACT).withBudget(Duration.ZERO));
        }
    }

    @Test
    void patchOfLongTextsOfFewWordsIsExact() {
        Texts texts = new Texts(4);
        for (int vocabulary : new int[] {1, 2, 3, 10, 100}) {
            String left = texts.lines(300, 12, vocabulary);
            check(left, texts.edited(left, 60), options(Whitespace.EXACT));
            check(left, texts.lines(300, 12, vocabulary), options(Whitespace.EXACT));
        }
    }

    @ParameterizedTest
    @EnumSource(Whitespace.class)
    void aTextEqualsItself(Whitespace whitespace) {
        Texts texts = new Texts(5);
        for (int round = 0; round < 200; round++) {
            String text = texts.hostile(texts.below(80));
            TextDiff diff = TextDiff.compare(text, text, options(whitespace));
            assertThat(diff.isEqual()).isTrue();
            assertThat(diff.edits()).isEmpty();
            assertThat(diff.patch()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Whitespace.class)
    void sidesSwappedAreEqualInTheSameCases(Whitespace whitespace) {
        Texts texts = new Texts(6);
        for (int round = 0; round < ROUNDS; round++) {
            String left = texts.hostile(texts.below(12));
            String right = texts.edited(left, texts.below(2));
            assertThat(TextDiff.compare(left, right, options(whitespace)).isEqual())
                    .as("%s | %s", left, right)
                    .isEqualTo(TextDiff.compare(right, left, options(whitespace)).isEqual());
        }
    }

    @Test
    void onlyEqualTextsAreEqualWhenEveryBlankCounts() {
        Texts texts = new Texts(7);
        for (int round = 0; round < ROUNDS; round++) {
            String left = texts.hostile(texts.below(12));
            String right = texts.edited(left, 1);
            assertThat(TextDiff.compare(left, right).isEqual()).isEqualTo(left.equals(right));
        }
    }

    @Test
    void textWrappedAtOtherColumnsIsEqualInReflow() {
        Texts texts = new Texts(8);
        for (int round = 0; round < 200; round++) {
            String text = texts.lines(1, 40, 500) + "\n" + texts.lines(1, 60, 500);
            String left = texts.rewrapped(text, 30 + texts.below(40));
            String right = texts.rewrapped(text, 30 + texts.below(40));
            TextDiff diff = TextDiff.compare(left, right, options(Whitespace.REFLOW));
            assertThat(diff.isEqual()).isTrue();
            assertThat(Patched.text(left, diff.patch())).isEqualTo(right);
        }
    }

    @Test
    void insertedWordsAreTheOnlyMarksWhenNothingElseChanged() {
        Texts texts = new Texts(9);
        for (int round = 0; round < 200; round++) {
            String left = texts.lines(20, 12, 100_000);
            int at = left.indexOf(' ', texts.below(left.length() - 20)) + 1;
            String right = left.substring(0, at) + "inserted " + left.substring(at);
            List<Edit> edits = TextDiff.compare(left, right).edits();
            assertThat(edits).hasSize(1);
            assertThat(edits.getFirst().left().isEmpty()).isTrue();
            assertThat(edits.getFirst().right().of(right)).isEqualTo("inserted ");
        }
    }

    @Test
    void aCancelledCompareEndsAtOnce() {
        Texts texts = new Texts(10);
        String left = texts.lines(2_000, 12, 500);
        String right = texts.lines(2_000, 12, 500);
        assertThatThrownBy(() -> TextDiff.compare(left, right, CompareOptions.DEFAULT.withCancelled(() -> true)))
                .isInstanceOf(CancellationException.class);
    }

    private static void check(String left, String right, CompareOptions options) {
        TextDiff diff = TextDiff.compare(left, right, options);
        assertThat(Patched.text(left, diff.patch())).isEqualTo(right);
        if (options.whitespace() == Whitespace.EXACT) {
            checkBetween(diff);
        }
        int leftAt = 0;
        int rightAt = 0;
        int leftLine = 0;
        int rightLine = 0;
        for (Row row : diff.rows()) {
            assertThat(row.left().start()).isEqualTo(leftAt);
            assertThat(row.right().start()).isEqualTo(rightAt);
            assertThat(row.leftLines().first()).isEqualTo(leftLine);
            assertThat(row.rightLines().first()).isEqualTo(rightLine);
            leftAt = row.left().end();
            rightAt = row.right().end();
            leftLine = row.leftLines().end();
            rightLine = row.rightLines().end();
            checkRow(diff, row, options);
        }
        assertThat(leftAt).isEqualTo(left.length());
        assertThat(rightAt).isEqualTo(right.length());
    }

    private static void checkBetween(TextDiff diff) {
        int leftAt = 0;
        int rightAt = 0;
        for (Edit edit : diff.edits()) {
            assertThat(diff.left().substring(leftAt, edit.left().start()))
                    .isEqualTo(diff.right().substring(rightAt, edit.right().start()));
            assertThat(edit.left().isEmpty() && edit.right().isEmpty()).isFalse();
            leftAt = edit.left().end();
            rightAt = edit.right().end();
        }
        assertThat(diff.left().substring(leftAt)).isEqualTo(diff.right().substring(rightAt));
    }

    private static void checkRow(TextDiff diff, Row row, CompareOptions options) {
        assertThat(row.left().isEmpty()).isEqualTo(!row.kind().hasLeft());
        assertThat(row.right().isEmpty()).isEqualTo(!row.kind().hasRight());
        switch (row.kind()) {
            case EQUAL -> {
                assertThat(row.edits()).isEmpty();
                if (options.whitespace() == Whitespace.EXACT) {
                    assertThat(row.left().of(diff.left())).isEqualTo(row.right().of(diff.right()));
                }
            }
            case CHANGED -> {
                assertThat(row.edits()).isNotEmpty();
                for (Anchor anchor : diff.anchors(row)) {
                    assertThat(anchor.left()).isStrictlyBetween(row.left().start(), row.left().end());
                    assertThat(anchor.right()).isStrictlyBetween(row.right().start(), row.right().end());
                }
            }
            case INSERTED, REMOVED -> assertThat(row.partner()).isEmpty();
            case MOVED_AWAY, MOVED_HERE -> {
                Row partner = diff.rows().get(row.partner().orElseThrow());
                assertThat(partner.partner()).hasValue(row.index());
                assertThat(partner.kind()).isNotEqualTo(row.kind());
            }
        }
    }
}
