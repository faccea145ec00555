package stemma.diff.export;

import java.util.ArrayList;
import java.util.List;
import stemma.diff.Change;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.TextDiff;
import stemma.prompt.Message;

/// A message whose text changed, came or went.
///
/// @param title such as `2 · user, added`
record TextSection(String title, TextDiff text) {
    static List<TextSection> of(ChangeList changes) {
        List<TextSection> sections = new ArrayList<>();
        boolean plain = changes.left().isPlain() && changes.right().isPlain();
        for (Change change : changes.changes()) {
            switch (change) {
                case Change.MessageEdited(_, int right, TextDiff text) ->
                    sections.add(new TextSection(
                            plain ? "" : title(right, changes.right().messages().get(right)), text));
                case Change.MessageInserted(int right, Message message) ->
                    sections.add(new TextSection(
                            title(right, message) + ", added",
                            TextDiff.compare("", message.text(), CompareOptions.DEFAULT)));
                case Change.MessageRemoved(int left, Message message) ->
                    sections.add(new TextSection(
                            title(left, message) + ", removed",
                            TextDiff.compare(message.text(), "", CompareOptions.DEFAULT)));
                default -> {}
            }
        }
        return sections;
    }

    private static String title(int index, Message message) {
        return (index + 1) + " · " + (message.isPlain() ? "text" : message.role());
    }
}
