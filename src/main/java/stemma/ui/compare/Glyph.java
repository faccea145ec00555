package stemma.ui.compare;

import java.util.Locale;
import stemma.diff.RowKind;

/// What happened to a row, as the sign between the sides: no change is told by colour alone.
enum Glyph {
    NONE(""),
    INSERTED("+"),
    REMOVED("−"),
    CHANGED("~"),
    MOVED("⇄");

    private final String sign;

    Glyph(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /// The style class, and the end of the message key.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Glyph of(RowKind kind) {
        return switch (kind) {
            case EQUAL -> NONE;
            case CHANGED -> CHANGED;
            case INSERTED -> INSERTED;
            case REMOVED -> REMOVED;
            case MOVED_AWAY, MOVED_HERE -> MOVED;
        };
    }
}
