package stemma.transfer.drift;

/// How two stores differ as a whole.
///
/// @param prompts how many were looked at
/// @param equal how many are the same in both
/// @param cancelled whether the rest was not looked at
public record DriftSummary(long prompts, long equal, boolean cancelled) {
    /// Whether every prompt that was looked at is the same in both.
    public boolean isEqual() {
        return equal == prompts;
    }
}
