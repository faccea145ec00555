package stemma.transfer.copy;

import java.util.EnumMap;
import java.util.Map;

/// How a copy went, or would go.
///
/// @param prompts how many prompts were looked at
/// @param versions versions by what became of them; one that does not occur counts 0
/// @param others stages, and what else a prompt has, likewise
/// @param losses how many items lose something
/// @param cancelled whether it was stopped; copying again goes on
public record CopySummary(
        long prompts, Map<Outcome, Long> versions, Map<Outcome, Long> others, long losses, boolean cancelled) {
    public CopySummary {
        versions = Map.copyOf(versions);
        others = Map.copyOf(others);
    }

    /// How many versions had this outcome.
    public long versions(Outcome outcome) {
        return versions.getOrDefault(outcome, 0L);
    }

    /// How many stages and other things had this outcome.
    public long others(Outcome outcome) {
        return others.getOrDefault(outcome, 0L);
    }

    /// Everything with this outcome.
    public long count(Outcome outcome) {
        return versions(outcome) + others(outcome);
    }

    /// Counts items. Not safe for concurrent use.
    static final class Builder {
        private final Map<Outcome, Long> versions = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Long> others = new EnumMap<>(Outcome.class);
        private long prompts;
        private long losses;

        void prompt() {
            prompts++;
        }

        long prompts() {
            return prompts;
        }

        void add(CopyItem item) {
            boolean isVersion = item.version().isPresent() && item.stage().isEmpty();
            (isVersion ? versions : others).merge(item.outcome(), 1L, Long::sum);
            if (!item.losses().isEmpty() || item.outcome() == Outcome.LOST) {
                losses++;
            }
        }

        long versionCount() {
            return versions.values().stream().mapToLong(Long::longValue).sum();
        }

        CopySummary build(boolean cancelled) {
            return new CopySummary(prompts, versions, others, losses, cancelled);
        }
    }
}
