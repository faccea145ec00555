package stemma.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import stemma.ui.common.ShapedText;
import stemma.ui.common.WordWidths;

/// Draws a [Piece]: wrapped text with grounds behind the marks, and a line under what is new or through what is
/// gone, so that colour is never the only sign. Its nodes are reused from piece to piece.
final class MarkedText extends Region {
    private static final double LINE = 1.5;

    private final TextFlow flow = new TextFlow();
    private final Map<Mark.Kind, Path> grounds = new EnumMap<>(Mark.Kind.class);
    private final Map<Mark.Kind, Path> lines = new EnumMap<>(Mark.Kind.class);
    private final List<Text> words = new ArrayList<>();
    private int used;
    private Piece piece = Piece.EMPTY;
    private boolean shaped;
    private List<Mark> marks = List.of();
    private double drawnWidth = -1;

    MarkedText() {
        getStyleClass().add("marked-text");
        for (Mark.Kind kind : Mark.Kind.values()) {
            grounds.put(kind, path("mark-ground", kind));
        }
        for (Mark.Kind kind : List.of(Mark.Kind.REMOVED, Mark.Kind.INSERTED)) {
            lines.put(kind, path("mark-line", kind));
        }
        flow.getStyleClass().add("row-text");
        flow.setMouseTransparent(true);
        getChildren().addAll(grounds.values());
        getChildren().add(flow);
        getChildren().addAll(lines.values());
        fill();
    }

    private static Path path(String styleClass, Mark.Kind kind) {
        Path path = new Path();
        path.getStyleClass().addAll(styleClass, kind.name().toLowerCase(Locale.ROOT));
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    /// Shows a piece.
    ///
    /// @param allMarks the piece's own and those of what is found and selected in it
    void show(Piece newPiece, List<Mark> allMarks) {
        if (!Objects.equals(newPiece, piece)) {
            piece = newPiece;
            shaped = ShapedText.isIn(piece.text());
            fill();
        }
        marks = allMarks;
        drawnWidth = -1;
        requestLayout();
    }

    private void fill() {
        String text = piece.text();
        List<String> stretches = new ArrayList<>();
        List<String> tones = new ArrayList<>();
        int at = 0;
        for (Tone tone : piece.tones()) {
            if (tone.start() >= at && tone.end() <= text.length()) {
                stretches.add(text.substring(at, tone.start()));
                tones.add("");
                stretches.add(text.substring(tone.start(), tone.end()));
                tones.add(tone.kind().name().toLowerCase(Locale.ROOT));
                at = tone.end();
            }
        }
        stretches.add(text.substring(at));
        tones.add("");
        used = 0;
        Iterator<String> tone = tones.iterator();
        for (List<String> own : ShapedText.words(stretches)) {
            String kind = tone.next();
            own.stream().filter(word -> !word.isEmpty()).forEach(word -> addRun(word, kind));
        }
        if (used == 0) {
            addRun(" ", "");
        }
        if (flow.getChildren().size() != used) {
            flow.getChildren().setAll(words.subList(0, used));
        }
    }

    /// Takes the next text node; a node that looks right already is left alone, since styling costs most of the time.
    private void addRun(String text, String tone) {
        if (used == words.size()) {
            Text node = new Text();
            node.getStyleClass().add("row-words");
            words.add(node);
        }
        Text node = words.get(used++);
        node.setText(text);
        List<String> classes = node.getStyleClass();
        boolean looksRight = tone.isEmpty() ? classes.size() == 1 : classes.contains(tone);
        if (!looksRight) {
            node.getStyleClass().setAll(tone.isEmpty() ? List.of("row-words") : List.of("row-words", tone));
        }
    }

    /// JavaFX cannot break a word that is shaped: the text is as wide as its widest one at least.
    ///
    /// @see ShapedText
    private double textWidth(double width) {
        if (width < 0 || !shaped) {
            return width;
        }
        double widest = words.subList(0, used).stream()
                .map(Text::getFont)
                .distinct()
                .mapToDouble(font -> new WordWidths(font).widest(piece.text(), width - 1).width())
                .max()
                .orElse(0);
        return Math.max(width, Math.ceil(widest) + 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(flow.prefHeight(textWidth(width)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, textWidth(getWidth()), getHeight());
        flow.layout();
        if (drawnWidth != getWidth()) {
            drawnWidth = getWidth();
            draw();
        }
    }

    private void draw() {
        grounds.values().forEach(MarkedText::clear);
        lines.values().forEach(MarkedText::clear);
        if (marks.isEmpty() || piece.text().isEmpty()) {
            return;
        }
        LayoutInfo layout = flow.getLayoutInfo();
        for (Mark mark : marks) {
            Path ground = ground(mark.kind());
            for (Rectangle2D area : layout.getSelectionGeometry(mark.start(), mark.end(), false)) {
                add(ground, area, area.getHeight());
            }
            switch (mark.kind()) {
                case REMOVED ->
                    layout.getStrikeThroughGeometry(mark.start(), mark.end())
                            .forEach(area -> add(line(mark.kind()), area, LINE));
                case INSERTED ->
                    layout.getUnderlineGeometry(mark.start(), mark.end())
                            .forEach(area -> add(line(mark.kind()), area, LINE));
                case FOUND, SELECTED -> {}
            }
        }
    }

    private static void clear(Path path) {
        if (!path.getElements().isEmpty()) {
            path.getElements().clear();
        }
    }

    private Path ground(Mark.Kind kind) {
        return Objects.requireNonNull(grounds.get(kind));
    }

    private Path line(Mark.Kind kind) {
        return Objects.requireNonNull(lines.get(kind));
    }

    private static void add(Path path, Rectangle2D area, double height) {
        double y = height == area.getHeight() ? area.getMinY() : Math.round(area.getMinY());
        path.getElements()
                .addAll(
                        new MoveTo(area.getMinX(), y),
                        new HLineTo(area.getMaxX()),
                        new VLineTo(y + height),
                        new HLineTo(area.getMinX()),
                        new ClosePath());
    }

    /// The place in the piece that is nearest to a point of this node.
    int placeAt(double x, double y) {
        int place = flow.getHitInfo(new Point2D(x, y)).getInsertionIndex();
        return Math.clamp(place, 0, piece.text().length());
    }

    Piece piece() {
        return piece;
    }
}
