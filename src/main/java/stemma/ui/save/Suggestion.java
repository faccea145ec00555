package stemma.ui.save;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.diff.ChangeList;
import stemma.diff.Comparison;
import stemma.diff.SuggestedStep;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.prompt.VersionLabel.Step;
import stemma.registry.Registry;
import stemma.store.StoreException;
import stemma.ui.common.Sentences;

/// Which label suits, and what changed.
///
/// @param next the label of each step; empty for a first version
/// @param used labels that are taken
/// @param step how far the changes go
/// @param reason why, as a sentence; empty for a first version
/// @param summary what changed in a line; empty for a first version
record Suggestion(
        Map<Step, VersionLabel> next, Set<VersionLabel> used, Step step, String reason, String summary) {

    static final Suggestion NONE = new Suggestion(Map.of(), Set.of(), Step.MINOR, "", "");

    Suggestion {
        next = Map.copyOf(next);
        used = Set.copyOf(used);
    }

    /// Blocks.
    ///
    /// @param against the version that the new one follows
    static Suggestion make(Registry registry, PromptId prompt, Optional<Version> against, Content content) {
        Set<VersionLabel> used = used(registry, prompt);
        if (against.isEmpty()) {
            return new Suggestion(Map.of(), used, Step.MINOR, "", "");
        }
        ChangeList changes = Comparison.of(against.get().content(), content);
        SuggestedStep suggested = changes.suggestedStep();
        Map<Step, VersionLabel> next = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            next.put(step, registry.saving().suggest(prompt, against.get().label(), step));
        }
        return new Suggestion(next, used, suggested.step(), Sentences.say(suggested.reason()), changes.summary(Locale.getDefault()));
    }

    private static Set<VersionLabel> used(Registry registry, PromptId prompt) {
        Set<VersionLabel> used = new HashSet<>();
        try {
            registry.store().versions(prompt).stream().map(VersionInfo::label).forEach(used::add);
        } catch (StoreException.NotFound e) {
            // A new prompt has no versions.
        }
        return used;
    }

    boolean isFirst() {
        return next.isEmpty();
    }

    /// Whether the label is the same however far the changes go, as in stores that count.
    boolean counts() {
        return Set.copyOf(next.values()).size() == 1;
    }
}
