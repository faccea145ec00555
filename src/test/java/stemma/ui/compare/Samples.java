package stemma.ui.compare;

import java.util.List;
import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// Prompts as authors write them, in two versions.
final class Samples {
    static final String GREETING_1 =
            """
            # Identity

            You are {{persona}}, a support agent of {{company}}. You answer in the customer's language, you never \
            promise what you cannot keep, and you stay calm when others are not. Greet the customer by name when you \
            know it.

            # How to answer

            - Read the whole message before you answer.
            - Answer the question that was asked, then the one that should have been asked.
            - Keep it short: three sentences are enough for most questions.
            - Link to the help centre when an article covers the topic.

            # What you must not do

            - Never ask for passwords or card numbers.
            - Never name other customers.
            - Do not speculate about release dates.

            # Tone

            Friendly and direct. Write as you would speak to a colleague from another team: no jargon, no \
            exclamation marks, no emoji. If the customer is angry, say that you understand before you explain \
            anything.

            # Closing

            End with one clear next step. If there is none, ask whether the answer helped.
            """;
    static final String GREETING_2 =
            """
            # Identity

            You are {{persona}}, a senior support agent of {{company}}. You answer in the customer's language, you \
            never promise what you cannot keep, and you stay calm when others are not. Use the customer's first name \
            when you know it, but only once.

            # How to answer

            - Read the whole message before you answer.
            - Answer the question that was asked, then the one that should have been asked.
            - Keep it short: two sentences are enough for most questions.
            - When an article of the help centre covers the topic, link to it: {{help_url}}.
            - If you are not sure, say so and hand over to a person.

            # What you must not do

            - Never ask for passwords or card numbers.
            - Do not speculate about release dates.

            # Tone

            Friendly and direct. Write as you would speak to a colleague from another team: no jargon, no \
            exclamation marks, no emoji. If the customer is angry, say that you understand before you explain \
            anything.

            # Closing

            End with one clear next step. If there is none, ask whether the answer helped.
            """;

    private Samples() {}

    static Content prose1() {
        return Content.plain(GREETING_1);
    }

    static Content prose2() {
        return Content.plain(GREETING_2);
    }

    static Content chat1() {
        return new Content(
                "Ticket triage",
                "Sorts tickets into queues.",
                "mustache",
                List.of(
                        new Message("system", "You sort support tickets into queues.\nAnswer with JSON only.\n"),
                        new Message("user", "Ticket: my invoice is wrong, I was charged twice in {{month}}."),
                        new Message("assistant", "{\"queue\": \"billing\", \"urgent\": false}"),
                        new Message("user", "Ticket: the app crashes when I open the settings on my tablet."),
                        new Message("assistant", "{\"queue\": \"mobile\", \"urgent\": false}"),
                        new Message("user", "Ticket: {{ticket}}")),
                List.of(
                        Variable.named("ticket"),
                        new Variable("month", "string", true, Optional.empty(), "in words"),
                        new Variable("tone", "string", false, Optional.of(new Json.Text("calm")), "")),
                List.of(new Example(Json.parseObject("{\"ticket\": \"I lost my password\"}"), "{\"queue\": \"account\"}")),
                Json.parseObject(
                        "{\"model\": \"large-2\", \"temperature\": 0.2, \"max_tokens\": 200, \"stop\": [\"###\"]}"),
                Json.parseObject("{\"owner\": \"support\", \"reviewed\": true}"));
    }

    static Content chat2() {
        return new Content(
                "Ticket triage",
                "Sorts tickets into queues and marks the urgent ones.",
                "mustache",
                List.of(
                        new Message(
                                "system",
                                "You sort support tickets into queues and mark those that cannot wait.\n"
                                        + "Answer with JSON only.\n"
                                        + "A ticket is urgent when money or data is lost.\n"),
                        new Message("user", "Ticket: the app crashes when I open the settings on my tablet."),
                        new Message("assistant", "{\"queue\": \"mobile\", \"urgent\": false}"),
                        new Message("user", "Ticket: all our orders of today are gone!"),
                        new Message("assistant", "{\"queue\": \"data\", \"urgent\": true}"),
                        new Message("user", "Ticket: my invoice is wrong, I was charged twice in {{month}}."),
                        new Message("assistant", "{\"queue\": \"billing\", \"urgent\": true}"),
                        new Message("user", "Ticket: {{ticket}}")),
                List.of(
                        Variable.named("ticket"),
                        new Variable("month", "string", false, Optional.of(new Json.Text("May")), "in words"),
                        new Variable("locale", "string", false, Optional.of(new Json.Text("en")), "")),
                List.of(
                        new Example(Json.parseObject("{\"ticket\": \"I lost my password\"}"), "{\"queue\": \"access\"}"),
                        new Example(Json.parseObject("{\"ticket\": \"Hello?\"}"), "{\"queue\": \"other\"}")),
                Json.parseObject("{\"model\": \"large-2\", \"temperature\": 0.7, \"max_tokens\": 200,"
                        + " \"stop\": [\"###\"], \"seed\": 7}"),
                Json.parseObject("{\"owner\": \"support\", \"reviewed\": false}"));
    }
}
