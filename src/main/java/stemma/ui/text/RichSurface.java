package stemma.ui.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// RichTextFX: colours, line numbers, virtualised by paragraph. Quadratic in the length of one paragraph.
final class RichSurface implements TextSurface {
    /// More lines than this scroll by themselves even when the editor grows: a growing editor lays out all.
    private static final int MOST_GROWN_LINES = 3_000;

    private static final double HEIGHT_OF_MANY_LINES = 800;

    private final Owner owner;
    private final Area area = new Area();
    private final VirtualizedScrollPane<Area> pane = new VirtualizedScrollPane<>(area);
    private final Wrapping wrapping = new Wrapping(pane.widthProperty(), area::getText);
    private final ReadOnlyObjectWrapper<Long> caretMoves = new ReadOnlyObjectWrapper<>(0L);
    private final Label prompt = new Label();
    private final ChangeListener<Double> heightListener = (property, old, now) -> fit();
    private final ScrollBar sideways = pane.getChildrenUnmodifiable().stream()
            .filter(ScrollBar.class::isInstance)
            .map(ScrollBar.class::cast)
            .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
            .findFirst()
            .orElseThrow();
    private boolean growing;
    private boolean watching;

    RichSurface(Owner owner) {
        this.owner = owner;
        area.setUndoManager(UndoUtils.noOpUndoManager());
        new ShapedLines(area);
        area.show(wrapping.sample());
        area.wrapTextProperty().bind(wrapping.wraps());
        pane.hbarPolicyProperty().bind(Bindings.when(wrapping.wraps())
                .then(ScrollBarPolicy.NEVER)
                .otherwise(ScrollBarPolicy.AS_NEEDED));
        area.setUseInitialStyleForInsertion(false);
        area.getStyleClass().add("prompt-text");
        area.plainTextChanges().subscribe(change -> owner.changed(
                new EditHistory.Edit(change.getPosition(), change.getRemoved(), change.getInserted())));
        area.caretPositionProperty().addListener((property, old, now) -> caretMoves.set(caretMoves.get() + 1));
        area.selectionProperty().addListener((property, old, now) -> caretMoves.set(caretMoves.get() + 1));
        prompt.getStyleClass().add("prompt");
        prompt.setMouseTransparent(true);
        area.setPlaceholder(prompt, Pos.TOP_LEFT);
        area.sceneProperty().subscribe(scene -> watchHeight());
        sideways.visibleProperty().subscribe(shown -> fit());
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public Region control() {
        return area;
    }

    @Override
    public String text() {
        return area.getText();
    }

    @Override
    public int length() {
        return area.getLength();
    }

    @Override
    public void load(String text) {
        area.replaceText(0, area.getLength(), text);
        area.moveTo(0);
        // The control goes with what stands after a change, which here is the end.
        area.showParagraphAtTop(0);
        follow();
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
        follow();
    }

    /// Outside a scene there is nothing to scroll, and lines built there would miss the theme's colours.
    private void follow() {
        if (area.getScene() != null) {
            area.requestFollowCaret();
        }
    }

    @Override
    public ObservableValue<?> caretMoves() {
        return caretMoves.getReadOnlyProperty();
    }

    @Override
    public @Nullable Bounds caretOnScreen() {
        return area.getCaretBounds().orElse(null);
    }

    @Override
    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    @Override
    public void setPromptText(String text) {
        prompt.setText(text);
    }

    @Override
    public void setGrowing(boolean growing) {
        this.growing = growing;
        pane.setVbarPolicy(growing ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
        watchHeight();
    }

    /// Outside a scene the estimate is not asked for: it would build lines that miss the theme's colours.
    private void watchHeight() {
        boolean wanted = growing && area.getScene() != null;
        if (wanted && !watching) {
            area.totalHeightEstimateProperty().addListener(heightListener);
        } else if (!wanted && watching) {
            area.totalHeightEstimateProperty().removeListener(heightListener);
        }
        watching = wanted;
        if (area.getScene() != null) {
            fit();
        }
    }

    @Override
    public boolean scrollsItself() {
        return !growing || area.getParagraphs().size() > MOST_GROWN_LINES;
    }

    private void fit() {
        if (!growing) {
            pane.setMinHeight(Region.USE_COMPUTED_SIZE);
            pane.setPrefHeight(Region.USE_COMPUTED_SIZE);
            return;
        }
        Double height = area.totalHeightEstimateProperty().getValue();
        boolean many = area.getParagraphs().size() > MOST_GROWN_LINES;
        pane.setVbarPolicy(many ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        if (height != null) {
            double wanted = many ? HEIGHT_OF_MANY_LINES : Math.ceil(height) + area.getInsets().getTop()
                    + area.getInsets().getBottom() + (sideways.isVisible() ? sideways.prefHeight(-1) : 0);
            pane.setMinHeight(wanted);
            pane.setPrefHeight(wanted);
        }
    }

    @Override
    public void setLineNumbers(boolean shown) {
        area.setParagraphGraphicFactory(shown ? LineNumberFactory.get(area, digits -> "%1$" + digits + "s") : null);
    }

    @Override
    public boolean canColour() {
        return true;
    }

    /// Only what differs is set anew: styles laid over a whole document make every line on screen be built again.
    @Override
    public void colour(List<Span> spans) {
        int length = area.getLength();
        if (length == 0) {
            return;
        }
        List<Span> old = new ArrayList<>();
        int at = 0;
        for (Iterator<StyleSpan<Collection<String>>> styles = area.getStyleSpans(0, length).iterator();
                styles.hasNext(); ) {
            StyleSpan<Collection<String>> style = styles.next();
            if (!style.getStyle().isEmpty() && style.getLength() > 0) {
                old.add(new Span(at, at + style.getLength(), List.copyOf(style.getStyle())));
            }
            at += style.getLength();
        }
        int first = 0;
        int most = Math.min(old.size(), spans.size());
        while (first < most && old.get(first).equals(spans.get(first))) {
            first++;
        }
        if (first == old.size() && first == spans.size()) {
            return;
        }
        int last = 0;
        while (last < most - first
                && old.get(old.size() - 1 - last).equals(spans.get(spans.size() - 1 - last))) {
            last++;
        }
        int start = first == 0 ? 0 : spans.get(first - 1).end();
        int end = last == 0 ? length : spans.get(spans.size() - last).start();
        area.setStyleSpans(start, styles(spans.subList(first, spans.size() - last), start, end));
    }

    private static StyleSpans<Collection<String>> styles(List<Span> spans, int start, int end) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = start;
        for (Span span : spans) {
            builder.add(List.of(), span.start() - at);
            builder.add(span.styles(), span.end() - span.start());
            at = span.end();
        }
        builder.add(List.of(), end - at);
        return builder.create();
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
        area.dispose();
    }

    /// The control with our clipboard, and readable by screen readers.
    private final class Area extends StyledTextArea<Collection<String>, Collection<String>> {
        Area() {
            super(
                    List.of(),
                    (line, styles) -> Wrapping.cut(line),
                    List.of(),
                    (piece, styles) -> piece.getStyleClass().addAll(styles),
                    false);
            setAccessibleRole(AccessibleRole.TEXT_AREA);
        }

        void show(Node node) {
            getChildren().add(node);
        }

        /// Every change comes this way.
        @Override
        public void replace(
                int start, int end, StyledDocument<Collection<String>, String, Collection<String>> replacement) {
            Position first = offsetToPosition(start, Bias.Forward);
            Position last = offsetToPosition(end, Bias.Forward);
            wrapping.willBe(getText(first.getMajor()).substring(0, first.getMinor())
                    + replacement.getText()
                    + getText(last.getMajor()).substring(last.getMinor()));
            super.replace(start, end, replacement);
            wrapping.forget();
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

        /// A selection that was dragged; the control itself would take it away and put it in again, each a step.
        /// While it is dragged the caret is where the mouse is, so that it is not an end of the selection.
        @Override
        public void moveSelectedText(int to) {
            owner.move(getSelection().getStart(), getSelection().getEnd(), to);
        }

        /// Of a double click; the control itself takes the blank along when the mouse is nearer to it than to the
        /// word's inner letters.
        @Override
        public void selectWord() {
            String text = getText(getCurrentParagraph());
            if (text.isEmpty()) {
                return;
            }
            BreakIterator words = BreakIterator.getWordInstance();
            words.setText(text);
            int column = getCaretColumn();
            int start = words.isBoundary(column) ? column : words.preceding(column);
            int end = column < text.length() ? words.following(column) : column;
            int before = column == 0 ? 0 : words.preceding(column);
            if (start == column && !isWord(text.substring(start, end)) && isWord(text.substring(before, column))) {
                start = before;
                end = column;
            }
            int line = getAbsolutePosition(getCurrentParagraph(), 0);
            selectRange(line + start, line + end);
        }

        private static boolean isWord(String text) {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> Optional.ofNullable(getAccessibleText()).filter(text -> getLength() == 0)
                        .orElseGet(this::getText);
                case EDITABLE -> isEditable();
                case CARET_OFFSET -> getCaretPosition();
                case SELECTION_START -> getSelection().getStart();
                case SELECTION_END -> getSelection().getEnd();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
