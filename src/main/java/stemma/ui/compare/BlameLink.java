package stemma.ui.compare;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import stemma.ui.common.Messages;

/// A row's cell of the blame column. Told once for lines of one origin that follow each other; yet each of them shows
/// the change that brought it.
final class BlameLink extends Hyperlink {
    private static final PseudoClass START = PseudoClass.getPseudoClass("start");
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Tooltip tip = new Tooltip();

    BlameLink() {
        getStyleClass().add("blame-link");
        setFocusTraversable(false);
        setVisible(false);
    }

    /// @param isFirst whether the entry is told although the line above has the same
    void show(Optional<BlameEntry> entry, boolean isFirst, Runnable onClick) {
        setVisible(entry.isPresent());
        setVisited(false);
        if (entry.isEmpty()) {
            setOnAction(null);
            return;
        }
        boolean told = entry.get().isStart() || isFirst;
        setText(told ? entry.get().text() : "");
        setAccessibleText(Messages.text("compare.blame.show", entry.get().text()));
        tip.setText(entry.get().tip());
        setTooltip(tip);
        pseudoClassStateChanged(START, told);
        pseudoClassStateChanged(OWN, entry.get().isOwn());
        setOnAction(_ -> onClick.run());
    }
}
