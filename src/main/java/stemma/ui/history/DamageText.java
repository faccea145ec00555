package stemma.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.prompt.VersionLabel;
import stemma.store.Untold;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;

/// What is damaged, in words.
final class DamageText {
    /// So many are told one by one; the check of the store tells them all.
    private static final int FEW = 3;

    private DamageText() {}

    /// A sentence for each, or the first ones and how many there are beside them.
    static List<String> of(List<Untold> damage) {
        List<String> texts = new ArrayList<>();
        damage.stream().limit(FEW).map(DamageText::of).forEach(texts::add);
        if (damage.size() > FEW) {
            texts.add(Messages.text("history.damage.more", damage.size() - FEW));
        }
        return texts;
    }

    static String of(Untold damaged) {
        String what = Sentences.say(damaged.what());
        Optional<String> version = damaged.version().map(VersionLabel::value);
        return switch (damaged.kind()) {
            case STAGES -> Messages.text("history.damage.stages", what, damaged.where());
            case TAGS -> Messages.text("history.damage.tags", what, damaged.where());
            case VERSION, TIME, OTHER -> version
                    .map(label -> Messages.text("history.damage.version", label, what, damaged.where()))
                    .orElseGet(() -> Messages.text("history.damage.unnamed", what, damaged.where()));
        };
    }
}
