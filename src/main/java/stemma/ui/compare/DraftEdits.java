package stemma.ui.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import stemma.diff.ChangeList;
import stemma.prompt.Content;
import stemma.ui.compare.CompareModel.Pair;

/// Single changes taken over into the draft among two sides, one after the other, and given back.
final class DraftEdits {
    private final Deque<Content> before = new ArrayDeque<>();

    static boolean hasDraft(Pair sides) {
        return sides.left().draft().isPresent() || sides.right().draft().isPresent();
    }

    private static Flank flank(Pair sides) {
        return sides.right().draft().isPresent() ? Flank.RIGHT : Flank.LEFT;
    }

    void forget() {
        before.clear();
    }

    /// Whether the draft can have what the other side has.
    boolean canTake(Pair sides, Compared compared, Script.Hunk hunk) {
        return hasDraft(sides) && Taking.take(compared, hunk, flank(sides)).isPresent();
    }

    /// Gives the draft what the other side has.
    ///
    /// @return the sides with the new draft; empty when a draft cannot have the change
    Optional<Pair> take(Pair sides, Compared compared, Script.Hunk hunk) {
        if (!hasDraft(sides)) {
            return Optional.empty();
        }
        Optional<Content> content = Taking.take(compared, hunk, flank(sides));
        if (content.isPresent()) {
            ChangeList list = compared.changes();
            before.push(flank(sides) == Flank.LEFT ? list.left() : list.right());
        }
        return content.map(taken -> replace(sides, taken));
    }

    /// @return the sides with the draft as it was before the last change was taken; empty when none was
    Optional<Pair> undo(Pair sides) {
        return before.isEmpty() ? Optional.empty() : Optional.of(replace(sides, before.pop()));
    }

    private static Pair replace(Pair sides, Content content) {
        boolean isLeft = flank(sides) == Flank.LEFT;
        Subject old = isLeft ? sides.left() : sides.right();
        old.draft().ifPresent(draft -> draft.onTake().accept(content));
        Subject changed = old.with(content);
        return isLeft ? new Pair(changed, sides.right()) : new Pair(sides.left(), changed);
    }
}
