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
                List.of(new Example(
                        Json.parseObject("{\"ticket\": \"I lost my password\"}"), "{\"queue\": \"account\"}")),
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
                        new Example(
                                Json.parseObject("{\"ticket\": \"I lost my password\"}"), "{\"queue\": \"access\"}"),
                        new Example(Json.parseObject("{\"ticket\": \"Hello?\"}"), "{\"queue\": \"other\"}")),
                Json.parseObject("{\"model\": \"large-2\", \"temperature\": 0.7, \"max_tokens\": 200,"
                        + " \"stop\": [\"###\"], \"seed\": 7}"),
                Json.parseObject("{\"owner\": \"support\", \"reviewed\": false}"));
    }

    /// A paragraph of many sentences in which some were added, some dropped, and a rule that moved up.
    static Content long1() {
        return Content.plain(LONG_START + LONG_MIDDLE + LONG_END + "\n\n" + RULES + "\n" + MOVED + "\n");
    }

    static Content long2() {
        return Content.plain(MOVED + "\n\n" + LONG_START + LONG_NEW + LONG_MIDDLE.replace("always", "usually")
                + LONG_END.replace("Mention the source of each figure. ", "") + "\n\n" + RULES);
    }

    private static final String MOVED =
            "If the document is confidential, begin the summary with the word CONFIDENTIAL on a line of its own.";
    private static final String RULES = "- Use British spelling.\n- Use no tables.\n";
    private static final String LONG_START = "You summarise long documents for people who have two minutes. Begin with "
            + "the one thing that the reader must know, even when the document hides it on its last page. Write short "
            + "sentences. Use the words of the document where they are precise and plainer words where they are not. ";
    private static final String LONG_NEW = "When the document contradicts itself, say so at once and quote both places "
            + "with their page numbers, because readers who find out later stop trusting the whole summary. Do not "
            + "decide which of the two is right unless {{policy}} tells you how. ";
    private static final String LONG_MIDDLE = "Figures are always rounded to two digits unless the reader needs them "
            + "exactly. Dates are written in full. Names of people appear once with their role and then without it. ";
    private static final String LONG_END = "Mention the source of each figure. Close with what is open: decisions that "
            + "nobody took, questions that nobody answered, and risks that everybody mentions but nobody owns. Never "
            + "close with praise for the document, and never tell the reader what to feel about it.";
}
