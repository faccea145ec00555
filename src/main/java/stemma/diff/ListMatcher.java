package stemma.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Finds which item of one list became which of another: equal ones in order, equal ones elsewhere, then the most
/// alike, then what is the only one of its kind on both sides.
final class ListMatcher<T> {
    /// Twice the shared words by all words.
    private static final double ALIKE = 0.4;

    private static final double SAME_KIND_BONUS = 0.15;

    /// So many characters of an item are looked at to find out what it is alike to.
    private static final int LOOKED_AT = 200_000;

    private record Candidate(int left, int right, double score) {}

    private final List<T> left;
    private final List<T> right;
    private final Function<T, String> kind;
    private final Function<T, String> text;
    private final Budget budget;
    private final int[] match;
    private final boolean[] taken;

    /// @param kind what an item is, such as a message's role
    /// @param text what an item says
    ListMatcher(List<T> left, List<T> right, Function<T, String> kind, Function<T, String> text, Budget budget) {
        this.left = left;
        this.right = right;
        this.kind = kind;
        this.text = text;
        this.budget = budget;
        match = new int[left.size()];
        taken = new boolean[right.size()];
    }

    /// For each left item the right item, or -1.
    int[] match() {
        matchEqual(Function.identity(), true);
        matchEqual(Function.identity(), false);
        matchEqual(text, false);
        matchAlike();
        matchOnly();
        return match;
    }

    private void matchEqual(Function<T, ?> key, boolean inOrder) {
        if (inOrder) {
            Map<Object, Integer> ids = new HashMap<>();
            int[] leftIds = ids(left, key, ids);
            int[] rightIds = ids(right, key, ids);
            int[] weights = new int[ids.size()];
            left.forEach(item -> weights[ids.get(key.apply(item))] =
                    10 + 32 - Integer.numberOfLeadingZeros(text.apply(item).length()));
            Aligner aligner = new Aligner(0, budget);
            aligner.learn(weights, weights.length);
            aligner.align(leftIds, 0, leftIds.length, rightIds, 0, rightIds.length, match);
            Arrays.stream(match).filter(j -> j >= 0).forEach(j -> taken[j] = true);
            return;
        }
        Map<Object, IntList> free = new HashMap<>();
        for (int j = right.size() - 1; j >= 0; j--) {
            if (!taken[j]) {
                free.computeIfAbsent(key.apply(right.get(j)), _ -> new IntList(4)).add(j);
            }
        }
        for (int i = 0; i < left.size(); i++) {
            IntList places = match[i] >= 0 ? null : free.get(key.apply(left.get(i)));
            if (places != null && places.size() > 0) {
                take(i, places.removeLast());
            }
        }
    }

    private int[] ids(List<T> items, Function<T, ?> key, Map<Object, Integer> ids) {
        return items.stream().mapToInt(item -> ids.computeIfAbsent(key.apply(item), _ -> ids.size())).toArray();
    }

    private void take(int i, int j) {
        match[i] = j;
        taken[j] = true;
    }

    private void matchAlike() {
        Likeness likeness = new Likeness();
        Map<Integer, int[]> leftWords = words(likeness, left, i -> match[i] < 0);
        Map<Integer, int[]> rightWords = words(likeness, right, j -> !taken[j]);
        List<Candidate> candidates = new ArrayList<>();
        leftWords.forEach((i, a) -> {
            if (budget.isSpent()) {
                return;
            }
            rightWords.forEach((j, b) -> {
                boolean sameKind = kind.apply(left.get(i)).equals(kind.apply(right.get(j)));
                double alike = likeness.of(a, b);
                if (alike >= (sameKind ? ALIKE : ALIKE + SAME_KIND_BONUS)) {
                    candidates.add(new Candidate(i, j, alike + (sameKind ? SAME_KIND_BONUS : 0)));
                }
            });
        });
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(candidate -> Math.abs(candidate.left() - candidate.right()))
                .thenComparingInt(Candidate::left));
        for (Candidate candidate : candidates) {
            if (match[candidate.left()] < 0 && !taken[candidate.right()]) {
                take(candidate.left(), candidate.right());
            }
        }
    }

    private Map<Integer, int[]> words(
            Likeness likeness, List<T> items, IntPredicate isFree) {
        Map<Integer, int[]> words = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (isFree.test(i)) {
                String whole = text.apply(items.get(i));
                words.put(i, likeness.words(whole.substring(0, Math.min(whole.length(), LOOKED_AT))));
            }
        }
        return words;
    }

    /// What has no partner is the same thing rewritten when it is the only one of its kind left on both sides and
    /// stands between the same neighbours.
    private void matchOnly() {
        for (int i = 0; i < left.size(); i++) {
            if (match[i] >= 0) {
                continue;
            }
            int only = only(i);
            if (only >= 0 && (isBesideSame(i, only) || left.size() == 1 && right.size() == 1)) {
                take(i, only);
            }
        }
    }

    private int only(int i) {
        if (left.size() == 1 && right.size() == 1) {
            return taken[0] ? -1 : 0;
        }
        String wanted = kind.apply(left.get(i));
        for (int other = 0; other < left.size(); other++) {
            if (other != i && match[other] < 0 && kind.apply(left.get(other)).equals(wanted)) {
                return -1;
            }
        }
        int found = -1;
        for (int j = 0; j < right.size(); j++) {
            if (!taken[j] && kind.apply(right.get(j)).equals(wanted)) {
                if (found >= 0) {
                    return -1;
                }
                found = j;
            }
        }
        return found;
    }

    private boolean isBesideSame(int i, int j) {
        int before = i == 0 ? -1 : match[i - 1];
        boolean sameBefore = i == 0 ? j == 0 : before >= 0 && before == j - 1;
        int after = i + 1 == left.size() ? right.size() : match[i + 1];
        return sameBefore || after == j + 1;
    }

    /// Which matched items were moved: all but the heaviest set of those that keep their order.
    ///
    /// @param weight what it costs to call an item moved, by left index
    static boolean[] moved(int[] match, IntToLongFunction weight) {
        long[] best = new long[match.length];
        int[] before = new int[match.length];
        int last = -1;
        for (int i = 0; i < match.length; i++) {
            if (match[i] < 0) {
                continue;
            }
            before[i] = -1;
            for (int k = 0; k < i; k++) {
                if (match[k] >= 0 && match[k] < match[i] && (before[i] < 0 || best[k] > best[before[i]])) {
                    before[i] = k;
                }
            }
            best[i] = weight.applyAsLong(i) + (before[i] < 0 ? 0 : best[before[i]]);
            if (last < 0 || best[i] > best[last]) {
                last = i;
            }
        }
        boolean[] moved = new boolean[match.length];
        for (int i = 0; i < match.length; i++) {
            moved[i] = match[i] >= 0;
        }
        for (int i = last; i >= 0; i = before[i]) {
            moved[i] = false;
        }
        return moved;
    }
}
