package stemma.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.template.Problem.Kind;

/// What an engine would stumble over in a content's messages, so that an editor can show it while it is written.
///
/// Most prompts are no templates and name the usual syntax all the same, and their JSON, LaTeX and code are full of
/// braces. So a tag without an end counts only in a message whose braces do not balance, and every other problem only
/// where the prompt declares a variable or one of its messages has a proper tag.
///
/// @param findings in the order of the messages and their texts
public record TemplateCheck(List<Finding> findings) {
    /// Nothing to stumble over.
    public static final TemplateCheck NOTHING = new TemplateCheck(List.of());

    /// What an engine may well do, but Stemma does not.
    private static final Set<Kind> LIMITS = EnumSet.of(Kind.NOT_FILLED_IN, Kind.TOO_DEEP, Kind.TOO_LARGE);

    /// A problem and where it is.
    ///
    /// @param message index of the message
    /// @param line of the message's text, the first is 1
    /// @param problem with its place in the message's text
    public record Finding(int message, int line, Problem problem) {}

    public TemplateCheck {
        findings = List.copyOf(findings);
    }

    /// Checks every message under the content's syntax.
    public static TemplateCheck of(Content content) {
        Syntax syntax = Syntaxes.of(content.syntax());
        boolean template = !content.variables().isEmpty()
                || content.messages().stream().anyMatch(message -> hasTag(syntax, message.text()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < content.messages().size(); i++) {
            Message message = content.messages().get(i);
            boolean balanced = balances(message.text());
            add(findings, i, message.text(), syntax.check(message.text()).stream()
                    .filter(problem -> problem.kind() == Kind.UNCLOSED_TAG
                            ? !balanced
                            : template && !LIMITS.contains(problem.kind()))
                    .toList());
        }
        return new TemplateCheck(findings);
    }

    private static boolean hasTag(Syntax syntax, String text) {
        return syntax.scan(text).stream()
                .anyMatch(token -> token.kind() == Token.Kind.VARIABLE || token.kind() == Token.Kind.TAG);
    }

    private static boolean balances(String text) {
        return text.chars().filter(c -> c == '{').count()
                == text.chars().filter(c -> c == '}').count();
    }

    /// @param problems in the order of the text
    private static void add(List<Finding> findings, int message, String text, List<Problem> problems) {
        int line = 1;
        int at = 0;
        for (Problem problem : problems) {
            for (; at < problem.start(); at++) {
                if (text.charAt(at) == '\n') {
                    line++;
                }
            }
            findings.add(new Finding(message, line, problem));
        }
    }
}
