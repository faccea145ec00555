package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.diff.Change;
import stemma.diff.ChangeList;
import stemma.diff.TextDiff;

/// Which message stands beside which, read from a change list.
final class MessagePairs {
    private final int[] rightOf;
    private final int[] leftOf;
    private final boolean[] moved;
    private final Map<Integer, TextDiff> texts = new HashMap<>();

    /// A message with its partner.
    ///
    /// @param left its place on the left, -1 when it is new
    /// @param right its place on the right, -1 when it is gone
    /// @param text the compared text when both are there and differ
    record Pair(int left, int right, boolean moved, Optional<TextDiff> text) {}

    MessagePairs(ChangeList changes) {
        rightOf = new int[changes.left().messages().size()];
        leftOf = new int[changes.right().messages().size()];
        moved = new boolean[rightOf.length];
        boolean[] gone = new boolean[rightOf.length];
        boolean[] isNew = new boolean[leftOf.length];
        Arrays.fill(rightOf, -1);
        Arrays.fill(leftOf, -1);
        List<Change> all = new ArrayList<>(changes.changes());
        all.addAll(changes.ignored());
        for (Change change : all) {
            switch (change) {
                case Change.MessageInserted(int right, _) -> isNew[right] = true;
                case Change.MessageRemoved(int left, _) -> gone[left] = true;
                case Change.MessageMoved(int left, int right) -> {
                    pair(left, right);
                    moved[left] = true;
                }
                case Change.RoleChanged(int left, int right, _, _) -> pair(left, right);
                case Change.MessageEdited(int left, int right, TextDiff text) -> {
                    pair(left, right);
                    texts.put(left, text);
                }
                default -> {}
            }
        }
        pairTheRest(gone, isNew);
    }

    private void pair(int left, int right) {
        rightOf[left] = right;
        leftOf[right] = left;
    }

    /// Messages of which the list tells nothing are equal and in order.
    private void pairTheRest(boolean[] gone, boolean[] isNew) {
        int right = 0;
        for (int left = 0; left < rightOf.length; left++) {
            if (gone[left] || rightOf[left] >= 0) {
                continue;
            }
            while (right < leftOf.length && (isNew[right] || leftOf[right] >= 0)) {
                right++;
            }
            if (right < leftOf.length) {
                pair(left, right);
            }
        }
    }

    /// In the order of the right side; what is gone comes where it stood between its neighbours.
    List<Pair> inReadingOrder() {
        List<Pair> pairs = new ArrayList<>();
        int told = 0;
        for (int right = 0; right < leftOf.length; right++) {
            int left = leftOf[right];
            if (left >= 0 && !moved[left]) {
                told = tellGone(told, left, pairs);
            }
            pairs.add(new Pair(left, right, left >= 0 && moved[left], Optional.ofNullable(texts.get(left))));
        }
        tellGone(told, rightOf.length, pairs);
        return pairs;
    }

    private int tellGone(int from, int to, List<Pair> pairs) {
        for (int left = from; left < to; left++) {
            if (rightOf[left] < 0) {
                pairs.add(new Pair(left, -1, false, Optional.empty()));
            }
        }
        return Math.max(from, to);
    }
}
