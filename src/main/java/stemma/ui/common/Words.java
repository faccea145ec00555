package stemma.ui.common;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows values as words in boxes whose text cannot be typed.
public final class Words {
    private Words() {}

    /// Shows values by their words. Reading one back throws [UnsupportedOperationException].
    public static <T> StringConverter<T> of(Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
