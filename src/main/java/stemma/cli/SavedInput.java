package stemma.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import stemma.markdown.Bytes;
import stemma.markdown.ChatBody;
import stemma.markdown.FormatException;
import stemma.markdown.FrontMatter;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.transfer.promptfile.PromptFile;
import stemma.transfer.promptfile.PromptFormat;

/// What somebody wants to save, and how much of a content it tells.
sealed interface SavedInput {
    /// The largest input, in bytes.
    int LARGEST = 64 << 20;

    /// A whole content; nothing of the version before stays.
    record Whole(Content content) implements SavedInput {}

    /// The text of a plain prompt.
    ///
    /// @param asked whether the format was named, so that it may take the place of a chat
    record PlainText(String text, boolean asked) implements SavedInput {}

    /// The messages of a chat.
    record Chat(List<Message> messages) implements SavedInput {}

    /// How an input is read.
    enum Format {
        AUTO,
        TEXT,
        JSON,
        MARKDOWN
    }

    /// Members of a content, and those that `get --json` and `export` write beside them.
    Set<String> MEMBERS = Set.of(
            "prompt", "version", "parent", "createdAt", "author", "message", "tags", "stages", "checksum", "title",
            "description", "syntax", "content", "messages", "variables", "examples", "config", "metadata");

    /// @param file its name, or `-` for standard input
    /// @throws Failure when it is no text in UTF-8, or not what its format promises
    /// @throws IOException when it cannot be read
    static SavedInput read(Session session, String file, Format format) throws IOException {
        if (format == Format.AUTO && isOfAnotherProgram(file)) {
            return promptFile(session, file);
        }
        String name = file.equals("-") ? "standard input" : file;
        String text = text(name, bytes(session, file));
        boolean isJsonFile = file.toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            return switch (format) {
                case TEXT -> new PlainText(text, true);
                case JSON -> json(text);
                case MARKDOWN -> markdown(text);
                case AUTO -> {
                    if (isJsonFile || looksLikeJson(text)) {
                        yield json(text);
                    }
                    yield looksLikeMarkdown(text) ? markdown(text) : new PlainText(text, false);
                }
            };
        } catch (FormatException e) {
            throw Failure.failed(name + " " + e.sentence() + ". With --format text it is saved as it stands.");
        } catch (IllegalArgumentException e) {
            throw Failure.failed(
                    name + " is no content as JSON: " + e.getMessage() + ". With --format text it is saved as it stands.");
        }
    }

    private static boolean isOfAnotherProgram(String file) {
        return Stream.of(PromptFormat.PROMPTY, PromptFormat.DOTPROMPT, PromptFormat.GITHUB_MODELS)
                .flatMap(each -> each.endings().stream())
                .anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static SavedInput promptFile(Session session, String file) throws IOException {
        try {
            PromptFile read = PromptFile.read(session.file(file));
            for (Sentence note : read.notes()) {
                session.out().message(file + ": " + note);
            }
            return new Whole(read.content());
        } catch (FormatException e) {
            throw Failure.failed(file + ": " + e.sentence() + ". With --format text it is saved as it stands.");
        }
    }

    private static byte[] bytes(Session session, String file) throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = session.in().readNBytes(LARGEST + 1);
        } else {
            try (InputStream in = Files.newInputStream(session.file(file))) {
                bytes = in.readNBytes(LARGEST + 1);
            }
        }
        if (bytes.length > LARGEST) {
            throw Failure.failed(file + " is larger than " + (LARGEST >> 20) + " MiB.");
        }
        return bytes;
    }

    /// A byte order mark at the beginning is no part of the text.
    private static String text(String name, byte[] bytes) {
        try {
            String text = Bytes.text(bytes);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (FormatException e) {
            throw Failure.failed(name + " " + e.sentence() + ".");
        }
    }

    private static boolean looksLikeJson(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            Json.Object object = Json.parseObject(text);
            return MEMBERS.containsAll(object.members().keySet())
                    && (object.get("content").isPresent() || object.get("messages").isPresent());
        } catch (JsonException e) {
            return false;
        }
    }

    private static SavedInput json(String text) {
        Json.Object object = Json.parseObject(text);
        Set<String> unknown = new TreeSet<>(object.members().keySet());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("\"" + unknown.iterator().next() + "\" is no member of a content");
        }
        return new Whole(Content.fromJson(object));
    }

    private static boolean looksLikeMarkdown(String text) throws FormatException {
        if (ChatBody.isOne(text)) {
            return true;
        }
        return FrontMatter.split(text)
                .map(split -> split.yaml().lines().anyMatch(line -> {
                    int colon = line.indexOf(':');
                    return colon > 0 && VersionFile.KEYS.contains(line.substring(0, colon));
                }))
                .orElse(false);
    }

    private static SavedInput markdown(String text) throws FormatException {
        return FrontMatter.split(text).isEmpty() && ChatBody.isOne(text)
                ? new Chat(ChatBody.read(text))
                : new Whole(VersionFile.read(Bytes.utf8(text)).content());
    }

    /// The content to save: what the input does not tell stays as it is in the newest version.
    ///
    /// @throws Failure when a text would take the place of a chat without having been asked to
    default Content onTopOf(Optional<Content> newest) {
        return switch (this) {
            case Whole(Content content) -> content;
            case Chat(List<Message> messages) ->
                newest.orElse(Content.plain("")).withMessages(messages);
            case PlainText(String text, boolean asked) -> {
                if (!asked && newest.isPresent() && !newest.get().isPlain()) {
                    throw Failure.failed("The newest version is a chat of " + newest.get().messages().size()
                            + " messages, and this is one text. Put a line \"<!-- role: user -->\" before each message,"
                            + " or make it a plain prompt with --format text.");
                }
                yield newest.orElse(Content.plain("")).withMessages(List.of(Message.plain(text)));
            }
        };
    }
}
