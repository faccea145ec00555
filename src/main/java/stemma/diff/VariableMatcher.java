package stemma.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// Finds which declared variable became which: by name, then those that got another name, told by what is said of
/// them and by where the text uses them.
final class VariableMatcher {
    /// So many characters before or behind a use in the text tell that it is the same place.
    private static final int CONTEXT = 12;

    private final List<Variable> left;
    private final List<Variable> right;
    private final String leftText;
    private final String rightText;

    VariableMatcher(Content left, Content right) {
        this.left = left.variables();
        this.right = right.variables();
        leftText = text(left);
        rightText = text(right);
    }

    private static String text(Content content) {
        return String.join("\n", content.messages().stream().map(Message::text).toList());
    }

    /// For each left variable the right one, or -1.
    int[] match() {
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < right.size(); j++) {
            places.put(right.get(j).name(), j);
        }
        int[] match = new int[left.size()];
        for (int i = 0; i < left.size(); i++) {
            Integer place = places.remove(left.get(i).name());
            match[i] = place == null ? -1 : place;
        }
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; match[i] < 0 && j < right.size(); j++) {
                if (places.containsKey(right.get(j).name()) && isRenamed(left.get(i), right.get(j))) {
                    match[i] = j;
                    places.remove(right.get(j).name());
                }
            }
        }
        return match;
    }

    private boolean isRenamed(Variable before, Variable after) {
        if (!before.type().equals(after.type()) || before.required() != after.required()) {
            return false;
        }
        if (!before.description().isEmpty() && before.description().equals(after.description())) {
            return true;
        }
        boolean sameRest = before.description().equals(after.description())
                && before.defaultValue().equals(after.defaultValue());
        return isUsedAtSamePlace(before.name(), after.name())
                || sameRest && (before.defaultValue().isPresent() || isNameAlike(before.name(), after.name()));
    }

    private static boolean isNameAlike(String before, String after) {
        String a = before.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        String b = after.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        boolean longEnough = Math.min(a.length(), b.length()) >= 3;
        return a.equals(b) || longEnough && (a.contains(b) || b.contains(a));
    }

    /// Whether some use of the old name, with the new name put in, stands in the new text, which no longer uses the
    /// old one.
    private boolean isUsedAtSamePlace(String before, String after) {
        int at = use(leftText, before, 0);
        if (at < 0 || use(rightText, before, 0) >= 0) {
            return false;
        }
        while (at >= 0) {
            int end = at + before.length();
            String head = leftText.substring(Math.max(0, at - CONTEXT), at);
            String tail = leftText.substring(end, Math.min(leftText.length(), end + CONTEXT));
            if (rightText.contains(head + after + closers(tail)) || rightText.contains(openers(head) + after + tail)) {
                return true;
            }
            at = use(leftText, before, end);
        }
        return false;
    }

    /// Where a template uses a name: behind a brace, a dollar sign or a blank inside braces.
    private static int use(String text, String name, int from) {
        int at = text.indexOf(name, from);
        while (at >= 0) {
            int end = at + name.length();
            String opening = openers(text.substring(Math.max(0, at - 4), at));
            String closing = closers(text.substring(end, Math.min(text.length(), end + 4)));
            if (!opening.isBlank() && !closing.isBlank()) {
                return at;
            }
            at = text.indexOf(name, at + 1);
        }
        return -1;
    }

    private static String openers(String head) {
        int start = head.length();
        while (start > 0 && "{$%<# ".indexOf(head.charAt(start - 1)) >= 0) {
            start--;
        }
        return head.substring(start);
    }

    private static String closers(String tail) {
        int end = 0;
        while (end < tail.length() && "}%># ".indexOf(tail.charAt(end)) >= 0) {
            end++;
        }
        return tail.substring(0, end);
    }
}
