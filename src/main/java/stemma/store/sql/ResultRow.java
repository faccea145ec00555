package stemma.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The row of an answer that is being read. Columns are counted from 1.
public final class ResultRow {
    private final ResultSet result;
    private final TextCode code;

    ResultRow(ResultSet result, TextCode code) {
        this.result = result;
        this.code = code;
    }

    /// A text as it was given to be written. A column that must not be empty is not asked whether it is.
    @SuppressWarnings("NullAway")
    public String getString(int column) throws SQLException {
        @Nullable String text = result.getString(column);
        return text == null ? null : code.decode(text);
    }

    public long getLong(int column) throws SQLException {
        return result.getLong(column);
    }

    public int getInt(int column) throws SQLException {
        return result.getInt(column);
    }
}
