package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.store.NewVersion;
import stemma.transfer.copy.Loss.Part;

/// What a version loses in a store: the difference between it and what [stemma.store.Store#asHeld] makes of it.
final class Losses {
    private final List<Loss> found = new ArrayList<>();

    private Losses() {}

    static List<Loss> between(NewVersion given, NewVersion held) {
        Losses losses = new Losses();
        losses.text(Part.AUTHOR, "the author", given.author(), held.author());
        losses.text(Part.MESSAGE, "the message", given.message(), held.message());
        given.createdAt()
                .filter(time -> !held.createdAt().equals(given.createdAt()))
                .ifPresent(time -> losses.add(Part.TIME, "the time " + time));
        if (!held.tags().equals(given.tags())) {
            losses.add(
                    Part.TAGS,
                    "the tags "
                            + given.tags().stream()
                                    .filter(tag -> !held.tags().contains(tag))
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (!held.content().equals(given.content())) {
            losses.content(given.content(), held.content());
        }
        return losses.found;
    }

    private void content(Content given, Content held) {
        text(Part.TITLE, "the title", given.title(), held.title());
        text(Part.DESCRIPTION, "the description", given.description(), held.description());
        text(Part.SYNTAX, "the template syntax", given.syntax(), held.syntax());
        messages(given, held);
        if (!held.variables().equals(given.variables())) {
            add(Part.VARIABLES, "what is declared of the variables " + names(given, held));
        }
        if (!held.examples().equals(given.examples())) {
            add(Part.EXAMPLES, count(given.examples().size(), "example"));
        }
        if (!held.config().equals(given.config())) {
            add(Part.CONFIG, "the model settings " + names(given.config(), held.config()));
        }
        if (!held.metadata().equals(given.metadata())) {
            add(Part.METADATA, "the metadata " + names(given.metadata(), held.metadata()));
        }
    }

    private void messages(Content given, Content held) {
        if (!roles(held).equals(roles(given))) {
            add(
                    Part.ROLES,
                    given.isPlain()
                            ? "that it is a plain text without roles"
                            : "the roles " + String.join(", ", roles(given)));
        }
        if (!text(held).equals(text(given))) {
            add(Part.TEXT, "the text as it is written");
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

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private void text(Part part, String name, String given, String held) {
        if (!Objects.equals(given, held)) {
            add(part, given.isEmpty() ? name + ", which is empty" : name + " \"" + shown(given) + "\"");
        }
    }

    private static String shown(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 60 && line.equals(text) ? line : line.substring(0, Math.min(60, line.length())) + "…";
    }

    private void add(Part part, String what) {
        found.add(new Loss(part, what));
    }
}
