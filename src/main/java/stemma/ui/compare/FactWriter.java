package stemma.ui.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.diff.Change;
import stemma.diff.ChangeList;
import stemma.diff.Edit;
import stemma.diff.JsonChange;
import stemma.diff.Span;
import stemma.diff.TextDiff;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Variable;
import stemma.ui.common.Messages;

/// Writes the rows of everything that is no message: only what changed, one value a row.
final class FactWriter {
    private final ChangeList changes;
    private final Content left;
    private final Content right;

    FactWriter(ChangeList changes) {
        this.changes = changes;
        left = changes.left();
        right = changes.right();
    }

    void write(ScriptBuilder out) {
        variables(out);
        values(out, "compare.section.config", all(Change.ConfigChanged.class));
        values(out, "compare.section.metadata", all(Change.MetadataChanged.class));
        about(out);
        examples(out);
    }

    private <T extends Change> List<T> all(Class<T> type) {
        return changes.changes().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void section(ScriptBuilder out, String key) {
        String title = Messages.text(key);
        out.heading(title, title, Glyph.NONE, "");
    }

    private static void fact(
            ScriptBuilder out, Change change, String label, Optional<String> before, Optional<String> after) {
        Glyph glyph = before.isEmpty() ? Glyph.INSERTED : after.isEmpty() ? Glyph.REMOVED : Glyph.CHANGED;
        List<Edit> edits = glyph == Glyph.CHANGED ? edits(before.get(), after.get()) : List.of();
        out.fact(glyph, label, before, after, edits, change);
    }

    /// Words where there are words, the whole value otherwise.
    private static List<Edit> edits(String before, String after) {
        boolean words = before.strip().indexOf(' ') >= 0 && after.strip().indexOf(' ') >= 0;
        return words
                ? TextDiff.compare(before, after).edits()
                : List.of(new Edit(new Span(0, before.length()), new Span(0, after.length())));
    }

    private void variables(ScriptBuilder out) {
        Set<Change.OfVariable> told = new LinkedHashSet<>(all(Change.OfVariable.class));
        if (told.isEmpty()) {
            return;
        }
        section(out, "compare.section.variables");
        Set<String> names = new LinkedHashSet<>();
        for (Change.OfVariable change : told) {
            switch (change) {
                case Change.VariableAdded(_, Variable variable) ->
                    fact(out, change, variable.name(), Optional.empty(), Optional.of(details(variable)));
                case Change.VariableRemoved(_, Variable variable) ->
                    fact(out, change, variable.name(), Optional.of(details(variable)), Optional.empty());
                case Change.VariableRenamed(int before, int after, _, _) -> {
                    if (names.add(right.variables().get(after).name())) {
                        pair(out, change, left.variables().get(before), right.variables().get(after));
                    }
                }
                case Change.VariableMoved(int before, int after, _) -> {
                    if (names.add(right.variables().get(after).name())) {
                        pair(out, change, left.variables().get(before), right.variables().get(after));
                    }
                }
                case Change.VariableTypeChanged(int before, String name, _, _) ->
                    pair(out, change, names, before, name);
                case Change.VariableRequiredChanged(int before, String name, _) ->
                    pair(out, change, names, before, name);
                case Change.VariableDefaultChanged(int before, String name, _, _) ->
                    pair(out, change, names, before, name);
                case Change.VariableDescriptionChanged(int before, String name, _) ->
                    pair(out, change, names, before, name);
            }
        }
    }

    private void pair(ScriptBuilder out, Change change, Set<String> told, int before, String name) {
        if (told.add(name)) {
            right.variables().stream()
                    .filter(variable -> variable.name().equals(name))
                    .findFirst()
                    .ifPresent(after -> pair(out, change, left.variables().get(before), after));
        }
    }

    private static void pair(ScriptBuilder out, Change change, Variable before, Variable after) {
        String oldDetails = details(before);
        String newDetails = details(after);
        if (!before.name().equals(after.name())) {
            fact(
                    out,
                    change,
                    "",
                    Optional.of(before.name() + ": " + oldDetails),
                    Optional.of(after.name() + ": " + newDetails));
        } else if (oldDetails.equals(newDetails)) {
            out.fact(
                    Glyph.MOVED,
                    after.name(),
                    Optional.of(oldDetails),
                    Optional.of(newDetails),
                    List.of(),
                    change);
        } else {
            fact(out, change, after.name(), Optional.of(oldDetails), Optional.of(newDetails));
        }
    }

    private static String details(Variable variable) {
        String required =
                Messages.text(variable.required() ? "compare.variable.required" : "compare.variable.optional");
        Optional<String> value =
                variable.defaultValue().map(json -> Messages.text("compare.variable.default", shown(json)));
        String facts = Stream.of(variable.type(), required, value.orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return variable.description().isEmpty() ? facts : facts + " — " + variable.description();
    }

    private static void values(ScriptBuilder out, String key, List<? extends Change.OfJson> values) {
        if (!values.isEmpty()) {
            section(out, key);
            values.forEach(change -> value(out, change, change.value(), ""));
        }
    }

    private static void value(ScriptBuilder out, Change change, JsonChange value, String prefix) {
        fact(
                out,
                change,
                prefix + value.path(),
                value.before().map(FactWriter::shown),
                value.after().map(FactWriter::shown));
    }

    /// As an author would read it: long text as it is, everything else as JSON.
    private static String shown(Json value) {
        if (value instanceof Json.Text text && (text.value().indexOf('\n') >= 0 || text.value().length() > 60)) {
            return text.value();
        }
        String line = value.compact();
        return line.length() <= 60 ? line : value.pretty();
    }

    private void about(ScriptBuilder out) {
        List<Change> told = changes.changes().stream()
                .filter(change -> change instanceof Change.TitleChanged
                        || change instanceof Change.DescriptionChanged
                        || change instanceof Change.SyntaxChanged
                        || change instanceof Change.TagAdded
                        || change instanceof Change.TagRemoved)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        section(out, "compare.section.about");
        for (Change change : told) {
            switch (change) {
                case Change.TitleChanged _ -> text(out, change, "compare.fact.title", left.title(), right.title());
                case Change.DescriptionChanged _ ->
                    text(out, change, "compare.fact.description", left.description(), right.description());
                case Change.SyntaxChanged(String before, String after) ->
                    text(out, change, "compare.fact.syntax", before, after);
                case Change.TagAdded(String tag) -> text(out, change, "compare.fact.tag", "", tag);
                case Change.TagRemoved(String tag) -> text(out, change, "compare.fact.tag", tag, "");
                default -> throw new IllegalStateException("not told here: " + change);
            }
        }
    }

    private static void text(ScriptBuilder out, Change change, String key, String before, String after) {
        fact(out, change, Messages.text(key), some(before), some(after));
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void examples(ScriptBuilder out) {
        List<Change.OfExample> told = all(Change.OfExample.class);
        Optional<Object> current = Optional.empty();
        for (Change.OfExample change : told) {
            Object place = place(change);
            boolean begins = !current.equals(Optional.of(place));
            current = Optional.of(place);
            switch (change) {
                case Change.ExampleInserted(int after, Example example) -> {
                    out.heading("", title(after), Glyph.INSERTED, Messages.text("compare.note.example.inserted"));
                    fact(out, change, inputLabel(), Optional.empty(), Optional.of(example.input().pretty()));
                    fact(out, change, outputLabel(), Optional.empty(), Optional.of(example.output()));
                }
                case Change.ExampleRemoved(int before, Example example) -> {
                    out.heading(title(before), "", Glyph.REMOVED, Messages.text("compare.note.example.removed"));
                    fact(out, change, inputLabel(), Optional.of(example.input().pretty()), Optional.empty());
                    fact(out, change, outputLabel(), Optional.of(example.output()), Optional.empty());
                }
                case Change.ExampleMoved(int before, int after) ->
                    out.heading(
                            title(before), title(after), Glyph.MOVED, Messages.text("compare.note.example.moved"));
                case Change.ExampleInputChanged(int before, int after, JsonChange value) -> {
                    begin(out, begins, before, after);
                    value(out, change, value, inputLabel() + " ");
                }
                case Change.ExampleOutputChanged(int before, int after, TextDiff text) -> {
                    begin(out, begins, before, after);
                    out.fact(
                            Glyph.CHANGED,
                            outputLabel(),
                            Optional.of(text.left()),
                            Optional.of(text.right()),
                            text.edits(),
                            change);
                }
            }
        }
    }

    private static void begin(ScriptBuilder out, boolean begins, int before, int after) {
        if (begins) {
            out.heading(title(before), title(after), Glyph.NONE, "");
        }
    }

    private static Object place(Change.OfExample change) {
        return switch (change) {
            case Change.ExampleInserted(int after, _) -> List.of(-1, after);
            case Change.ExampleRemoved(int before, _) -> List.of(before, -1);
            case Change.ExampleMoved(int before, int after) -> List.of(before, after);
            case Change.ExampleInputChanged(int before, int after, _) -> List.of(before, after);
            case Change.ExampleOutputChanged(int before, int after, _) -> List.of(before, after);
        };
    }

    private static String title(int index) {
        return Messages.text("compare.section.example", Integer.toString(index + 1));
    }

    private static String inputLabel() {
        return Messages.text("compare.fact.input");
    }

    private static String outputLabel() {
        return Messages.text("compare.fact.output");
    }
}
