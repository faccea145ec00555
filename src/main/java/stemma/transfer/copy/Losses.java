package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;
import stemma.store.NewVersion;
import stemma.transfer.copy.Loss.Part;

/// What a version loses in a store: the difference between it and what [stemma.store.Store#asHeld] makes of it.
final class Losses {
    private final List<Loss> found = new ArrayList<>();

    private Losses() {}

    static List<Loss> between(NewVersion given, NewVersion held) {
        Losses losses = new Losses();
        losses.text(Part.AUTHOR, Sentence.of("the author"), given.author(), held.author());
        losses.text(Part.MESSAGE, Sentence.of("the message"), given.message(), held.message());
        given.createdAt()
                .filter(time -> !held.createdAt().equals(given.createdAt()))
                .ifPresent(time -> losses.add(Part.TIME, Sentence.of("the time {0}", time)));
        if (!held.tags().equals(given.tags())) {
            losses.add(
                    Part.TAGS,
                    Sentence.of(
                            "the tags {0}",
                            given.tags().stream()
                                    .filter(tag -> !held.tags().contains(tag))
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        if (!held.content().equals(given.content())) {
            losses.content(given.content(), held.content());
        }
        return losses.found;
    }

    private void content(Content given, Content held) {
        text(Part.TITLE, Sentence.of("the title"), given.title(), held.title());
        text(Part.DESCRIPTION, Sentence.of("the description"), given.description(), held.description());
        text(Part.SYNTAX, Sentence.of("the template syntax"), given.syntax(), held.syntax());
        messages(given, held);
        if (!held.variables().equals(given.variables())) {
            add(Part.VARIABLES, Sentence.of("what is declared of the variables {0}", names(given, held)));
        }
        if (!held.examples().equals(given.examples())) {
            add(Part.EXAMPLES, given.examples().size() == 1
                            ? Sentence.of("1 example")
                            : Sentence.of("{0} examples", given.examples().size()));
        }
        if (!held.config().equals(given.config())) {
            add(Part.CONFIG, Sentence.of("the model settings {0}", names(given.config(), held.config())));
        }
        if (!held.metadata().equals(given.metadata())) {
            add(Part.METADATA, Sentence.of("the metadata {0}", names(given.metadata(), held.metadata())));
        }
    }

    private void messages(Content given, Content held) {
        if (!roles(held).equals(roles(given))) {
            add(
                    Part.ROLES,
                    given.isPlain()
                            ? Sentence.of("that it is a plain text without roles")
                            : Sentence.of("the roles {0}", String.join(", ", roles(given))));
        }
        if (!text(held).equals(text(given))) {
            add(Part.TEXT, Sentence.of("the text as it is written"));
        }
    }

    private static List<String> roles(Content content) {
        return content.messages().stream().map(Message::role).toList();
    }

    private static List<String> text(Content content) {
        return content.messages().stream().map(Message::text).toList();
    }

    private static String names(Content given, Content held) {
        return given.variables().stream()
                .filter(variable -> !held.variables().contains(variable))
                .map(Variable::name)
                .collect(Collectors.joining(", "));
    }

    private static String names(Json.Object given, Json.Object held) {
        return given.members().keySet().stream()
                .filter(name -> !held.get(name).equals(given.get(name)))
                .collect(Collectors.joining(", "));
    }

    private void text(Part part, Sentence name, String given, String held) {
        if (!Objects.equals(given, held)) {
            add(part, given.isEmpty()
                            ? Sentence.of("{0}, which is empty", name)
                            : Sentence.of("{0} \"{1}\"", name, shown(given)));
        }
    }

    private static String shown(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 60 && line.equals(text) ? line : line.substring(0, Math.min(60, line.length())) + "…";
    }

    private void add(Part part, Sentence what) {
        found.add(new Loss(part, what));
    }
}
