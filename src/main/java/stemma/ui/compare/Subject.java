package stemma.ui.compare;

import java.util.concurrent.Callable;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Version;

/// One of the two things that are compared: a version, a draft, a file …
///
/// @param caption what it is, such as `support/greeting 1.2.0 · production`
/// @param source reads it; called on a task's thread, so it may block, and called again when the compare is refreshed
public record Subject(String caption, Callable<Side> source) {
    /// A content that is in memory already.
    public static Subject of(String caption, Content content) {
        Side side = Side.of(content);
        return new Subject(caption, () -> side);
    }

    /// A version that is in memory already.
    public static Subject of(String caption, Version version) {
        Side side = Side.of(version);
        return new Subject(caption, () -> side);
    }
}
