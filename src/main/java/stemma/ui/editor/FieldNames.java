package stemma.ui.editor;

import java.util.List;
import java.util.stream.Collectors;
import stemma.draft.DraftText;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;

/// The parts of a content as people call them.
final class FieldNames {
    private FieldNames() {}

    /// @param field as [DraftText.Problem] names it
    static String of(String field) {
        return Messages.text(
                switch (field) {
                    case "title" -> "editor.field.title";
                    case "description" -> "editor.field.description";
                    case "syntax" -> "editor.field.syntax";
                    case "variables" -> "editor.field.variables";
                    case "examples" -> "editor.field.examples";
                    case "config" -> "editor.field.config";
                    case "metadata" -> "editor.field.metadata";
                    default -> "editor.field.content";
                });
    }

    /// A line for each problem.
    static String lines(List<DraftText.Problem> problems) {
        return problems.stream()
                .map(problem -> of(problem.field()) + ": " + Sentences.say(problem.problem()))
                .collect(Collectors.joining("\n"));
    }
}
