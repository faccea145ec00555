package stemma.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import stemma.template.TemplateCheck.Finding;
import stemma.ui.common.Messages;

/// What an engine would stumble over, in words.
final class TemplateFindings {
    private static final int MOST = 20;

    private TemplateFindings() {}

    /// A link to the place of each finding; of many the first.
    ///
    /// @param inChat whether the text has several messages, so that a line alone says too little
    static List<Node> links(List<Finding> findings, boolean inChat, Places places) {
        List<Node> links = new ArrayList<>();
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            Hyperlink link = new Hyperlink(sentence(finding, inChat));
            link.setWrapText(true);
            link.setMinHeight(Hyperlink.USE_PREF_SIZE);
            link.setOnAction(_ -> places.select(finding));
            links.add(link);
        }
        if (findings.size() > MOST) {
            Label more = new Label(Messages.text("editor.template.more", findings.size() - MOST));
            more.getStyleClass().add("quiet");
            links.add(more);
        }
        return links;
    }

    /// Such as "Line 3: {{ is not closed".
    static String sentence(Finding finding, boolean inChat) {
        String what = Messages.text(
                "editor.template." + finding.problem().kind().name().toLowerCase(Locale.ROOT),
                finding.problem().subject().replaceAll("\\s+", " "));
        return inChat
                ? Messages.text("editor.template.message", finding.message() + 1, finding.line(), what)
                : Messages.text("editor.template.line", finding.line(), what);
    }
}
