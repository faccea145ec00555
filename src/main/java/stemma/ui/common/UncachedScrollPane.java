package stemma.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A scroll pane that draws what it shows each time. JavaFX's own keeps a picture of it, as large as the pane, which stays when
/// the pane is gone, until the collector clears soft references: 2.4 MB for each tab that was looked at.
public class UncachedScrollPane extends ScrollPane {
    public UncachedScrollPane() {}

    public UncachedScrollPane(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }
}
