package stemma.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.text.Text;

/// A field whose text, where it has no room, begins at its beginning and ends with dots while nobody edits it. The whole
/// text is in its tooltip then.
public final class CutField extends TextField {
    private static final PseudoClass DOTTED = PseudoClass.getPseudoClass("dotted");

    private final BooleanBinding cut = Bindings.createBooleanBinding(
            this::hasNoRoom, textProperty(), widthProperty(), fontProperty(), insetsProperty());
    private final BooleanBinding dotted = cut.and(focusedProperty().not());

    public CutField() {
        tooltipProperty()
                .bind(Bindings.createObjectBinding(
                        () -> cut.get() ? new Tooltip(getText()) : null, cut, textProperty()));
        dotted.subscribe(now -> pseudoClassStateChanged(DOTTED, now));
    }

    private boolean hasNoRoom() {
        Text text = new Text(getText());
        text.setFont(getFont());
        return text.getLayoutBounds().getWidth() > getWidth() - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new DottedSkin(this);
    }

    /// The field's own text is not seen where it would be cut off.
    private static final class DottedSkin extends TextFieldSkin {
        private final Label text = new Label();

        DottedSkin(CutField field) {
            super(field);
            text.textProperty().bind(field.textProperty());
            text.fontProperty().bind(field.fontProperty());
            text.visibleProperty().bind(field.dotted);
            text.setMouseTransparent(true);
            text.setAccessibleRole(AccessibleRole.NODE);
            getChildren().add(text);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            text.resizeRelocate(x, y, width, height);
        }
    }
}
