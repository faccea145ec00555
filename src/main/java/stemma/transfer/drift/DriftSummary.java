package stemma.transfer.drift;

import java.util.Map;

/// How two stores differ as a whole.
///
/// @param prompts how many were looked at
/// @param equal how many are the same in both
/// @param differences how many prompts have each difference; a prompt may have several
/// @param cancelled whether the rest was not looked at
public record DriftSummary(long prompts, long equal, Map<Difference, Long> differences, boolean cancelled) {
    public DriftSummary {
        differences = Map.copyOf(differences);
    }

    public long count(Difference difference) {
        return differences.getOrDefault(difference, 0L);
    }

    /// Whether every prompt that was looked at is the same in both.
    public boolean isEqual() {
        return equal == prompts;
    }
}
