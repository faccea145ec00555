package stemma.ui.shell;

import java.util.List;
import stemma.ui.common.Notices;

/// A line across the window that says what holds as long as it is there, and what can be done about it. There is one
/// about each topic.
record Banner(Topic topic, String text, List<Notices.Action> actions) {
    /// What banners are about.
    enum Topic {
        /// The prompts that a new store begins with.
        SAMPLES(false),
        /// Versions changed in place by other programs.
        OUTSIDE_EDITS(true),
        /// A server that does not answer.
        AWAY(true);

        private final boolean warns;

        Topic(boolean warns) {
            this.warns = warns;
        }

        boolean warns() {
            return warns;
        }
    }
}
