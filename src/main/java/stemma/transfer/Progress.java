package stemma.transfer;

/// Hears how far a long act is and says whether it shall stop. Called on the thread that works, many times a second,
/// so both methods must return at once.
public interface Progress {
    /// Nobody listens and nobody cancels.
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, long count) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// @param fraction how much is done, from 0 to 1; negative when that is not known
    /// @param count how many things are done: versions, prompts, …
    void report(double fraction, long count);

    /// Whether to stop as soon as that leaves nothing half done.
    boolean isCancelled();
}
