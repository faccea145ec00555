package stemma.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stemma.diff.Change;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Edit;
import stemma.diff.LineRange;
import stemma.diff.Span;
import stemma.diff.TextDiff;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.template.Syntaxes;
import stemma.ui.common.Messages;

/// Makes the rows of a script: the messages first, then what else changed. Runs on a task's thread.
final class ScriptBuilder {
    private final ChangeList changes;
    private final CompareOptions options;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Integer> partners = new HashMap<>();
    private int section = -1;

    private ScriptBuilder(ChangeList changes, CompareOptions options) {
        this.changes = changes;
        this.options = options;
    }

    /// @param options as the changes were found with
    static Script build(ChangeList changes, CompareOptions options) {
        return new ScriptBuilder(changes, options).build();
    }

    private Script build() {
        Content left = changes.left();
        Content right = changes.right();
        boolean plain = left.isPlain() && right.isPlain();
        List<MessagePairs.Pair> pairs = new MessagePairs(changes).inReadingOrder();
        for (MessagePairs.Pair pair : pairs) {
            message(pair, left, right, plain);
        }
        new FactWriter(changes).write(this);
        return new Script(rows, partners, pairs);
    }

    private void message(MessagePairs.Pair pair, Content left, Content right, boolean plain) {
        Optional<Message> before = pair.left() < 0
                ? Optional.empty()
                : Optional.of(left.messages().get(pair.left()));
        Optional<Message> after = pair.right() < 0
                ? Optional.empty()
                : Optional.of(right.messages().get(pair.right()));
        if (plain) {
            section++;
        } else {
            messageHeading(pair, before, after);
        }
        String leftText = before.map(Message::text).orElse("");
        String rightText = after.map(Message::text).orElse("");
        TextDiff diff = pair.text().orElseGet(() -> TextDiff.compare(leftText, rightText, options));
        text(
                diff,
                new TextRow.Texts(
                        new Source(leftText, Syntaxes.of(left.syntax())),
                        new Source(rightText, Syntaxes.of(right.syntax()))));
    }

    private void messageHeading(MessagePairs.Pair pair, Optional<Message> before, Optional<Message> after) {
        String leftTitle = before.map(message -> title(pair.left(), message)).orElse("");
        String rightTitle = after.map(message -> title(pair.right(), message)).orElse("");
        boolean roleChanged =
                before.isPresent() && after.isPresent() && !before.get().role().equals(after.get().role());
        if (before.isEmpty()) {
            heading(leftTitle, rightTitle, Glyph.INSERTED, Messages.text("compare.note.message.inserted"));
        } else if (after.isEmpty()) {
            heading(leftTitle, rightTitle, Glyph.REMOVED, Messages.text("compare.note.message.removed"));
        } else if (pair.moved()) {
            String key = roleChanged ? "compare.note.message.moved.role" : "compare.note.message.moved";
            heading(leftTitle, rightTitle, Glyph.MOVED, Messages.text(key));
        } else if (roleChanged) {
            heading(leftTitle, rightTitle, Glyph.CHANGED, Messages.text("compare.note.message.role"));
        } else {
            heading(leftTitle, rightTitle, Glyph.NONE, "");
        }
    }

    private static String title(int index, Message message) {
        String role = message.isPlain() ? Messages.text("compare.section.plain") : message.role();
        return Messages.text("compare.section.message", Integer.toString(index + 1), role);
    }

    /// Begins a section.
    void heading(String left, String right, Glyph glyph, String note) {
        section++;
        rows.add(new HeadingRow(rows.size(), section, left, right, glyph, note));
    }

    /// Adds a row that tells of one value.
    void fact(
            Glyph glyph,
            String label,
            Optional<String> before,
            Optional<String> after,
            List<Edit> edits,
            Change change) {
        rows.add(new FactRow(rows.size(), section, glyph, label, before, after, edits, change));
    }

    /// Adds the rows of two aligned texts.
    private void text(TextDiff diff, TextRow.Texts texts) {
        Cuts cuts = new Cuts(diff);
        Map<Integer, Integer> firstOfMoved = new HashMap<>();
        List<stemma.diff.Row> moved = new ArrayList<>();
        for (stemma.diff.Row row : diff.rows()) {
            if (row.partner().isPresent()) {
                firstOfMoved.put(row.index(), rows.size());
                moved.add(row);
            }
            boolean continues = false;
            for (Cuts.Part part : cuts.of(row)) {
                rows.add(new TextRow(
                        rows.size(),
                        section,
                        row.kind(),
                        texts,
                        row.index(),
                        part.left(),
                        part.right(),
                        part.edits(),
                        continues || !row.kind().hasLeft() ? OptionalInt.empty() : number(row.leftLines(), row.left()),
                        continues || !row.kind().hasRight()
                                ? OptionalInt.empty()
                                : number(row.rightLines(), row.right()),
                        continues));
                continues = true;
            }
        }
        for (stemma.diff.Row row : moved) {
            partners.put(firstOfMoved.get(row.index()), firstOfMoved.get(row.partner().getAsInt()));
        }
    }

    private static OptionalInt number(LineRange lines, Span span) {
        return lines.isEmpty() && span.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lines.first() + 1);
    }
}
