package stemma.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.diff.ChangeList;
import stemma.ui.common.Messages;

/// What a compare says about its result, and its text for copying.
final class ResultWords {
    private ResultWords() {}

    /// What changed, as a sentence.
    static String summary(ChangeList changes) {
        String words = changes.summary(Locale.getDefault());
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.getDefault()) + words.substring(1);
    }

    /// What a reader should know before trusting his eyes; empty when there is nothing.
    static String notice(ChangeList changes) {
        if (changes.isCoarse()) {
            return Messages.text("compare.notice.coarse");
        }
        if (changes.onlyInvisible()) {
            return Messages.text("compare.notice.invisible", changes.summary(Locale.getDefault()));
        }
        return changes.isEmpty() && !changes.ignored().isEmpty() ? Messages.text("compare.notice.blanks") : "";
    }

    /// One side's text of some items, with what is folded away between them.
    static String text(Script script, List<Item> items, Flank flank) {
        return items.stream()
                .flatMap(item -> switch (item) {
                    case Item.Shown shown -> Stream.of(shown.row());
                    case Item.Fold fold -> script.rows().subList(fold.first(), fold.end()).stream();
                })
                .distinct()
                .filter(LineRow.class::isInstance)
                .map(LineRow.class::cast)
                .map(line -> flank == Flank.LEFT ? line.leftText() : line.rightText())
                .collect(Collectors.joining());
    }
}
