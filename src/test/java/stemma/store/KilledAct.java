package stemma.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// One write of the kill test, which can be done to a store, told in a line and read back from it.
///
/// @param number its place among all writes; also the time it records and what its text is made from
sealed interface KilledAct {
    int number();

    PromptId prompt();

    void perform(Store store);

    record Append(int number, PromptId prompt, Optional<VersionLabel> base, VersionLabel label, SortedSet<String> tags)
            implements KilledAct {
        NewVersion version() {
            return new NewVersion(
                    prompt, base, label, content(), "writer", "version " + number, tags, Optional.of(time()));
        }

        /// Always the same for the same number.
        Content content() {
            Random random = new Random(number);
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(5, 300); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(12) == 0 ? "\n" : " ");
            }
            return Content.plain(text.toString()).withTitle("Title " + number);
        }

        @Override
        public void perform(Store store) {
            store.append(version());
        }
    }

    record Promote(int number, PromptId prompt, Stage stage, Optional<VersionLabel> from, Optional<VersionLabel> to)
            implements KilledAct {
        @Override
        public void perform(Store store) {
            store.promote(new Promotion(prompt, stage, from, to, act()));
        }
    }

    record Tag(int number, PromptId prompt, VersionLabel label, SortedSet<String> tags) implements KilledAct {
        @Override
        public void perform(Store store) {
            store.setTags(prompt, label, tags);
        }
    }

    record DeleteVersion(int number, PromptId prompt, VersionLabel label) implements KilledAct {
        @Override
        public void perform(Store store) {
            store.deleteVersion(prompt, label, act());
        }
    }

    record DeletePrompt(int number, PromptId prompt) implements KilledAct {
        @Override
        public void perform(Store store) {
            store.deletePrompt(prompt, act());
        }
    }

    record Rename(int number, PromptId prompt, PromptId newId) implements KilledAct {
        @Override
        public void perform(Store store) {
            store.rename(prompt, newId, act());
        }
    }

    List<String> WORDS = List.of(
            "answer", "{{question}}", "kindly", "größer", "日本語", "👩‍👩‍👧", "\"quoted\"", "---",
            "tab\there", "\r\n", "end.");

    default Instant time() {
        return Instant.ofEpochSecond(1_700_000_000).plusMillis(number());
    }

    default Act act() {
        return new Act("writer", "act " + number(), Optional.of(time()));
    }

    /// One line, fields separated by tabs, no line end.
    default String line() {
        String head = number() + "\t" + prompt() + "\t";
        return switch (this) {
            case Append append ->
                "append\t" + head + text(append.base) + "\t" + append.label + "\t" + String.join(",", append.tags);
            case Promote promote ->
                "promote\t" + head + promote.stage + "\t" + text(promote.from) + "\t" + text(promote.to);
            case Tag tag -> "tag\t" + head + tag.label + "\t" + String.join(",", tag.tags);
            case DeleteVersion delete -> "deleteVersion\t" + head + delete.label;
            case DeletePrompt _ -> "deletePrompt\t" + head;
            case Rename rename -> "rename\t" + head + rename.newId;
        };
    }

    static KilledAct parse(String line) {
        String[] field = line.split("\t", -1);
        int number = Integer.parseInt(field[1]);
        PromptId prompt = new PromptId(field[2]);
        return switch (field[0]) {
            case "append" ->
                new Append(number, prompt, label(field[3]), new VersionLabel(field[4]), tags(field[5]));
            case "promote" ->
                new Promote(number, prompt, new Stage(field[3]), label(field[4]), label(field[5]));
            case "tag" -> new Tag(number, prompt, new VersionLabel(field[3]), tags(field[4]));
            case "deleteVersion" -> new DeleteVersion(number, prompt, new VersionLabel(field[3]));
            case "deletePrompt" -> new DeletePrompt(number, prompt);
            case "rename" -> new Rename(number, prompt, new PromptId(field[3]));
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static String text(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse("");
    }

    private static Optional<VersionLabel> label(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new VersionLabel(text));
    }

    private static SortedSet<String> tags(String text) {
        return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(text.split(",")));
    }
}
