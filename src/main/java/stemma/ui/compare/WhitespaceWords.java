package stemma.ui.compare;

import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import stemma.diff.Whitespace;
import stemma.ui.common.Messages;

/// Whitespace modes as the reader sees them.
final class WhitespaceWords extends StringConverter<Whitespace> {
    @Override
    public String toString(@Nullable Whitespace mode) {
        return mode == null ? "" : Messages.text("compare.whitespace." + mode.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Whitespace fromString(String text) {
        throw new UnsupportedOperationException("the mode is chosen, not typed");
    }
}
