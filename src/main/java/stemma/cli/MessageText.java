package stemma.cli;

import java.util.List;
import stemma.markdown.ChatBody;
import stemma.prompt.Message;

/// The text of a content alone: that of a plain prompt to the last character; a chat with a line
/// `<!-- role: system -->` before each message, which `save` reads.
final class MessageText {
    private MessageText() {}

    static String write(List<Message> messages) {
        return messages.size() == 1 && messages.getFirst().isPlain()
                ? messages.getFirst().text()
                : ChatBody.write(messages);
    }
}
