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
    private final String beforeKey;
    private final String afterKey;

    public ComparePreview(Tasks tasks) {
        this(tasks, "compare.before", "compare.after");
    }

    /// @param beforeKey the key of what stands over the first side
    /// @param afterKey the key of what stands over the second
    public ComparePreview(Tasks tasks, String beforeKey, String afterKey) {
        this.tasks = tasks;
        this.beforeKey = beforeKey;
        this.afterKey = afterKey;
    }

    @Override
    public Node between(Optional<Content> before, Content after) {
        CompareModel model = new CompareModel(tasks);
        Node node = Fxml.load(new PreviewController(model));
        Content old = before.orElseGet(() -> after.isPlain() ? Content.plain("") : Content.chat());
        String caption = before.isPresent() ? beforeKey : "compare.before.nothing";
        model.compare(
                Subject.of(Messages.text(caption), old), Subject.of(Messages.text(afterKey), after));
        return node;
    }
}
