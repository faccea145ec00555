package stemma.ui.compare;

import java.util.List;
import java.util.Optional;

/// Text chosen with the mouse inside one column, from one place to another. Immutable.
///
/// @param column the side in a split view; always the left one where there is one column
/// @param anchor where the selection began
/// @param head where it ends; above or below the anchor
record TextSelection(Flank column, Place anchor, Place head) {
    /// A place in a column.
    ///
    /// @param item the item in the list
    /// @param offset in UTF-16 units from the beginning of the item's text
    record Place(int item, int offset) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return item != other.item ? Integer.compare(item, other.item) : Integer.compare(offset, other.offset);
        }
    }

    static TextSelection at(Flank column, Place place) {
        return new TextSelection(column, place, place);
    }

    TextSelection to(Place newHead) {
        return new TextSelection(column, anchor, newHead);
    }

    boolean isEmpty() {
        return anchor.equals(head);
    }

    Place start() {
        return anchor.compareTo(head) <= 0 ? anchor : head;
    }

    Place end() {
        return anchor.compareTo(head) <= 0 ? head : anchor;
    }

    /// What is chosen of one item's text.
    Optional<Mark> mark(int item, Flank itemColumn, int length) {
        if (itemColumn != column || item < start().item() || item > end().item() || isEmpty()) {
            return Optional.empty();
        }
        int from = item == start().item() ? Math.min(start().offset(), length) : 0;
        int to = item == end().item() ? Math.min(end().offset(), length) : length;
        return from < to ? Optional.of(new Mark(from, to, Mark.Kind.SELECTED)) : Optional.empty();
    }

    /// The chosen text as its side has it.
    String text(List<Item> items) {
        StringBuilder text = new StringBuilder();
        for (int i = start().item(); i <= end().item() && i < items.size(); i++) {
            if (items.get(i) instanceof Item.Shown shown && shown.row() instanceof LineRow row) {
                String whole = text(row, shown.form());
                int from = i == start().item() ? Math.min(start().offset(), whole.length()) : 0;
                int to = i == end().item() ? Math.min(end().offset(), whole.length()) : whole.length();
                text.append(whole, Math.min(from, to), to);
            }
        }
        return text.toString();
    }

    private String text(LineRow row, Item.Form form) {
        return switch (form) {
            case SPLIT -> column == Flank.LEFT ? row.leftText() : row.rightText();
            case LEFT -> row.leftText();
            case RIGHT -> row.rightText();
            case MERGED -> row.merged(false).text() + "\n";
        };
    }

    /// The word around a place.
    static TextSelection word(Flank column, Place place, String text) {
        int start = Math.min(place.offset(), text.length());
        int end = start;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return new TextSelection(column, new Place(place.item(), start), new Place(place.item(), end));
    }
}
