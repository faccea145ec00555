package stemma.ui.text;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.ShapedText;

/// JavaFX's text area: no colours and no line numbers, but linear in the length of a paragraph.
final class PlainSurface implements TextSurface {
    private static final double TALLEST = 4_000;

    /// Room above and below the text, in pixels.
    private static final double AROUND = 20;

    private final Owner owner;
    private final Area area = new Area();
    private final ReadOnlyObjectWrapper<Long> caretMoves = new ReadOnlyObjectWrapper<>(0L);
    private String last = "";
    private @Nullable Text shown;
    private boolean growing;

    PlainSurface(Owner owner) {
        this.owner = owner;
        ShapedText.wrap(area);
        area.getStyleClass().add("prompt-text");
        area.textProperty().addListener((property, old, now) -> changed(now == null ? "" : now));
        area.caretPositionProperty().addListener((property, old, now) -> caretMoves.set(caretMoves.get() + 1));
        area.anchorProperty().addListener((property, old, now) -> caretMoves.set(caretMoves.get() + 1));
    }

    /// The area does not say what changed, so it is found by what stayed.
    private void changed(String now) {
        int most = Math.min(last.length(), now.length());
        int prefix = 0;
        while (prefix < most && last.charAt(prefix) == now.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix
                && last.charAt(last.length() - 1 - suffix) == now.charAt(now.length() - 1 - suffix)) {
            suffix++;
        }
        EditHistory.Edit edit = new EditHistory.Edit(
                prefix, last.substring(prefix, last.length() - suffix), now.substring(prefix, now.length() - suffix));
        last = now;
        owner.changed(edit);
    }

    @Override
    public Region node() {
        return area;
    }

    @Override
    public Region control() {
        return area;
    }

    @Override
    public String text() {
        return last;
    }

    @Override
    public int length() {
        return last.length();
    }

    @Override
    public void load(String text) {
        area.setText(text);
        area.selectRange(0, 0);
    }

    @Override
    public void replace(int start, int end, String text) {
        area.replaceText(start, end, text);
    }

    @Override
    public int anchor() {
        return area.getAnchor();
    }

    @Override
    public int caret() {
        return area.getCaretPosition();
    }

    @Override
    public void select(int anchor, int caret) {
        area.selectRange(anchor, caret);
    }

    @Override
    public ObservableValue<?> caretMoves() {
        return caretMoves.getReadOnlyProperty();
    }

    @Override
    public @Nullable Bounds caretOnScreen() {
        Node content = area.lookup(".content");
        if (content instanceof Region region) {
            for (Node child : region.getChildrenUnmodifiable()) {
                if (child instanceof Path path && path.getElements().size() == 2) {
                    return path.localToScreen(path.getBoundsInLocal());
                }
            }
        }
        return null;
    }

    @Override
    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    @Override
    public void setPromptText(String text) {
        area.setPromptText(text);
    }

    @Override
    public void setGrowing(boolean growing) {
        this.growing = growing;
        fit();
    }

    @Override
    public boolean scrollsItself() {
        return !growing || area.getMinHeight() >= TALLEST;
    }

    private void fit() {
        if (!growing) {
            area.setMinHeight(Region.USE_COMPUTED_SIZE);
            area.setPrefHeight(Region.USE_COMPUTED_SIZE);
        } else if (shown != null) {
            double wanted = Math.min(TALLEST, Math.ceil(shown.getBoundsInLocal().getHeight()) + AROUND);
            area.setMinHeight(wanted);
            area.setPrefHeight(wanted);
        }
    }

    @Override
    public void setLineNumbers(boolean shown) {
        // A text area has no room for them.
    }

    @Override
    public boolean canColour() {
        return false;
    }

    @Override
    public void colour(List<Span> spans) {
        // A text area has one colour.
    }

    @Override
    public void cut() {
        area.cut();
    }

    @Override
    public void copy() {
        area.copy();
    }

    @Override
    public void paste() {
        area.paste();
    }

    @Override
    public void dispose() {
        // Nothing outlives the control.
    }

    /// The control with our clipboard and without its own undo.
    private final class Area extends TextArea {
        /// The node whose height is the text's exists only after the skin of the area's inner scroll pane.
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (shown == null && lookup(".text") instanceof Text text) {
                shown = text;
                text.boundsInLocalProperty().addListener((property, old, now) -> fit());
                fit();
            }
        }

        @Override
        public void copy() {
            ExactClipboard.copy(getSelectedText(), owner);
        }

        @Override
        public void cut() {
            copy();
            if (isEditable() && getSelection().getLength() > 0) {
                replaceSelection("");
            }
        }

        @Override
        public void paste() {
            if (isEditable()) {
                ExactClipboard.paste(owner);
            }
        }
    }
}
