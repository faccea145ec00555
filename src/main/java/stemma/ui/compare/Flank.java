package stemma.ui.compare;

/// One of the two sides of a compare, as a place on the screen.
public enum Flank {
    LEFT,
    RIGHT
}
