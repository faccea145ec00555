package stemma.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import stemma.draft.DraftText;
import stemma.draft.DraftText.ExampleText;
import stemma.draft.DraftText.MessageText;
import stemma.draft.DraftText.VariableText;
import stemma.ui.common.Messages;

/// Carries edits over to a newer version, field by field: what only one side changed is taken from that side; where
/// both changed the same field in different ways the author's stands.
///
/// @param text the edits on top of the newer version
/// @param clashes the names of the fields that both changed, for people
record Rebase(DraftText text, List<String> clashes) {

    static Rebase of(DraftText base, DraftText theirs, DraftText mine) {
        return new Merge(base, theirs, mine).run();
    }

    private static final class Merge {
        private final DraftText base;
        private final DraftText theirs;
        private final DraftText mine;
        private final List<String> clashes = new ArrayList<>();

        Merge(DraftText base, DraftText theirs, DraftText mine) {
            this.base = base;
            this.theirs = theirs;
            this.mine = mine;
        }

        Rebase run() {
            DraftText text = new DraftText(
                    field("title", DraftText::title),
                    field("description", DraftText::description),
                    field("syntax", DraftText::syntax),
                    messages(),
                    variables(),
                    examples(),
                    field("config", DraftText::config),
                    field("metadata", DraftText::metadata));
            return new Rebase(text, List.copyOf(clashes));
        }

        private String field(String name, Function<DraftText, String> field) {
            return pick(FieldNames.of(name), field.apply(base), field.apply(theirs), field.apply(mine));
        }

        private <T> T pick(String name, T before, T theirValue, T myValue) {
            if (myValue.equals(before) || myValue.equals(theirValue)) {
                return theirValue;
            }
            if (!theirValue.equals(before)) {
                clashes.add(name);
            }
            return myValue;
        }

        private List<MessageText> messages() {
            List<MessageText> before = base.messages();
            int count = before.size();
            if (theirs.messages().size() != count || mine.messages().size() != count) {
                return pick(Messages.text("editor.field.messages"), before, theirs.messages(), mine.messages());
            }
            List<MessageText> merged = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = Messages.text("editor.field.message", i + 1);
                MessageText theirMessage = theirs.messages().get(i);
                MessageText myMessage = mine.messages().get(i);
                merged.add(new MessageText(
                        pick(name, before.get(i).role(), theirMessage.role(), myMessage.role()),
                        pick(name, before.get(i).text(), theirMessage.text(), myMessage.text())));
            }
            return merged;
        }

        private List<ExampleText> examples() {
            return pick(FieldNames.of("examples"), base.examples(), theirs.examples(), mine.examples());
        }

        /// By name: both may declare variables of their own.
        private List<VariableText> variables() {
            Map<String, VariableText> before = byName(base.variables());
            Map<String, VariableText> theirVariables = byName(theirs.variables());
            Map<String, VariableText> myVariables = byName(mine.variables());
            if (myVariables.size() != mine.variables().size()) {
                return pick(FieldNames.of("variables"), base.variables(), theirs.variables(), mine.variables());
            }
            Map<String, VariableText> names = new LinkedHashMap<>(myVariables);
            theirVariables.forEach(names::putIfAbsent);
            List<VariableText> merged = new ArrayList<>();
            for (String name : names.keySet()) {
                pick(
                                Messages.text("editor.field.variable", name),
                                Optional.ofNullable(before.get(name)),
                                Optional.ofNullable(theirVariables.get(name)),
                                Optional.ofNullable(myVariables.get(name)))
                        .ifPresent(merged::add);
            }
            return merged;
        }

        private static Map<String, VariableText> byName(List<VariableText> variables) {
            return variables.stream()
                    .collect(Collectors.toMap(
                            VariableText::name, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        }
    }
}
