package stemma.ui.editor;

import stemma.template.TemplateCheck;

/// Shows places in the text, such as a variable's use.
interface Places {
    /// @param message index of the message
    void select(int message, int start, int end);

    default void select(TemplateCheck.Finding finding) {
        select(finding.message(), finding.problem().start(), finding.problem().end());
    }
}
