package stemma.search;

import java.util.List;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// A version that was found.
///
/// @param title its title; may be empty
/// @param snippet a piece of its text in one line, around what was found there
/// @param marks what was found within the snippet, in order; empty when it was found elsewhere, such as in a tag
public record Hit(PromptId prompt, VersionLabel label, String title, String snippet, List<Mark> marks) {
    public Hit {
        marks = List.copyOf(marks);
    }

    /// A part of the snippet, in UTF-16 units.
    ///
    /// @param start where it begins
    /// @param end behind its last character
    public record Mark(int start, int end) {}
}
