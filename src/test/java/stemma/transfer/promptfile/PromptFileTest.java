package stemma.transfer.promptfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.markdown.FormatException;
import stemma.markdown.YamlWriter;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.RandomValues;
import stemma.prompt.Variable;

class PromptFileTest {
    @TempDir
    Path folder;

    private PromptFile read(String name, String text) throws IOException {
        return PromptFile.read(Files.writeString(folder.resolve(name), text));
    }

    private static Json.Object json(String text) {
        return Json.parseObject(text);
    }

    @Test
    void aPromptyFileOfTodayIsReadWhole() throws Exception {
        PromptFile file = read("answer.prompty", """
                ---
                name: support-answer
                displayName: Support answer
                description: Answers politely
                metadata: {authors: [ada], version: "1"}
                model:
                  id: gpt-4o
                  provider: openai
                  connection: {kind: key, endpoint: "${env:EP}", apiKey: "${env:KEY}"}
                  options: {temperature: 0.20, maxOutputTokens: 512}
                inputs:
                  question: {kind: string, description: What is asked, required: true, enumValues: [a, b]}
                  tone: warm
                  count: 3
                tools: [{name: f, kind: function}]
                template: {format: {kind: mustache}, parser: {kind: prompty}}
                ---

                # System:
                You are kind.

                Very kind.

                user[name="bob"]:
                {{question}}
                """);
        assertThat(file.ids()).containsExactly(new PromptId("answer"), new PromptId("support-answer"));
        Content content = file.content();
        assertThat(content.title()).isEqualTo("Support answer");
        assertThat(content.description()).isEqualTo("Answers politely");
        assertThat(content.syntax()).isEqualTo("mustache");
        assertThat(content.messages())
                .containsExactly(
                        new Message("system", "You are kind.\n\nVery kind."), new Message("user", "{{question}}"));
        assertThat(content.variables())
                .containsExactly(
                        new Variable("question", "string", true, Optional.empty(), "What is asked"),
                        new Variable("tone", "string", false, Optional.of(new Json.Text("warm")), ""),
                        new Variable("count", "integer", false, Optional.of(new Json.Number("3")), ""));
        assertThat(content.config().compact())
                .isEqualTo("{\"model\": \"gpt-4o\", \"temperature\": 0.20, \"maxOutputTokens\": 512}");
        assertThat(content.metadata()).isEqualTo(json("""
                {"authors": ["ada"], "version": "1", "prompty": {
                  "name": "support-answer",
                  "model": {"provider": "openai",
                            "connection": {"kind": "key", "endpoint": "${env:EP}", "apiKey": "${env:KEY}"}},
                  "inputs": {"question": {"enumValues": ["a", "b"]}},
                  "tools": [{"name": "f", "kind": "function"}],
                  "messageAttributes": {"2": "name=\\"bob\\""}}}"""));
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void aPromptyFileOfTheFirstFormIsReadToo() throws Exception {
        PromptFile file = read("old.prompty", """
                ---
                name: Old one
                authors: [ada]
                model:
                  api: chat
                  configuration: {type: azure_openai, azure_deployment: gpt, api_key: sk-very-secret}
                  parameters: {max_tokens: 30}
                inputs:
                  - {name: first, type: string, default: Jane, sample: Joe}
                sample: {first: Sue}
                template: jinja2
                ---
                Hello {{ first }}!
                """);
        Content content = file.content();
        assertThat(content.messages()).containsExactly(Message.plain("Hello {{ first }}!"));
        assertThat(content.syntax()).isEqualTo("jinja2");
        assertThat(content.config()).isEqualTo(json("{\"max_tokens\": 30}"));
        assertThat(content.variables().getFirst().defaultValue()).contains(new Json.Text("Jane"));
        assertThat(content.examples()).containsExactly(new Example(json("{\"first\": \"Sue\"}"), ""));
        assertThat(content.toJson().compact()).doesNotContain("very-secret");
        assertThat(file.notes()).singleElement().asString().contains("model.configuration.api_key");
        assertThat(content.metadata()).isEqualTo(json("""
                {"prompty": {"authors": ["ada"],
                  "model": {"api": "chat", "configuration": {"type": "azure_openai", "azure_deployment": "gpt"}},
                  "inputs": {"first": {"sample": "Joe"}}}}"""));
    }

    @Test
    void aModelOfOneWordAndNoFrontMatterAreReadAsTheyAre() throws Exception {
        assertThat(read("a.prompty", "---\nmodel: gpt-4\n+++\nHi").content())
                .isEqualTo(new Content(
                        "", "", "jinja2", List.of(Message.plain("Hi")), List.of(), List.of(),
                        json("{\"model\": \"gpt-4\"}"), Json.Object.EMPTY));
        assertThat(read("b.prompty", "Before\nuser:\nHi").content().messages())
                .containsExactly(new Message("system", "Before"), new Message("user", "Hi"));
        assertThat(read("c.prompty", "").content().messages()).containsExactly(Message.plain(""));
    }

    @Test
    void aDotpromptFileIsReadWhole() throws Exception {
        PromptFile file = read("greeting.formal.prompt", """
                # Copyright somebody

                ---
                model: googleai/gemini-2.5-flash
                config: {temperature: 0.9}
                input:
                  default: {name: Guest, mood: calm}
                  schema:
                    name?: string, who is greeted
                    age: integer
                    tags(array, all of them): string
                    (*): any
                output: {format: json}
                metadata: {owner: ada}
                mycorp.x: 1
                ---
                {{! {{role "user"}} in a comment }}
                {{role "system"}}
                You greet {{name}}.
                {{#if mood}}Mood: {{mood}}{{/if}}

                {{role 'model'}}Hello
                """);
        Content content = file.content();
        assertThat(file.ids()).containsExactly(new PromptId("greeting.formal"));
        assertThat(content.messages())
                .containsExactly(
                        new Message("user", "{{! {{role \"user\"}} in a comment }}"),
                        new Message("system", "You greet {{name}}.\n{{#if mood}}Mood: {{mood}}{{/if}}"),
                        new Message("model", "Hello"));
        assertThat(content.variables())
                .containsExactly(
                        new Variable("name", "string", false, Optional.of(new Json.Text("Guest")), "who is greeted"),
                        new Variable("age", "integer", true, Optional.empty(), ""),
                        new Variable("tags", "array", true, Optional.empty(), "all of them"),
                        new Variable("mood", "", false, Optional.of(new Json.Text("calm")), ""));
        assertThat(content.config())
                .isEqualTo(json("{\"model\": \"googleai/gemini-2.5-flash\", \"temperature\": 0.9}"));
        assertThat(content.metadata()).isEqualTo(json("""
                {"owner": "ada", "dotprompt": {"licence": "# Copyright somebody", "output": {"format": "json"},
                  "input": {"schema": {"tags(array, all of them)": "string", "(*)": "any"}}, "mycorp.x": 1}}"""));
    }

    @Test
    void aJsonSchemaTellsVariablesAndStays() throws Exception {
        PromptFile file = read("j.prompt", """
                ---
                input:
                  schema:
                    type: object
                    required: [q]
                    properties: {q: {type: string, description: Ask, maxLength: 9}, n: {type: integer}}
                ---
                {{q}}
                """);
        assertThat(file.content().variables())
                .containsExactly(
                        new Variable("q", "string", true, Optional.empty(), "Ask"),
                        new Variable("n", "integer", false, Optional.empty(), ""));
        assertThat(file.content().metadata().compact()).contains("maxLength");
    }

    @Test
    void messagesThatDependOnAConditionStayOneText() throws Exception {
        String body = "{{#if x}}{{role \"system\"}}A{{/if}}{{role \"user\"}}B";
        PromptFile file = read("c.prompt", body);
        assertThat(file.content().messages()).containsExactly(Message.plain(body));
        assertThat(file.notes()).hasSize(1);
    }

    @Test
    void aGitHubModelsFileIsReadWhole() throws Exception {
        PromptFile file = read("summary.prompt.yml", """
                name: Text Summarizer
                description: Sums up
                model: openai/gpt-4o-mini
                modelParameters: {temperature: 0.50}
                messages:
                  - role: system
                    content: You sum up.
                  - role: user
                    content: |
                      Sum up:
                      {{input}}
                testData:
                  - input: A long text
                    expected: Short
                  - input: Another
                evaluators:
                  - {name: starts, string: {startsWith: S}}
                """);
        Content content = file.content();
        assertThat(file.ids()).containsExactly(new PromptId("summary"), new PromptId("Text Summarizer"));
        assertThat(content.title()).isEqualTo("Text Summarizer");
        assertThat(content.messages())
                .containsExactly(new Message("system", "You sum up."), new Message("user", "Sum up:\n{{input}}\n"));
        assertThat(content.examples())
                .containsExactly(
                        new Example(json("{\"input\": \"A long text\"}"), "Short"),
                        new Example(json("{\"input\": \"Another\"}"), ""));
        assertThat(content.config().compact()).isEqualTo("{\"model\": \"openai/gpt-4o-mini\", \"temperature\": 0.50}");
        assertThat(content.metadata()).isEqualTo(json("""
                {"githubModels": {"evaluators": [{"name": "starts", "string": {"startsWith": "S"}}]}}"""));
    }

    @Test
    void aVersionFileOfAFolderStoreIsCalledByItsFolder() throws Exception {
        Files.createDirectories(folder.resolve("greeting"));
        PromptFile file = read("greeting/v1.2.0.md", "---\ntitle: Hi\n---\nHello {{name}}\n");
        assertThat(file.ids()).containsExactly(new PromptId("greeting"));
        assertThat(file.content()).isEqualTo(Content.plain("Hello {{name}}\n").withTitle("Hi"));
        assertThat(read("notes.md", "Text").ids()).containsExactly(new PromptId("notes"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.prompty,PROMPTY", "A.PROMPTY,PROMPTY", "a.prompt,DOTPROMPT", "a.prompt.yml,GITHUB_MODELS",
        "a.prompt.yaml,GITHUB_MODELS", "a.md,STEMMA", "a.txt,TEXT"
    })
    void theNameTellsTheFormat(String name, PromptFormat format) {
        assertThat(PromptFormat.of(folder.resolve(name))).contains(format);
    }

    @Test
    void otherNamesTellNone() {
        for (String name : List.of("a.yml", ".prompty", "prompt", "a.prompty.bak")) {
            assertThat(PromptFormat.of(Path.of(name))).isEmpty();
        }
        assertThat(PromptFormat.of(Path.of("/"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a.prompty     | ---\\nname: x\\nbad: [open\\n---\\ntext    | line 4",
        "a.prompty     | \\n\\n---\\nname: a\\nname: b\\n---\\n      | line 5",
        "a.prompty     | ---\\nname: x                              | no end",
        "a.prompty     | ---\\n- x\\n---\\n                         | line 2",
        "a.prompty     | ---\\nname: [a]\\n---\\n                   | \"name\"",
        "a.prompty     | ---\\nmodel: {options: 1}\\n---\\n         | \"model.options\"",
        "a.prompty     | ---\\nmodel: [a]\\n---\\n                  | \"model\"",
        "a.prompty     | ---\\ninputs: {a: {required: 7}}\\n---\\n  | \"inputs.a.required\"",
        "a.prompty     | ---\\ninputs: [{kind: string}]\\n---\\n    | \"inputs[0].name\"",
        "a.prompty     | ---\\ninputs: [{name: a}, {name: a}]\\n---\\n | declared twice",
        "a.prompt      | # x\\n---\\nconfig: 3\\n---\\n             | \"config\"",
        "a.prompt      | ---\\ninput: {schema: [a]}\\n---\\n        | \"input.schema\"",
        "a.prompt      | {{role \"not a word\"}}x                   | role",
        "a.prompt.yml  | name: x                                    | \"messages\" is missing",
        "a.prompt.yml  | messages: {a: b}                           | \"messages\" must be a list",
        "a.prompt.yml  | messages: [{content: x}]                   | \"messages[0].role\"",
        "a.prompt.yml  | messages: [{role: user, content: [x]}]     | \"messages[0].content\"",
        "a.prompt.yml  | messages: [{role: user, tool_calls: [x]}]  | \"messages[0].tool_calls\"",
        "a.prompt.yml  | - a                                        | line 1",
        "a.prompt.yml  | \"messages: []\\n---\\nb: c\"              | document",
    })
    void whatIsWrongIsSaidWithFileAndPlace(String name, String text, String place) {
        String unquoted = text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
        assertThatThrownBy(() -> read(name, unquoted.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.where()).endsWith(name))
                .message()
                .contains(place);
    }

    @Test
    void whatIsNoTextOrTooLargeIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("a.prompty"), new byte[] {'a', (byte) 0xFF});
        assertThatThrownBy(() -> PromptFile.read(file)).hasMessageContaining("position 1");
        Files.write(file, new byte[PromptFile.LARGEST + 1]);
        assertThatThrownBy(() -> PromptFile.read(file)).hasMessageContaining("larger than 16 MiB");
    }

    @Test
    void hostileTextsTakeNoLongerThanOthers() throws Exception {
        int length = 2_000_000;
        for (String text : List.of(
                " ".repeat(length) + "x", "{{".repeat(length / 2), "{{!--".repeat(length / 5),
                "# \n".repeat(length / 3), "\n".repeat(length), "user[".repeat(length / 5), "-".repeat(length),
                "{{#a}}".repeat(length / 6), "\r".repeat(length))) {
            for (String ending : List.of(".prompty", ".prompt", ".md")) {
                assertThat(read("long" + ending, text).content().messages()).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void whateverHasAPlaceInAGitHubModelsFileIsReadBack() throws Exception {
        Random random = new Random(20261121);
        for (int round = 0; round < 500; round++) {
            Content some = RandomValues.content(random);
            Map<String, Json> file = new LinkedHashMap<>();
            file.put("name", new Json.Text(some.title()));
            file.put("modelParameters", some.config());
            file.put("messages", new Json.Array(some.messages().stream()
                    .<Json>map(message -> new Json.Object(Map.of(
                            "role", new Json.Text(message.isPlain() ? "user" : message.role()),
                            "content", new Json.Text(message.text()))))
                    .toList()));
            file.put("evaluators", some.metadata());
            Content read = read("r.prompt.yml", YamlWriter.write(file)).content();
            assertThat(read.title()).isEqualTo(some.title());
            assertThat(read.config()).isEqualTo(withoutSecrets(some.config()));
            assertThat(read.messages().stream().map(Message::text))
                    .containsExactlyElementsOf(some.messages().stream().map(Message::text).toList());
            assertThat(read.metadata().get("githubModels")
                            .map(rest -> ((Json.Object) rest).get("evaluators").orElse(Json.Object.EMPTY))
                            .orElse(Json.Object.EMPTY))
                    .isEqualTo(some.metadata());
        }
    }

    /// The random names hold no secret's name.
    private static Json.Object withoutSecrets(Json.Object config) {
        assertThat(config.compact()).doesNotContain("password", "token");
        return config;
    }

    @Test
    void anyBytesAreAContentOrAClearError() throws Exception {
        Random random = new Random(20261122);
        String[] pieces = {
            "---\n", "+++\n", "---", "name: x\n", "inputs:\n", "  a: {kind: string}\n", "model:\n", "  id: y\n", "user:\n",
            " system : \r\n", "{{role \"user\"}}", "{{role \"", "{{#if a}}", "{{/if}}", "{{", "}}", "messages:\n",
            "- {role: user, content: z}\n", "- ", ": ", "&a ", "*a", "!x ", "[", "]", "{", "}", "\"", "\\ud83d", "'",
            "input:\n", "  schema:\n", "    a?(enum, b): [C]\n", "  default: 3\n", "# c\n", "\n", "\r\n", "\t", "\u0000",
            "\uFEFF", "😀", "template: 7\n", "sample: x\n", "testData: [1]\n", "metadata: 2\n", "config: {a: 1}\n"
        };
        int understood = 0;
        for (int round = 0; round < 8_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(4) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            PromptFormat format = PromptFormat.values()[random.nextInt(PromptFormat.values().length)];
            Path file = Files.write(folder.resolve("f" + format.endings().getFirst()), bytes);
            try {
                assertThat(PromptFile.read(file).content().checksum()).hasSize(64);
                understood++;
            } catch (FormatException e) {
                assertThat(e.sentence()).isNotBlank();
                assertThat(e.where()).isEqualTo(file.toString());
            }
        }
        assertThat(understood).isGreaterThan(500);
    }
}
