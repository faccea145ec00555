package stemma.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.prompt.Message;
import stemma.prompt.Sentence;

/// The messages of a chat prompt as Markdown. A line `<!-- role: system -->` begins each message; the text follows and
/// ends before the line end in front of the next marker, or before the file's last line end. A line of a text that
/// looks like a marker has a backslash put before it, and one more when it has some already.
public final class ChatBody {
    private static final String MARKER_START = "<!-- role: ";
    private static final Pattern MARKER =
            Pattern.compile("(\\\\*)<!-- role: ([A-Za-z0-9][A-Za-z0-9_.-]{0,63}) -->[ \\t]*(\\r?)");

    private ChatBody() {}

    /// @param messages each with a role
    public static String write(List<Message> messages) {
        StringBuilder out = new StringBuilder();
        for (Message message : messages) {
            out.append(MARKER_START).append(message.role()).append(" -->\n");
            writeText(out, message.text());
            out.append('\n');
        }
        return out.toString();
    }

    private static void writeText(StringBuilder out, String text) {
        int line = 0;
        while (line <= text.length()) {
            int end = lineEnd(text, line);
            if (mayBeMarker(text, line, end) && MARKER.matcher(text).region(line, end).matches()) {
                out.append('\\');
            }
            out.append(text, line, Math.min(end + 1, text.length()));
            line = end + 1;
        }
    }

    /// @throws FormatException when text stands before the first marker
    public static List<Message> read(String body) throws FormatException {
        List<Message> messages = new ArrayList<>();
        String role = "";
        boolean windowsLines = false;
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < body.length(); ) {
            int end = lineEnd(body, line);
            int next = Math.min(end + 1, body.length());
            Matcher marker = MARKER.matcher(body);
            if (!mayBeMarker(body, line, end) || !marker.region(line, end).matches()) {
                text.append(body, line, next);
            } else if (!marker.group(1).isEmpty()) {
                text.append(body, line + 1, next);
            } else {
                finish(messages, role, text, windowsLines);
                role = marker.group(2);
                windowsLines = !marker.group(3).isEmpty();
            }
            line = next;
        }
        finish(messages, role, text, windowsLines);
        return messages;
    }

    /// Whether a text begins with a message's marker, blank lines apart.
    public static boolean isOne(String body) {
        String start = body.stripLeading();
        return MARKER.matcher(start).region(0, lineEnd(start, 0)).matches() && start.startsWith(MARKER_START);
    }

    private static void finish(List<Message> messages, String role, StringBuilder text, boolean windowsLines)
            throws FormatException {
        if (role.isEmpty()) {
            if (!text.toString().isBlank()) {
                throw new FormatException(Sentence.of(
                        "is a chat prompt, but text stands before its first line \"{0}… -->\"", MARKER_START));
            }
        } else {
            int length = text.length();
            if (length > 0 && text.charAt(length - 1) == '\n') {
                boolean both = windowsLines && length > 1 && text.charAt(length - 2) == '\r';
                text.setLength(length - (both ? 2 : 1));
            }
            messages.add(new Message(role, text.toString()));
        }
        text.setLength(0);
    }

    private static int lineEnd(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end;
    }

    private static boolean mayBeMarker(String text, int line, int end) {
        return line < end && (text.charAt(line) == '<' || text.charAt(line) == '\\');
    }
}
