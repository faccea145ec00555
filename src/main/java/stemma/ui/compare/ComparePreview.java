package stemma.ui.compare;

import java.util.Optional;
import javafx.scene.Node;
import stemma.prompt.Content;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;

/// The compare as a small node for dialogs: folded, without tools, split where there is room for it.
public final class ComparePreview implements ChangePreview {
    private final Tasks tasks;

    public ComparePreview(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Node between(Optional<Content> before, Content after) {
        CompareModel model = new CompareModel(tasks);
        Node node = Fxml.load(new PreviewController(model));
        Content old = before.orElseGet(() -> after.isPlain() ? Content.plain("") : Content.chat());
        String caption = before.isPresent() ? "compare.before" : "compare.before.nothing";
        model.compare(
                Subject.of(Messages.text(caption), old), Subject.of(Messages.text("compare.after"), after));
        return node;
    }
}
