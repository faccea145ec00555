package stemma.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel;

class VersionFileTest {
    private static final String[] HOSTILE = {
        "---", "\n", "\r\n", "\r", "<!-- role: user -->", "\\<!-- role: user -->", "<!-- role: a -->\r", " ", "\t", ":",
        ": ", " #", "#", "- ", "-", "\"", "'", "\\", "|", ">", "%", "@", "`", "&a", "*a", "!", "? ", "{", "}", "[", "]",
        ",", "null", "~", "true", "yes", "1.50", "0x1F", "1e5", "=", "<<", "...", "\uFEFF", "\u2028", "\u2029",
        "\u0085", "\u00A0", "\u0000", "\u0007", "\u007F", "\u009F", "\uFFFE", "\uFFFF", "\uD83D\uDE00", "e\u0301", "é",
        "日本語", "word", "two words", "{{variable}}", "title: x", "x", "long ".repeat(40), "0", "user", "-->", "<!--"
    };

    private final Random random = new Random(20260301);

    @Test
    void whateverIsWrittenIsReadBack() throws Exception {
        for (int round = 0; round < 1500; round++) {
            VersionFile file = new VersionFile(
                    random.nextBoolean() ? Optional.of(new VersionLabel("1.0")) : Optional.empty(),
                    text(),
                    text(),
                    Optional.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L)),
                    new TreeSet<>(),
                    content());
            VersionFile read = VersionFile.read(file.write());
            assertThat(read).isEqualTo(file);
            assertThat(read.content().config().compact()).isEqualTo(file.content().config().compact());
        }
    }

    @Test
    void anyBytesAreAContentOrAClearError() {
        for (int round = 0; round < 8_000; round++) {
            byte[] bytes = round % 2 == 0 ? randomBytes() : damaged();
            try {
                VersionFile.read(bytes);
            } catch (FormatException e) {
                assertThat(e.sentence()).isNotBlank().doesNotContain("null\n");
            }
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A file with a byte or two that do not belong there, or front matter made of hostile pieces.
    private byte[] damaged() {
        if (random.nextBoolean()) {
            return ("---\n" + text() + "\n" + text() + ": " + text() + "\n---\n" + text())
                    .getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new VersionFile(
                        Optional.empty(), text(), text(), Optional.of(Instant.EPOCH), new TreeSet<>(), content())
                .write();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
        }
        return bytes;
    }

    private Content content() {
        List<Message> messages = new ArrayList<>();
        if (random.nextBoolean()) {
            messages.add(Message.plain(text()));
        } else {
            for (int i = random.nextInt(4); i > 0; i--) {
                messages.add(new Message(random.nextBoolean() ? "user" : "x.Y_z-1", text()));
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            variables.add(new Variable(
                    "n" + text() + i,
                    text(),
                    random.nextBoolean(),
                    random.nextBoolean() ? Optional.of(json(3)) : Optional.empty(),
                    text()));
        }
        List<Example> examples = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            examples.add(new Example(object(2), text()));
        }
        return new Content(
                text(), text(), "s" + text(), messages, variables, examples, object(4), object(2));
    }

    private Json json(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Number(List.of("0.70", "-0", "1E+2", "1e5", "123456789012345678901234567890", "7")
                    .get(random.nextInt(6)));
            case 3, 4, 5 -> new Json.Text(text());
            case 6 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(json(depth - 1));
                }
                yield new Json.Array(items);
            }
            default -> object(depth - 1);
        };
    }

    private Json.Object object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(random.nextInt(50) == 0 ? text().repeat(200) : text(), json(depth));
        }
        return new Json.Object(members);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString();
    }

    @Test
    void halvesOfCharactersInAuthorAndConfigAreKept() throws Exception {
        VersionFile file = new VersionFile(
                Optional.empty(),
                "half \uD83D",
                "\uDE00 half",
                Optional.of(Instant.EPOCH),
                new TreeSet<>(),
                Content.plain("x").withConfig(Json.parseObject("{\"a\": \"\\ud800\"}")));
        assertThat(VersionFile.read(file.write())).isEqualTo(file);
    }

    @Test
    void aFileReadsWellInADiff() {
        VersionFile file = new VersionFile(
                Optional.of(new VersionLabel("1.3.0")),
                "ada",
                "Fewer refusals\n\nSee the report.",
                Optional.of(Instant.parse("2026-03-01T09:00:01.123456Z")),
                new TreeSet<>(),
                new Content(
                        "Greeting",
                        "Greets a customer.",
                        "jinja2",
                        List.of(new Message("system", "You are {{persona}}.\n"), new Message("user", "{{question}}")),
                        List.of(
                                new Variable("persona", "string", false, Optional.of(new Json.Text("a helper")), "Who"),
                                Variable.named("question")),
                        List.of(new Example(Json.parseObject("{\"question\": \"Hi?\"}"), "Hello!\nHow are you?")),
                        Json.parseObject("{\"model\": \"large\", \"temperature\": 0.70, \"stop\": [\"\\n\\n\"]}"),
                        Json.parseObject("{\"owner\": {\"team\": \"support\", \"since\": \"2024\"}, \"none\": {}}")));
        assertThat(new String(file.write(), StandardCharsets.UTF_8)).isEqualTo("""
                ---
                title: Greeting
                author: ada
                message: |-
                  Fewer refusals

                  See the report.
                created: 2026-03-01T09:00:01.123456Z
                parent: 1.3.0
                description: Greets a customer.
                syntax: jinja2
                kind: chat
                variables:
                  - name: persona
                    type: string
                    required: false
                    default: a helper
                    description: Who
                  - name: question
                examples:
                  - input:
                      question: Hi?
                    output: |-
                      Hello!
                      How are you?
                config:
                  model: large
                  temperature: 0.70
                  stop: ["\\n\\n"]
                metadata:
                  owner:
                    team: support
                    since: "2024"
                  none: {}
                ---
                <!-- role: system -->
                You are {{persona}}.

                <!-- role: user -->
                {{question}}
                """);
    }

    @Test
    void aBareFileIsAPlainPromptToTheLastByte() throws Exception {
        for (String text : List.of(
                "", "# Title\r\n\r\nText  ", "---", "---\n", "---\nno key here\n", "---\nplain words\n---\n",
                "\uFEFFwith mark", "<!-- role: user -->\nnot a chat without front matter")) {
            VersionFile file = VersionFile.read(text.getBytes(StandardCharsets.UTF_8));
            assertThat(file.content()).isEqualTo(Content.plain(text));
            assertThat(file.createdAt()).isEmpty();
        }
    }

    @Test
    void frontMatterWrittenByHandIsRead() throws Exception {
        VersionFile file = read("""
                ---
                title: 3.10
                author: Ada   # the one and only
                created: 2024-02-29
                parent: 1.0
                tags: [red, 'two words']
                name: legacy
                kind: chat
                variables: [persona, {name: n, type: number, default: 1.50}]
                ---

                <!-- role: system -->
                One.

                <!-- role: user -->
                Two""");
        assertThat(file.content().title()).isEqualTo("3.10");
        assertThat(file.author()).isEqualTo("Ada");
        assertThat(file.createdAt()).contains(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(file.parent()).contains(new VersionLabel("1.0"));
        assertThat(file.tags()).containsExactly("red", "two words");
        assertThat(file.content().metadata().compact()).isEqualTo("{\"name\": \"legacy\"}");
        assertThat(file.content().variables().get(1).defaultValue()).contains(new Json.Number("1.50"));
        assertThat(file.content().messages())
                .containsExactly(new Message("system", "One.\n"), new Message("user", "Two"));
    }

    @Test
    void windowsLineEndsOfAnEditorDoNotLeakIntoMarkers() throws Exception {
        VersionFile file = read("---\r\nkind: chat\r\ntitle: T\r\n---\r\n<!-- role: user -->\r\nHi\r\nyou\r\n"
                + "<!-- role: assistant -->\r\nHo\r\n");
        assertThat(file.content().title()).isEqualTo("T");
        assertThat(file.content().messages())
                .containsExactly(new Message("user", "Hi\r\nyou"), new Message("assistant", "Ho"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: [open\n---\ntext",
                "---\ntitle: a\ntitle: b\n---\n",
                "---\ntitle: cut off",
                "---\ncreated: yesterday\n---\n",
                "---\nparent: ../up\n---\n",
                "---\nkind: poem\n---\n",
                "---\nkind: chat\n---\ntext before the first role",
                "---\nvariables: {a: b}\n---\n",
                "---\nconfig: [1]\n---\n",
                "---\na: &a [*a]\n---\n",
                "---\ntitle: \"\u0007\"\n---\n",
                "---\n? [a]\n: b\n---\n"
            })
    void brokenFrontMatterIsAClearError(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class).message().isNotBlank();
    }

    @Test
    void aTextThatIsNotUtf8NamesTheByte() {
        byte[] bytes = {'a', 'b', (byte) 0xFF, 'c'};
        assertThatThrownBy(() -> VersionFile.read(bytes)).hasMessageContaining("position 2");
    }

    @Test
    void deepAndMultiplyingFrontMatterIsRefused() {
        assertThatThrownBy(() -> read("---\na: " + "[".repeat(50_000) + "\n---\n"))
                .isInstanceOf(FormatException.class);
        StringBuilder laughs = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(laughs.append("---\n").toString())).isInstanceOf(FormatException.class);
    }

    private static VersionFile read(String text) throws FormatException {
        return VersionFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
