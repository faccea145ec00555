package stemma.ui.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/// The text of a step with its marks: `[-removed-]` and `[+added+]` look as in a compare, `` `F7` `` as a key.
final class TourText {
    private static final Pattern MARK = Pattern.compile("\\[-(.+?)-\\]|\\[\\+(.+?)\\+\\]|`(.+?)`");
    private static final List<String> STYLES = List.of("removed", "inserted", "key");

    private TourText() {}

    /// The text without its marks, for who hears it.
    static String plain(String text) {
        return MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(inside(found.group(1), found.group(2), found.group(3))));
    }

    private static String inside(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    /// Pieces for a text flow.
    static List<Node> nodes(String text) {
        List<Node> pieces = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int end = 0;
        while (mark.find()) {
            addWords(pieces, text.substring(end, mark.start()));
            for (int group = 1; group <= STYLES.size(); group++) {
                if (mark.group(group) != null) {
                    Label label = new Label(mark.group(group));
                    label.getStyleClass().addAll("tour-mark", STYLES.get(group - 1));
                    pieces.add(label);
                }
            }
            end = mark.end();
        }
        addWords(pieces, text.substring(end));
        return pieces;
    }

    private static void addWords(List<Node> pieces, String words) {
        if (!words.isEmpty()) {
            Text node = new Text(words);
            node.getStyleClass().add("tour-words");
            pieces.add(node);
        }
    }
}
