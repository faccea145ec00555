package stemma.diff;

/// Where inserted and removed lines may begin or end: best before a heading or behind a blank line, so that a whole
/// section is marked and not the end of one and the beginning of the next.
final class LineBorders implements Slider.Borders {
    private final Units left;
    private final Units right;

    LineBorders(Units left, Units right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public int score(boolean isLeft, int index) {
        Units units = isLeft ? left : right;
        if (index == 0 || index == units.count()) {
            return 30;
        }
        boolean blankBefore = units.isBlank(index - 1);
        boolean blankAfter = units.isBlank(index);
        if (blankAfter) {
            return blankBefore ? 5 : 10;
        }
        int score = blankBefore ? 25 : 0;
        char first = units.text()[units.start(index)];
        return first == '#' ? score + 10 : first == ' ' || first == '\t' ? score - 3 : score;
    }
}
