package stemma.diff;

import java.util.Arrays;
import java.util.List;

/// The words of single units, for finding out whether one became another elsewhere.
final class RowWords {
    private final Units left;
    private final Units right;
    private final WordMatcher matcher;

    RowWords(Units left, Units right, WordMatcher matcher) {
        this.left = left;
        this.right = right;
        this.matcher = matcher;
    }

    /// Characters of a unit that are not blank.
    int visible(Units units, int unit) {
        int visible = 0;
        for (int i = units.start(unit); i < units.contentEnd(unit); i++) {
            visible += Characters.isBlank(units.text()[i]) ? 0 : 1;
        }
        return visible;
    }

    /// How many words, numbers and signs a unit has.
    int count(Units units, int unit) {
        return tokens(units, unit).size();
    }

    /// The ids of a unit's tokens, each once.
    int[] distinct(Units units, int unit) {
        Tokens tokens = tokens(units, unit);
        return Arrays.stream(tokens.ids(), 0, tokens.size()).distinct().toArray();
    }

    private Tokens tokens(Units units, int unit) {
        if (units == left) {
            matcher.read(left.start(unit), left.end(unit), 0, 0);
            return matcher.left();
        }
        matcher.read(0, 0, right.start(unit), right.end(unit));
        return matcher.right();
    }

    int weight(int id) {
        return matcher.weight(id);
    }

    /// From 0 (nothing in common) to 1: twice the weight of matched words by the weight of all words.
    double likeness(int leftUnit, int rightUnit) {
        match(leftUnit, rightUnit);
        Tokens leftTokens = matcher.left();
        Tokens rightTokens = matcher.right();
        int shared = 0;
        int all = 0;
        for (int i = 0; i < leftTokens.size(); i++) {
            int weight = matcher.weight(leftTokens.id(i));
            all += weight;
            shared += matcher.match()[i] >= 0 ? weight : 0;
        }
        for (int j = 0; j < rightTokens.size(); j++) {
            all += matcher.weight(rightTokens.id(j));
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    /// What differs between a left and a right unit.
    List<Edit> edits(int leftUnit, int rightUnit) {
        boolean same = Arrays.equals(
                left.text(),
                left.start(leftUnit),
                left.end(leftUnit),
                right.text(),
                right.start(rightUnit),
                right.end(rightUnit));
        if (same) {
            return List.of();
        }
        match(leftUnit, rightUnit);
        IntList edits = new IntList(8);
        matcher.write(
                0,
                matcher.left().size(),
                left.start(leftUnit),
                left.end(leftUnit),
                right.start(rightUnit),
                right.end(rightUnit),
                edits);
        return Edits.of(edits, 0, edits.size());
    }

    private void match(int leftUnit, int rightUnit) {
        matcher.read(left.start(leftUnit), left.end(leftUnit), right.start(rightUnit), right.end(rightUnit));
        matcher.align();
        matcher.tidy(0, matcher.left().size(), 0, matcher.right().size());
    }
}
