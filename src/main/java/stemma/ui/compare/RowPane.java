package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Draws one row: two texts with a band of line numbers and the sign of change between them, or one text with that
/// band before it. As high as the taller text, which keeps both sides aligned however they wrap.
final class RowPane extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double PADDING = 12;
    private static final double SIGN = 20;
    private static final double GAP = 6;

    private final Region leftGround = ground("left");
    private final Region band = ground("band");
    private final Region rightGround = ground("right");
    private final MarkedText left = new MarkedText();
    private final MarkedText right = new MarkedText();
    private final Label leftNumber = label("line-number");
    private final Label rightNumber = label("line-number");
    private final Label sign = label("row-sign");
    private final Hyperlink moveLink = new Hyperlink();
    private final BlameLink blame = new BlameLink();
    private final Gauge gauge;
    private boolean isSplit = true;
    private int place;
    private double above;
    private double below;

    /// What all rows of a view have in common.
    interface Gauge {
        /// The width of the widest line number, in pixels.
        double numberWidth();

        /// The widest text that is comfortable to read, in pixels.
        double measure();

        /// What is looked for; empty for nothing.
        String query();

        /// Whether signs stand for characters that cannot be seen.
        boolean isRevealing();

        /// Goes to a row.
        void goTo(int row);

        /// Says where moved text stands on the other side.
        ///
        /// @param partner the row there
        String whereMoved(LineRow row, int partner);

        /// What is selected of a text.
        ///
        /// @param item the place of the row's item in the list
        /// @param column the side in a split view; the left one where there is one column
        Optional<Mark> selection(int item, Flank column, int length);

        /// The width of the column that tells where lines are from, in pixels; 0 when there is none.
        double blameWidth();

        /// Where a row's line is from, when that is told.
        Optional<BlameEntry> blame(int row);

        /// Whether the item above an item is folded text, or there is none.
        boolean isAfterFold(int item);

        /// Shows the change that brought a row's line.
        void showOrigin(int row);
    }

    RowPane(Gauge gauge) {
        this.gauge = gauge;
        getStyleClass().add("row-pane");
        moveLink.getStyleClass().add("move-link");
        moveLink.setFocusTraversable(false);
        getChildren()
                .addAll(leftGround, band, rightGround, left, right, leftNumber, rightNumber, sign, moveLink, blame);
    }

    private static Region ground(String styleClass) {
        Region region = new Region();
        region.getStyleClass().addAll("row-ground", styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMouseTransparent(true);
        return label;
    }

    /// @param place where the item stands in the list
    void show(Item.Shown item, int place) {
        Row row = item.row();
        this.place = place;
        isSplit = item.form() == Item.Form.SPLIT;
        List<String> classes = List.of(
                "row-pane", kind(row), item.form().name().toLowerCase(Locale.ROOT), row.glyph().word());
        if (!classes.equals(getStyleClass())) {
            getStyleClass().setAll(classes);
        }
        sign.setText(sign(item));
        switch (row) {
            case HeadingRow heading -> showHeading(heading);
            case LineRow line -> showLine(line, item.form());
        }
        right.setVisible(isSplit);
        rightGround.setVisible(isSplit);
        showLink(item);
        blame.show(
                item.form() == Item.Form.LEFT ? Optional.empty() : gauge.blame(row.index()),
                gauge.isAfterFold(place),
                () -> gauge.showOrigin(row.index()));
        boolean continues = row instanceof LineRow line && line.continues();
        above = row instanceof HeadingRow ? 7 : continues ? 0 : 3;
        below = row instanceof HeadingRow ? 7 : 3;
        requestLayout();
    }

    private static String kind(Row row) {
        return switch (row) {
            case HeadingRow _ -> "heading";
            case FactRow _ -> "fact";
            case TextRow _ -> "line";
        };
    }

    private static String sign(Item.Shown item) {
        Glyph glyph = item.row().glyph();
        if (glyph != Glyph.CHANGED) {
            return glyph.sign();
        }
        return switch (item.form()) {
            case LEFT -> Glyph.REMOVED.sign();
            case RIGHT -> Glyph.INSERTED.sign();
            case SPLIT, MERGED -> glyph.sign();
        };
    }

    private void showHeading(HeadingRow row) {
        if (isSplit) {
            String note = row.note();
            show(Flank.LEFT, headingPiece(row.left(), row.right().isEmpty() ? note : ""));
            show(Flank.RIGHT, headingPiece(row.right(), row.right().isEmpty() ? "" : note));
        } else {
            show(Flank.LEFT, headingPiece(row.merged(), row.note()));
        }
        leftNumber.setText("");
        rightNumber.setText("");
    }

    private static Piece headingPiece(String title, String note) {
        if (note.isEmpty()) {
            return new Piece(title, List.of(), List.of());
        }
        String text = title + "   " + note;
        return new Piece(text, List.of(), List.of(new Tone(title.length(), text.length(), Tone.Kind.LABEL)));
    }

    private void showLine(LineRow row, Item.Form form) {
        boolean reveal = gauge.isRevealing();
        switch (form) {
            case SPLIT -> {
                show(Flank.LEFT, row.left(reveal));
                show(Flank.RIGHT, row.right(reveal));
            }
            case LEFT -> show(Flank.LEFT, row.left(reveal));
            case RIGHT -> show(Flank.LEFT, row.right(reveal));
            case MERGED -> show(Flank.LEFT, row.merged(reveal));
        }
        leftNumber.setText(form == Item.Form.RIGHT && row.isChange() ? "" : number(row.leftLine()));
        rightNumber.setText(form == Item.Form.LEFT ? "" : number(row.rightLine()));
    }

    private static String number(OptionalInt line) {
        return line.isPresent() ? Integer.toString(line.getAsInt()) : "";
    }

    private void show(Flank column, Piece piece) {
        String query = gauge.query();
        Optional<Mark> selection = gauge.selection(place, column, piece.text().length());
        List<Mark> marks = piece.marks();
        if (!query.isEmpty() || selection.isPresent()) {
            List<Mark> all = new ArrayList<>(marks);
            Finder.places(piece.text(), query)
                    .forEach(found -> all.add(new Mark(found, found + query.length(), Mark.Kind.FOUND)));
            selection.ifPresent(all::add);
            all.sort(Comparator.comparing(Mark::kind));
            marks = all;
        }
        text(column).show(piece, marks);
    }

    /// The empty side of moved text says where it stands and leads there.
    private void showLink(Item.Shown item) {
        boolean shown = item.isMoveStart() && isSplit && item.partner().isPresent();
        moveLink.setVisible(shown);
        if (shown && item.row() instanceof LineRow row) {
            int partner = item.partner().getAsInt();
            moveLink.setText(gauge.whereMoved(row, partner));
            moveLink.setVisited(false);
            moveLink.setOnAction(_ -> gauge.goTo(partner));
        } else {
            moveLink.setOnAction(null);
        }
    }

    void setCurrent(boolean isCurrent) {
        pseudoClassStateChanged(CURRENT, isCurrent);
    }

    /// The side at a place across the row.
    Flank flankAt(Item.Shown item, double x) {
        return switch (item.form()) {
            case SPLIT -> x < columnWidth(getWidth()) + bandWidth() / 2 ? Flank.LEFT : Flank.RIGHT;
            case LEFT -> Flank.LEFT;
            case RIGHT, MERGED -> Flank.RIGHT;
        };
    }

    /// The column at a place across the row.
    Flank columnAt(Item.Shown item, double x) {
        return item.form() == Item.Form.SPLIT ? flankAt(item, x) : Flank.LEFT;
    }

    MarkedText text(Flank column) {
        return column == Flank.LEFT ? left : right;
    }

    private double bandWidth() {
        return 2 * gauge.numberWidth() + SIGN + 3 * GAP;
    }

    private double columnWidth(double width) {
        return Math.max(60, Math.floor((width - bandWidth() - gauge.blameWidth()) / 2));
    }

    private double textWidth(double width) {
        double room = isSplit ? columnWidth(width) - PADDING - GAP : width - bandWidth() - gauge.blameWidth() - 2 * PADDING;
        return Math.max(40, isSplit ? room : Math.min(room, gauge.measure()));
    }

    @Override
    protected double computePrefHeight(double width) {
        double textWidth = textWidth(width);
        double height = left.prefHeight(textWidth);
        if (isSplit) {
            height = Math.max(height, right.prefHeight(textWidth));
        }
        if (moveLink.isVisible()) {
            height = Math.max(height, moveLink.prefHeight(-1));
        }
        return Math.ceil(above + height + below);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double textWidth = textWidth(width);
        double textHeight = height - above - below;
        double column = columnWidth(width);
        double bandStart = isSplit ? column : 0;
        double bandEnd = bandStart + bandWidth();
        double blameWidth = gauge.blameWidth();
        double textStart = bandEnd + blameWidth;
        blame.resizeRelocate(bandEnd, 0, blameWidth, height);
        band.resizeRelocate(bandStart, 0, bandWidth() + blameWidth, height);
        if (isSplit) {
            leftGround.resizeRelocate(0, 0, column, height);
            rightGround.resizeRelocate(textStart, 0, width - textStart, height);
            left.resizeRelocate(PADDING, above, textWidth, textHeight);
            right.resizeRelocate(textStart + GAP, above, textWidth, textHeight);
        } else {
            leftGround.resizeRelocate(textStart, 0, width - textStart, height);
            left.resizeRelocate(textStart + PADDING, above, textWidth, textHeight);
        }
        double number = gauge.numberWidth();
        double y = above;
        if (isSplit) {
            position(leftNumber, bandStart + GAP, y, number);
            position(sign, bandStart + GAP + number, y, SIGN + GAP);
            position(rightNumber, bandStart + 2 * GAP + number + SIGN, y, number);
        } else {
            position(leftNumber, GAP, y, number);
            position(rightNumber, 2 * GAP + number, y, number);
            position(sign, 2 * GAP + 2 * number, y, SIGN);
        }
        if (moveLink.isVisible()) {
            boolean onRight = left.piece() != Piece.EMPTY;
            double x = onRight ? textStart + GAP : PADDING;
            moveLink.resizeRelocate(x, above, Math.min(textWidth, moveLink.prefWidth(-1)), moveLink.prefHeight(-1));
        }
    }

    private static void position(Label label, double x, double y, double width) {
        label.resizeRelocate(x, y, width, label.prefHeight(-1));
    }
}
